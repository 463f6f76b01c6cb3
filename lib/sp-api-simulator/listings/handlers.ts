import { z } from 'zod';

import { accepted, type Answer, badRequest, notFound } from '../answer.ts';
import { type Call, handler, list, listOf, one, whole, word } from '../call.ts';
import { pageOf } from '../paging.ts';
import type { Turn } from '../turn.ts';
import { fnskuOf, listingId } from './add.ts';
import type { Listing } from './entities.ts';
import { isFba } from './issues.ts';
import { applyPatches, type Patched, PatchRequest } from './patch.ts';
import { dropListing, PutRequest, replaced, submit } from './submission.ts';
import { INCLUDED, itemView } from './views.ts';

const included = listOf(INCLUDED).optional();

const GetQuery = z.object({
  marketplaceIds: list(20),
  issueLocale: one.optional(),
  includedData: included,
});

const getListingsItem = handler(
  'listings',
  'getListingsItem',
  { query: GetQuery },
  (turn, call) => {
    const listing = find(turn, call, call.query.marketplaceIds);
    if (!listing)
      return notFound(`SKU '${call.parameters['sku'] ?? ''}' not found in marketplace.`);
    return accepted(itemView(turn, listing, call.query.includedData ?? ['summaries']));
  },
);

const SubmitQuery = z.object({
  marketplaceIds: list(1),
  includedData: listOf(['identifiers', 'issues']).optional(),
  mode: word(['VALIDATION_PREVIEW']).optional(),
  issueLocale: one.optional(),
});
type Submit = z.infer<typeof SubmitQuery>;

const patchListingsItem = handler(
  'listings',
  'patchListingsItem',
  { query: SubmitQuery, body: PatchRequest },
  (turn, call) => {
    const listing = find(turn, call, call.query.marketplaceIds);
    if (!listing) return unknownSku(call);
    const patched = applyPatches(
      listing,
      call.body.patches,
      turn.quirks.has('listingKeepsDefault'),
    );
    return answered(turn, call, listing, patched);
  },
);

const putListingsItem = handler(
  'listings',
  'putListingsItem',
  { query: SubmitQuery, body: PutRequest },
  (turn, call) => {
    const listing = find(turn, call, call.query.marketplaceIds);
    if (!listing) return unknownSku(call);
    return answered(turn, call, listing, replaced(listing, call.body.attributes, false));
  },
);

const deleteListingsItem = handler(
  'listings',
  'deleteListingsItem',
  { query: z.object({ marketplaceIds: list(1), issueLocale: one.optional() }) },
  (turn, call) => {
    const listing = find(turn, call, call.query.marketplaceIds);
    if (!listing) return unknownSku(call);
    dropListing(turn, listing);
    return accepted({
      sku: listing.sku,
      status: 'ACCEPTED',
      submissionId: turn.dice.hex('submission', listing.id, String(turn.now)).slice(0, 32),
      issues: [],
    });
  },
);

const SearchQuery = GetQuery.extend({
  identifiers: list(20).optional(),
  identifiersType: word([
    'ASIN',
    'EAN',
    'FNSKU',
    'GTIN',
    'ISBN',
    'JAN',
    'MINSAN',
    'SKU',
    'UPC',
  ]).optional(),
  withStatus: listOf(['BUYABLE', 'DISCOVERABLE']).optional(),
  sortBy: word(['sku', 'createdDate', 'lastUpdatedDate']).optional(),
  sortOrder: word(['ASC', 'DESC']).optional(),
  pageSize: whole(1, 20).optional(),
  pageToken: one.optional(),
});

