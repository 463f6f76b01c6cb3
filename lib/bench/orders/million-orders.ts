import { createHash } from 'node:crypto';
import type { Context } from '#lib/context';
import { Prisma } from '#lib/db';
import { buyerDigests } from '#lib/orders/server';

export const SKUS = 5_000;
const CHUNK = 100_000;
const FIRST_NAMES = 100;
const LAST_NAMES = 2_000;

/** The name of an invented buyer: one of a hundred first names, one of two thousand last ones. */
export function buyerName(first: number, last: number): string {
  return `First${word(first)} Last${word(last)}`;
}

function word(number: number): string {
  return createHash('sha256').update(String(number)).digest('hex').slice(0, 8);
}

export function skuOf(number: number): string {
  return `CUP-${String(number).padStart(5, '0')}`;
}

export async function fillListings(context: Context, marketplaceId: string): Promise<void> {
  const now = new Date(context.clock.now());
  await context.db.listing.createMany({
    data: Array.from({ length: SKUS }, (_, number) => ({
      id: crypto.randomUUID(),
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      sku: skuOf(number),
      asin: `B0CUP${String(number).padStart(5, '0')}`,
      title: `A cup of the ${word(number)} kind, ${number % 12} inches`,
      condition: 'NewItem',
      channel: 'merchant',
      status: 'active',
      priceMinor: 1_000,
      currency: 'USD',
      quantity: 100,
      createdAt: now,
    })),
  });
}

/**
 * Two years of a large seller's orders: the newest ones wait, 2 in 100 were canceled, and 4 in 10
 * have two items. Written by the database itself, and the indexes built afterwards.
 */
export async function fillOrders(
  context: Context,
  {
    marketplaceId,
    orders,
    until,
  }: Readonly<{ marketplaceId: string; orders: number; until: number }>,
): Promise<void> {
  const { db, workspaceId, connection } = context;
  await db.$executeRaw`CREATE TABLE "BenchName" (place INT PRIMARY KEY, digests TEXT[])`;
  await fillNames(context);
  await withoutIndexes(context, ['Order', 'OrderItem', 'OrderPackage'], async () => {
    for (let from = 0; from < orders; from += CHUNK) {
      const to = Math.min(orders, from + CHUNK) - 1;
      const place = { workspaceId, connectionId: connection.id, marketplaceId };
      await db.$executeRaw(insertOrders(place, { from, to, orders, until: new Date(until) }));
      await db.$executeRaw(insertItems(from, to));
      await db.$executeRaw(insertPackages(from, to));
    }
  });
  await db.$executeRaw`DROP TABLE "BenchName"`;
  for (const table of ['Order', 'OrderItem', 'OrderPackage'])
    await db.$executeRaw(Prisma.raw(`VACUUM ANALYZE "${table}"`));
}

async function fillNames(context: Context): Promise<void> {
  const names = Array.from({ length: FIRST_NAMES * LAST_NAMES }, (_, n) => n);
  for (let from = 0; from < names.length; from += 20_000) {
    const rows = names.slice(from, from + 20_000).map((n) => {
      const name = buyerName(n % FIRST_NAMES, Math.floor(n / FIRST_NAMES));
      return { place: n, digests: [...buyerDigests(context.connection.id, { name })] };
    });
    await context.db.$executeRaw`INSERT INTO "BenchName"
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(place INT, digests TEXT[])`;
  }
}

type Place = { workspaceId: string; connectionId: string; marketplaceId: string };
type Range = { from: number; to: number; orders: number; until: Date };

// Every number is drawn from the order's own, by a multiplier that has nothing in common with it.
const drawn = (multiplier: number, out: number) =>
  Prisma.raw(`((n::BIGINT * ${multiplier}) % ${out})`);

const STAGE = Prisma.raw(`CASE
  WHEN age < 0.002 THEN 'pending'
  WHEN age < 0.016 AND n % 40 = 0 THEN 'partial'
  WHEN age < 0.016 THEN 'unshipped'
  WHEN n % 50 = 0 THEN 'canceled'
  ELSE 'shipped' END`);

