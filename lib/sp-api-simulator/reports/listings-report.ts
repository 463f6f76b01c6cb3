import { marketplaceById, money, toDecimal } from '#lib/kernel';

import type { ReportRecord } from '../entities.ts';
import { CONDITION_NUMBERS, listingId } from '../listings/add.ts';
import type { Listing } from '../listings/entities.ts';
import type { Turn } from '../turn.ts';
import { type Columns, nothing, tableOf } from './table.ts';

const NUMBER_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CONDITION_NUMBERS).map(([number, condition]) => [condition, number]),
);

type Row = { readonly listing: Listing; readonly fba: boolean; readonly pending: number };

/** The columns of the All Listings Report, in the order in which Amazon writes them. */
const COLUMNS: Columns<Row> = [
  ['item-name', ({ listing }) => listing.title],
  ['item-description', nothing],
  ['listing-id', ({ listing }) => listing.listingId],
  ['seller-sku', ({ listing }) => listing.sku],
  ['price', ({ listing }) => String(toDecimal(money(listing.priceMinor, listing.currency)))],
  ['quantity', ({ listing }) => String(listing.availability[0]?.quantity ?? '')],
  ['open-date', ({ listing }) => openDate(listing)],
  ['image-url', nothing],
  ['item-is-marketplace', () => 'y'],
  ['product-id-type', ({ listing }) => productIdType(listing.productId)],
  ['zshop-shipping-fee', nothing],
  ['item-note', nothing],
  ['item-condition', ({ listing }) => NUMBER_OF[listing.condition] ?? '11'],
  ['zshop-category1', nothing],
  ['zshop-browse-path', nothing],
  ['zshop-storefront-feature', nothing],
  ['asin1', ({ listing }) => listing.asin],
  ['asin2', nothing],
  ['asin3', nothing],
  ['will-ship-internationally', nothing],
  ['expedited-shipping', nothing],
  ['zshop-boldface', nothing],
  ['product-id', ({ listing }) => listing.productId],
  ['bid-for-featured-placement', nothing],
  ['add-delete', nothing],
  ['pending-quantity', ({ fba, pending }) => (fba ? '' : String(pending))],
  ['fulfillment-channel', ({ listing }) => listing.availability[0]?.channel ?? 'DEFAULT'],
  ['merchant-shipping-group', ({ fba }) => (fba ? '' : 'Migrated Template')],
  ['status', ({ listing }) => (listing.active ? 'Active' : 'Inactive')],
];

/** GET_MERCHANT_LISTINGS_ALL_DATA, or undefined when there is nothing to report. */
export function listingsReport(
  turn: Turn,
  { sellerId, marketplaceIds }: ReportRecord,
): string | undefined {
  const listings = turn.world
    .having('listing', `seller ${sellerId}`)
    .flatMap((id) => turn.world.read('listing', id) ?? [])
    .filter((listing) => marketplaceIds.includes(listing.marketplaceId))
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
  const pending = pendingUnits(turn, sellerId);
  return tableOf(
    COLUMNS,
    listings.map((listing) => ({
      listing,
      fba: listing.availability[0]?.channel !== 'DEFAULT',
      pending: pending.get(listing.id) ?? 0,
    })),
  );
}

/** Units in orders that are still pending, per listing. */
function pendingUnits(turn: Turn, sellerId: string): Map<string, number> {
  const units = new Map<string, number>();
  for (const orderId of turn.world.having('order', `seller ${sellerId}`)) {
    const order = turn.world.read('order', orderId);
    if (order?.status !== 'PENDING') continue;
    for (const { sku, ordered } of order.lines) {
      const id = listingId(sellerId, order.marketplaceId, sku);
      units.set(id, (units.get(id) ?? 0) + ordered);
    }
  }
  return units;
}

function productIdType(productId: string): string {
  if (/^\d{12}$/.test(productId)) return '3';
  if (/^\d{13}$/.test(productId)) return '4';
  return '1';
}

// "08/07/2016 10:12:40 BST" in the store's own zone.
function openDate(listing: Listing): string {
  const marketplace = marketplaceById(listing.marketplaceId);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: marketplace?.timeZone ?? 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(listing.openedAt);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const date =
    marketplace?.country === 'US'
      ? `${part('year')}-${part('month')}-${part('day')}`
      : `${part('day')}/${part('month')}/${part('year')}`;
  return `${date} ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`;
}