const searchListingsItems = handler(
  'listings',
  'searchListingsItems',
  { query: SearchQuery },
  (turn, call) => {
    if (call.parameters['sellerId'] !== call.seller.id) return foreignSeller();
    const found = search(turn, call);
    const paged = pageOf(
      turn,
      {
        api: 'listings',
        operation: 'searchListingsItems',
        sellerId: call.seller.id,
        filters: call.filters,
        pageSize: call.query.pageSize ?? 10,
        token: call.query.pageToken,
      },
      found,
    );
    if ('answer' in paged) return paged.answer;
    const parts = call.query.includedData ?? (['summaries'] as const);
    return accepted({
      numberOfResults: found.length,
      ...(paged.page.nextToken ? { pagination: { nextToken: paged.page.nextToken } } : {}),
      items: paged.page.items.map((listing) => itemView(turn, listing, parts)),
    });
  },
);

export const LISTINGS_HANDLERS = [
  getListingsItem,
  patchListingsItem,
  putListingsItem,
  deleteListingsItem,
  searchListingsItems,
];

/** The FNSKU a listing gets some time after it was converted. */
export function assignFnsku(turn: Turn, id: string): void {
  const listing = turn.world.read('listing', id);
  if (!listing || !isFba(listing) || listing.fnsku) return;
  const fnsku = fnskuOf(turn, listing.sellerId, listing.sku, listing.asin);
  turn.world.put('listing', { ...listing, fnsku, updatedAt: turn.now });
}

function answered(
  turn: Turn,
  call: Call<Submit, { readonly productType: string }>,
  before: Listing,
  patched: Patched,
): Answer {
  const { status, issues } = submit(turn, before, patched, {
    productType: call.body.productType,
    preview: call.query.mode === 'VALIDATION_PREVIEW',
  });
  return accepted({
    sku: before.sku,
    status,
    submissionId: turn.dice.hex('submission', before.id, String(turn.now)).slice(0, 32),
    issues: issues.map((issue) => ({ ...issue, marketplaceIds: [before.marketplaceId] })),
    ...(call.query.includedData?.includes('identifiers')
      ? { identifiers: [{ marketplaceId: before.marketplaceId, asin: before.asin }] }
      : {}),
  });
}

function find(
  turn: Turn,
  call: Pick<Call<unknown, unknown>, 'parameters' | 'seller'>,
  marketplaceIds: readonly string[],
): Listing | undefined {
  const { sellerId, sku = '' } = call.parameters;
  if (sellerId !== call.seller.id) return undefined;
  return marketplaceIds
    .map((marketplaceId) => turn.world.read('listing', listingId(sellerId, marketplaceId, sku)))
    .find((listing) => listing !== undefined);
}

function search(turn: Turn, call: Call<z.infer<typeof SearchQuery>, unknown>): Listing[] {
  const { query, seller } = call;
  const wanted = query.identifiers ? new Set(query.identifiers) : undefined;
  const by = query.sortBy ?? 'lastUpdatedDate';
  const direction = (query.sortOrder ?? 'DESC') === 'ASC' ? 1 : -1;
  return turn.world
    .having('listing', `seller ${seller.id}`)
    .flatMap((id) => turn.world.read('listing', id) ?? [])
    .filter((listing) => query.marketplaceIds.includes(listing.marketplaceId))
    .filter((listing) => !wanted || wanted.has(identifierOf(listing, query.identifiersType)))
    .filter((listing) => !query.withStatus?.includes('BUYABLE') || listing.active)
    .sort((a, b) => {
      const order =
        by === 'sku'
          ? Number(a.sku > b.sku) - Number(a.sku < b.sku)
          : by === 'createdDate'
            ? a.openedAt - b.openedAt
            : a.updatedAt - b.updatedAt;
      return direction * order || (a.sku < b.sku ? -1 : 1);
    });
}

function identifierOf(listing: Listing, type: string | undefined): string {
  if (type === 'ASIN') return listing.asin;
  if (type === 'FNSKU') return listing.fnsku ?? '';
  return type === 'SKU' || type === undefined ? listing.sku : listing.productId;
}

function unknownSku(call: Pick<Call<unknown, unknown>, 'parameters'>): Answer {
  return badRequest(
    'listings',
    `SKU '${call.parameters['sku'] ?? ''}' was not found for this selling partner.`,
  );
}

function foreignSeller(): Answer {
  return badRequest('listings', 'The selling partner identifier is not valid for this token.');
}
