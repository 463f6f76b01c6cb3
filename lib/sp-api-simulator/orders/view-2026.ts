import { marketplaceById, money, toDecimal } from '#lib/kernel';

import { storeName } from '../listings/views.ts';
import { mayReadPersonal } from '../roles.ts';
import { stamp, type Turn } from '../turn.ts';
import { packageStatus } from './carrier.ts';
import type { Order, OrderLine } from './entities.ts';

export const STATUSES = [
  'PENDING_AVAILABILITY',
  'PENDING',
  'UNSHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'UNFULFILLABLE',
] as const;

export const INCLUDABLE = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'EXPENSE',
  'PROMOTION',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
  'TAX',
  'PAYMENT',
  'FULFILLMENT_ORDERS',
] as const;
type Includable = (typeof INCLUDABLE)[number];

/** The order as orders 2026-01-01 shows it. While it is pending, price and address are not told. */
export function orderView(
  turn: Turn,
  order: Order,
  included: readonly Includable[],
): Record<string, unknown> {
  const told = order.status !== 'PENDING';
  const has = (part: Includable) => included.includes(part);
  const addressed = told && order.status !== 'CANCELLED';
  const personal = mayReadPersonal(turn);
  const programs = [
    ...(order.prime ? ['PRIME'] : []),
    ...(order.business ? ['AMAZON_BUSINESS'] : []),
  ];
  return {
    orderId: order.id,
    createdTime: stamp(turn, order.placedAt),
    lastUpdatedTime: stamp(turn, order.updatedAt),
    programs,
    salesChannel: {
      channelName: 'AMAZON',
      marketplaceId: order.marketplaceId,
      marketplaceName: storeName(order.marketplaceId),
    },
    ...(has('BUYER') && addressed ? { buyer: buyerView(order, personal) } : {}),
    ...(has('RECIPIENT') && addressed
      ? { recipient: { deliveryAddress: addressOf(order, personal) } }
      : {}),
    ...(has('PROCEEDS') && told
      ? { proceeds: { grandTotal: amount(order, totalOf(order.lines)) } }
      : {}),
    ...(has('PAYMENT') && told ? { payment: paymentOf(order) } : {}),
    ...(has('FULFILLMENT') ? { fulfillment: fulfillmentOf(turn, order) } : {}),
    orderItems: order.lines.map((line) => lineView(order, line, { told, has })),
    ...(has('PACKAGES') ? { packages: packagesOf(turn, order) } : {}),
  };
}

function fulfillmentOf(turn: Turn, order: Order): object {
  const span = (from: number, to: number) => ({
    earliestDateTime: stamp(turn, from),
    latestDateTime: stamp(turn, to),
  });
  return {
    fulfillmentStatus: order.status,
    fulfilledBy: 'MERCHANT',
    fulfillmentServiceLevel: 'STANDARD',
    shipByWindow: span(order.shipFrom, order.shipBy),
    deliverByWindow: span(order.deliverFrom, order.deliverBy),
  };
}

function lineView(
  order: Order,
  line: OrderLine,
  { told, has }: { readonly told: boolean; readonly has: (part: Includable) => boolean },
): object {
  return {
    orderItemId: line.itemId,
    quantityOrdered: line.ordered,
    product: {
      asin: line.asin,
      title: line.title,
      sellerSku: line.sku,
      condition: { conditionType: 'NEW' },
      ...(told ? { price: { unitPrice: amount(order, line.unitMinor) } } : {}),
    },
    ...(has('PROCEEDS') && told
      ? { proceeds: { proceedsTotal: amount(order, totalOf([line])) } }
      : {}),
    ...(has('CANCELLATION') ? { cancellation: cancellationOf(order, line) } : {}),
    ...(has('FULFILLMENT')
      ? {
          fulfillment: {
            quantityFulfilled: line.fulfilled,
            quantityUnfulfilled: line.ordered - line.fulfilled - line.cancelled,
            ...shippingOf(order, line),
          },
        }
      : {}),
  };
}

// Dear things are signed for.
const SIGNED_FROM_MINOR = 10_000;

function shippingOf(order: Order, line: OrderLine): object {
  const shippingConstraints = {
    ...(isPaidOnDelivery(order) ? { cashOnDelivery: 'MANDATORY' } : {}),
    ...(line.unitMinor >= SIGNED_FROM_MINOR ? { signatureConfirmation: 'MANDATORY' } : {}),
  };
  return Object.keys(shippingConstraints).length > 0 ? { shipping: { shippingConstraints } } : {};
}

export function isPaidOnDelivery({ payment }: Order): boolean {
  return payment?.method === 'cash-on-delivery';
}

function paymentOf(order: Order): object {
  const paymentMethod = isPaidOnDelivery(order) ? 'CashOnDelivery' : 'CreditCard';
  const paymentAmount = amount(order, totalOf(order.lines));
  return { paymentExecutions: [{ paymentMethod, paymentAmount }] };
}

function cancellationOf(order: Order, line: OrderLine): object {
  return {
    ...(line.cancelRequest
      ? { cancellationRequest: { requester: 'BUYER', cancelReason: line.cancelRequest } }
      : {}),
    ...(order.cancelledBy && line.cancelled > 0
      ? { cancellationExecution: { cancelledBy: order.cancelledBy } }
      : {}),
  };
}

function packagesOf(turn: Turn, order: Order): object[] {
  return order.packages.map((each) => ({
    packageReferenceId: each.reference,
    createdTime: stamp(turn, each.createdAt),
    packageStatus: packageStatus(each),
    carrier: each.carrier,
    shipTime: stamp(turn, each.shippedAt),
    ...(each.service ? { shippingService: each.service } : {}),
    trackingNumber: each.tracking,
    packageItems: each.items.map(({ itemId, quantity }) => ({ orderItemId: itemId, quantity })),
  }));
}

// Without its role an application reads of a buyer what is not personal (#5306).
function buyerView({ buyer }: Order, personal: boolean): object {
  return {
    ...(personal ? { buyerName: buyer.name, buyerEmail: buyer.email } : {}),
    ...(buyer.company ? { buyerCompanyName: buyer.company } : {}),
    ...(buyer.purchaseOrder ? { buyerPurchaseOrderNumber: buyer.purchaseOrder } : {}),
  };
}

function addressOf({ buyer }: Order, personal: boolean): object {
  return {
    ...(personal ? { name: buyer.name } : {}),
    ...(buyer.company ? { companyName: buyer.company } : {}),
    ...(personal
      ? { addressLine1: buyer.addressLine1, postalCode: buyer.postalCode, phone: buyer.phone }
      : {}),
    city: buyer.city,
    ...(buyer.state ? { stateOrRegion: buyer.state } : {}),
    countryCode: buyer.country,
    addressType: buyer.company ? 'COMMERCIAL' : 'RESIDENTIAL',
  };
}

export function totalOf(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { ordered, unitMinor }) => sum + ordered * unitMinor, 0);
}

/** "29.98", with as many decimals as the currency has. */
export function decimal(order: Pick<Order, 'currency' | 'marketplaceId'>, minor: number): string {
  return toDecimal(money(minor, order.currency)).toFixed(fractionDigits(order));
}

/** With how many decimals the order's currency is written. */
export function fractionDigits(order: Pick<Order, 'marketplaceId'>): number {
  return marketplaceById(order.marketplaceId)?.currency === 'JPY' ? 0 : 2;
}

function amount(order: Order, minor: number): { amount: string; currencyCode: string } {
  return { amount: decimal(order, minor), currencyCode: order.currency };
}
