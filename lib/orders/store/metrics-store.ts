import type { Context } from '#lib/context/server';
import { Prisma } from '#lib/db';
import type { Instant } from '#lib/kernel';
import type { CountedMetric, Counts } from '../core/metrics.ts';
import { type Span, spanOf } from '../core/rates.ts';
import { calendarOf } from '../core/store-calendar.ts';

type Where = {
  readonly marketplaceId: string;
  readonly metric: CountedMetric;
  readonly at: Instant;
};

/** Both numbers of a metric on the day of `at`, counted where the orders lie. */
export async function countMetric(
  context: Context,
  { marketplaceId, metric, at }: Where,
): Promise<Counts> {
  const span = spanOf(metric, at, calendarOf(marketplaceId));
  const [row] = await context.db.$queryRaw<{ readonly part: bigint; readonly whole: bigint }[]>(
    statement(context, marketplaceId, { metric, span, now: context.clock.now() }),
  );
  return { part: Number(row?.part ?? 0), whole: Number(row?.whole ?? 0) };
}

function statement(
  context: Context,
  marketplaceId: string,
  {
    metric,
    span,
    now,
  }: { readonly metric: CountedMetric; readonly span: Span; readonly now: Instant },
): Prisma.Sql {
  const [from, until] = [new Date(span.from), new Date(span.until)];
  const store = Prisma.sql`o."connectionId" = ${context.connection.id}
    AND o."workspaceId" = ${context.workspaceId} AND o."marketplaceId" = ${marketplaceId}`;
  const within = (column: Prisma.Sql) => Prisma.sql`${column} >= ${from} AND ${column} < ${until}`;
  switch (metric) {
    case 'late-shipment-10':
    case 'late-shipment-30':
      return Prisma.sql`
        SELECT COUNT(*) AS "whole",
          COUNT(*) FILTER (WHERE COALESCE(o."confirmedAt", ${new Date(now)}) > o."shipBy") AS "part"
        FROM "Order" o
        WHERE ${store} AND ${within(Prisma.sql`o."dueAt"`)}
          AND o."wasReleased" AND o."canceledAt" IS NULL`;
    case 'cancellation':
      return Prisma.sql`
        SELECT (SELECT COUNT(*) FROM "Order" o
            WHERE ${store} AND ${within(Prisma.sql`o."canceledAt"`)} AND o."isCancelCounted") AS "part",
          (SELECT COUNT(*) FROM "Order" o
            WHERE ${store} AND ${within(Prisma.sql`o."purchasedAt"`)} AND o."wasReleased") AS "whole"`;
    case 'valid-tracking':
      return Prisma.sql`
        SELECT COUNT(*) AS "whole",
          COUNT(*) FILTER (WHERE p."isScanned" AND p."trackingNumber" <> '') AS "part"
        FROM "Order" o JOIN "OrderPackage" p ON p."orderRowId" = o."id"
        WHERE ${store} AND ${within(Prisma.sql`o."deliverBy"`)}`;
    case 'on-time-delivery':
      return Prisma.sql`
        SELECT COALESCE(SUM(p."units"), 0) AS "whole",
          COALESCE(SUM(p."units") FILTER (WHERE p."deliveredAt" <= o."deliverBy"), 0) AS "part"
        FROM "Order" o JOIN "OrderPackage" p ON p."orderRowId" = o."id"
        WHERE ${store} AND ${within(Prisma.sql`o."deliverBy"`)}
          AND p."isScanned" AND p."trackingNumber" <> ''`;
  }
}
