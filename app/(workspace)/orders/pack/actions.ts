'use server';

import { openContext } from '#lib/context/server';
import type { Problem } from '#lib/kernel';
import { checkStanding, isCancelAsked, unitsOpen } from '#lib/orders';
import { loadOrder } from '#lib/orders/server';
import type { PackOrder } from './pack-session.ts';

export type FoundOrder = {
  readonly problems: readonly Problem[];
  readonly order?: PackOrder;
};

/** The order whose number was scanned, when something of it has to be packed. */
export async function findOrder(orderId: string): Promise<FoundOrder> {
  const context = await openContext();
  const loaded = await loadOrder(context, orderId.trim().slice(0, 40));
  if (!loaded.ok) return { problems: loaded.problems };
  const { order } = loaded.value;
  const { blocking } = checkStanding(order, { now: context.clock.now() });
  if (blocking.length > 0) return { problems: blocking };
  return {
    problems: [],
    order: {
      orderId: order.orderId,
      isCancelAsked: isCancelAsked(order),
      items: order.items
        .filter((item) => unitsOpen(item) > 0)
        .map((item) => ({
          orderItemId: item.orderItemId,
          sku: item.sku,
          asin: item.asin,
          title: item.title,
          needed: unitsOpen(item),
        })),
    },
  };
}
