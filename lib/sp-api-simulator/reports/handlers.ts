import { DAY, marketplaceById, optional } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest } from '../answer.ts';
import { handler } from '../call.ts';
import { completeJob, type Family, jobHandlers, queueJob } from '../documents/jobs.ts';
import type { OldEncoding } from '../documents/report-text.ts';
import type { ReportRecord } from '../entities.ts';
import { digestOf } from '../hash.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { stamp, type Turn } from '../turn.ts';
import { REPORTS, RESTRICTED_REPORTS } from './kinds.ts';

const FAMILY: Family<'report'> = {
  kind: 'report',
  api: 'reports',
  noun: 'Report',
  typeOf: (report) => report.reportType,
  view: (turn, report) => ({
    dataStartTime: report.dataStartTime ?? stamp(turn, report.createdAt),
    dataEndTime: report.dataEndTime ?? stamp(turn, report.createdAt),
    ...(report.scheduleId ? { reportScheduleId: report.scheduleId } : {}),
  }),
  documentKey: 'reportDocumentId',
  // A report without a row is cancelled, as Amazon does it (#685).
  without: 'CANCELLED',
  // Report documents are kept for 30 days (Reports API, checked 2026-11-23).
  documentLivesMs: 30 * DAY,
};

export const ReportRequest = z.object({
  reportType: z.string().min(1),
  marketplaceIds: z.array(z.string().min(1)).min(1).max(25),
  reportOptions: z.record(z.string(), z.string()).optional(),
});

const CreateReport = ReportRequest.extend({
  dataStartTime: Timestamp.optional(),
  dataEndTime: Timestamp.optional(),
});

const createReport = handler(
  'reports',
  'createReport',
  { body: CreateReport },
  (turn, { body, seller }) => {
    const refusal = refuseReport(body, seller.marketplaceIds);
    if (refusal !== undefined) return badRequest('reports', refusal);
    const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
    const [from, to] = [iso(body.dataStartTime), iso(body.dataEndTime)];
    const { dataStartTime: _from, dataEndTime: _to, ...asked } = body;
    const id = askForReport(turn, seller.id, {
      ...asked,
      ...(from ? { dataStartTime: from } : {}),
      ...(to ? { dataEndTime: to } : {}),
    });
    return accepted({ reportId: id }, 202);
  },
);

/** Why Amazon would not make this report; undefined when it would. */
export function refuseReport(
  body: z.infer<typeof ReportRequest>,
  marketplaceIds: readonly string[],
): string | undefined {
  if (!REPORTS.has(body.reportType)) return `Report type ${body.reportType} is not supported.`;
  const foreign = body.marketplaceIds.find((id) => !marketplaceIds.includes(id));
  return foreign && `Marketplace ${foreign} is not one of this selling partner.`;
}

type Asked = Pick<
  ReportRecord,
  'reportType' | 'marketplaceIds' | 'reportOptions' | 'dataStartTime' | 'dataEndTime' | 'scheduleId'
>;

export function askForReport(turn: Turn, sellerId: string, asked: Asked): string {
  const name = String(Number.parseInt(digestOf([sellerId, asked]).slice(0, 8), 16));
  const prefix = name.padStart(10, '0');
  const earlier = turn.world
    .having('report', `seller ${sellerId}`)
    .filter((id) => id.startsWith(prefix));
  const id = `${prefix}${String(earlier.length).padStart(6, '0')}`;
  turn.world.put('report', { id, sellerId, ...asked, ...queueJob(turn, 'report', id) });
  return id;
}

/** Writes the report at its time. */
export function completeReport(turn: Turn, id: string): void {
  completeJob(turn, FAMILY, id, (report) => {
    const text = REPORTS.get(report.reportType)?.(turn, report);
    if (text === undefined) return undefined;
    return {
      text,
      restricted: RESTRICTED_REPORTS.has(report.reportType),
      ...optional('encoding', oldEncoding(turn, report)),
    };
  });
}

const CODE_PAGES: Readonly<Record<string, OldEncoding>> = {
  AMAZON_EU: 'windows-1252',
  AMAZON_JP: 'shift_jis',
};

function oldEncoding(
  turn: Turn,
  { reportType, marketplaceIds: [store = ''] }: ReportRecord,
): OldEncoding | undefined {
  if (reportType !== 'GET_MERCHANT_LISTINGS_ALL_DATA' || !turn.quirks.has('oldCodePages'))
    return undefined;
  return CODE_PAGES[marketplaceById(store)?.channel ?? ''];
}

export const REPORTS_HANDLERS = [createReport, ...jobHandlers(FAMILY)];
