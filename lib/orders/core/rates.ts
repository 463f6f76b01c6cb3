import type { Instant } from '#lib/kernel';
import { addDays, dayOf, startOfDay, type StoreCalendar } from './store-calendar.ts';

export type Target = { readonly value: number; readonly isCeiling: boolean };

export const METRICS = [
  'late-shipment-10',
  'late-shipment-30',
  'cancellation',
  'valid-tracking',
  'on-time-delivery',
  'order-defect',
] as const;
export type Metric = (typeof METRICS)[number];

/** Targets where Amazon's own report brings none (Seller Central, 2026-11-23). */
export const TARGETS = {
  lateShipment: { value: 0.04, isCeiling: true },
  cancellation: { value: 0.025, isCeiling: true },
  validTracking: { value: 0.95, isCeiling: false },
  onTimeDelivery: { value: 0.9, isCeiling: false },
  orderDefect: { value: 0.01, isCeiling: true },
} as const satisfies Readonly<Record<string, Target>>;

export const TARGET_OF: Readonly<Record<Metric, Target>> = {
  'late-shipment-10': TARGETS.lateShipment,
  'late-shipment-30': TARGETS.lateShipment,
  cancellation: TARGETS.cancellation,
  'valid-tracking': TARGETS.validTracking,
  'on-time-delivery': TARGETS.onTimeDelivery,
  'order-defect': TARGETS.orderDefect,
};

/** Feedback, claims and chargebacks are told in Amazon's own report alone (2026-11-23). */
export function isToldByAmazonAlone(metric: Metric): metric is 'order-defect' {
  return metric === 'order-defect';
}

export type Rate = {
  readonly part: number;
  readonly whole: number;
  /** Absent where there is nothing to measure. */
  readonly share?: number;
  readonly target: Target;
  readonly isMet: boolean;
};

/** A ceiling is met below it, a floor at it: "under 4 %", "95 % or more". */
export function rateOf(part: number, whole: number, target: Target): Rate {
  if (whole === 0) return { part, whole, target, isMet: true };
  const share = part / whole;
  const isMet = target.isCeiling ? share < target.value : share >= target.value;
  return { part, whole, share, target, isMet };
}

/** From the first instant up to, and without, the last. */
export type Span = { readonly from: Instant; readonly until: Instant };

// Days of each window, counted back from today, and how many of the latest are left out
// (orders of 5.3, 2026-11-23). On-time delivery: promised in the last 21 days without the latest 7.
const DAYS: Readonly<Record<Metric, readonly [days: number, without: number]>> = {
  'late-shipment-10': [10, 0],
  'late-shipment-30': [30, 0],
  cancellation: [7, 0],
  'valid-tracking': [30, 0],
  'on-time-delivery': [21, 7],
  'order-defect': [60, 0],
};

/** The days that a metric looks at on the store's calendar; today is the last of them. */
export function spanOf(metric: Metric, now: Instant, calendar: StoreCalendar): Span {
  const [days, without] = DAYS[metric];
  const tomorrow = addDays(dayOf(now, calendar), 1);
  return {
    from: startOfDay(addDays(tomorrow, -days), calendar),
    until: startOfDay(addDays(tomorrow, -without), calendar),
  };
}

export function isWithin(at: Instant | undefined, { from, until }: Span): boolean {
  return at !== undefined && at >= from && at < until;
}
