import type { FeedRecord } from '../entities.ts';
import { confirmPackage } from '../orders/confirm.ts';
import type { Order } from '../orders/entities.ts';
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

type Act = (turn: Turn, order: Order, row: Row) => Outcome;

function onOrder(turn: Turn, feed: FeedRecord, row: Row, act: Act): Outcome {
  const order = turn.world.read('order', row.get('order-id') ?? '');
  return order?.sellerId === feed.sellerId ? act(turn, order, row) : UNKNOWN_ORDER;
}

function confirm(turn: Turn, order: Order, row: Row): Outcome {
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
  // The same row a second time changes nothing.
  const same = order.packages.some(
    (each) => each.tracking === tracking && each.shippedAt === shippedAt,
  );
  if (same) return undefined;
  const name = row.get('carrier-name') ?? '';
  const method = row.get('ship-method') ?? '';
  const refusal = confirmPackage(turn, order, {
    packageReferenceId: String(order.packages.length + 1),
    carrierCode: row.get('carrier-code') ?? '',
    ...(name ? { carrierName: name } : {}),
    ...(method ? { shippingMethod: method } : {}),
    trackingNumber: tracking,
    shipDate: shippedAt,
    orderItems,
  });
  return refusal === undefined ? undefined : [REFUSED, refusal];
}

// The reasons that Amazon takes in this file (Seller Central and public samples, 2026-11-23).
const CANCELLATIONS = new Set([
  'NoInventory',
  'BuyerCanceled',
  'GeneralAdjustment',
  'PricingError',
  'ShippingAddressUndeliverable',
  'CustomerExchange',
  'CustomerReturn',
  'MerchandiseNotReceived',
]);

function cancel(turn: Turn, order: Order, row: Row): Outcome {
  const reason = row.get('cancellation-reason-code') ?? '';
  const itemId = row.get('amazon-order-item-code') ?? row.get('order-item-id') ?? '';
  if (itemId !== '' && reason === '')
    return [MISFORMED, 'A cancellation-reason-code is required with an item code.'];
  if (reason !== '' && !CANCELLATIONS.has(reason))
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

function adjust(turn: Turn, order: Order, row: Row): Outcome {
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
}
