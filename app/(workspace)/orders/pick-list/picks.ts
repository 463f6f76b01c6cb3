import { type Order, unitsOpen } from '#lib/orders';

export type Pick = {
  readonly sku: string;
  readonly title: string;
  readonly units: number;
  readonly orderIds: readonly string[];
};

/** What still has to leave, by SKU, so that each shelf is gone to once. */
export function picksOf(orders: readonly Order[]): readonly Pick[] {
  const picks = new Map<string, Pick>();
  for (const { orderId, items } of orders) {
    for (const item of items) {
      const open = unitsOpen(item);
      if (open === 0) continue;
      const known = picks.get(item.sku);
      picks.set(item.sku, {
        sku: item.sku,
        title: item.title,
        units: (known?.units ?? 0) + open,
        orderIds: [...new Set([...(known?.orderIds ?? []), orderId])],
      });
    }
  }
  return [...picks.values()].toSorted((a, b) => a.sku.localeCompare(b.sku, 'en'));
}
