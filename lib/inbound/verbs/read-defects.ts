import { type Context, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import { enqueue } from '#lib/jobs';
import { HOUR, ok, problem, refuse, type Result } from '#lib/kernel';
import { type AmazonAnswer, type AmazonFailure } from '#lib/sp-api';
import { readDefectReport } from '../amazon/defect-report.ts';
import { saveDefectsIn } from '../defect-store.ts';
import { failureProblems } from '../errands/problems.ts';
import { loadPlan } from '../store.ts';

/** The job that carries the reading of a report on. */
export const DEFECTS_JOB = 'inbound.read-defects';
const REPORT_TYPE = 'GET_FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA';
const POLL_SECONDS = 3;
const LATER_SECONDS = 60;

/** Asks Amazon for its report on what was wrong with what arrived, unless that is under way. */
export async function readDefects(
  context: Context,
  { planId }: { readonly planId: string },
): Promise<Result<{ readonly planId: string }>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { marketplaceId } = stored.plan;
  const { connectionId } = stored;
  const now = context.clock.now();
  const running = await context.db.inboundDefectRead.findFirst({
    where: {
      connectionId,
      marketplaceId,
      state: 'running',
      startedAt: { gt: new Date(now - HOUR) },
    },
  });
  if (running) return ok({ planId });
  const readId = crypto.randomUUID();
  await transaction(context.db, async (tx) => {
    await tx.inboundDefectRead.create({
      data: {
        id: readId,
        workspaceId: context.workspaceId,
        connectionId,
        marketplaceId,
        state: 'running',
        problems: [],
        startedAt: new Date(now),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'inbound-plan',
      objectId: planId,
      verb: 'read-defects',
    });
    await enqueue(tx, DEFECTS_JOB, { readId }, { singletonKey: readId });
  });
  return ok({ planId });
}

/** Carries a reading on by one step; says in how many seconds to come back, if at all. */
export async function carryDefects(
  context: Context,
  readId: string,
): Promise<{ readonly again?: number }> {
  const row = await context.db.inboundDefectRead.findFirst({
    where: { id: readId, workspaceId: context.workspaceId },
  });
  if (row?.state !== 'running') return {};
  if (row.reportId === null) {
    const made = await context.amazon.reports.createReport({
      body: { reportType: REPORT_TYPE, marketplaceIds: [row.marketplaceId] },
    });
    if (!made.ok) return failed(context, readId, made.failure);
    const { reportId } = made.value;
    await context.db.inboundDefectRead.update({ where: { id: readId }, data: { reportId } });
    return { again: POLL_SECONDS };
  }
  const report = await reportBytes(context, row.reportId);
  if (!report.ok) return failed(context, readId, report.failure);
  if (report.value === undefined) return { again: POLL_SECONDS };
  const defects = readDefectReport(report.value);
  await transaction(context.db, async (tx) => {
    await saveDefectsIn(tx, context, row.connectionId, defects);
    await tx.inboundDefectRead.update({
      where: { id: readId },
      data: {
        state: 'done',
        found: defects.length,
        finishedAt: new Date(context.clock.now()),
      },
    });
  });
  return {};
}

/** The report; undefined while Amazon is writing it, empty where there is nothing to tell. */
async function reportBytes(
  { amazon }: Context,
  reportId: string,
): Promise<AmazonAnswer<Uint8Array | undefined>> {
  const report = await amazon.reports.getReport({ reportId });
  if (!report.ok) return report;
  const { processingStatus, reportDocumentId } = report.value;
  if (processingStatus === 'IN_QUEUE' || processingStatus === 'IN_PROGRESS')
    return { ok: true, value: undefined };
  if (reportDocumentId === undefined) return { ok: true, value: new Uint8Array() };
  const document = await amazon.reports.getReportDocument({ reportDocumentId });
  if (!document.ok) return document;
  return amazon.download(document.value.url, document.value.compressionAlgorithm);
}

async function failed(
  context: Context,
  readId: string,
  failure: AmazonFailure,
): Promise<{ readonly again?: number }> {
  if (failure.kind === 'throttled' || failure.kind === 'unavailable')
    return { again: LATER_SECONDS };
  await context.db.inboundDefectRead.update({
    where: { id: readId },
    data: {
      state: 'failed',
      problems: toJson(failureProblems(failure)),
      finishedAt: new Date(context.clock.now()),
    },
  });
  return {};
}

export async function connectionOfDefectRead(
  db: Context['db'],
  readId: string,
): Promise<string | undefined> {
  const row = await db.inboundDefectRead.findUnique({
    where: { id: readId },
    select: { connectionId: true },
  });
  return row?.connectionId;
}
