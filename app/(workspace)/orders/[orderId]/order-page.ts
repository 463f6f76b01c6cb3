import { notFound } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { marketplaceById } from '#lib/kernel';
import { loadOrder } from '#lib/orders/server';

export type OrderParams = { readonly params: Promise<{ readonly orderId: string }> };

/** What every page of one order begins with. Orders of others do not exist. */
export async function orderPage({ params }: OrderParams) {
  const { orderId } = await params;
  const context = await openContext();
  const loaded = await loadOrder(context, orderId);
  if (!loaded.ok) notFound();
  const one = loaded.value;
  const store = marketplaceById(one.order.marketplaceId);
  return { context, one, order: one.order, store, timeZone: store?.timeZone ?? 'UTC' };
}
