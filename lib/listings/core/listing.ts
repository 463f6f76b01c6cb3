import type { Dimensions, Instant, Money, Problem, Weight } from '#lib/kernel';

export type Channel = 'merchant' | 'amazon';

/** One SKU of a seller account in one marketplace. */
export type Listing = {
  readonly id: string;
  readonly marketplaceId: string;
  readonly sku: string;
  readonly asin: string;
  readonly fnsku?: string;
  /** What the maker's barcode on the product says: EAN, UPC or ISBN. */
  readonly gtin?: string;
  readonly title: string;
  /** Amazon's word in kebab-case: new, used-like-new … */
  readonly condition: string;
  readonly channel: Channel;
  readonly status: string;
  readonly price?: Money;
  readonly quantity?: number;
  readonly productType?: string;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  readonly isParent: boolean;
  readonly conversion?: ConversionProgress;
};

/** Where a listing stands on its way to FBA or back. */
export type ConversionProgress = {
  readonly state: ConversionState;
  readonly request: ConversionRequest;
  readonly problems: readonly Problem[];
  readonly askedAt: Instant;
};

/**
 * checking: asking Amazon whether it may be; asked: Amazon has the change; waiting: FBA, but the
 * FNSKU is not there yet. The last three are ends.
 */
export const CONVERSION_STATES = [
  'checking',
  'asked',
  'waiting',
  'converted',
  'reverted',
  'refused',
] as const;
export type ConversionState = (typeof CONVERSION_STATES)[number];

export type Barcode = 'fnsku' | 'manufacturer';
export type Batteries = 'none' | 'included' | 'required-not-included';
export type DangerousGoods = 'not-applicable' | 'regulated';

/** What the seller declares when a listing is changed over. */
export type ConversionRequest = {
  readonly to: Channel;
  readonly barcode: Barcode;
  readonly batteries: Batteries;
  readonly dangerousGoods: DangerousGoods;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  /** stock on hand, for the way back */
  readonly quantity?: number;
};

export function isReadyForFba(listing: Listing): boolean {
  return listing.channel === 'amazon' && listing.fnsku !== undefined;
}
