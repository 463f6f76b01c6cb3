import { problem, type Problem } from '#lib/kernel';
import type { ConversionRequest, ConversionState, Listing } from './listing.ts';

/** The states a conversion may go to from each state; the ends may be started anew. */
const NEXT: Readonly<Record<ConversionState, readonly ConversionState[]>> = {
  checking: ['asked', 'refused'],
  asked: ['waiting', 'converted', 'reverted', 'refused'],
  waiting: ['converted', 'refused'],
  converted: ['checking'],
  reverted: ['checking'],
  refused: ['checking'],
};

export function mayBecome(from: ConversionState, to: ConversionState): boolean {
  return NEXT[from].includes(to);
}

/** Whether Amazon still owes an answer. */
export function isUnderWay(state: ConversionState): boolean {
  return state === 'checking' || state === 'asked' || state === 'waiting';
}

/** What can be said before Amazon is asked (R3, R4, R7, R8). */
export function checkConversion(listing: Listing, request: ConversionRequest): Problem[] {
  const at = `listings.${listing.sku}`;
  const facts = { sku: listing.sku };
  if (listing.conversion && isUnderWay(listing.conversion.state)) {
    return [problem('conversion-under-way', facts, at)];
  }
  return request.to === 'amazon'
    ? checkToAmazon(listing, request, at)
    : checkToMerchant(listing, request, at);
}

function checkToAmazon(listing: Listing, request: ConversionRequest, at: string): Problem[] {
  const facts = { sku: listing.sku };
  const { dimensions, weight } = request;
  const hasSize =
    dimensions !== undefined &&
    Math.min(dimensions.length, dimensions.width, dimensions.height) > 0;
  const problems = [
    listing.isParent ? problem('parent-not-convertible', facts, at) : undefined,
    listing.asin === '' ? problem('listing-without-asin', facts, at) : undefined,
    listing.title.trim() === '' ? problem('listing-without-title', facts, at) : undefined,
    isAcceptedCondition(listing) ? undefined : problem('condition-not-accepted', facts, at),
    request.barcode === 'manufacturer' && listing.condition !== 'new'
      ? problem('manufacturer-barcode-only-new', facts, `${at}.barcode`)
      : undefined,
    hasSize ? undefined : problem('unit-needs-dimensions', facts, `${at}.dimensions`),
    weight && weight.amount > 0 ? undefined : problem('unit-needs-weight', facts, `${at}.weight`),
  ];
  return problems.filter((found) => found !== undefined);
}

function checkToMerchant(listing: Listing, request: ConversionRequest, at: string): Problem[] {
  const isWhole = Number.isSafeInteger(request.quantity) && (request.quantity ?? -1) >= 0;
  return isWhole ? [] : [problem('quantity-needed', { sku: listing.sku }, `${at}.quantity`)];
}

// R4: FBA takes new goods, and used ones of the media categories only (FBA_INB_0056).
const MEDIA = new Set([
  'ABIS_BOOK',
  'ABIS_DVD',
  'ABIS_MUSIC',
  'ABIS_VIDEO',
  'ABIS_VIDEO_GAMES',
  'BOOK',
]);

function isAcceptedCondition(listing: Listing): boolean {
  if (listing.condition === 'new') return true;
  // Before Amazon has named the product type nothing is known; the eligibility preview decides.
  return listing.productType === undefined || MEDIA.has(listing.productType);
}
