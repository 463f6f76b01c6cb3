import { DAY } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import { addBusinessDays, takeStock } from './arrive.ts';
import type { Order, OrderStatus } from './entities.ts';

/**
 * Payment is verified after the half hour in most cases; in a few it takes up to 21 days, and in some
 * it fails. An order that nobody confirms is cancelled seven business days after its ship-by date
 * (Seller Central, checked 2026-11-23).
 */
export function stepOrder(turn: Turn, orderId: string, step: string): void {
  const order = turn.world.read('order', orderId);
  if (!order) return;
  if (step === 'release' && order.status === 'PENDING') release(turn, order);
  if (step === 'paid' && order.status === 'PENDING') becomeUnshipped(turn, order);
  if (step === 'unpaid' && order.status === 'PENDING') cancelOrder(turn, order, 'AMAZON');
  if (step === 'regret') regret(turn, order);
  if (step === 'overdue' && isOpen(order)) cancelOrder(turn, order, 'AMAZON');
}

function release(turn: Turn, order: Order): void {
  const fate = turn.dice.fraction('payment', order.id);
  if (fate >= 0.08) becomeUnshipped(turn, order);
  else {
    const days = turn.dice.between(1, 21, 'verification', order.id);
    const step = fate < 0.03 ? 'unpaid' : 'paid';
    turn.schedule({ at: turn.now + days * DAY, kind: 'order', ref: order.id, step });
  }
}

function becomeUnshipped(turn: Turn, order: Order): void {
  put(turn, order, 'UNSHIPPED');
  const overdue = addBusinessDays(order.shipBy, 7);
  turn.schedule({ at: overdue, kind: 'order', ref: order.id, step: 'overdue' });
  if (turn.dice.fraction('regret', order.id) < 0.04) {
    const at = turn.now + turn.dice.between(1, 20, 'regret after', order.id) * (DAY / 24);
    turn.schedule({ at, kind: 'order', ref: order.id, step: 'regret' });
  }
}

// A request is not a cancellation: the seller decides.
function regret(turn: Turn, order: Order): void {
  if (order.status !== 'UNSHIPPED') return;
  turn.world.put('order', {
    ...order,
    updatedAt: turn.now,
    lines: order.lines.map((line) => ({ ...line, cancelRequest: 'Ordered by mistake' })),
  });
}

export function cancelOrder(turn: Turn, order: Order, by: 'BUYER' | 'MERCHANT' | 'AMAZON'): void {
  takeStock(turn, order, 1);
  const shipped = order.lines.some(({ fulfilled }) => fulfilled > 0);
  turn.world.put('order', {
    ...order,
    status: shipped ? 'SHIPPED' : 'CANCELLED',
    updatedAt: turn.now,
    cancelledBy: by,
    lines: order.lines.map((line) => ({ ...line, cancelled: line.ordered - line.fulfilled })),
  });
}

export function isOpen(order: Order): boolean {
  return order.status === 'UNSHIPPED' || order.status === 'PARTIALLY_SHIPPED';
}

function put(turn: Turn, order: Order, status: OrderStatus): void {
  turn.world.put('order', { ...order, status, updatedAt: turn.now });
}
