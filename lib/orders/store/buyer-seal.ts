import { createHmac } from 'node:crypto';
import { vault } from '#lib/auth/server';
import { type Buyer, searchWords, wordsOf } from '../core/buyer.ts';

type Place = { readonly connectionId: string; readonly orderId: string };

// Bound to its order, so that a row copied elsewhere does not open.
function contextOf({ connectionId, orderId }: Place): string {
  return `order:${connectionId}:${orderId}:buyer`;
}

export function sealBuyer(place: Place, buyer: Buyer): string {
  return vault().seal(JSON.stringify(buyer), contextOf(place));
}

export function openBuyer(place: Place, sealed: string): Buyer {
  // Written by `sealBuyer` alone, and a broken seal does not open.
  return JSON.parse(vault().open(sealed, contextOf(place))) as Buyer;
}

const WIDTH = 16;
let known: string | undefined;

/** A word as the search keeps it: found again with the key of this installation, read by nobody. */
function digestOf(connectionId: string, word: string): string {
  known ??= vault().derive('firstleg order search');
  return createHmac('sha256', known)
    .update(`${connectionId} ${word}`)
    .digest('base64url')
    .slice(0, WIDTH);
}

export function digestsOf(connectionId: string, buyer: Buyer): string[] {
  return searchWords(buyer).map((word) => digestOf(connectionId, word));
}

/** The digests that all must be there for a name to be the one looked for. */
export function digestsOfSearch(connectionId: string, text: string): readonly string[] {
  return wordsOf(text).map((word) => digestOf(connectionId, word));
}
