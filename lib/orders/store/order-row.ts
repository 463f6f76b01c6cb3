import { type Prisma, toJson } from '#lib/db';
import { type Instant, optional } from '#lib/kernel';
import type { OrderReading } from '../amazon/read-order.ts';
import { purgeAtOf } from '../core/deadlines.ts';
import {
  hasProgram,
  isCancelAsked,
  isOpen,
  isPending,
  type Order,
  type OrderPackage,
  type OrderStatus,
  sumOf,
  unitsOpen,
} from '../core/order.ts';
import { digestsOf, sealBuyer } from './buyer-seal.ts';

export type OrderRow = Prisma.OrderGetPayload<object>;
export type Stage = 'pending' | 'unshipped' | 'partial' | 'shipped' | 'canceled';

const STAGES: Readonly<Record<OrderStatus, Stage>> = {
  PENDING_AVAILABILITY: 'pending',
  PENDING: 'pending',
  UNSHIPPED: 'unshipped',
  PARTIALLY_SHIPPED: 'partial',
  SHIPPED: 'shipped',
  CANCELLED: 'canceled',
  UNFULFILLABLE: 'canceled',
};

export function stageOf({ status }: Pick<Order, 'status'>): Stage {
  return STAGES[status];
}

// The document is written by `columnsOf` alone, so its shape is known.
export function asOrder({ doc }: Pick<OrderRow, 'doc'>): Order {
  return doc as unknown as Order;
}

export type Place = {
  readonly workspaceId: string;
  readonly connectionId: string;
};

const date = (at: Instant | undefined) => (at === undefined ? null : new Date(at));

/** 2200-01-01: after everything that is due. */
const NOT_DUE = 7_258_118_400_000;

/** The columns that follow from the document. */
export function columnsOf(order: Order) {
  const isAllConfirmed = order.status === 'SHIPPED' && order.packages.length > 0;
  const confirmed = order.packages.map(({ confirmedAt }) => confirmedAt ?? 0);
  return {
    marketplaceId: order.marketplaceId,
    status: order.status,
    stage: stageOf(order),
    purchasedAt: new Date(order.purchasedAt),
    amazonUpdatedAt: new Date(order.updatedAt),
    shipBy: date(order.shipBy?.latest),
    dueAt: new Date(order.shipBy?.latest ?? NOT_DUE),
    deliverBy: date(order.deliverBy?.latest),
    cancelNotifyAt: date(order.cancelNotifyAt),
    confirmedAt: date(isAllConfirmed ? Math.max(...confirmed) || order.updatedAt : undefined),
    isCancelAsked: isCancelAsked(order),
    isPrime: hasProgram(order, 'PRIME'),
    isBusiness: hasProgram(order, 'AMAZON_BUSINESS'),
    totalMinor: order.total?.minor ?? 0,
    currency: order.total?.currency ?? order.items[0]?.unitPrice?.currency ?? '',
    unitCount: sumOf(order.items, ({ ordered }) => ordered),
    openUnitCount: isOpen(order) || isPending(order) ? sumOf(order.items, unitsOpen) : 0,
    doc: toJson(order),
    purgeAt: new Date(purgeAtOf(order)),
  };
}

/** The sealed buyer of a reading; nothing once the time to purge has come. */
export function buyerColumnsOf(
  place: Place,
  { order, buyer, buyerState }: OrderReading,
  now: Instant,
) {
  if (now >= purgeAtOf(order)) return { buyerSealed: null, buyerState: 'purged', buyerDigests: [] };
  if (!buyer) return { buyerSealed: null, buyerState, buyerDigests: [] };
  const { connectionId } = place;
  return {
    buyerSealed: sealBuyer({ connectionId, orderId: order.orderId }, buyer),
    buyerState,
    buyerDigests: digestsOf(connectionId, buyer),
  };
}

export function itemRowsOf(place: Place, orderRowId: string, order: Order) {
  return order.items.map((item) => ({
    orderRowId,
    orderItemId: item.orderItemId,
    connectionId: place.connectionId,
    marketplaceId: order.marketplaceId,
    stage: stageOf(order),
    purchasedAt: new Date(order.purchasedAt),
    sku: item.sku,
    asin: item.asin,
    openUnits: isOpen(order) || isPending(order) ? unitsOpen(item) : 0,
  }));
}

const SCANNED = new Set(['IN_TRANSIT', 'DELIVERED', 'UNDELIVERABLE']);

export function packageRowsOf(place: Place, orderRowId: string, order: Order) {
  return order.packages.map((parcel) => ({
    orderRowId,
    reference: parcel.reference,
    connectionId: place.connectionId,
    marketplaceId: order.marketplaceId,
    trackingNumber: parcel.trackingNumber,
    carrier: parcel.carrier,
    units: sumOf(parcel.items, ({ quantity }) => quantity),
    isScanned: SCANNED.has(parcel.status),
    confirmedAt: date(parcel.confirmedAt),
    deliveredAt: date(parcel.deliveredAt),
  }));
}

/** What one source tells is kept where another says nothing. */
export function mergeOrder(known: Order | undefined, told: Order): Order {
  return {
    ...told,
    ...optional('cancelNotifyAt', told.cancelNotifyAt ?? known?.cancelNotifyAt),
    ...optional('verification', told.verification ?? known?.verification),
    ...optional('shipBy', told.shipBy ?? known?.shipBy),
    ...optional('deliverBy', told.deliverBy ?? known?.deliverBy),
    packages: told.packages.map((parcel) => mergePackage(known, parcel, told.updatedAt)),
  };
}

// Amazon says that a parcel was delivered, but not when: it is the time at which that was first told.
function mergePackage(known: Order | undefined, parcel: OrderPackage, at: Instant): OrderPackage {
  if (parcel.status !== 'DELIVERED' || parcel.deliveredAt !== undefined) return parcel;
  const before = known?.packages.find(({ reference }) => reference === parcel.reference);
  return { ...parcel, deliveredAt: before?.deliveredAt ?? at };
}