const STATUS = Prisma.raw(`CASE stage
  WHEN 'pending' THEN 'PENDING' WHEN 'partial' THEN 'PARTIALLY_SHIPPED'
  WHEN 'unshipped' THEN 'UNSHIPPED' WHEN 'canceled' THEN 'CANCELLED' ELSE 'SHIPPED' END`);

function insertOrders(
  { workspaceId, connectionId, marketplaceId }: Place,
  { from, to, orders, until }: Range,
): Prisma.Sql {
  return Prisma.sql`
    WITH drawn AS (
      SELECT n, (n + 0.5) / ${orders} AS age,
        ${until}::TIMESTAMPTZ - (n + 0.5) / ${orders} * INTERVAL '700 days' AS at,
        ${drawn(7_919, 4_999)} AS price, CASE WHEN n % 5 < 2 THEN 2 ELSE 1 END AS kinds
      FROM generate_series(${from}::INT, ${to}::INT) AS n
    ), staged AS (
      SELECT *, ${STAGE} AS stage, at + INTERVAL '2 days' AS due FROM drawn
    ), told AS (
      SELECT *, stage <> 'pending' AND due + INTERVAL '35 days' > ${until} AS is_told,
        ${STATUS} AS status, (EXTRACT(EPOCH FROM at) * 1000)::BIGINT AS at_ms,
        (EXTRACT(EPOCH FROM due) * 1000)::BIGINT AS due_ms,
        '111-' || lpad(((n::BIGINT * 7_919) % 10000000)::TEXT, 7, '0') || '-' || lpad(n::TEXT, 7, '0') AS number
      FROM staged
    )
    INSERT INTO "Order" ("id", "workspaceId", "connectionId", "marketplaceId", "orderId", "status",
      "stage", "purchasedAt", "amazonUpdatedAt", "shipBy", "dueAt", "deliverBy", "confirmedAt",
      "canceledAt", "isCancelAsked", "wasReleased", "isPrime", "isBusiness", "totalMinor",
      "currency", "unitCount", "openUnitCount", "doc", "buyerSealed", "buyerState", "buyerDigests",
      "purgeAt", "createdAt", "updatedAt")
    SELECT md5('order ' || n)::UUID::TEXT, ${workspaceId}, ${connectionId}, ${marketplaceId}, number,
      status, stage, at, at + INTERVAL '1 hour', due, due, due + INTERVAL '5 days',
      CASE WHEN stage = 'shipped' THEN at + INTERVAL '1 day' END,
      CASE WHEN stage = 'canceled' THEN at + INTERVAL '1 day' END,
      stage = 'unshipped' AND n % 100 = 7, stage <> 'pending', n % 10 = 3, n % 40 = 9,
      (1000 + price) * kinds, 'USD', kinds,
      CASE WHEN stage IN ('pending', 'unshipped') THEN kinds WHEN stage = 'partial' THEN 1 ELSE 0 END,
      jsonb_build_object('orderId', number, 'marketplaceId', ${marketplaceId}::TEXT,
        'fulfilledBy', 'MERCHANT', 'status', status, 'purchasedAt', at_ms, 'updatedAt', at_ms + 3600000,
        'programs', CASE WHEN n % 10 = 3 THEN '["PRIME"]' WHEN n % 40 = 9 THEN '["AMAZON_BUSINESS"]'
          ELSE '[]' END::JSONB,
        'shipBy', jsonb_build_object('latest', due_ms),
        'deliverBy', jsonb_build_object('latest', due_ms + 432000000),
        'total', jsonb_build_object('minor', (1000 + price) * kinds, 'currency', 'USD'),
        'items', (SELECT jsonb_agg(jsonb_build_object(
            'orderItemId', lpad((n * 10::BIGINT + kind)::TEXT, 14, '0'),
            'sku', 'CUP-' || lpad(sku::TEXT, 5, '0'), 'asin', 'B0CUP' || lpad(sku::TEXT, 5, '0'),
            'title', 'A cup that somebody drinks from in the morning, number ' || sku,
            'ordered', 1,
            'shipped', CASE WHEN stage = 'shipped' OR (stage = 'partial' AND kind = 1) THEN 1 ELSE 0 END,
            'cancelled', CASE WHEN stage = 'canceled' THEN 1 ELSE 0 END,
            'unitPrice', jsonb_build_object('minor', 1000 + price, 'currency', 'USD'))
            || CASE WHEN stage = 'unshipped' AND n % 100 = 7
              THEN '{"cancelRequest": {"reason": "Ordered by mistake"}}' ELSE '{}' END::JSONB)
          FROM (SELECT kind, floor(power(((n::BIGINT * 104729 + kind * 611) % 1000003) / 1000003.0, 3)
            * ${SKUS})::INT AS sku FROM generate_series(1, kinds) AS kind) AS item),
        'packages', CASE WHEN stage = 'shipped' THEN jsonb_build_array(jsonb_build_object(
            'reference', '1', 'carrier', 'USPS', 'trackingNumber', 'BENCH' || lpad(n::TEXT, 17, '0'),
            'shippedAt', at_ms + 86400000, 'confirmedAt', at_ms + 86400000, 'status', 'DELIVERED',
            'deliveredAt', at_ms + 259200000, 'items', '[]'::JSONB))
          ELSE '[]'::JSONB END),
      -- As long as a sealed buyer is; what nobody opens need not open.
      CASE WHEN is_told THEN repeat(md5(n::TEXT), 14) END,
      CASE WHEN is_told THEN 'sealed' WHEN stage = 'pending' THEN 'not-told' ELSE 'purged' END,
      CASE WHEN is_told THEN digests ELSE '{}' END,
      due + INTERVAL '35 days', at, at + INTERVAL '1 hour'
    FROM told JOIN "BenchName" AS name
      ON name.place = ${drawn(15_485_863, FIRST_NAMES * LAST_NAMES)}`;
}

