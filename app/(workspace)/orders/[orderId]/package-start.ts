import { carriersOf } from '#lib/flat-files';
import { type Instant, marketplaceById } from '#lib/kernel';
import { calendarOf, dayOf, type Order, type OrderPackage, unitsOpen } from '#lib/orders';
import type { FormPackage } from './package-fields.tsx';

/** Amazon's carriers for the store, spelled as it spells them, and at the end the way out. */
export function carrierCodes({ marketplaceId }: Order): readonly string[] {
  const { codes } = carriersOf(marketplaceById(marketplaceId)?.country ?? '');
  const named = codes.filter((code) => code !== 'Other');
  return [...named.toSorted((a, b) => a.localeCompare(b, 'en')), 'Other'];
}

/** A new package: all that is open, or nothing where another package has it already. */
export function newPackage(order: Order, now: Instant, isEmpty = false): FormPackage {
  return {
    carrierCode: '',
    carrierName: '',
    trackingNumber: '',
    shipMethod: '',
    shipDate: dayOf(now, calendarOf(order.marketplaceId)),
    items: order.items
      .filter((item) => unitsOpen(item) > 0)
      .map((item) => formItem(item, isEmpty ? 0 : unitsOpen(item), unitsOpen(item))),
  };
}

/** A package that Amazon knows, as it is. */
export function knownPackage(order: Order, parcel: OrderPackage): FormPackage {
  const codes = carrierCodes(order);
  const isListed = codes.includes(parcel.carrier);
  return {
    carrierCode: isListed ? parcel.carrier : 'Other',
    carrierName: isListed ? '' : parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    shipMethod: parcel.shipMethod ?? '',
    shipDate: dayOf(parcel.shippedAt, calendarOf(order.marketplaceId)),
    items: order.items.flatMap((item) => {
      const packed = parcel.items.find(({ orderItemId }) => orderItemId === item.orderItemId);
      const open = unitsOpen(item) + (packed?.quantity ?? 0);
      return open === 0 ? [] : [formItem(item, packed?.quantity ?? 0, open)];
    }),
  };
}

function formItem(item: Order['items'][number], quantity: number, open: number) {
  const { orderItemId, sku, title } = item;
  return { orderItemId, sku, title, quantity, open, isTransparency: item.isTransparency === true };
}
