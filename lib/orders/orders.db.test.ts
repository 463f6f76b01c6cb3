import { expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY } from '#lib/kernel';
import {
  carryOrdersSync,
  countOrders,
  findOrders,
  loadOrder,
  loadOrders,
  ORDER_SORTS,
  ORDER_TABS,
  type OrderQuery,
  purgeBuyers,
  readBuyer,
  selectOrders,
} from './server.ts';
import { letBuyersCome, US } from './testing/index.ts';

const database = testDatabase();

async function shop(perDay = 40, days = 3): Promise<PracticeBench> {
  const bench = await practiceBench(database);
  await letBuyersCome(bench.simulator, bench.context, { perDay, days });
  await carryOrdersSync(bench.context, US);
  return bench;
}

const query = (changes: Partial<OrderQuery> = {}): OrderQuery => ({
  marketplaceId: US,
  tab: 'all',
  sort: 'purchased',
  descending: true,
  pageSize: 20,
  ...changes,
});

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

test('the number beside each tab is the number of orders in it', async () => {
  const { context } = await shop();
  const counts = await countOrders(context, US);
  expect(counts.all).toBeGreaterThan(80);
  for (const tab of ORDER_TABS) {
    const ids = await selectOrders(context, query({ tab }));
    expect([tab, ids.length, new Set(ids).size]).toEqual([tab, counts[tab], counts[tab]]);
  }
});

test('pages follow each other in every order, there and back, without a gap', async () => {
  const { context } = await shop();
  for (const sort of ORDER_SORTS)
    for (const descending of [true, false]) {
      const there: string[][] = [];
      let page = await findOrders(context, query({ sort, descending }));
      there.push(page.orders.map(({ id }) => id));
      while (page.next !== undefined) {
        page = await findOrders(context, query({ sort, descending, after: page.next }));
        there.push(page.orders.map(({ id }) => id));
      }
      const back = [there.at(-1)];
      while (page.previous !== undefined) {
        page = await findOrders(context, query({ sort, descending, before: page.previous }));
        back.unshift(page.orders.map(({ id }) => id));
      }
      expect(back).toEqual(there);
      const all = await selectOrders(context, query({ sort, descending }));
      expect(there.flat()).toEqual(all);
      const opposite = await selectOrders(context, query({ sort, descending: !descending }));
      expect(opposite.toReversed()).toEqual(all);
    }
});

test('an order is found by its number, SKU, ASIN and the buyer’s name, and by nothing readable', async () => {
  const { context } = await shop();
  const { orders } = await findOrders(context, query({ tab: 'unshipped' }));
  const order = orders[0]?.order;
  if (!order) throw new Error('no orders');
  const found = async (search: string) =>
    (await findOrders(context, query({ search, pageSize: 500 }))).orders.map(
      (each) => each.order.orderId,
    );
  expect(await found(order.orderId)).toEqual([order.orderId]);
  const [item] = order.items;
  for (const search of [item?.sku ?? '', item?.asin ?? ''])
    expect(await found(search)).toContain(order.orderId);
  const buyer = await readBuyer(context, order.orderId);
  const name = (buyer.ok && buyer.value.name) || '';
  expect(name).toMatch(/\w+ \w+/);
  expect(await found(name)).toContain(order.orderId);
  expect(await found(name.split(' ').toReversed().join(' ').toUpperCase())).toContain(
    order.orderId,
  );
  expect(await found(`${name}x`)).toEqual([]);
  const rows = await context.db.order.findMany({ where: { connectionId: context.connection.id } });
  expect(JSON.stringify(rows)).not.toContain(name.split(' ')[1]);
});

test('search pages follow each other too', async () => {
  const { context } = await shop();
  const { orders } = await findOrders(context, query({ pageSize: 500 }));
  const sku = mostFrequent(orders.flatMap(({ order }) => order.items.map((item) => item.sku)));
  const whole = await findOrders(context, query({ search: sku, pageSize: 500 }));
  expect(whole.orders.length).toBeGreaterThan(3);
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await findOrders(context, {
      ...query({ search: sku, pageSize: 3 }),
      ...(after === undefined ? {} : { after }),
    });
    ids.push(...page.orders.map(({ id }) => id));
    if (page.next === undefined) break;
    after = page.next;
  }
  expect(ids).toEqual(whole.orders.map(({ id }) => id));
});

test('a bent cursor begins at the first page', async () => {
  const { context } = await shop(20, 1);
  const first = await findOrders(context, query());
  expect((await findOrders(context, query({ after: 'x' }))).orders).toEqual(first.orders);
});

