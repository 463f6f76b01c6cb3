import type { PageContext } from '#lib/context/server';
import { isOpen, type Order } from '#lib/orders';
import { findOrders, loadOrders } from '#lib/orders/server';
import { chosenStore } from '../listings/store.ts';
import { orderQuery, orderView, type SearchParams } from './order-view.ts';

const MOST = 1_000;

/**
 * The orders that a list was left with: those ticked, or all open ones of the view when the whole of
 * it was meant. The address names the view, so that thousands of numbers need not stand in it.
 */
export async function chosenOrders(
  context: PageContext,
  params: Awaited<SearchParams>,
): Promise<readonly Order[]> {
  if (params['all'] === 'yes') return allOfView(context, params);
  const ids = [params['id'] ?? []].flat().slice(0, MOST);
  return loadOrders(context, ids);
}

async function allOfView(
  context: PageContext,
  params: Awaited<SearchParams>,
): Promise<readonly Order[]> {
  const { store } = chosenStore(context, params['store']);
  const { after: _, before: __, ...query } = orderQuery(orderView(params), store.id);
  const found: Order[] = [];
  for (let after: string | undefined; found.length < MOST;) {
    const page = await findOrders(context, {
      ...query,
      pageSize: 500,
      ...(after !== undefined && { after }),
    });
    found.push(...page.orders.map(({ order }) => order).filter(isOpen));
    after = page.next;
    if (after === undefined) break;
  }
  return found.slice(0, MOST);
}
