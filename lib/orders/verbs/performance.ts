import type { Context } from '#lib/context/server';
import { transaction } from '#lib/db';
import { DAY } from '#lib/kernel';
import { readPerformance } from '../amazon/read-performance.ts';
import { calendarOf, dayOf } from '../core/store-calendar.ts';

export const PERFORMANCE_JOB = 'orders.performance';
const REPORT_TYPE = 'GET_V2_SELLER_PERFORMANCE_REPORT';
const POLL_SECONDS = 30;

/** Whether Amazon's own figures of today are known. */
export async function isPerformanceKnown(
  context: Context,
  marketplaceId: string,
): Promise<boolean> {
  const day = dayOf(context.clock.now(), calendarOf(marketplaceId));
  const where = { connectionId: context.connection.id, marketplaceId, day, source: 'amazon' };
  return (await context.db.metricReading.count({ where })) > 0;
}

/**
 * Fetches Amazon's performance report by one step. Which report is under way is asked of Amazon, so a
 * step that was cut off is simply taken again.
 */
export async function carryPerformance(
  context: Context,
  marketplaceId: string,
): Promise<{ readonly again?: number }> {
  const { amazon, clock } = context;
  const listed = await amazon.reports.getReports({
    reportTypes: [REPORT_TYPE],
    marketplaceIds: [marketplaceId],
    createdSince: new Date(clock.now() - DAY).toISOString(),
    pageSize: 10,
  });
  if (!listed.ok) return {};
  const report = listed.value.reports.find(
    ({ processingStatus }) => processingStatus !== 'CANCELLED' && processingStatus !== 'FATAL',
  );
  if (!report) {
    const made = await amazon.reports.createReport({
      body: { reportType: REPORT_TYPE, marketplaceIds: [marketplaceId] },
    });
    return made.ok ? { again: POLL_SECONDS } : {};
  }
  if (report.reportDocumentId === undefined) return { again: POLL_SECONDS };
  const document = await amazon.reports.getReportDocument({
    reportDocumentId: report.reportDocumentId,
  });
  if (!document.ok) return {};
  const bytes = await amazon.download(document.value.url, document.value.compressionAlgorithm);
  if (!bytes.ok) return {};
  await keep(context, marketplaceId, new TextDecoder().decode(bytes.value));
  return {};
}

async function keep(context: Context, marketplaceId: string, text: string): Promise<void> {
  const day = dayOf(context.clock.now(), calendarOf(marketplaceId));
  await transaction(context.db, async (tx) => {
    for (const { metric, part, whole, share, target } of readPerformance(text, marketplaceId)) {
      const key = {
        connectionId: context.connection.id,
        marketplaceId,
        metric,
        day,
        source: 'amazon',
      };
      const data = { part, whole, share: share ?? null, target: target ?? null };
      await tx.metricReading.upsert({
        where: { connectionId_marketplaceId_metric_day_source: key },
        create: { ...key, ...data },
        update: data,
      });
    }
  });
}
