import { marketplaceById, money, toDecimal } from '#lib/kernel';

import { stamp, type Turn } from '../turn.ts';
import type { Listing } from './entities.ts';
import { issuesOf } from './issues.ts';

export const INCLUDED = [
  'summaries',
  'attributes',
  'issues',
  'offers',
  'fulfillmentAvailability',
  'procurement',
  'relationships',
  'productTypes',
] as const;
export type Included = (typeof INCLUDED)[number];

/** A listing as the Listings Items API shows it: only the parts that were asked for. */
export function itemView(
  turn: Turn,
  listing: Listing,
  included: readonly Included[],
): Record<string, unknown> {
  const parts: Record<Included, () => unknown> = {
    summaries: () => [summaryOf(turn, listing)],
    attributes: () => attributesView(listing),
    issues: () =>
      issuesOf(listing).map((issue) => ({ ...issue, marketplaceIds: [listing.marketplaceId] })),
    offers: () => [
      {
        marketplaceId: listing.marketplaceId,
        offerType: 'B2C',
        price: {
          currencyCode: listing.currency,
          amount: toDecimal(money(listing.priceMinor, listing.currency)).toFixed(2),
        },
      },
    ],
    fulfillmentAvailability: () =>
      listing.availability.map(({ channel, quantity }) => ({
        fulfillmentChannelCode: channel,
        ...(quantity === undefined ? {} : { quantity }),
      })),
    procurement: () => [],
    relationships: () => [{ marketplaceId: listing.marketplaceId, relationships: [] }],
    productTypes: () => [
      { marketplaceId: listing.marketplaceId, productType: listing.productType },
    ],
  };
  const view: Record<string, unknown> = { sku: listing.sku };
  for (const name of included) view[name] = parts[name]();
  return view;
}

function summaryOf(turn: Turn, listing: Listing): Record<string, unknown> {
  return {
    marketplaceId: listing.marketplaceId,
    asin: listing.asin,
    productType: listing.productType,
    conditionType: listing.condition,
    status: listing.active ? ['BUYABLE', 'DISCOVERABLE'] : ['DISCOVERABLE'],
    ...(listing.fnsku ? { fnSku: listing.fnsku } : {}),
    itemName: listing.title,
    createdDate: stamp(turn, listing.openedAt),
    lastUpdatedDate: stamp(turn, listing.updatedAt),
    mainImage: {
      link: `https://m.media-amazon.com/images/I/${listing.asin}._SL75_.jpg`,
      height: 500,
      width: 500,
    },
  };
}

function attributesView(listing: Listing): Record<string, unknown> {
  return {
    ...listing.attributes,
    fulfillment_availability: listing.availability.map(({ channel, quantity }) => ({
      fulfillment_channel_code: channel,
      ...(quantity === undefined ? {} : { quantity }),
      marketplace_id: listing.marketplaceId,
    })),
    purchasable_offer: [
      {
        currency: listing.currency,
        our_price: [
          {
            schedule: [{ value_with_tax: toDecimal(money(listing.priceMinor, listing.currency)) }],
          },
        ],
        marketplace_id: listing.marketplaceId,
      },
    ],
  };
}

export function storeName(marketplaceId: string): string {
  const marketplace = marketplaceById(marketplaceId);
  return marketplace ? `Amazon.${marketplace.domain.slice('amazon.'.length)}` : marketplaceId;
}
