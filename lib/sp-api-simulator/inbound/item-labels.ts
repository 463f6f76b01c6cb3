import { z } from 'zod';

import { accepted } from '../answer.ts';
import { handler, one } from '../call.ts';
import { DOCUMENT_URL_MS, keepFile, presign } from '../presign.ts';
import { listingId } from '../listings/add.ts';
import { isFba } from '../listings/issues.ts';
import { prepRuleOf } from '../listings/prep.ts';
import { startOperation, type Effect } from '../operations.ts';
import { digestOf } from '../hash.ts';
import { stamp, type Turn } from '../turn.ts';
import { refused } from './guards.ts';
import { CreateItemLabels, type PrepInput, SetPrepDetails } from './schemas.ts';

/** What stands on a unit's label. */
export type ItemLabelFacts = {
  readonly fnsku: string;
  readonly title: string;
  readonly condition: string;
  readonly copies: number;
};

const createMarketplaceItemLabels = handler(
  'inbound',
  'createMarketplaceItemLabels',
  { body: CreateItemLabels },
  (turn, { body, seller, origin }) => {
    const unknown = body.mskuQuantities
      .filter(({ msku }) => !fnskuIn(turn, seller.id, body.marketplaceId, msku))
      .map(({ msku }) => msku);
    if (unknown.length > 0) return unavailable(unknown);
    const thermal = body.labelType === 'THERMAL_PRINTING';
    if (thermal && (body.width === undefined || body.height === undefined))
      return refused('width and height are required for THERMAL_PRINTING.');
    if (!thermal && body.pageType === undefined)
      return refused('pageType is required for STANDARD_FORMAT.');
    const fileId = keepFile(turn, {
      sellerId: seller.id,
      content: {
        of: 'item-labels',
        marketplaceId: body.marketplaceId,
        items: body.mskuQuantities.map(({ msku, quantity }) => ({ msku, copies: quantity })),
        page: thermal
          ? { widthMm: body.width ?? 0, heightMm: body.height ?? 0 }
          : { pageType: body.pageType ?? '' },
      },
    });
    return accepted({
      documentDownloads: [
        {
          downloadType: 'URL',
          expiration: stamp(turn, turn.now + DOCUMENT_URL_MS),
          uri: presign(turn, origin, fileId, DOCUMENT_URL_MS),
        },
      ],
    });
  },
);

export function itemLabelsOf(
  turn: Turn,
  sellerId: string,
  marketplaceId: string,
  items: readonly { readonly msku: string; readonly copies: number }[],
): ItemLabelFacts[] {
  return items.flatMap(({ msku, copies }) => {
    const listing = turn.world.read('listing', listingId(sellerId, marketplaceId, msku));
    if (!listing?.fnsku) return [];
    return [{ fnsku: listing.fnsku, title: listing.title, condition: listing.condition, copies }];
  });
}

const listPrepDetails = handler(
  'inbound',
  'listPrepDetails',
  { query: z.object({ marketplaceId: one, mskus: z.array(z.string()).min(1).max(100) }) },
  (turn, { query, seller }) => {
    const mskus = query.mskus.flatMap(decodeAgain);
    if (mskus.length > 100) return refused('At most 100 MSKUs can be given.');
    const invalid = mskus.filter(
      (msku) => !turn.world.read('listing', listingId(seller.id, query.marketplaceId, msku)),
    );
    if (invalid.length > 0)
      return refused(`The following MSKUs are not valid: [${invalid.join(', ')}].`);
    return accepted({
      mskuPrepDetails: mskus.map((msku) =>
        prepWire(turn, listingId(seller.id, query.marketplaceId, msku), msku),
      ),
    });
  },
);

const setPrepDetails = handler(
  'inbound',
  'setPrepDetails',
  { body: SetPrepDetails },
  (turn, { body, seller }) => {
    const unavailableMskus = body.mskuPrepDetails
      .filter(({ msku }) => !fnskuIn(turn, seller.id, body.marketplaceId, msku))
      .map(({ msku }) => msku);
    if (unavailableMskus.length > 0) return unavailable(unavailableMskus);
    for (const { msku, prepCategory, prepTypes } of body.mskuPrepDetails) {
      if (prepCategory === 'FC_PROVIDED' || prepCategory === 'UNKNOWN')
        return refused(`prepCategory ${prepCategory} cannot be set for ${msku}.`);
      const none = prepTypes.length === 1 && prepTypes[0] === 'ITEM_NO_PREP';
      if ((prepCategory === 'NONE') !== none || prepTypes.length === 0)
        return refused(
          `prepCategory NONE takes exactly the prepType ITEM_NO_PREP, and only it does: ${msku}.`,
        );
    }
    return startOperation(turn, {
      name: 'setPrepDetails',
      sellerId: seller.id,
      subject: digestOf([seller.id, body]),
      payload: { sellerId: seller.id, ...body },
    });
  },
);

export const setPrepEffect: Effect = (turn, operation) => {
  const { sellerId, marketplaceId, mskuPrepDetails } = operation.payload as PrepInput & {
    sellerId: string;
  };
  for (const { msku, prepCategory, prepTypes } of mskuPrepDetails)
    turn.world.put('prep', {
      id: listingId(sellerId, marketplaceId, msku),
      sellerId,
      marketplaceId,
      msku,
      category: prepCategory,
      types: prepTypes,
    });
  return [];
};

export const ITEM_HANDLERS = [createMarketplaceItemLabels, listPrepDetails, setPrepDetails];

/**
 * SKUs stand in this query encoded twice where they hold %, + or , (fulfillmentInbound model,
 * checked 2026-11-23): what is still readable after one decoding is read once more, and a comma or a
 * plus that was encoded only once means what it means in a form.
 */
function decodeAgain(once: string): string[] {
  return once.split(',').map((part) => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      return part;
    }
  });
}

function prepWire(turn: Turn, id: string, msku: string): object {
  const listing = turn.world.read('listing', id);
  if (!listing) return {};
  const rule = prepRuleOf(turn, listing);
  const constraint = (owners: readonly string[]) =>
    owners.length === 1 ? `${owners[0] ?? 'NONE'}_ONLY` : undefined;
  const label = constraint(rule.labelOwners);
  const prep = constraint(rule.prepOwners);
  return {
    ...(rule.mustMatch ? { allOwnersConstraint: 'MUST_MATCH' } : {}),
    ...(label ? { labelOwnerConstraint: label } : {}),
    msku,
    prepCategory: rule.category,
    ...(prep ? { prepOwnerConstraint: prep } : {}),
    prepTypes: rule.types,
  };
}

function fnskuIn(turn: Turn, sellerId: string, marketplaceId: string, msku: string): boolean {
  const listing = turn.world.read('listing', listingId(sellerId, marketplaceId, msku));
  return listing?.fnsku !== undefined && isFba(listing);
}

function unavailable(mskus: readonly string[]) {
  return refused(
    'The following MSKUs are not available for inbound. If these were recently added, please ' +
      `try again later. MSKUs: [${mskus.join(', ')}].`,
  );
}
