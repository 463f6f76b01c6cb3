import { type Context, writeAudit } from '#lib/context/server';
import { type Db, type Prisma, snapshot, toJson, transaction, type Tx } from '#lib/db';
import { type Dimensions, money, optional, type Problem, type Weight } from '#lib/kernel';
import type { ConversionProgress, ConversionState, Listing } from './core/listing.ts';

type ListingRow = Prisma.ListingGetPayload<{ include: { conversion: true } }>;

/** The facts that a report or Amazon's answer brings; what is absent is not known there. */
export type ListingFacts = Omit<Listing, 'id' | 'conversion'>;

export type ListingQuery = {
  readonly marketplaceId: string;
  readonly search?: string;
  readonly channel?: 'merchant' | 'amazon';
  readonly status?: string;
  readonly conversion?: 'under-way' | 'refused';
  readonly sort: 'sku' | 'title' | 'quantity' | 'updatedAt';
  readonly descending: boolean;
  readonly page: number;
  readonly pageSize: number;
};

export type ListingPage = { readonly listings: readonly Listing[]; readonly total: number };

export async function findListings(context: Context, query: ListingQuery): Promise<ListingPage> {
  const where = whereOf(context, query);
  const [rows, total] = await Promise.all([
    snapshot(context.db, (tx) =>
      tx.listing.findMany({
        where,
        include: { conversion: true },
        orderBy: [{ [query.sort]: query.descending ? 'desc' : 'asc' }, { id: 'asc' }],
        skip: (query.page - 1) * query.pageSize,
        take: query.pageSize,
      }),
    ),
    context.db.listing.count({ where }),
  ]);
  return { listings: rows.map(asListing), total };
}

function whereOf(context: Context, query: ListingQuery): Prisma.ListingWhereInput {
  const text = query.search?.trim() ?? '';
  const contains = { contains: text, mode: 'insensitive' } as const;
  const underWay = { state: { in: ['checking', 'asked', 'waiting'] } };
  return {
    ...scope(context, query.marketplaceId),
    ...(text === ''
      ? {}
      : { OR: [{ sku: contains }, { title: contains }, { asin: contains }, { fnsku: contains }] }),
    ...optional('channel', query.channel),
    ...optional('status', query.status),
    ...(query.conversion === 'under-way' ? { conversion: { is: underWay } } : {}),
    ...(query.conversion === 'refused' ? { conversion: { is: { state: 'refused' } } } : {}),
  };
}

function scope(context: Pick<Context, 'workspaceId' | 'connection'>, marketplaceId: string) {
  return {
    workspaceId: context.workspaceId,
    connectionId: context.connection.id,
    marketplaceId,
  };
}

export async function listingsById(
  context: Context,
  ids: readonly string[],
): Promise<readonly Listing[]> {
  const { workspaceId, connection } = context;
  const rows = await snapshot(context.db, (tx) =>
    tx.listing.findMany({
      where: { id: { in: [...ids] }, workspaceId, connectionId: connection.id },
      include: { conversion: true },
      orderBy: { sku: 'asc' },
    }),
  );
  return rows.map(asListing);
}

export async function listingsBySku(
  context: Pick<Context, 'db' | 'workspaceId'>,
  place: { readonly connectionId: string; readonly marketplaceId: string },
  skus: readonly string[],
): Promise<readonly Listing[]> {
  const { workspaceId } = context;
  const rows = await snapshot(context.db, (tx) =>
    tx.listing.findMany({
      where: { ...place, sku: { in: [...skus] }, workspaceId },
      include: { conversion: true },
      orderBy: { sku: 'asc' },
    }),
  );
  return rows.map(asListing);
}

export type Written = { readonly added: number; readonly changed: number };

/** Adds and updates listings by SKU in one transaction per thousand rows. */
export async function upsertListings(
  context: Context,
  marketplaceId: string,
  facts: readonly ListingFacts[],
): Promise<Written> {
  const total = { added: 0, changed: 0 };
  for (let start = 0; start < facts.length; start += 1_000) {
    const part = facts.slice(start, start + 1_000);
    const written = await transaction(context.db, (tx) =>
      upsertPart(tx, context, marketplaceId, part),
    );
    total.added += written.added;
    total.changed += written.changed;
  }
  return total;
}

async function upsertPart(
  tx: Tx,
  context: Context,
  marketplaceId: string,
  facts: readonly ListingFacts[],
): Promise<Written> {
  const rows = await tx.listing.findMany({
    where: { ...scope(context, marketplaceId), sku: { in: facts.map((fact) => fact.sku) } },
    include: { conversion: true },
  });
  const known = new Map(rows.map((row) => [row.sku, row]));
  const fresh = facts.filter((fact) => !known.has(fact.sku));
  await tx.listing.createMany({
    data: fresh.map((fact) => ({
      id: crypto.randomUUID(),
      ...scope(context, marketplaceId),
      ...columns(fact),
      sku: fact.sku,
    })),
  });
  let changed = 0;
  for (const fact of facts) {
    const row = known.get(fact.sku);
    if (!row || !differs(asListing(row), fact)) continue;
    await tx.listing.update({ where: { id: row.id }, data: columns(fact) });
    changed += 1;
  }
  return { added: fresh.length, changed };
}

