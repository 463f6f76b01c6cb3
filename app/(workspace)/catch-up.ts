import type { PageContext } from '#lib/context/server';
import { refreshShipments } from '#lib/inbound/server';
import { syncOrders } from '#lib/orders/server';

/** Looks anew at what time changes, after the practice Amazon's clock was moved on. */
export async function catchUp(context: PageContext): Promise<void> {
  const place = { workspaceId: context.workspaceId, connectionId: context.connection.id };
  const open = await context.db.inboundPlan.findMany({
    where: { ...place, closedAt: null },
    select: { id: true },
  });
  for (const { id } of open) await refreshShipments(context, id);
  const stores = await context.db.orderSync.findMany({
    where: place,
    select: { marketplaceId: true },
  });
  for (const { marketplaceId } of stores) await syncOrders(context, marketplaceId);
}