test('S26: each reading of an address is in the audit log, without the address', async () => {
  const { context } = await shop(20, 1);
  const { orders } = await findOrders(context, query({ tab: 'unshipped' }));
  const { id, order } = orders[0] ?? { id: '', order: { orderId: '' } };
  const buyer = await readBuyer(context, order.orderId, 'copy');
  if (!buyer.ok) throw new Error('refused');
  expect(buyer.value.address?.lines[0]).toContain('Practice Lane');
  const entries = await context.db.auditEntry.findMany({ where: { objectId: id } });
  expect(entries).toMatchObject([
    { verb: 'read-buyer', actorName: 'Mei', after: { purpose: 'copy' } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('Practice Lane');
  const viewer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
  expect(await readBuyer(viewer, order.orderId)).toMatchObject({
    problems: [{ code: 'not-allowed' }],
  });
});

test('R44: thirty days after the latest delivery nothing of a buyer is left in any row', async () => {
  const { context, simulator } = await shop(20, 2);
  const { orders } = await findOrders(context, query({ tab: 'unshipped', pageSize: 100 }));
  const buyers = await Promise.all(orders.map(({ order }) => readBuyer(context, order.orderId)));
  expect(buyers.filter(({ ok }) => ok).length).toBeGreaterThan(10);
  const latest = Math.max(...orders.map(({ order }) => order.deliverBy?.latest ?? 0));
  await simulator.advance(latest + 30 * DAY - context.clock.now() - DAY / 2);
  await purgeBuyers(context);
  const sealed = { connectionId: context.connection.id, buyerState: 'sealed' };
  expect(await context.db.order.count({ where: sealed })).toBeGreaterThan(0);
  await simulator.advance(DAY);
  await purgeBuyers(context);
  expect(await context.db.order.count({ where: sealed })).toBe(0);
  await carryOrdersSync(context, US);
  const tables = await context.db.$queryRaw<{ readonly name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      AND table_name <> 'SimulatorEntity'`;
  const words = [
    ...new Set(
      buyers.flatMap((each) =>
        each.ok ? [each.value.address?.lines[0] ?? '', each.value.email ?? ''] : [],
      ),
    ),
  ];
  expect(words.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const rows = await context.db.$queryRawUnsafe<{ readonly text: string }[]>(
      `SELECT t::text AS text FROM "${name}" t`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    for (const word of words) expect(all.includes(word), `${name}: ${word}`).toBe(false);
  }
  const kept = await context.db.order.findMany({ where: { connectionId: context.connection.id } });
  for (const row of kept.filter(({ buyerState }) => buyerState === 'purged'))
    expect([row.buyerSealed, row.buyerDigests]).toEqual([null, []]);
  expect(await readBuyer(context, orders[0]?.order.orderId ?? '')).toMatchObject({
    problems: [{ code: 'buyer-purged' }],
  });
});

test('orders that were chosen come in the order of the choice, each once', async () => {
  const { context, stranger } = await shop(20, 1);
  const { orders } = await findOrders(context, query({ pageSize: 3 }));
  const ids = orders.map(({ order }) => order.orderId).toReversed();
  const loaded = await loadOrders(context, [...ids, 'none', ...ids]);
  expect(loaded.map(({ orderId }) => orderId)).toEqual(ids);
  expect(await loadOrders(stranger, ids)).toEqual([]);
});

test("R2: another workspace's orders do not exist", async () => {
  const { context, stranger } = await shop(20, 1);
  const { orders } = await findOrders(context, query());
  const orderId = orders[0]?.order.orderId ?? '';
  expect(await loadOrder(context, orderId)).toMatchObject({ ok: true });
  expect(await loadOrder(stranger, orderId)).toMatchObject({
    problems: [{ code: 'order-not-found' }],
  });
  expect(await readBuyer(stranger, orderId)).toMatchObject({
    problems: [{ code: 'order-not-found' }],
  });
  expect((await findOrders(stranger, query())).orders).toEqual([]);
  expect((await findOrders(stranger, query({ search: orderId }))).orders).toEqual([]);
  expect((await countOrders(stranger, US)).all).toBe(0);
});

test('an order shows its history, its clocks and what is to be said about it', async () => {
  const { context } = await shop(20, 1);
  const { orders } = await findOrders(context, query({ tab: 'unshipped' }));
  const loaded = await loadOrder(context, orders[0]?.order.orderId ?? '');
  expect(loaded).toMatchObject({
    ok: true,
    value: {
      history: [{ transition: 'T1' }, { transition: 'T6' }],
      deadlines: { autoCancelIs: 'estimate' },
      told: [],
      buyerState: 'sealed',
    },
  });
});
