import type { Context } from '#lib/context/server';
import type { Order } from '../core/order.ts';
import { ordersByNumber } from '../store/message-store.ts';

/** Several orders by Amazon's number, in the order asked for; those of others do not exist. */
export async function loadOrders(
  context: Context,
  orderIds: readonly string[],
): Promise<readonly Order[]> {
  const known = await ordersByNumber(context.db, context, orderIds);
  return [...new Set(orderIds)].flatMap((orderId) => known.get(orderId)?.order ?? []);
}
