import { DAY, HOUR } from '#lib/kernel';
import type { Order, OrderItem, OrderPackage } from '../core/order.ts';

export const US = 'ATVPDKIKX0DER';
export const GERMANY = 'A1PA6795UKMFR9';
export const JAPAN = 'A1VC38T7YXB528';

/** Tuesday 2026-11-24, noon in Los Angeles. */
export const NOON = Date.UTC(2026, 10, 24, 20);

/** An order of two cups that waits to be shipped until the end of Wednesday. */
export function orderOf(changes: Partial<Order> = {}): Order {
  return {
    orderId: '111-0000001-0000001',
    marketplaceId: US,
    fulfilledBy: 'MERCHANT',
    status: 'UNSHIPPED',
    purchasedAt: NOON - DAY,
    updatedAt: NOON - DAY,
    programs: [],
    // The last second of 2026-11-25 in Los Angeles.
    shipBy: { latest: Date.UTC(2026, 10, 26, 7, 59, 59) },
    deliverBy: { latest: Date.UTC(2026, 10, 26, 7, 59, 59) + 5 * DAY },
    items: [itemOf()],
    packages: [],
    ...changes,
  };
}

export function itemOf(changes: Partial<OrderItem> = {}): OrderItem {
  return {
    orderItemId: '00000000000011',
    sku: 'CUP-BLUE',
    asin: 'B0CUP00001',
    title: 'A blue cup',
    ordered: 2,
    shipped: 0,
    cancelled: 0,
    unitPrice: { minor: 1_250, currency: 'USD' },
    ...changes,
  };
}

export function packageOf(changes: Partial<OrderPackage> = {}): OrderPackage {
  return {
    reference: '1',
    carrier: 'UPS',
    trackingNumber: '1Z5R89390357567127',
    shippedAt: NOON - HOUR,
    confirmedAt: NOON,
    status: 'SHIPPED',
    items: [{ orderItemId: '00000000000011', quantity: 2 }],
    ...changes,
  };
}
