import { DAY } from '#lib/kernel';
import {
  countOrders,
  cursorOfOrder,
  findOrders,
  ORDER_SORTS,
  ORDER_TABS,
  type OrderQuery,
  type OrderSort,
} from '#lib/orders/server';
import type { Shop } from './filled-shop.ts';
import { US } from './filled-shop.ts';
import { buyerName, skuOf } from './million-orders.ts';
import { timed, type Times, verdict } from './timed.ts';

type Print = (line: string) => void;

const RUNS = 40;
const LIST_MS = 50;
const COUNT_MS = 20;
const PAGE_SIZE = 50;
const DEEP_PAGE = 10_000;

const QUERY: OrderQuery = {
  marketplaceId: US,
  tab: 'all',
  sort: 'purchased',
  descending: true,
  pageSize: PAGE_SIZE,
};

/** Every way of looking at Manage Orders, as the pages call it: question, rows and their reading. */
export async function benchLists(print: Print, shop: Shop): Promise<void> {
  const { context } = shop;
  print('| looking at Manage Orders | p50 ms | p95 ms | wanted |');
  print('| :--- | ---: | ---: | :--- |');
  const line = (name: string, times: Times, most: number) =>
    print(
      `| ${name} | ${times.p50.toFixed(1)} | ${times.p95.toFixed(1)} | ${verdict(times, most)} |`,
    );
  const list = async (name: string, changes: Changes) => {
    const of = typeof changes === 'function' ? changes : () => changes;
    const times = await timed((run) => findOrders(context, { ...QUERY, ...of(run) }), RUNS);
    line(name, times, LIST_MS);
  };
  line('counts beside the tabs', await timed(() => countOrders(context, US), RUNS), COUNT_MS);
  for (const tab of ORDER_TABS) await list(`tab ${tab}`, { tab });
  for (const tab of ['all', 'unshipped', 'shipped'] as const)
    for (const sort of ORDER_SORTS)
      for (const descending of [true, false])
        await list(`tab ${tab} by ${sort}, ${descending ? 'falling' : 'rising'}`, {
          tab,
          sort,
          descending,
        });
  for (const tab of ['all', 'unshipped', 'late-risk', 'canceled'] as const)
    for (const program of ['prime', 'business'] as const)
      await list(`tab ${tab}, ${program}`, { tab, program });
  await list('one day', (run) => day(context.clock.now(), run, 1));
  await list('a month by total', (run) => ({
    ...day(context.clock.now(), run, 30),
    sort: 'total',
  }));
  await list('a month of shipped, prime, by ship-by', (run) => ({
    ...day(context.clock.now(), run, 30),
    tab: 'shipped',
    program: 'prime',
    sort: 'ship-by',
  }));
  await benchSearch(list, shop);
  for (const sort of ORDER_SORTS) {
    const after = await deepCursor(shop, sort);
    await list(`page ${DEEP_PAGE.toLocaleString('en')} by ${sort}`, { sort, after });
    await list(`page ${DEEP_PAGE.toLocaleString('en')} by ${sort}, backwards`, {
      sort,
      before: after,
    });
  }
}

type Changes = Partial<OrderQuery> | ((run: number) => Partial<OrderQuery>);

function day(now: number, run: number, days: number): Partial<OrderQuery> {
  const until = now - (run * 13 + 1) * DAY;
  return { purchasedFrom: until - days * DAY, purchasedUntil: until };
}

async function benchSearch(
  list: (name: string, changes: Changes) => Promise<void>,
  { context, orders }: Shop,
): Promise<void> {
  const ids = await context.db.order.findMany({
    where: { connectionId: context.connection.id },
    select: { orderId: true },
    take: RUNS,
  });
  const order = (run: number) => ids[run]?.orderId ?? '';
  const parcel = (run: number) => `BENCH${String((run * 7_919) % orders).padStart(17, '0')}`;
  await list('search: an order’s number', (run) => ({ search: order(run) }));
  await list('search: a parcel’s number', (run) => ({ search: parcel(run) }));
  await list('search: the SKU that sells most', { search: skuOf(0) });
  await list('search: the SKU that sells most, unshipped', { search: skuOf(0), tab: 'unshipped' });
  await list('search: a SKU that sells little', (run) => ({ search: skuOf(4_900 + run) }));
  await list('search: an ASIN', (run) => ({
    search: `B0CUP${String(run * 100).padStart(5, '0')}`,
  }));
  await list('search: a word of 400 titles', { search: 'kind, 7 inches' });
  await list('search: a buyer’s whole name', (run) => ({ search: buyerName(run, run * 17) }));
  await list('search: a first name of one buyer in a hundred', (run) => ({
    search: buyerName(run, 0).split(' ')[0] ?? '',
  }));
  await list('search: a text that stands nowhere', (run) => ({ search: `nothing ${run}` }));
}

/** Reached by counting, once and without the clock, as nobody would walk there. */
async function deepCursor({ context, orders }: Shop, sort: OrderSort): Promise<string> {
  const column = ({ 'ship-by': 'dueAt', purchased: 'purchasedAt', total: 'totalMinor' } as const)[
    sort
  ];
  const [row] = await context.db.order.findMany({
    where: { connectionId: context.connection.id, marketplaceId: US },
    orderBy: [{ [column]: 'desc' }, { id: 'desc' }],
    skip: Math.min((DEEP_PAGE - 1) * PAGE_SIZE, orders - PAGE_SIZE) - 1,
    take: 1,
  });
  if (!row) throw new Error('the orders do not reach so far');
  return cursorOfOrder(sort, row);
}
