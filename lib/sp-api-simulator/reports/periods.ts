import { DAY, HOUR, MINUTE } from '#lib/kernel';

/** How often a report may come (reports 2021-06-30); a month is thirty days here. */
export const PERIODS = {
  PT5M: 5 * MINUTE,
  PT15M: 15 * MINUTE,
  PT30M: 30 * MINUTE,
  PT1H: HOUR,
  PT2H: 2 * HOUR,
  PT4H: 4 * HOUR,
  PT8H: 8 * HOUR,
  PT12H: 12 * HOUR,
  P1D: DAY,
  P2D: 2 * DAY,
  P3D: 3 * DAY,
  PT84H: 84 * HOUR,
  P7D: 7 * DAY,
  P14D: 14 * DAY,
  P15D: 15 * DAY,
  P18D: 18 * DAY,
  P30D: 30 * DAY,
  P1M: 30 * DAY,
} as const;

export type ReportPeriod = keyof typeof PERIODS;
export const PERIOD_NAMES = Object.keys(PERIODS) as [ReportPeriod, ...ReportPeriod[]];
