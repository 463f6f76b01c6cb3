import { isOpen, isPending, type Order, unitsOpen } from './order.ts';

export type Demand = { readonly pending: number; readonly unshipped: number };

export type Availability = Demand & {
  readonly onHand: number;
  readonly available: number;
  /** Why nothing can be bought, when nothing can. */
  readonly reason?: 'none-on-hand' | 'held-by-pending' | 'held-by-unshipped' | 'oversold';
};

/** S3, R39: units in pending orders are spoken for, though no report shows them. */
export function availabilityOf(onHand: number, { pending, unshipped }: Demand): Availability {
  const left = onHand - pending - unshipped;
  const available = Math.max(0, left);
  const facts = { onHand, pending, unshipped, available };
  if (available > 0) return facts;
  if (left < 0) return { ...facts, reason: 'oversold' };
  if (onHand === 0) return { ...facts, reason: 'none-on-hand' };
  return { ...facts, reason: pending > 0 ? 'held-by-pending' : 'held-by-unshipped' };
}

/** How many units of each SKU the orders hold. */
export function demandBySku(orders: readonly Order[]): ReadonlyMap<string, Demand> {
  const demand = new Map<string, Demand>();
  for (const order of orders) {
    if (order.fulfilledBy !== 'MERCHANT' || (!isPending(order) && !isOpen(order))) continue;
    for (const item of order.items) {
      const { pending, unshipped } = demand.get(item.sku) ?? { pending: 0, unshipped: 0 };
      const units = unitsOpen(item);
      demand.set(
        item.sku,
        isPending(order)
          ? { pending: pending + units, unshipped }
          : { pending, unshipped: unshipped + units },
      );
    }
  }
  return demand;
}
