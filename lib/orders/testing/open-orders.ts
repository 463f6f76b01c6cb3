import type { Context } from '#lib/context';
import type { PracticeBench } from '#lib/context/testing';
import { SECOND } from '#lib/kernel';
import type { Order } from '../index.ts';
import { carryFeed, findOrders } from '../server.ts';
import { US } from './orders.ts';

/** Orders to ship whose buyers want them, the most pressing first. */
export async function unshipped(context: Context): Promise<readonly Order[]> {
  const page = await findOrders(context, {
    marketplaceId: US,
    tab: 'unshipped',
    sort: 'ship-by',
    descending: false,
    pageSize: 200,
  });
  return page.orders
    .map(({ order }) => order)
    .filter(({ items }) => items.every((item) => !item.cancelRequest));
}

/** Carries a feed on as the worker would, until its report is read. */
export async function workOff(
  { simulator, context }: PracticeBench,
  feedId: string,
): Promise<void> {
  for (let step = await carryFeed(context, feedId); step.again !== undefined;) {
    await simulator.advance(step.again * SECOND);
    step = await carryFeed(context, feedId);
  }
}
