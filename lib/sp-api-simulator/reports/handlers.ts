import { DAY } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { denied } from '../auth.ts';
import { handler, list, listOf, one, whole, word } from '../call.ts';
import type { ReportRecord } from '../entities.ts';
import { DOCUMENT_URL_MS, keepFile, presign } from '../presign.ts';
import { digestOf } from '../hash.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { pageOf } from '../paging.ts';
import { delayOf, stamp, type Turn } from '../turn.ts';
import { REPORTS, RESTRICTED_REPORTS } from './kinds.ts';

const CreateReport = z.object({
  reportType: z.string().min(1),
  marketplaceIds: z.array(z.string().min(1)).min(1).max(25),
  reportOptions: z.record(z.string(), z.string()).optional(),
  dataStartTime: Timestamp.optional(),
  dataEndTime: Timestamp.optional(),
});

const createReport = handler(
  'reports',
  'createReport',
  { body: CreateReport },
  (turn, { body, seller }) => {
    if (!REPORTS.has(body.reportType))
      return badRequest('reports', `Report type ${body.reportType} is not supported.`);
    const foreign = body.marketplaceIds.find((id) => !seller.marketplaceIds.includes(id));
    if (foreign !== undefined)
      return badRequest('reports', `Marketplace ${foreign} is not one of this selling partner.`);
    const content = digestOf([seller.id, body]);
    const earlier = turn.world
      .having('report', `seller ${seller.id}`)
      .filter((id) => id.startsWith(numeric(content)));
    const report: ReportRecord = {
      id: `${numeric(content)}${String(earlier.length).padStart(6, '0')}`,
      sellerId: seller.id,
      reportType: body.reportType,
      marketplaceIds: body.marketplaceIds,
      createdAt: turn.now,
      startedAt: turn.now,
      completesAt: turn.now,
      status: 'IN_QUEUE',
      ...(body.dataStartTime === undefined
        ? {}
        : { dataStartTime: new Date(body.dataStartTime).toISOString() }),
      ...(body.dataEndTime === undefined
        ? {}
        : { dataEndTime: new Date(body.dataEndTime).toISOString() }),
    };
    const startedAt = turn.now + delayOf(turn, report.id, 'queue');
    const completesAt = startedAt + delayOf(turn, report.id, 'work');
    turn.world.put('report', { ...report, startedAt, completesAt });
    turn.schedule({ at: completesAt, kind: 'report', ref: report.id });
    return accepted({ reportId: report.id }, 202);
  },
);

/** Writes the report at its time; one without a row is cancelled, as Amazon does it. */
export function completeReport(turn: Turn, id: string): void {
  const report = turn.world.read('report', id);
  if (report?.status !== 'IN_QUEUE') return;
  const text = REPORTS.get(report.reportType)?.(turn, report);
  if (text === undefined) {
    turn.world.put('report', { ...report, status: 'CANCELLED' });
    return;
  }
  const fileId = keepFile(turn, {
    sellerId: report.sellerId,
    content: { of: 'report', text, restricted: RESTRICTED_REPORTS.has(report.reportType) },
  });
  turn.world.put('report', { ...report, status: 'DONE', fileId });
}

const getReport = handler('reports', 'getReport', {}, (turn, { parameters, seller }) => {
  const report = turn.world.read('report', parameters['reportId'] ?? '');
  if (report?.sellerId !== seller.id) return notFound('Report was not found.');
  return accepted(reportView(turn, report));
});

const cancelReport = handler('reports', 'cancelReport', {}, (turn, { parameters, seller }) => {
  const report = turn.world.read('report', parameters['reportId'] ?? '');
  if (report?.sellerId !== seller.id) return notFound('Report was not found.');
  if (statusOf(turn, report) !== 'IN_QUEUE')
    return badRequest('reports', 'Only reports that are IN_QUEUE can be cancelled.');
  turn.world.put('report', { ...report, status: 'CANCELLED', completesAt: turn.now });
  return { status: 200 };
});

const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;

