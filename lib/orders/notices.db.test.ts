import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR, SECOND } from '#lib/kernel';
import { listNotices } from '#lib/notices/server';
import { household } from '#lib/notices/testing';
import { openMailbox, openReceiver } from '#lib/post/testing';
import {
  carryOrdersSync,
  carryPerformance,
  findOrders,
  listViews,
  loadOrder,
  noteDeadlines,
  readBuyer,
  readMetrics,
  recallMapping,
  rememberMapping,
  removeView,
  renameView,
  saveView,
  takeOrderChange,
} from './server.ts';
import { letBuyersCome, US } from './testing/index.ts';

const database = testDatabase();

async function shop() {
  const bench = await practiceBench(database);
  await letBuyersCome(bench.simulator, bench.context, { perDay: 20, days: 1 });
  await carryOrdersSync(bench.context, US);
  return bench;
}

const UNSHIPPED = {
  marketplaceId: US,
  tab: 'unshipped',
  sort: 'ship-by',
  descending: false,
  pageSize: 100,
} as const;

test('S20, S27: a new order is told once, and no notice holds a name or an address', async () => {
  const { context } = await shop();
  const { orders } = await findOrders(context, UNSHIPPED);
  const { notices } = await listNotices(context, { limit: 500 });
  const fresh = notices
    .filter(({ kind }) => kind === 'new-order')
    .map(({ subjectId }) => subjectId);
  for (const { order } of orders)
    expect(fresh.filter((id) => id === order.orderId)).toHaveLength(1);
  await carryOrdersSync(context, US);
  expect((await listNotices(context, { limit: 500 })).notices).toEqual(notices);
  expect(JSON.stringify(notices)).not.toMatch(/Lane|Street|@/);
});

test('S27: what leaves the house about an order holds no name, address or telephone of its buyer', async () => {
  const bench = await practiceBench(database);
  const [mailbox, hook] = await Promise.all([openMailbox(), openReceiver()]);
  try {
    const { settle, carry, wait } = await household(bench.context, mailbox);
    const mail = { channel: 'email', target: 'mei@harbor.example', locale: 'en' } as const;
    const call = { channel: 'webhook', target: hook.url, locale: 'en' } as const;
    const channels = [await settle(mailbox, mail), await settle(mailbox, call)];
    await letBuyersCome(bench.simulator, bench.context, { perDay: 20, days: 1 });
    await carryOrdersSync(bench.context, US);
    wait(HOUR);
    for (const { channelId } of channels) await carry(channelId);
    const { orders } = await findOrders(bench.context, UNSHIPPED);
    const left = [...mailbox.letters.map(({ raw, text }) => raw + text), JSON.stringify(hook.calls)]
      .join('\n')
      .toLowerCase();
    expect(orders.length).toBeGreaterThan(5);
    for (const { order } of orders) {
      expect(left.split(order.orderId).length).toBeGreaterThan(2);
      const buyer = await readBuyer(bench.context, order.orderId);
      if (!buyer.ok) throw new Error('no buyer');
      const { name, email, address } = buyer.value;
      const { lines = [], city, postalCode, phone, name: receiver } = address ?? {};
      const words = [name, email, receiver, city, postalCode, phone, ...lines].flatMap(
        (word) => word?.toLowerCase() ?? [],
      );
      expect(words.length).toBeGreaterThan(4);
      // Whole words: a postal code may well be a part of an order's number.
      expect(
        words.filter((word) =>
          ` ${left.replaceAll(/[^\p{L}\d@.-]+/gu, ' ')} `.includes(` ${word} `),
        ),
      ).toEqual([]);
    }
  } finally {
    await Promise.all([mailbox.close(), hook.close()]);
  }
});

test('R26: an order that comes near its ship-by date, passes it, or comes near its end is told of', async () => {
  const { context, simulator, stranger } = await shop();
  const { orders } = await findOrders(context, UNSHIPPED);
  const first = orders[0]?.order;
  const shipBy = first?.shipBy?.latest ?? 0;
  const kinds = async () =>
    (await listNotices(context, { limit: 500 })).notices
      .filter(({ subjectId, kind }) => subjectId === first?.orderId && kind !== 'new-order')
      .map(({ kind }) => kind)
      .toReversed();
  const goTo = (at: number) => simulator.advance(Math.max(0, at - context.clock.now()));
  await goTo(shipBy - DAY + SECOND);
  await noteDeadlines(context, US);
  expect(await kinds()).toEqual(['ship-by-near']);
  await noteDeadlines(context, US);
  expect(await kinds()).toHaveLength(1);
  await goTo(shipBy + SECOND);
  await noteDeadlines(context, US);
  expect(await kinds()).toEqual(['ship-by-near', 'ship-by-passed']);
  await goTo(shipBy + 5 * DAY);
  await noteDeadlines(context, US);
  expect((await kinds()).at(-1)).toBe('auto-cancel-near');
  expect(await listNotices(stranger)).toEqual({ notices: [] });
});

