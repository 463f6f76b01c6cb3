import type { Context } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import { type OrderChange, readOrderChange } from '../amazon/read-order-change.ts';
import { asOrder, columnsOf } from '../store/order-row.ts';
import { readSync } from '../store/sync-store.ts';
import { readOneOrder } from './sync-orders.ts';

/**
 * Takes an ORDER_CHANGE notification in: the order is read anew, since the notification names only a
 * part of it; what only it tells is kept. Says whether it was one, so that it can be taken off its
 * queue; the same again changes nothing.
 */
export async function takeOrderChange(context: Context, notification: unknown): Promise<boolean> {
  const change = readOrderChange(notification);
  if (!change) return false;
  if (!context.connection.marketplaceIds.includes(change.marketplaceId)) return false;
  const failure = (await isKnown(context, change))
    ? undefined
    : await readOneOrder(context, change.orderId, await readSync(context, change.marketplaceId));
  const scope = { workspaceId: context.workspaceId, connectionId: context.connection.id };
  const { orderId, cancelNotifyAt } = change;
  await transaction(context.db, async (tx) => {
    const row = await tx.order.findFirst({ where: { ...scope, orderId } });
    if (!row) return;
    const order = asOrder(row);
    if (failure) await tx.order.update({ where: { id: row.id }, data: { isPartial: true } });
    if (cancelNotifyAt === undefined || order.cancelNotifyAt === cancelNotifyAt) return;
    const { doc, cancelNotifyAt: column } = columnsOf({ ...order, cancelNotifyAt });
    await tx.order.update({
      where: { id: row.id },
      data: { doc: toJson(doc), cancelNotifyAt: column, version: { increment: 1 } },
    });
  });
  return true;
}

// The synchronisation may have been there first; a call saved is one for another order.
async function isKnown(
  { db, workspaceId, connection }: Context,
  { orderId, changedAt }: OrderChange,
): Promise<boolean> {
  if (changedAt === undefined) return false;
  const row = await db.order.findFirst({
    where: { workspaceId, connectionId: connection.id, orderId },
    select: { amazonUpdatedAt: true, isPartial: true },
  });
  return row !== null && !row.isPartial && row.amazonUpdatedAt.getTime() >= changedAt;
}