function differs(listing: Listing, fact: ListingFacts): boolean {
  const known = listing as Record<string, unknown>;
  return Object.entries(fact).some(
    ([key, value]) => JSON.stringify(known[key]) !== JSON.stringify(value),
  );
}

function columns(fact: ListingFacts) {
  return {
    asin: fact.asin,
    title: fact.title,
    condition: fact.condition,
    channel: fact.channel,
    status: fact.status,
    isParent: fact.isParent,
    currency: fact.price?.currency ?? '',
    ...optional('priceMinor', fact.price?.minor),
    ...optional('quantity', fact.quantity),
    ...optional('fnsku', fact.fnsku),
    ...optional('gtin', fact.gtin),
    ...optional('productType', fact.productType),
    ...optional('dimensions', fact.dimensions && toJson(fact.dimensions)),
    ...optional('weight', fact.weight && toJson(fact.weight)),
  };
}

type ConversionExtras = {
  /** what the listing itself has become */
  readonly facts?: Partial<ListingFacts>;
  /** what is done in the same transaction */
  readonly also?: (tx: Tx) => Promise<void>;
};

/** Notes where a conversion stands, and what it found, with its audit row. */
export async function saveConversion(
  context: Context,
  listing: Listing,
  progress: ConversionProgress,
  { facts = {}, also }: ConversionExtras = {},
): Promise<void> {
  await transaction(context.db, async (tx) => {
    await also?.(tx);
    const data = {
      state: progress.state,
      request: toJson(progress.request),
      problems: toJson(progress.problems),
      askedAt: new Date(progress.askedAt),
    };
    await tx.conversion.upsert({
      where: { listingId: listing.id },
      create: { listingId: listing.id, workspaceId: context.workspaceId, ...data },
      update: data,
    });
    if (Object.keys(facts).length > 0) {
      const merged = { ...listing, ...facts };
      await tx.listing.update({
        where: { id: listing.id },
        data: {
          ...columns(merged),
          fnsku: merged.channel === 'merchant' ? null : (merged.fnsku ?? null),
        },
      });
    }
    await writeAudit(tx, context, {
      objectType: 'listing',
      objectId: listing.id,
      verb: `conversion-${progress.state}`,
      before: { sku: listing.sku, channel: listing.channel, state: listing.conversion?.state },
      after: { sku: listing.sku, state: progress.state, request: progress.request },
    });
  });
}

export async function connectionOfListing(db: Db, listingId: string): Promise<string | undefined> {
  const row = await db.listing.findUnique({
    where: { id: listingId },
    select: { connectionId: true },
  });
  return row?.connectionId;
}

export async function connectionOfImport(db: Db, importId: string): Promise<string | undefined> {
  const row = await db.listingsImport.findUnique({
    where: { id: importId },
    select: { connectionId: true },
  });
  return row?.connectionId;
}

export async function marketplaceOfImport(
  context: Context,
  importId: string,
): Promise<string | undefined> {
  const row = await context.db.listingsImport.findFirst({
    where: { id: importId, workspaceId: context.workspaceId },
    select: { marketplaceId: true },
  });
  return row?.marketplaceId;
}

/** SKUs that are fulfilled by Amazon, but whose FNSKU we have not been told. */
export async function fbaWithoutFnsku(
  context: Context,
  marketplaceId: string,
): Promise<readonly string[]> {
  const rows = await context.db.listing.findMany({
    where: { ...scope(context, marketplaceId), channel: 'amazon', fnsku: null },
    orderBy: { sku: 'asc' },
    select: { sku: true },
  });
  return rows.map((row) => row.sku);
}

export async function saveFnskus(
  context: Context,
  marketplaceId: string,
  fnskus: ReadonlyMap<string, string>,
): Promise<void> {
  await transaction(context.db, async (tx) => {
    for (const [sku, fnsku] of fnskus) {
      await tx.listing.updateMany({
        where: { ...scope(context, marketplaceId), sku },
        data: { fnsku },
      });
    }
  });
}

// JSON columns are written by `columns` and `saveConversion` alone, so their shapes are known.
function asListing(row: ListingRow): Listing {
  const { conversion } = row;
  return {
    id: row.id,
    marketplaceId: row.marketplaceId,
    sku: row.sku,
    asin: row.asin,
    ...optional('fnsku', row.fnsku ?? undefined),
    ...optional('gtin', row.gtin ?? undefined),
    title: row.title,
    condition: row.condition,
    channel: row.channel === 'amazon' ? 'amazon' : 'merchant',
    status: row.status,
    ...optional('price', row.priceMinor === null ? undefined : money(row.priceMinor, row.currency)),
    ...optional('quantity', row.quantity ?? undefined),
    ...optional('productType', row.productType ?? undefined),
    ...optional('dimensions', (row.dimensions ?? undefined) as unknown as Dimensions | undefined),
    ...optional('weight', (row.weight ?? undefined) as unknown as Weight | undefined),
    isParent: row.isParent,
    ...optional(
      'conversion',
      conversion
        ? {
            state: conversion.state as ConversionState,
            request: conversion.request as unknown as ConversionProgress['request'],
            problems: conversion.problems as unknown as readonly Problem[],
            askedAt: conversion.askedAt.getTime(),
          }
        : undefined,
    ),
  };
}
