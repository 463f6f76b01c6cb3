import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { handler, list } from '../call.ts';
import type { ReportSchedule } from '../entities.ts';
import { digestOf } from '../hash.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { stamp, type Turn } from '../turn.ts';
import { askForReport, refuseReport, ReportRequest } from './handlers.ts';
import { PERIOD_NAMES, PERIODS } from './periods.ts';

const createReportSchedule = handler(
  'reports',
  'createReportSchedule',
  {
    body: ReportRequest.extend({
      period: z.enum(PERIOD_NAMES),
      nextReportCreationTime: Timestamp.optional(),
    }),
  },
  (turn, { body, seller }) => {
    const refusal = refuseReport(body, seller.marketplaceIds);
    if (refusal !== undefined) return badRequest('reports', refusal);
    // A schedule for the same report and the same stores takes the place of the earlier one.
    const digest = digestOf([seller.id, body.reportType, [...body.marketplaceIds].sort()]);
    const id = String(Number.parseInt(digest.slice(0, 12), 16));
    const nextAt = Math.max(turn.now, body.nextReportCreationTime ?? turn.now);
    const { nextReportCreationTime: _, ...asked } = body;
    const schedule: ReportSchedule = { id, sellerId: seller.id, ...asked, nextAt };
    turn.world.put('schedule', schedule);
    turn.schedule({ at: nextAt, kind: 'schedule', ref: id, step: String(nextAt) });
    return accepted({ reportScheduleId: id }, 201);
  },
);

/** A report falls due by its schedule: what happened since the last one. */
export function runSchedule(turn: Turn, id: string, step: string): void {
  const schedule = turn.world.read('schedule', id);
  if (!schedule || step !== String(schedule.nextAt)) return;
  const length = PERIODS[schedule.period];
  askForReport(turn, schedule.sellerId, {
    reportType: schedule.reportType,
    marketplaceIds: schedule.marketplaceIds,
    ...(schedule.reportOptions ? { reportOptions: schedule.reportOptions } : {}),
    dataStartTime: new Date(schedule.nextAt - length).toISOString(),
    dataEndTime: new Date(schedule.nextAt).toISOString(),
    scheduleId: id,
  });
  const nextAt = schedule.nextAt + length;
  turn.world.put('schedule', { ...schedule, nextAt });
  turn.schedule({ at: nextAt, kind: 'schedule', ref: id, step: String(nextAt) });
}

const getReportSchedules = handler(
  'reports',
  'getReportSchedules',
  { query: z.object({ reportTypes: list(10) }) },
  (turn, { query, seller }) =>
    accepted({
      reportSchedules: turn.world
        .having('schedule', `seller ${seller.id}`)
        .flatMap((id) => turn.world.read('schedule', id) ?? [])
        .filter(({ reportType }) => query.reportTypes.includes(reportType))
        .map((schedule) => viewOf(turn, schedule)),
    }),
);

const getReportSchedule = handler(
  'reports',
  'getReportSchedule',
  {},
  (turn, { parameters, seller }) => {
    const schedule = turn.world.read('schedule', parameters['reportScheduleId'] ?? '');
    if (schedule?.sellerId !== seller.id) return notFound('Report schedule was not found.');
    return accepted(viewOf(turn, schedule));
  },
);

const cancelReportSchedule = handler(
  'reports',
  'cancelReportSchedule',
  {},
  (turn, { parameters, seller }) => {
    const schedule = turn.world.read('schedule', parameters['reportScheduleId'] ?? '');
    if (schedule?.sellerId !== seller.id) return notFound('Report schedule was not found.');
    turn.world.remove('schedule', schedule.id);
    return { status: 200 };
  },
);

export const SCHEDULE_HANDLERS = [
  createReportSchedule,
  getReportSchedules,
  getReportSchedule,
  cancelReportSchedule,
];

function viewOf(turn: Turn, schedule: ReportSchedule): object {
  return {
    reportScheduleId: schedule.id,
    reportType: schedule.reportType,
    marketplaceIds: schedule.marketplaceIds,
    ...(schedule.reportOptions ? { reportOptions: schedule.reportOptions } : {}),
    period: schedule.period,
    nextReportCreationTime: stamp(turn, schedule.nextAt),
  };
}
