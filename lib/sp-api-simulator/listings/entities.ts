import type { Instant } from '#lib/kernel';

export type Handling =
  | 'standard'
  | 'battery'
  | 'hazmat'
  | 'textile'
  | 'fragile'
  | 'dated'
  | 'small'
  | 'liquid'
  | 'media'
  | 'parent';

/** An offer of a seller in one store, with what Amazon knows about the product behind it. */
export type Listing = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly sku: string;
  readonly asin: string;
  readonly listingId: string;
  readonly title: string;
  readonly productType: string;
  readonly condition: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly productId: string;
  readonly active: boolean;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly handling: Handling;
  /** Whether Amazon knows what prep it needs. */
  readonly classified: boolean;
  /** Why FBA would refuse it whatever the seller fills in. */
  readonly blockedBy?: string;
  /** Fulfilment channels with the merchant's quantity; more than one under a quirk. */
  readonly availability: readonly { readonly channel: string; readonly quantity?: number }[];
  readonly fnsku?: string;
  readonly attributes: Readonly<Record<string, readonly unknown[]>>;
};

/** The prep a seller chose for a SKU; without one Amazon's own classification holds. */
export type Prep = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly msku: string;
  readonly category: string;
  readonly types: readonly string[];
};

/** Units in the fulfilment network. */
export type Stock = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly msku: string;
  readonly fulfillable: number;
  readonly damaged: number;
  readonly updatedAt: Instant;
};
