import type { Context } from '#lib/context/server';
import { Prisma } from '#lib/db';
import { digestsOfSearch } from './buyer-seal.ts';

export type SearchTerm = {
  readonly marketplaceId: string;
  readonly search: string;
  /** What the orders must be besides, as conditions on "Order" o. */
  readonly where: readonly Prisma.Sql[];
  readonly stages?: readonly string[];
};
export type SearchPage = {
  readonly limit: number;
  readonly isDescending: boolean;
  readonly cursor?: { readonly at: Date; readonly id: string };
};

const MOST_SKUS = 20;

/**
 * The orders that a term can mean, as a table to select from: an order, tracking or article number
 * as a whole, part of the SKU or title of a listing, or words of the buyer's name.
 */
export async function searched(
  context: Context,
  { marketplaceId, search, where, stages }: SearchTerm,
  page: SearchPage,
): Promise<Prisma.Sql> {
  const connectionId = context.connection.id;
  const text = search.trim();
  const number = text.replace(/\s/g, '').toUpperCase();
  const skus = await skusOf(context, marketplaceId, text);
  const digests = [...digestsOfSearch(connectionId, text)];
  // Walked from the newest to where the page is full, however many orders a SKU has.
  const byItem = (column: Prisma.Sql, values: readonly string[]) => Prisma.sql`
    SELECT found.* FROM unnest(${[...values]}::text[]) AS value, LATERAL (
      SELECT o."id" FROM "OrderItem" i JOIN "Order" o ON o."id" = i."orderRowId"
      WHERE i."connectionId" = ${connectionId} AND i."marketplaceId" = ${marketplaceId}
        AND i.${column} = value AND ${stagesOf(stages)} AND ${beyond(page)}
        AND ${Prisma.join([...where], ' AND ')}
      ORDER BY i."purchasedAt" ${direction(page)}, i."orderRowId" ${direction(page)}
      LIMIT ${page.limit * ITEMS_OF_ONE_SKU}
    ) AS found`;
  const ways = [
    Prisma.sql`SELECT "id" FROM "Order" WHERE "connectionId" = ${connectionId} AND "orderId" = ${number}`,
    Prisma.sql`SELECT "orderRowId" FROM "OrderPackage"
      WHERE "connectionId" = ${connectionId} AND "trackingNumber" IN (${text}, ${number})`,
    byItem(Prisma.sql`"sku"`, skus),
    byItem(Prisma.sql`"asin"`, [number]),
    ...(digests.length > 0
      ? [
          Prisma.sql`SELECT "id" FROM "Order"
            WHERE "connectionId" = ${connectionId} AND "buyerDigests" @> ${digests}::text[]`,
        ]
      : []),
  ];
  return Prisma.sql`"Order" o JOIN (${Prisma.join(ways, ' UNION ')}) AS hit ON hit."id" = o."id"`;
}

/** An order may have a SKU on more than one line, and must not make a page short. */
const ITEMS_OF_ONE_SKU = 2;

function stagesOf(stages: readonly string[] | undefined): Prisma.Sql {
  return stages ? Prisma.sql`i."stage" = ANY(${[...stages]}::text[])` : Prisma.sql`TRUE`;
}

function direction({ isDescending }: SearchPage): Prisma.Sql {
  return isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

function beyond({ cursor, isDescending }: SearchPage): Prisma.Sql {
  if (!cursor) return Prisma.sql`TRUE`;
  const sign = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(i."purchasedAt", i."orderRowId") ${sign} (${cursor.at}, ${cursor.id})`;
}

async function skusOf(
  context: Context,
  marketplaceId: string,
  text: string,
): Promise<readonly string[]> {
  const contains = { contains: text, mode: 'insensitive' } as const;
  const listings = await context.db.listing.findMany({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      OR: [{ sku: contains }, { title: contains }],
    },
    orderBy: { sku: 'asc' },
    take: MOST_SKUS,
    select: { sku: true },
  });
  return [...new Set([text, ...listings.map(({ sku }) => sku)])];
}
