import type { Context } from '#lib/context/server';
import { type Instant, optional } from '#lib/kernel';
import { type CancelEffect, effectOfCancel, isCancelCounted } from '../core/cancel.ts';
import { isLateNow } from '../core/deadlines.ts';
import { lateRateIf } from '../core/metrics.ts';
import {
  isToldByAmazonAlone,
  type Metric,
  METRICS,
  type Rate,
  rateOf,
  type Span,
  spanOf,
  type Target,
  TARGET_OF,
} from '../core/rates.ts';
import { calendarOf, dayOf, startOfDay } from '../core/store-calendar.ts';
import { ordersByNumber } from '../store/message-store.ts';
import { countMetric } from '../store/metrics-store.ts';

export type MetricNow = {
  readonly metric: Metric;
  readonly rate: Rate;
  readonly span: Span;
  /** What Amazon's own report said last, with the day it said it. */
  readonly amazon?: { readonly day: string; readonly share?: number };
};

/** Every metric of a store as it stands, by our counting and by Amazon's where that is known. */
export async function readMetrics(
  context: Context,
  marketplaceId: string,
): Promise<readonly MetricNow[]> {
  const now = context.clock.now();
  const told = await toldByAmazon(context, marketplaceId);
  return Promise.all(
    METRICS.map(async (metric) => {
      const amazon = told.get(metric);
      const { part, whole } = isToldByAmazonAlone(metric)
        ? (amazon ?? NOTHING_COUNTED)
        : await countMetric(context, { marketplaceId, metric, at: now });
      return {
        metric,
        rate: rateOf(part, whole, targetOf(metric, amazon?.target)),
        span: spanOf(metric, now, calendarOf(marketplaceId)),
        ...optional('amazon', amazon && { day: amazon.day, ...optional('share', amazon.share) }),
      };
    }),
  );
}

type ToldMetric = {
  readonly day: string;
  readonly part: number;
  readonly whole: number;
  readonly share?: number;
  readonly target?: number;
};

const NOTHING_COUNTED = { part: 0, whole: 0 };

async function toldByAmazon(
  context: Context,
  marketplaceId: string,
): Promise<ReadonlyMap<string, ToldMetric>> {
  const rows = await context.db.metricReading.findMany({
    where: { connectionId: context.connection.id, marketplaceId, source: 'amazon' },
    orderBy: { day: 'asc' },
  });
  return new Map(
    rows.map(({ metric, day, part, whole, share, target }) => [
      metric,
      {
        day,
        part,
        whole,
        ...optional('share', share ?? undefined),
        ...optional('target', target ?? undefined),
      },
    ]),
  );
}

/** Amazon's own target where its report brings one. */
function targetOf(metric: Metric, value: number | undefined): Target {
  return value === undefined ? TARGET_OF[metric] : { ...TARGET_OF[metric], value };
}

export type LateEffect = {
  /** Orders that are late if they are confirmed now. */
  readonly late: number;
  readonly rates: readonly { readonly metric: Metric; readonly rate: Rate }[];
};

/** What the late shipment rates come to when these orders are confirmed now: said before, not after. */
export async function effectOfConfirming(
  context: Context,
  {
    marketplaceId,
    orderIds,
  }: { readonly marketplaceId: string; readonly orderIds: readonly string[] },
): Promise<LateEffect> {
  const known = await ordersByNumber(context.db, context, orderIds);
  const now = context.clock.now();
  const late = [...known.values()].filter(({ order }) => isLateNow(order, now)).length;
  // An order past its ship-by date counts as late already, so confirming it changes nothing more.
  return { late, rates: await lateRates(context, { marketplaceId, atRisk: [], day: now }) };
}

/** The late shipment rates on a day to come if these orders were not confirmed in time. */
export async function lookAhead(
  context: Context,
  input: {
    readonly marketplaceId: string;
    readonly orderIds: readonly string[];
    readonly day: string;
  },
): Promise<LateEffect> {
  const { marketplaceId, orderIds, day } = input;
  const known = await ordersByNumber(context.db, context, orderIds);
  const now = context.clock.now();
  const atRisk = [...known.values()]
    .filter(({ order }) => !isLateNow(order, now))
    .flatMap(({ order }) => order.shipBy?.latest ?? []);
  const at = startOfDay(day, calendarOf(marketplaceId));
  return {
    late: atRisk.length,
    rates: await lateRates(context, { marketplaceId, atRisk, day: at }),
  };
}

async function lateRates(
  context: Context,
  {
    marketplaceId,
    atRisk,
    day,
  }: { readonly marketplaceId: string; readonly atRisk: readonly Instant[]; readonly day: Instant },
): Promise<LateEffect['rates']> {
  return Promise.all(
    (['late-shipment-10', 'late-shipment-30'] as const).map(async (metric) => {
      const known = await countMetric(context, { marketplaceId, metric, at: day });
      const span = spanOf(metric, day, calendarOf(marketplaceId));
      return { metric, rate: lateRateIf({ known, atRisk }, { span, metric }) };
    }),
  );
}

/** R33: what canceling these orders for this reason does to the cancellation rate. */
export async function effectOfCanceling(
  context: Context,
  input: {
    readonly marketplaceId: string;
    readonly orderIds: readonly string[];
    readonly reason: string;
  },
): Promise<CancelEffect> {
  const { marketplaceId, orderIds, reason } = input;
  const known = await ordersByNumber(context.db, context, orderIds);
  const at = context.clock.now();
  const counts = await countMetric(context, { marketplaceId, metric: 'cancellation', at });
  const last = await context.db.order.findFirst({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      canceledAt: { not: null },
      wasReleased: true,
    },
    orderBy: { canceledAt: 'desc' },
    select: { isCancelCounted: true },
  });
  return effectOfCancel(
    { canceled: counts.part, orders: counts.whole },
    [...known.values()].map(({ order }) => ({ isCounted: isCancelCounted(order, reason) })),
    { lastWasCounted: last?.isCancelCounted ?? false },
  );
}

export type MetricDay = {
  readonly metric: Metric;
  readonly day: string;
  readonly source: 'ours' | 'amazon';
  readonly share?: number;
};

/** Keeps what we count ourselves of today's metrics, so that they can be drawn over time. */
export async function keepMetrics(context: Context, marketplaceId: string): Promise<void> {
  const day = dayOf(context.clock.now(), calendarOf(marketplaceId));
  for (const { metric, rate } of await readMetrics(context, marketplaceId)) {
    if (isToldByAmazonAlone(metric)) continue;
    const key = { connectionId: context.connection.id, marketplaceId, metric, day, source: 'ours' };
    const data = {
      part: rate.part,
      whole: rate.whole,
      share: rate.share ?? null,
      target: rate.target.value,
    };
    await context.db.metricReading.upsert({
      where: { connectionId_marketplaceId_metric_day_source: key },
      create: { ...key, ...data },
      update: data,
    });
  }
}

export async function metricHistory(
  context: Context,
  { marketplaceId, from }: { readonly marketplaceId: string; readonly from: string },
): Promise<readonly MetricDay[]> {
  const rows = await context.db.metricReading.findMany({
    where: { connectionId: context.connection.id, marketplaceId, day: { gte: from } },
    orderBy: [{ metric: 'asc' }, { day: 'asc' }],
  });
  return rows.map(({ metric, day, source, share }) => ({
    // Written by `keepMetrics` and the reading of Amazon's report alone.
    metric: metric as Metric,
    day,
    source: source as MetricDay['source'],
    ...optional('share', share ?? undefined),
  }));
}
