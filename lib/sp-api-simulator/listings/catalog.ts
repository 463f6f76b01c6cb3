import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { handler, list, listOf, one, whole, word } from '../call.ts';
import { pageOf } from '../paging.ts';
import type { Turn } from '../turn.ts';
import { listingOfAsin } from './eligibility.ts';
import type { Listing } from './entities.ts';
import { packageGrams, packageSidesMm } from './measures.ts';

const PARTS = [
  'attributes',
  'classifications',
  'dimensions',
  'identifiers',
  'images',
  'productTypes',
  'relationships',
  'salesRanks',
  'summaries',
  'vendorDetails',
] as const;
type Part = (typeof PARTS)[number];

const getCatalogItem = handler(
  'catalog',
  'getCatalogItem',
  {
    query: z.object({
      marketplaceIds: list(1),
      includedData: listOf(PARTS).optional(),
      locale: one.optional(),
    }),
  },
  (turn, { query, seller, parameters }) => {
    const asin = parameters['asin'] ?? '';
    const marketplaceId = query.marketplaceIds[0] ?? '';
    const listing = listingOfAsin(turn, seller.id, marketplaceId, asin);
    if (!listing) return notFound(`Requested item '${asin}' not found in marketplace(s).`);
    return accepted(catalogItem(turn, listing, query.includedData ?? ['summaries']));
  },
);

const searchCatalogItems = handler(
  'catalog',
  'searchCatalogItems',
  {
    query: z.object({
      marketplaceIds: list(1),
      identifiers: list(20).optional(),
      identifiersType: word([
        'ASIN',
        'EAN',
        'GTIN',
        'ISBN',
        'JAN',
        'MINSAN',
        'SKU',
        'UPC',
      ]).optional(),
      keywords: list(20).optional(),
      includedData: listOf(PARTS).optional(),
      sellerId: one.optional(),
      pageSize: whole(1, 20).optional(),
      pageToken: one.optional(),
    }),
  },
  (turn, call) => {
    const { query, seller } = call;
    if (!query.identifiers === !query.keywords)
      return badRequest('catalog', 'Either identifiers or keywords is required.');
    if (query.identifiers && !query.identifiersType)
      return badRequest('catalog', 'identifiersType is required with identifiers.');
    const words = query.keywords?.map((keyword) => keyword.toLowerCase());
    const found = turn.world
      .having('listing', `seller ${seller.id}`)
      .flatMap((id) => turn.world.read('listing', id) ?? [])
      .filter((listing) => query.marketplaceIds.includes(listing.marketplaceId))
      .filter(
        (listing) =>
          (query.identifiers?.includes(identifierOf(listing, query.identifiersType)) ?? true) &&
          (words?.every((each) => listing.title.toLowerCase().includes(each)) ?? true),
      );
    const paged = pageOf(
      turn,
      {
        api: 'catalog',
        operation: 'searchCatalogItems',
        sellerId: seller.id,
        filters: call.filters,
        pageSize: query.pageSize ?? 10,
        token: query.pageToken,
      },
      found,
    );
    if ('answer' in paged) return paged.answer;
    return accepted({
      numberOfResults: found.length,
      ...(paged.page.nextToken ? { pagination: { nextToken: paged.page.nextToken } } : {}),
      items: paged.page.items.map((listing) =>
        catalogItem(turn, listing, query.includedData ?? ['summaries']),
      ),
    });
  },
);

export const CATALOG_HANDLERS = [getCatalogItem, searchCatalogItems];

function identifierOf(listing: Listing, type: string | undefined): string {
  if (type === 'ASIN') return listing.asin;
  return type === 'SKU' ? listing.sku : listing.productId;
}

function catalogItem(
  turn: Turn,
  listing: Listing,
  included: readonly Part[],
): Record<string, unknown> {
  const at = { marketplaceId: listing.marketplaceId };
  const parts: Record<Part, () => unknown> = {
    attributes: () => listing.attributes,
    classifications: () => [{ ...at, classifications: [] }],
    dimensions: () => [{ ...at, ...dimensionsOf(listing) }],
    identifiers: () => [{ ...at, identifiers: identifiersOf(listing) }],
    images: () => [{ ...at, images: [imageOf(listing)] }],
    productTypes: () => [{ ...at, productType: listing.productType }],
    relationships: () => [{ ...at, relationships: [] }],
    salesRanks: () => [
      {
        ...at,
        displayGroupRanks: [
          {
            websiteDisplayGroup: 'home_display_on_website',
            title: 'Home & Kitchen',
            rank: turn.dice.between(200, 400_000, 'rank', listing.asin),
          },
        ],
      },
    ],
    summaries: () => [
      {
        ...at,
        brand: 'Firstleg Demo',
        itemClassification: listing.handling === 'parent' ? 'VARIATION_PARENT' : 'BASE_PRODUCT',
        itemName: listing.title,
        packageQuantity: 1,
        websiteDisplayGroup: 'home_display_on_website',
        websiteDisplayGroupName: 'Home & Kitchen',
      },
    ],
    vendorDetails: () => [],
  };
  const item: Record<string, unknown> = { asin: listing.asin };
  for (const part of included) item[part] = parts[part]();
  return item;
}

function dimensionsOf(listing: Listing): Record<string, unknown> {
  const sides = packageSidesMm(listing);
  const grams = packageGrams(listing);
  if (!sides || !grams) return {};
  const inches = (mm: number) => ({ unit: 'inches', value: round(mm / 25.4) });
  return {
    package: {
      length: inches(sides[0]),
      width: inches(sides[1]),
      height: inches(sides[2]),
      weight: { unit: 'pounds', value: round(grams / 453.592_37) },
    },
  };
}

function identifiersOf(listing: Listing): object[] {
  const kinds: Readonly<Record<number, string>> = { 12: 'UPC', 13: 'EAN' };
  const identifierType = /^\d+$/.test(listing.productId) && kinds[listing.productId.length];
  return identifierType ? [{ identifierType, identifier: listing.productId }] : [];
}

function imageOf(listing: Listing): object {
  return {
    variant: 'MAIN',
    link: `https://m.media-amazon.com/images/I/${listing.asin}.jpg`,
    height: 1000,
    width: 1000,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
