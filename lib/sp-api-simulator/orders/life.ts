import { DAY, HOUR, type Instant, marketplaceById } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import { scanPackage } from './carrier.ts';
import type { Order } from './entities.ts';
import { addBusinessDays, promise, takeStock } from './place.ts';

/**
 * Payment is verified after the half hour in most cases; in a few it takes up to 21 days, and in some
 * it fails (Seller Central, checked 2026-11-23).
 */
export function stepOrder(turn: Turn, orderId: string, step: string): void {
  const order = turn.world.read('order', orderId);
  if (!order) return;
  const pending = order.status === 'PENDING';
  if (step === 'release' && pending) release(turn, order);
  if (step === 'paid' && pending) becomeUnshipped(turn, order);
  if (step === 'unpaid' && pending) cancelOrder(turn, order, 'AMAZON');
  if (step === 'withdrawn' && pending) cancelOrder(turn, order, 'BUYER');
  if (step === 'regret') askToCancel(turn, order, 'Ordered by mistake');
  if (step === 'overdue' && isOpen(order)) cancelOrder(turn, order, 'AMAZON');
  if (step.startsWith('scan ')) scanPackage(turn, order, step);
}

const LONGEST_VERIFICATION_DAYS = 21;

function release(turn: Turn, order: Order): void {
  const outcome = order.payment?.outcome ?? drawn(turn.dice.fraction('payment', order.id));
  if (outcome === 'approved') return becomeUnshipped(turn, order);
  const days = turn.dice.between(1, LONGEST_VERIFICATION_DAYS, 'verification', order.id);
  // Whoever pays in the practice shop has come to see what happens, and soon.
  const at = turn.now + (order.payment?.outcome ? 2 : days) * DAY;
  const step = outcome === 'declined' ? 'unpaid' : 'paid';
  turn.schedule({ at, kind: 'order', ref: order.id, step });
}

function drawn(fraction: number): 'approved' | 'examined' | 'declined' {
  if (fraction >= 0.08) return 'approved';
  return fraction < 0.03 ? 'declined' : 'examined';
}

function becomeUnshipped(turn: Turn, order: Order): void {
  // The delivery date is promised anew from the moment of release.
  const promised = promise(turn.now, order.prime);
  turn.world.put('order', {
    ...order,
    ...promised,
    status: 'UNSHIPPED',
    updatedAt: turn.now,
    releasedAt: turn.now,
  });
  const at = cancelledAt(promised.shipBy, marketplaceById(order.marketplaceId)?.country);
  turn.schedule({ at, kind: 'order', ref: order.id, step: 'overdue' });
  if (order.buyerId === undefined && turn.dice.fraction('regret', order.id) < 0.04) {
    const regrets = turn.now + turn.dice.between(1, 20, 'regret after', order.id) * HOUR;
    turn.schedule({ at: regrets, kind: 'order', ref: order.id, step: 'regret' });
  }
}

/**
 * When Amazon cancels an order that nobody confirms: seven business days after its ship-by date, in
 * India three (Seller Central, since 2020-09-30 and 2024-09-16, checked 2026-11-23).
 */
export function cancelledAt(shipBy: Instant, country: string | undefined): Instant {
  return addBusinessDays(shipBy, country === 'IN' ? 3 : 7);
}

/** The buyer asks for a cancellation; that is not one yet, for the seller decides. */
export function askToCancel(turn: Turn, order: Order, reason: string): void {
  if (order.status !== 'UNSHIPPED') return;
  turn.world.put('order', {
    ...order,
    updatedAt: turn.now,
    lines: order.lines.map((line) => ({ ...line, cancelRequest: reason })),
  });
}

/** Cancels what has not been shipped: of the whole order, or of one of its lines. */
export function cancelOrder(
  turn: Turn,
  order: Order,
  by: 'BUYER' | 'MERCHANT' | 'AMAZON',
  itemId?: string,
): void {
  const meant = order.lines.filter((line) => itemId === undefined || line.itemId === itemId);
  takeStock(turn, { ...order, lines: meant }, 1);
  const lines = order.lines.map((line) =>
    meant.includes(line) ? { ...line, cancelled: line.ordered - line.fulfilled } : line,
  );
  turn.world.put('order', {
    ...order,
    lines,
    status: statusOf(lines, order.status),
    updatedAt: turn.now,
    cancelledBy: by,
  });
}

/** What an order is called, by its lines: what is open decides, then what was shipped. */
export function statusOf(lines: Order['lines'], pendingOr: Order['status']): Order['status'] {
  const open = lines.some((line) => line.fulfilled < line.ordered - line.cancelled);
  const shipped = lines.some(({ fulfilled }) => fulfilled > 0);
  if (open) return shipped ? 'PARTIALLY_SHIPPED' : pendingOr;
  return shipped ? 'SHIPPED' : 'CANCELLED';
}

export function isOpen(order: Order): boolean {
  return order.status === 'UNSHIPPED' || order.status === 'PARTIALLY_SHIPPED';
}