function insertItems(from: number, to: number): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "OrderItem" ("orderRowId", "orderItemId", "connectionId", "marketplaceId", "stage",
      "purchasedAt", "sku", "asin", "openUnits")
    SELECT o."id", item->>'orderItemId', o."connectionId", o."marketplaceId", o."stage",
      o."purchasedAt", item->>'sku', item->>'asin',
      CASE WHEN o."stage" IN ('pending', 'unshipped', 'partial')
        THEN (item->>'ordered')::INT - (item->>'shipped')::INT ELSE 0 END
    FROM generate_series(${from}::INT, ${to}::INT) AS n
    JOIN "Order" o ON o."id" = md5('order ' || n)::UUID::TEXT,
    LATERAL jsonb_array_elements(o."doc"->'items') AS item`;
}

function insertPackages(from: number, to: number): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "OrderPackage" ("orderRowId", "reference", "connectionId", "marketplaceId",
      "trackingNumber", "carrier", "units", "isScanned", "confirmedAt", "deliveredAt")
    SELECT o."id", '1', o."connectionId", o."marketplaceId", parcel->>'trackingNumber', 'USPS', 1, TRUE,
      o."confirmedAt", o."confirmedAt" + INTERVAL '2 days'
    FROM generate_series(${from}::INT, ${to}::INT) AS n
    JOIN "Order" o ON o."id" = md5('order ' || n)::UUID::TEXT,
    LATERAL jsonb_array_elements(o."doc"->'packages') AS parcel`;
}

/** Takes the indexes away that are no keys, and builds them again when the work is done. */
async function withoutIndexes(
  { db }: Context,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const indexes = await db.$queryRaw<{ readonly name: string; readonly made: string }[]>`
    SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS made
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relname = ANY(${[...tables]}::TEXT[]) AND NOT i.indisunique`;
  for (const { name } of indexes) await db.$executeRaw(Prisma.raw(`DROP INDEX "${name}"`));
  try {
    await work();
  } finally {
    for (const { made } of indexes) await db.$executeRaw(Prisma.raw(made));
  }
}
