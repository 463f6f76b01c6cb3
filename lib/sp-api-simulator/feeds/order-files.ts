import type { FeedRecord } from '../entities.ts';
import { confirmPackage } from '../orders/confirm.ts';
import type { Order, OrderPackage } from '../orders/entities.ts';
import { cancelOrder, isOpen } from '../orders/life.ts';
import { refundLine } from '../orders/refund.ts';
import type { Turn } from '../turn.ts';
import { type Outcome, readTable, type Row, work } from './table.ts';

/** Works a file off and writes its processing report; undefined when it cannot be read at all. */
export type Processor = (turn: Turn, feed: FeedRecord, text: string) => string | undefined;

export const confirmations: Processor = (turn, feed, text) => {
  const rows = readTable(text, ['order-id', 'ship-date', 'carrier-code']);
  return rows && work(rows, (row) => onOrder(turn, feed, row, confirm));
};

export const cancellations: Processor = (turn, feed, text) => {
  const rows = readTable(text, ['order-id', 'cancellation-reason-code']);
  return rows && work(rows, (row) => onOrder(turn, feed, row, cancel));
};

export const adjustments: Processor = (turn, feed, text) => {
  const rows = readTable(text, ['order-id', 'order-item-id', 'adjustment-reason-code']);
  return rows && work(rows, (row) => onOrder(turn, feed, row, adjust));
};

// Amazon's numbers for these files are not public; the simulator's own begin with 99.
const UNKNOWN_ORDER = ['99001', 'Invalid OrderID or AmazonOrderID.'] as const;
const REFUSED = '99002';
const MISFORMED = '99003';

/** What a row does to its order. */
export type OrderAct = (turn: Turn, order: Order, row: Row) => Outcome;

/** Does it to the order that the row names, if that is one of the seller's. */
export function onOrder(turn: Turn, feed: FeedRecord, row: Row, act: OrderAct): Outcome {
  const order = turn.world.read('order', row.get('order-id') ?? '');
  return order?.sellerId === feed.sellerId ? act(turn, order, row) : UNKNOWN_ORDER;
}

export const confirm: OrderAct = (turn, order, row) => {
  const shippedAt = Date.parse(row.get('ship-date') ?? '');
  if (Number.isNaN(shippedAt)) return [MISFORMED, 'The ship-date is not a date.'];
  const tracking = row.get('tracking-number') ?? '';
  if (tracking === '') return [MISFORMED, 'The tracking-number is missing.'];
  const itemId = row.get('order-item-id') ?? '';
  const quantity = Number(row.get('quantity') ?? '');
  const lines = order.lines.filter((line) => itemId === '' || line.itemId === itemId);
  if (lines.length === 0) return [REFUSED, 'The order-item-id does not belong to the order.'];
  const orderItems = lines.flatMap((line) => {
    const open = line.ordered - line.fulfilled - line.cancelled;
    const wanted = itemId !== '' && quantity > 0 ? quantity : open;
    return wanted > 0 ? [{ orderItemId: line.itemId, quantity: wanted }] : [];
  });
  const known = order.packages.find(
    (each) => each.tracking === tracking && each.shippedAt === shippedAt,
  );
  // The same row a second time changes nothing; another item of the same parcel joins it.
  if (known && (itemId === '' || holds(known, itemId, quantity))) return undefined;
  const others = known?.items.filter((item) => item.itemId !== itemId) ?? [];
  const name = row.get('carrier-name') ?? '';
  const method = row.get('ship-method') ?? '';
  const refusal = confirmPackage(turn, order, {
    packageReferenceId: known?.reference ?? String(order.packages.length + 1),
    carrierCode: row.get('carrier-code') ?? '',
    ...(name ? { carrierName: name } : {}),
    ...(method ? { shippingMethod: method } : {}),
    trackingNumber: tracking,
    shipDate: shippedAt,
    orderItems: [...others.map((item) => ({ ...item, orderItemId: item.itemId })), ...orderItems],
  });
  return refusal === undefined ? undefined : [REFUSED, refusal];
};

function holds({ items }: OrderPackage, itemId: string, quantity: number): boolean {
  const held = items.find((item) => item.itemId === itemId);
  return held !== undefined && (!(quantity > 0) || held.quantity === quantity);
}

// The reasons that Amazon takes in this file (Seller Central and public samples, 2026-11-23).
export const CANCELLATIONS = new Set([
  'NoInventory',
  'BuyerCanceled',
  'GeneralAdjustment',
  'PricingError',
  'ShippingAddressUndeliverable',
  'CustomerExchange',
  'CustomerReturn',
  'MerchandiseNotReceived',
]);

export const cancel = cancelFor(CANCELLATIONS);

/** As the file does it, for the reasons that are taken. */
export function cancelFor(reasons: ReadonlySet<string>): OrderAct {
  return (turn, order, row) => cancelRow(turn, order, { row, reasons });
}

function cancelRow(
  turn: Turn,
  order: Order,
  { row, reasons }: { readonly row: Row; readonly reasons: ReadonlySet<string> },
): Outcome {
  const reason = row.get('cancellation-reason-code') ?? '';
  const itemId = row.get('amazon-order-item-code') ?? row.get('order-item-id') ?? '';
  if (itemId !== '' && reason === '')
    return [MISFORMED, 'A cancellation-reason-code is required with an item code.'];
  if (reason !== '' && !reasons.has(reason))
    return [MISFORMED, `The cancellation-reason-code ${reason} is not valid.`];
  if (!isOpen(order)) return [REFUSED, 'The order cannot be cancelled in its state.'];
  if (itemId === '') {
    cancelOrder(turn, order, 'MERCHANT');
    return undefined;
  }
  const line = order.lines.find((each) => each.itemId === itemId);
  if (!line) return [REFUSED, 'The item code does not belong to the order.'];
  if (line.fulfilled > 0) return [REFUSED, 'A shipped item cannot be cancelled.'];
  cancelOrder(turn, order, 'MERCHANT', itemId);
  return undefined;
}

// Seen in public samples; only what was shipped or charged can be given back.
const ADJUSTMENTS = new Set([
  'NoInventory',
  'CustomerCancel',
  'CouldNotShip',
  'CustomerReturn',
  'GeneralAdjustment',
  'PricingError',
  'ShippingAddressUndeliverable',
]);

export const adjust: OrderAct = (turn, order, row) => {
  const reason = row.get('adjustment-reason-code') ?? '';
  if (!ADJUSTMENTS.has(reason))
    return [MISFORMED, `The adjustment-reason-code ${reason} is not valid.`];
  const line = order.lines.find(({ itemId }) => itemId === row.get('order-item-id'));
  if (!line) return [REFUSED, 'The order-item-id does not belong to the order.'];
  const currency = row.get('currency') ?? order.currency;
  if (currency !== '' && currency !== order.currency)
    return [MISFORMED, `The currency of the order is ${order.currency}.`];
  const amount = Number(row.get('item-price-adj') || '0');
  const cancelled = Number(row.get('quantity-cancelled') || '0');
  if (!(amount >= 0) || !Number.isInteger(cancelled) || cancelled < 0)
    return [MISFORMED, 'The amount or the quantity is not a number.'];
  const refusal = refundLine(turn, order, line, { amount, cancelled, reason });
  return refusal === undefined ? undefined : [REFUSED, refusal];
};
