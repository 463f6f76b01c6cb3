import { z } from 'zod';

import type { Turn } from '../turn.ts';
import type { Listing } from './entities.ts';
import { invalid, isFba, type Issue, issuesOf } from './issues.ts';
import { type Patched, readAvailability } from './patch.ts';

export const PutRequest = z.object({
  productType: z.string().min(1),
  requirements: z.enum(['LISTING', 'LISTING_PRODUCT_ONLY', 'LISTING_OFFER_ONLY']).optional(),
  attributes: z.record(z.string(), z.array(z.unknown())),
});

export type Submitted = {
  readonly status: 'ACCEPTED' | 'INVALID' | 'VALID';
  readonly issues: readonly Issue[];
};

/** Judges a listing as it would be, and makes it so unless it is refused or only looked at. */
export function submit(
  turn: Turn,
  before: Listing,
  patched: Patched,
  ask: { readonly productType: string; readonly preview: boolean },
): Submitted {
  const issues = [...patched.issues, ...wrongType(before, ask.productType)];
  issues.push(...issuesOf(patched.listing));
  const refused = issues.some(({ severity }) => severity === 'ERROR');
  if (!refused && !ask.preview) accept(turn, before, patched.listing);
  return { status: refused ? 'INVALID' : ask.preview ? 'VALID' : 'ACCEPTED', issues };
}

/** The listing with all of its attributes replaced, or only those that are given. */
export function replaced(
  listing: Listing,
  given: z.infer<typeof PutRequest>['attributes'],
  partial: boolean,
): Patched {
  const { fulfillment_availability: wanted, ...rest } = given;
  const availability = wanted ? readAvailability(wanted) : listing.availability;
  const issues = availability
    ? []
    : [
        invalid(
          'fulfillment_availability',
          "The value of 'fulfillment_availability' is not valid.",
        ),
      ];
  const attributes = partial ? { ...listing.attributes, ...rest } : rest;
  const put = { ...listing, attributes, availability: availability ?? listing.availability };
  return { listing: put, issues };
}

export function dropListing(turn: Turn, listing: Listing): readonly Issue[] {
  turn.world.remove('listing', listing.id);
  return [];
}

function accept(turn: Turn, before: Listing, listing: Listing): void {
  turn.world.put('listing', { ...listing, updatedAt: turn.now });
  if (!isFba(listing) || isFba(before)) return;
  if (!turn.world.read('stock', listing.id))
    turn.world.put('stock', {
      id: listing.id,
      sellerId: listing.sellerId,
      marketplaceId: listing.marketplaceId,
      msku: listing.sku,
      fulfillable: 0,
      damaged: 0,
      updatedAt: turn.now,
    });
  if (listing.fnsku) return;
  // Registration takes a few times as long as an ordinary answer.
  const delay = 4 * turn.dice.between(turn.latency.minMs, turn.latency.maxMs, 'fnsku', listing.id);
  turn.schedule({ at: turn.now + delay, kind: 'fnsku', ref: listing.id, step: String(turn.now) });
}

function wrongType(listing: Listing, productType: string): Issue[] {
  if (productType === listing.productType || productType === 'PRODUCT') return [];
  const message = `The product type '${productType}' does not match the listing.`;
  return [invalid('product_type', message)];
}
