import { netFee, type PlacementKind, placementKind } from '#lib/inbound';
import type { PlacementOffer } from '#lib/inbound';
import { type Instant, type Money, money, optional } from '#lib/kernel';

/** A placement option as the seller compares it. */
export type OfferView = {
  readonly id: string;
  readonly kind: PlacementKind;
  readonly fee: Money;
  readonly feePerUnit?: Money;
  readonly fees: PlacementOffer['fees'];
  readonly discounts: PlacementOffer['discounts'];
  readonly shipments: PlacementOffer['shipments'];
  readonly expiresAt?: Instant;
};

/** The cheapest first; of two at the same price the one with fewer destinations. */
export function offerViews(offers: readonly PlacementOffer[], currency: string): OfferView[] {
  return offers
    .map((offer) => offerView(offer, currency))
    .toSorted((a, b) => a.fee.minor - b.fee.minor || a.shipments.length - b.shipments.length);
}

export function offerView(offer: PlacementOffer, currency: string): OfferView {
  const fee = netFee(offer, currency);
  const units = offer.shipments.reduce((sum, { unitCount }) => sum + unitCount, 0);
  return {
    id: offer.id,
    kind: placementKind(offer, currency),
    fee,
    ...(units > 0 ? { feePerUnit: money(Math.round(fee.minor / units), fee.currency) } : {}),
    fees: offer.fees,
    discounts: offer.discounts,
    shipments: offer.shipments,
    ...optional('expiresAt', offer.expiresAt),
  };
}
