import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { type RefusedRow, readOrderRows } from '#lib/flat-files';
import { enqueue } from '#lib/jobs';
import { type Instant, ok, problem, refuse, type Result } from '#lib/kernel';
import { readingsOfRows } from '../amazon/read-rows.ts';
import { type AlsoSave, saveReadings } from '../store/save-readings.ts';
import { readSync, writeSync } from '../store/sync-store.ts';
import { isPassing, problemOf } from './failure.ts';
import { noteHappenings } from './note-happenings.ts';
import { syncKey } from './sync-orders.ts';

export const ORDERS_REPORT_JOB = 'orders.report';
const REPORT_TYPE = 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING';
const POLL_SECONDS = 15;

export type ImportedOrders = {
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
};

/** Takes an Unshipped Orders or Order report in that somebody downloaded from Amazon. */
export async function importOrders(
  context: Context,
  { marketplaceId, bytes }: { readonly marketplaceId: string; readonly bytes: Uint8Array },
): Promise<Result<ImportedOrders>> {
  const notAllowed = forbidden(context, 'ship-orders');
  if (notAllowed) return refuse(notAllowed);
  if (!context.connection.marketplaceIds.includes(marketplaceId))
    return refuse(problem('marketplace-not-connected', { marketplace: marketplaceId }));
  // Whoever brings a report knows of its orders, and is not told of each of them.
  const taken = await takeReport(context, {
    marketplaceId,
    bytes,
    reportedAt: context.clock.now(),
  });
  if (!taken.ok) return taken;
  const { rows, added } = taken.value;
  await transaction(context.db, (tx) =>
    writeAudit(tx, context, {
      objectType: 'order-report',
      objectId: marketplaceId,
      verb: 'import-orders',
      after: { rows, added },
    }),
  );
  return taken;
}

async function takeReport(
  context: Context,
  report: {
    readonly marketplaceId: string;
    readonly bytes: Uint8Array;
    readonly reportedAt: Instant;
  },
  also?: AlsoSave,
): Promise<Result<ImportedOrders>> {
  const read = readOrderRows(report.bytes);
  if (!read.ok) return read;
  const { rows, refused } = read.value;
  const saved = await saveReadings(context, readingsOfRows(rows, report), also);
  return ok({ rows: rows.length, added: saved.added, unchanged: saved.unchanged, refused });
}

/** Asks Amazon for the Unshipped Orders report; the job takes it in when it is written. */
export async function syncOrderReport(
  context: Context,
  marketplaceId: string,
): Promise<Result<undefined>> {
  if (!context.connection.marketplaceIds.includes(marketplaceId))
    return refuse(problem('marketplace-not-connected', { marketplace: marketplaceId }));
  const key = syncKey(context.connection.id, marketplaceId);
  await transaction(context.db, (tx) =>
    enqueue(tx, ORDERS_REPORT_JOB, { key }, { singletonKey: key }),
  );
  return ok(undefined);
}

/** Carries the report on by one step; the document wants a token of its own for its buyers. */
export async function carryOrderReport(
  context: Context,
  marketplaceId: string,
): Promise<{ readonly again?: number }> {
  const state = await readSync(context, marketplaceId);
  const { amazon } = context;
  if (state.reportId === undefined) {
    const made = await amazon.reports.createReport({
      body: { reportType: REPORT_TYPE, marketplaceIds: [marketplaceId] },
    });
    if (!made.ok) return giveUp(context, marketplaceId, made.failure);
    await writeSync(context, marketplaceId, { ...state, reportId: made.value.reportId });
    return { again: POLL_SECONDS };
  }
  const report = await amazon.reports.getReport({ reportId: state.reportId });
  if (!report.ok) return giveUp(context, marketplaceId, report.failure);
  const { processingStatus, reportDocumentId, createdTime } = report.value;
  if (processingStatus === 'IN_QUEUE' || processingStatus === 'IN_PROGRESS')
    return { again: POLL_SECONDS };
  const { reportId: _, ...rest } = state;
  // A report without data ends as canceled and has no document.
  if (reportDocumentId !== undefined) {
    const document = await amazon.restrictedReport(reportDocumentId);
    if (!document.ok) return giveUp(context, marketplaceId, document.failure);
    const { url, compressionAlgorithm } = document.value;
    const bytes = await amazon.download(url, compressionAlgorithm);
    if (!bytes.ok) return giveUp(context, marketplaceId, bytes.failure);
    const reportedAt = Date.parse(createdTime);
    const taken = await takeReport(
      context,
      { marketplaceId, bytes: bytes.value, reportedAt },
      (tx, happenings) => noteHappenings(tx, context, happenings),
    );
    if (!taken.ok) {
      await writeSync(context, marketplaceId, { ...rest, problems: taken.problems });
      return {};
    }
  }
  await writeSync(context, marketplaceId, { ...rest, reportedAt: context.clock.now() });
  return {};
}

async function giveUp(
  context: Context,
  marketplaceId: string,
  failure: Parameters<typeof problemOf>[0],
): Promise<{ readonly again?: number }> {
  if (isPassing(failure)) return { again: 60 };
  const { reportId: _, ...state } = await readSync(context, marketplaceId);
  const isRoleMissing = state.isRoleMissing || failure.kind === 'unauthorized';
  await writeSync(context, marketplaceId, {
    ...state,
    isRoleMissing,
    problems: [problemOf(failure)],
  });
  return {};
}
