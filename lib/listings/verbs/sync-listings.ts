import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { enqueue } from '#lib/jobs';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import type { AmazonAnswer, AmazonFailure } from '#lib/sp-api';
import { readFnskus } from './read-fnskus.ts';
import { takeReport } from './import-listings.ts';

export const SYNC_JOB = 'listings.sync';
const REPORT_TYPE = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const POLL_SECONDS = 5;

/** Asks Amazon for a fresh listings report; the job reads it in when it is ready. */
export async function syncListings(
  context: Context,
  marketplaceId: string,
): Promise<Result<{ readonly importId: string }>> {
  const notAllowed = forbidden(context, 'convert-listings');
  if (notAllowed) return refuse(notAllowed);
  if (!context.connection.marketplaceIds.includes(marketplaceId)) {
    return refuse(problem('marketplace-not-connected', { marketplace: marketplaceId }));
  }
  const running = await context.db.listingsImport.findFirst({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      state: 'running',
    },
  });
  if (running) return ok({ importId: running.id });
  const importId = crypto.randomUUID();
  await transaction(context.db, async (tx) => {
    await tx.listingsImport.create({
      data: {
        id: importId,
        workspaceId: context.workspaceId,
        connectionId: context.connection.id,
        marketplaceId,
        source: 'report',
        state: 'running',
        refused: [],
        problems: [],
        startedAt: new Date(context.clock.now()),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'listings-import',
      objectId: importId,
      verb: 'sync-listings',
      after: { marketplaceId },
    });
    await enqueue(tx, SYNC_JOB, { importId }, { singletonKey: importId });
  });
  return ok({ importId });
}

/** Carries a synchronisation on by one step; says in how many seconds to come back, if at all. */
export async function carrySync(
  context: Context,
  importId: string,
): Promise<{ readonly again?: number }> {
  const row = await context.db.listingsImport.findFirst({
    where: { id: importId, workspaceId: context.workspaceId },
  });
  if (row?.state !== 'running') return {};
  const { marketplaceId } = row;
  if (row.reportId === null) {
    const made = await context.amazon.reports.createReport({
      body: { reportType: REPORT_TYPE, marketplaceIds: [marketplaceId] },
    });
    if (!made.ok) return fail(context, importId, made.failure);
    await context.db.listingsImport.update({
      where: { id: importId },
      data: { reportId: made.value.reportId },
    });
    return { again: POLL_SECONDS };
  }
  const document = await reportDocument(context, row.reportId);
  if (!document.ok) return fail(context, importId, document.failure);
  if (document.value === undefined) return { again: POLL_SECONDS };
  await takeReport(context, {
    importId,
    marketplaceId,
    source: 'report',
    reportId: row.reportId,
    bytes: document.value,
  });
  await readFnskus(context, marketplaceId);
  return {};
}

/** The report's bytes; undefined while Amazon is still writing it, empty where it has no rows. */
async function reportDocument(
  context: Context,
  reportId: string,
): Promise<AmazonAnswer<Uint8Array | undefined>> {
  const report = await context.amazon.reports.getReport({ reportId });
  if (!report.ok) return report;
  const { processingStatus, reportDocumentId } = report.value;
  if (processingStatus === 'IN_QUEUE' || processingStatus === 'IN_PROGRESS') {
    return { ok: true, value: undefined };
  }
  if (reportDocumentId === undefined) return { ok: true, value: new Uint8Array() };
  const document = await context.amazon.reports.getReportDocument({ reportDocumentId });
  if (!document.ok) return document;
  return context.amazon.download(document.value.url, document.value.compressionAlgorithm);
}

async function fail(
  context: Context,
  importId: string,
  failure: AmazonFailure,
): Promise<{ readonly again?: number }> {
  if (failure.kind === 'throttled' || failure.kind === 'unavailable') return { again: 30 };
  await context.db.listingsImport.update({
    where: { id: importId },
    data: {
      state: 'failed',
      finishedAt: new Date(context.clock.now()),
      problems: [
        {
          code: `amazon-${failure.kind}`,
          facts: {
            operation: failure.operation,
            codes: failure.messages.map(({ code }) => code),
            amazonMessage: failure.messages[0]?.message ?? '',
          },
        },
      ],
    },
  });
  return {};
}
