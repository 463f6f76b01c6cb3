import { z } from 'zod';

import { accepted, notFound } from '../answer.ts';
import { handler, list, one, word } from '../call.ts';
import type { Turn } from '../turn.ts';
import type { Listing } from './entities.ts';
import { packageGrams, packageSidesMm } from './measures.ts';

const Query = z.object({
  marketplaceIds: list(1).optional(),
  asin: one.pipe(z.string().min(1)),
  program: word(['INBOUND', 'COMMINGLING']),
});

const getItemEligibilityPreview = handler(
  'eligibility',
  'getItemEligibilityPreview',
  { query: Query },
  (turn, { query, seller }) => {
    const marketplaceId = query.marketplaceIds?.[0] ?? seller.marketplaceIds[0] ?? '';
    const listing = listingOfAsin(turn, seller.id, marketplaceId, query.asin);
    if (!listing) return notFound(`ASIN ${query.asin} was not found.`);
    const reasons =
      query.program === 'COMMINGLING' ? comminglingObstacles(listing) : inboundObstacles(listing);
    return accepted({
      payload: {
        asin: query.asin,
        marketplaceId,
        program: query.program,
        isEligibleForProgram: reasons.length === 0,
        ...(reasons.length > 0 ? { ineligibilityReasonList: reasons } : {}),
      },
    });
  },
);

export const ELIGIBILITY_HANDLERS = [getItemEligibilityPreview];

/** The reasons for which FBA would not take the product (enum of the eligibility model). */
export function inboundObstacles(listing: Listing): string[] {
  const reasons: string[] = [];
  if (listing.blockedBy) reasons.push(listing.blockedBy);
  if (listing.handling === 'parent') reasons.push('FBA_INB_0038');
  if (listing.condition.startsWith('used') && listing.handling !== 'media')
    reasons.push('FBA_INB_0056');
  if (listing.handling !== 'parent' && (!packageSidesMm(listing) || !packageGrams(listing)))
    reasons.push('FBA_INB_0004');
  return reasons;
}

function comminglingObstacles(listing: Listing): string[] {
  if (listing.handling === 'dated') return ['FBA_INB_0035'];
  if (listing.condition !== 'new_new') return ['FBA_INB_0104'];
  return listing.fnsku !== undefined && listing.fnsku === listing.asin ? [] : ['FBA_INB_0465'];
}

export function listingOfAsin(
  turn: Turn,
  sellerId: string,
  marketplaceId: string,
  asin: string,
): Listing | undefined {
  return turn.world
    .having('listing', `asin ${asin}`)
    .flatMap((id) => turn.world.read('listing', id) ?? [])
    .find((each) => each.sellerId === sellerId && each.marketplaceId === marketplaceId);
}