test('a notification makes its order be read anew, and its cancellation date replaces our estimate', async () => {
  const { context, stranger, sent } = await shop();
  const { orders } = await findOrders(context, UNSHIPPED);
  const order = orders[0]?.order;
  if (!order) throw new Error('no order');
  const announced = new Date(context.clock.now() + 3 * DAY);
  const notification = {
    Payload: {
      OrderChangeNotification: {
        AmazonOrderId: order.orderId,
        Summary: {
          MarketplaceId: US,
          FulfillmentType: 'MFN',
          CancelNotifyDate: announced.toISOString(),
        },
      },
    },
  };
  expect(await takeOrderChange(context, notification)).toBe(true);
  expect(sent.at(-1)).toBe(`GET /orders/2026-01-01/orders/${order.orderId}`);
  const announcement = { autoCancelIs: 'announced', autoCancelAt: announced.getTime() };
  expect(await loadOrder(context, order.orderId)).toMatchObject({
    value: { deadlines: announcement },
  });
  await carryOrdersSync(context, US);
  expect(await loadOrder(context, order.orderId)).toMatchObject({
    value: { deadlines: announcement },
  });
  expect(await takeOrderChange(context, { Payload: {} })).toBe(false);
  await takeOrderChange(stranger, notification);
  expect(await loadOrder(stranger, order.orderId)).toMatchObject({ ok: false });
});

test('Amazon’s own figures and targets stand beside ours; of defects there are no others', async () => {
  const { context, simulator } = await shop();
  const defects = async () =>
    (await readMetrics(context, US)).find(({ metric }) => metric === 'order-defect');
  expect((await defects())?.rate).toMatchObject({ part: 0, whole: 0 });
  let step = await carryPerformance(context, US);
  while (step.again !== undefined) {
    await simulator.advance(step.again * SECOND);
    step = await carryPerformance(context, US);
  }
  const metrics = await readMetrics(context, US);
  const cancellation = metrics.find(({ metric }) => metric === 'cancellation');
  expect(cancellation).toMatchObject({ amazon: { share: 0 }, rate: { target: { value: 0.025 } } });
  expect(metrics.filter(({ amazon }) => amazon !== undefined).length).toBeGreaterThan(3);
  const told = await defects();
  expect(told?.amazon).toBeDefined();
  expect(told?.rate.share).toBe(told?.amazon?.share);
  expect(told?.rate.whole).toBeGreaterThan(0);
});

test('a view is kept by its name, for the member alone', async () => {
  const { context } = await practiceBench(database);
  const mei = { ...context, actor: { ...context.actor, id: crypto.randomUUID() } };
  const li = { ...context, actor: { ...context.actor, id: crypto.randomUUID() } };
  const saved = await saveView(mei, { name: ' Late today ', query: 'tab=late-risk' });
  if (!saved.ok) throw new Error('refused');
  expect(await saveView(mei, { name: 'Late today', query: 'tab=late-risk&sort=total' })).toEqual(
    saved,
  );
  expect(await listViews(mei)).toEqual([
    { id: saved.value.id, name: 'Late today', query: 'tab=late-risk&sort=total' },
  ]);
  expect(await listViews(li)).toEqual([]);
  expect(await removeView(li, saved.value.id)).toMatchObject({
    problems: [{ code: 'view-not-found' }],
  });
  expect(await saveView(mei, { name: ' ', query: '' })).toMatchObject({
    problems: [{ code: 'view-name', at: 'name' }],
  });
  const other = await saveView(mei, { name: 'Prime', query: 'program=prime' });
  if (!other.ok) throw new Error('refused');
  const rename = (name: string, who = mei) => renameView(who, { id: other.value.id, name });
  expect(await rename('Late today')).toMatchObject({ problems: [{ code: 'view-name-taken' }] });
  expect(await rename('')).toMatchObject({ problems: [{ code: 'view-name', at: 'name' }] });
  expect(await rename('Mine', li)).toMatchObject({ problems: [{ code: 'view-not-found' }] });
  expect(await rename(' Prime orders ')).toMatchObject({ ok: true });
  expect((await listViews(mei)).map(({ name }) => name)).toEqual(['Late today', 'Prime orders']);
  expect(await removeView(mei, saved.value.id)).toEqual({ ok: true, value: undefined });
});

test('the columns of a carrier’s file are mapped once and remembered for the workspace', async () => {
  const { context, stranger } = await practiceBench(database);
  const header = ['Your reference', 'Waybill'];
  const mapping = {
    columns: { 'order-id': 'Your reference' },
    constants: { 'carrier-code': 'UPS' },
  };
  expect(await recallMapping(context, header)).toBeUndefined();
  expect(await rememberMapping(context, { header, mapping })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await recallMapping(context, [' YOUR reference', 'waybill'])).toEqual(mapping);
  expect(await recallMapping(context, ['Waybill', 'Your reference'])).toBeUndefined();
  expect(await recallMapping(stranger, header)).toBeUndefined();
  const viewer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
  expect(await rememberMapping(viewer, { header, mapping })).toMatchObject({
    problems: [{ code: 'not-allowed' }],
  });
});