const GetReports = z.object({
  reportTypes: list(10).optional(),
  processingStatuses: listOf(STATUSES).optional(),
  marketplaceIds: list(10).optional(),
  pageSize: whole(1, 100).optional(),
  createdSince: one.pipe(Timestamp).optional(),
  createdUntil: one.pipe(Timestamp).optional(),
  nextToken: one.optional(),
});

const getReports = handler('reports', 'getReports', { query: GetReports }, (turn, call) => {
  const { query, seller } = call;
  const alone = Object.values(query).filter((value) => value !== undefined).length === 1;
  if (query.nextToken !== undefined && !alone)
    return badRequest('reports', 'nextToken must be the only parameter.');
  if (query.nextToken === undefined && !query.reportTypes)
    return badRequest('reports', 'Either reportTypes or nextToken is required.');
  const since = query.createdSince ?? turn.now - 90 * DAY;
  const found = turn.world
    .having('report', `seller ${seller.id}`)
    .flatMap((id) => turn.world.read('report', id) ?? [])
    .filter(
      (report) =>
        (query.reportTypes?.includes(report.reportType) ?? true) &&
        (query.processingStatuses?.includes(statusOf(turn, report)) ?? true) &&
        (query.marketplaceIds?.some((id) => report.marketplaceIds.includes(id)) ?? true) &&
        report.createdAt >= since &&
        report.createdAt <= (query.createdUntil ?? turn.now),
    )
    .reverse();
  const paged = pageOf(
    turn,
    {
      api: 'reports',
      operation: 'getReports',
      sellerId: seller.id,
      // The token stands alone, so nothing else can be bound to it.
      filters: '',
      pageSize: query.pageSize ?? 10,
      token: query.nextToken,
    },
    found,
  );
  if ('answer' in paged) return paged.answer;
  return accepted({
    reports: paged.page.items.map((report) => reportView(turn, report)),
    ...(paged.page.nextToken ? { nextToken: paged.page.nextToken } : {}),
  });
});

const getReportDocument = handler(
  'reports',
  'getReportDocument',
  { query: z.object({ enableContentEncodingUrlHeader: word(['true', 'false']).optional() }) },
  (turn, { parameters, seller, origin, dataElements }) => {
    const id = parameters['reportDocumentId'] ?? '';
    const file = turn.world.read('file', id);
    if (file?.sellerId !== seller.id || file.content.of !== 'report')
      return notFound('Report document was not found.');
    if (file.content.restricted === true && dataElements === undefined)
      return denied('The document holds personal data and needs a restricted data token.');
    return accepted({
      reportDocumentId: id,
      url: presign(turn, origin, id, DOCUMENT_URL_MS),
      compressionAlgorithm: 'GZIP',
    });
  },
);

export const REPORTS_HANDLERS = [
  createReport,
  getReport,
  cancelReport,
  getReports,
  getReportDocument,
];

function numeric(digest: string): string {
  return String(Number.parseInt(digest.slice(0, 8), 16)).padStart(10, '0');
}

function statusOf(turn: Turn, report: ReportRecord): (typeof STATUSES)[number] {
  if (report.status !== 'IN_QUEUE') return report.status;
  return turn.now >= report.startedAt ? 'IN_PROGRESS' : 'IN_QUEUE';
}

function reportView(turn: Turn, report: ReportRecord): Record<string, unknown> {
  const status = statusOf(turn, report);
  const started = status !== 'IN_QUEUE';
  const ended = report.status !== 'IN_QUEUE';
  return {
    marketplaceIds: report.marketplaceIds,
    reportId: report.id,
    reportType: report.reportType,
    dataStartTime: report.dataStartTime ?? stamp(turn, report.createdAt),
    dataEndTime: report.dataEndTime ?? stamp(turn, report.createdAt),
    createdTime: stamp(turn, report.createdAt),
    processingStatus: status,
    ...(started ? { processingStartTime: stamp(turn, report.startedAt) } : {}),
    ...(ended ? { processingEndTime: stamp(turn, report.completesAt) } : {}),
    ...(report.fileId ? { reportDocumentId: report.fileId } : {}),
  };
}
