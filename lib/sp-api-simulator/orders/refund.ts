import { fractionDigits } from './view-2026.ts';
import type { Turn } from '../turn.ts';
import type { Order, OrderLine } from './entities.ts';
import { statusOf } from './life.ts';
import { takeStock } from './place.ts';

/**
 * Gives money back for a line that was charged, and takes units off it that will never be shipped;
 * says why not, where that cannot be.
 */
export function refundLine(
  turn: Turn,
  order: Order,
  line: OrderLine,
  input: { readonly amount: number; readonly cancelled: number; readonly reason: string },
): string | undefined {
  const charged = order.lines.some(({ fulfilled }) => fulfilled > 0);
  if (!charged) return 'The order has not been charged; cancel it instead.';
  const minor = Math.round(input.amount * 10 ** fractionDigits(order));
  const earlier = (order.refunds ?? [])
    .filter(({ itemId }) => itemId === line.itemId)
    .reduce((sum, refund) => sum + refund.minor, 0);
  if (earlier + minor > line.ordered * line.unitMinor)
    return 'The adjustment exceeds what the buyer has paid for the item.';
  if (input.cancelled > line.ordered - line.fulfilled - line.cancelled)
    return 'More units are to be cancelled than are open.';
  const lines = order.lines.map((each) =>
    each === line ? { ...each, cancelled: each.cancelled + input.cancelled } : each,
  );
  const back = { ...line, ordered: input.cancelled, fulfilled: 0, cancelled: 0 };
  takeStock(turn, { ...order, lines: [back] }, 1);
  turn.world.put('order', {
    ...order,
    lines,
    status: statusOf(lines, order.status),
    updatedAt: turn.now,
    refunds: [
      ...(order.refunds ?? []),
      { itemId: line.itemId, minor, reason: input.reason, at: turn.now },
    ],
    ...(input.cancelled > 0 ? { cancelledBy: 'MERCHANT' as const } : {}),
  });
  return undefined;
}
