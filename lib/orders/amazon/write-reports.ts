import { DAY, type Instant, marketplaceById, toDecimal } from '#lib/kernel';
import type { Buyer } from '../core/buyer.ts';
import { hasProgram, type Order, type OrderItem, unitsOpen } from '../core/order.ts';

export type ReportOrder = { readonly order: Order; readonly buyer?: Buyer };
export type OrderReport = {
  readonly columns: readonly string[];
  readonly rowsOf: (told: ReportOrder, now: Instant) => readonly (readonly string[])[];
};

type Cells = { readonly item: OrderItem } & ReportOrder & { readonly now: Instant };
type Columns = Readonly<Record<string, (cells: Cells) => string | number | undefined>>;

/** Reports carry times with an offset (2025-07-30T08:34:47+00:00). */
function time(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
}

/** The documented columns of the Unshipped Orders report (SP-API guide, 2026-11-23). */
const UNSHIPPED: Columns = {
  'order-id': ({ order }) => order.orderId,
  'order-item-id': ({ item }) => item.orderItemId,
  'purchase-date': ({ order }) => time(order.purchasedAt),
  // Amazon tells the time of payment in its reports alone.
  'payments-date': () => undefined,
  'reporting-date': ({ now }) => time(now),
  'promise-date': ({ order }) => time(order.shipBy?.latest),
  // Negative while days are left.
  'days-past-promise': ({ order, now }) =>
    order.shipBy?.latest === undefined ? undefined : Math.ceil((now - order.shipBy.latest) / DAY),
  'buyer-email': ({ buyer }) => buyer?.email,
  'buyer-phone-number': ({ buyer }) => buyer?.address?.phone,
  sku: ({ item }) => item.sku,
  'product-name': ({ item }) => item.title,
  'quantity-purchased': ({ item }) => item.ordered,
  'quantity-shipped': ({ item }) => item.shipped,
  'quantity-to-ship': ({ item }) => unitsOpen(item),
  'ship-service-level': ({ order }) => order.serviceLevel,
  'recipient-name': ({ buyer }) => buyer?.address?.name,
  'ship-address-1': ({ buyer }) => buyer?.address?.lines[0],
  'ship-address-2': ({ buyer }) => buyer?.address?.lines[1],
  'ship-address-3': ({ buyer }) => buyer?.address?.lines[2],
  'ship-city': ({ buyer }) => buyer?.address?.city,
  'ship-state': ({ buyer }) => buyer?.address?.stateOrRegion,
  'ship-postal-code': ({ buyer }) => buyer?.address?.postalCode,
  'ship-country': ({ buyer }) => buyer?.address?.countryCode,
  'is-business-order': ({ order }) => String(hasProgram(order, 'AMAZON_BUSINESS')),
  'purchase-order-number': ({ buyer }) => buyer?.purchaseOrderNumber,
  'price-designation': () => undefined,
  'is-prime': ({ order }) => String(hasProgram(order, 'PRIME')),
  'is-buyer-requested-cancellation': ({ item }) => String(item.cancelRequest !== undefined),
  'buyer-requested-cancel-reason': ({ item }) => item.cancelRequest?.reason,
};

const STATUSES: Readonly<Record<Order['status'], string>> = {
  PENDING_AVAILABILITY: 'PendingAvailability',
  PENDING: 'Pending',
  UNSHIPPED: 'Unshipped',
  PARTIALLY_SHIPPED: 'PartiallyShipped',
  SHIPPED: 'Shipped',
  CANCELLED: 'Cancelled',
  UNFULFILLABLE: 'Unfulfillable',
};

/** The documented columns of the All Orders report by last update (SP-API guide, 2026-11-23). */
const ALL: Columns = {
  'amazon-order-id': ({ order }) => order.orderId,
  'merchant-order-id': ({ order }) => order.orderId,
  'purchase-date': ({ order }) => time(order.purchasedAt),
  'last-updated-date': ({ order }) => time(order.updatedAt),
  'order-status': ({ order }) => STATUSES[order.status],
  'fulfillment-channel': () => 'Merchant',
  'sales-channel': ({ order }) => {
    const domain = marketplaceById(order.marketplaceId)?.domain;
    return domain?.replace(/^amazon/, 'Amazon');
  },
  'order-channel': () => undefined,
  'ship-service-level': ({ order }) => order.serviceLevel,
  'product-name': ({ item }) => item.title,
  sku: ({ item }) => item.sku,
  asin: ({ item }) => item.asin,
  'item-status': ({ order, item }) =>
    item.cancelled >= item.ordered
      ? 'Cancelled'
      : item.shipped > 0 && unitsOpen(item) === 0
        ? 'Shipped'
        : STATUSES[order.status].startsWith('Pending')
          ? 'Pending'
          : 'Unshipped',
  quantity: ({ item }) => item.ordered,
  currency: ({ item }) => item.unitPrice?.currency,
  // The line's total, not the price of one.
  'item-price': ({ item: { unitPrice, ordered } }) =>
    unitPrice && toDecimal({ ...unitPrice, minor: unitPrice.minor * ordered }),
  'item-tax': () => undefined,
  'shipping-price': () => undefined,
  'shipping-tax': () => undefined,
  'gift-wrap-price': () => undefined,
  'gift-wrap-tax': () => undefined,
  'item-promotion-discount': () => undefined,
  'ship-promotion-discount': () => undefined,
  'ship-city': ({ buyer }) => buyer?.address?.city,
  'ship-state': ({ buyer }) => buyer?.address?.stateOrRegion,
  'ship-postal-code': ({ buyer }) => buyer?.address?.postalCode,
  'ship-country': ({ buyer }) => buyer?.address?.countryCode,
  'promotion-ids': () => undefined,
  'is-business-order': ({ order }) => String(hasProgram(order, 'AMAZON_BUSINESS')),
  'purchase-order-number': ({ buyer }) => buyer?.purchaseOrderNumber,
  'price-designation': () => undefined,
};

export const ORDER_REPORTS = {
  unshipped: reportOf(UNSHIPPED, (item) => unitsOpen(item) > 0),
  all: reportOf(ALL, () => true),
} as const;

function reportOf(columns: Columns, isIn: (item: OrderItem) => boolean): OrderReport {
  return {
    columns: Object.keys(columns),
    rowsOf: ({ order, buyer }, now) =>
      order.items
        .filter(isIn)
        .map((item) =>
          Object.values(columns).map((cell) =>
            String(cell({ item, order, now, ...(buyer && { buyer }) }) ?? ''),
          ),
        ),
  };
}
