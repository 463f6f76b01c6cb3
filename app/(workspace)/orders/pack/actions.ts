'use server';

import { openContext } from '#lib/context/server';
import { optional, type Problem } from '#lib/kernel';
import { listingsBySku } from '#lib/listings/server';
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
  const open = order.items.filter((item) => unitsOpen(item) > 0);
  const listings = await listingsBySku(
    context,
    { connectionId: context.connection.id, marketplaceId: order.marketplaceId },
    open.map(({ sku }) => sku),
  );
  const gtins = new Map(listings.map(({ sku, gtin }) => [sku, gtin]));
  return {
    problems: [],
    order: {
      orderId: order.orderId,
      isCancelAsked: isCancelAsked(order),
      items: open.map((item) => ({
        orderItemId: item.orderItemId,
        sku: item.sku,
        asin: item.asin,
        ...optional('gtin', gtins.get(item.sku)),
        title: item.title,
        needed: unitsOpen(item),
      })),
    },
  };
}
