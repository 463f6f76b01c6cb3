import { expect, test } from 'vitest';
import type { Context } from '#lib/context';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { writeTsv } from '#lib/flat-files';
import { SECOND } from '#lib/kernel';
import type { Transport } from '#lib/sp-api';
import {
  dayOf,
  calendarOf,
  type Order,
  type PackageDraft,
  unitsOpen,
  wholePackage,
} from './index.ts';
import {
  adjustOrder,
  cancelOrders,
  carryFeed,
  carryOrdersSync,
  carryTelling,
  checkConfirmationFile,
  confirmByFile,
  confirmShipment,
  countOrders,
  editPackage,
  loadOrder,
} from './server.ts';
import { letBuyersCome, US } from './testing/index.ts';
import { unshipped, workOff } from './testing/open-orders.ts';

const database = testDatabase();
const NUMBER = '1Z5R89390357567127';

async function shop(options: Parameters<typeof practiceBench>[1] = {}): Promise<PracticeBench> {
  const bench = await practiceBench(database, options);
  await letBuyersCome(bench.simulator, bench.context, { perDay: 30, days: 1 });
  await carryOrdersSync(bench.context, US);
  return bench;
}

function draftOf(
  context: Context,
  order: Order,
  changes: Partial<PackageDraft> = {},
): PackageDraft {
  return {
    carrierCode: 'UPS',
    trackingNumber: NUMBER,
    shipDate: dayOf(context.clock.now(), calendarOf(US)),
    items: wholePackage(order),
    ...changes,
  };
}

async function load(context: Context, orderId: string) {
  const loaded = await loadOrder(context, orderId);
  if (!loaded.ok) throw new Error('not found');
  return loaded.value;
}

async function tellAll(context: Context, orderId: string): Promise<void> {
  const { id } = await load(context, orderId);
  await carryTelling(context, id);
}

test('T13, S38: an order is confirmed with carrier and number, and is shipped', async () => {
  const { context, sent } = await shop();
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const input = { orderId: order.orderId, packages: [draftOf(context, order)] };
  expect(await confirmShipment(context, input)).toEqual({ ok: true, value: { warnings: [] } });
  expect((await load(context, order.orderId)).told).toMatchObject([{ state: 'waiting' }]);
  await tellAll(context, order.orderId);
  expect(sent.filter((call) => call.endsWith('/shipmentConfirmation'))).toHaveLength(1);
  expect(await load(context, order.orderId)).toMatchObject({
    order: { status: 'SHIPPED', packages: [{ reference: '1', trackingNumber: NUMBER }] },
    told: [{ kind: 'confirm', state: 'accepted', actorName: 'Mei' }],
    history: [{ transition: 'T1' }, { transition: 'T6' }, { transition: 'T13' }],
  });
  expect(await confirmShipment(context, input)).toMatchObject({
    problems: [{ code: 'order-not-open' }],
  });
});

test('T12: an order goes out in several packages, each with a number of its own', async () => {
  const { context } = await shop();
  const order = (await unshipped(context)).find(({ items }) =>
    items.some((item) => item.ordered > 1),
  );
  const item = order?.items.find(({ ordered }) => ordered > 1);
  if (!order || !item) throw new Error('no order of two units');
  const one = { items: [{ orderItemId: item.orderItemId, quantity: 1 }] };
  const { orderId } = order;
  await confirmShipment(context, { orderId, packages: [draftOf(context, order, one)] });
  expect(
    await confirmShipment(context, { orderId, packages: [draftOf(context, order, one)] }),
  ).toMatchObject({
    problems: [{ code: 'order-being-told' }],
  });
  await tellAll(context, orderId);
  const half = await load(context, orderId);
  expect(half.order.status).toBe('PARTIALLY_SHIPPED');
  await confirmShipment(context, {
    orderId,
    packages: [draftOf(context, half.order, { trackingNumber: '1Z879E930346834440' })],
  });
  await tellAll(context, orderId);
  const whole = await load(context, orderId);
  expect(whole.order).toMatchObject({
    status: 'SHIPPED',
    packages: [{ reference: '1' }, { reference: '2' }],
  });
  expect(whole.history.map(({ transition }) => transition)).toEqual(['T1', 'T6', 'T12', 'T13']);
});

test('T14: a package is corrected under the number that Amazon knows it by', async () => {
  const { context } = await shop();
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const { orderId } = order;
  await confirmShipment(context, { orderId, packages: [draftOf(context, order)] });
  await tellAll(context, orderId);
  const draft = draftOf(context, order, { trackingNumber: '1Z879E930346834440' });
  expect(await editPackage(context, { orderId, reference: '1', draft })).toMatchObject({
    ok: true,
  });
  await tellAll(context, orderId);
  const { order: after, history } = await load(context, orderId);
  expect(after.packages).toMatchObject([{ reference: '1', trackingNumber: '1Z879E930346834440' }]);
  expect(history.at(-1)?.transition).toBe('T14');
});

test('a confirmation whose answer was lost is looked up, and never makes a second package', async () => {
  let isLost = true;
  const between =
    (transport: Transport): Transport =>
    async (request) => {
      const response = await transport(request);
      if (isLost && request.url.endsWith('/shipmentConfirmation'))
        throw new TypeError('connection lost');
      return response;
    };
  const { context, sent } = await shop({ between });
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const { orderId } = order;
  await confirmShipment(context, { orderId, packages: [draftOf(context, order)] });
  const { id } = await load(context, orderId);
  expect((await carryTelling(context, id)).again).toBeGreaterThan(0);
  isLost = false;
  expect(await carryTelling(context, id)).toEqual({});
  expect(sent.filter((call) => call.endsWith('/shipmentConfirmation'))).toHaveLength(1);
  const after = await load(context, orderId);
  expect([after.order.status, after.order.packages.length, after.told[0]?.state]).toEqual([
    'SHIPPED',
    1,
    'accepted',
  ]);
});

test('what Amazon refuses is open again, with Amazon’s reason and a notice', async () => {
  const between =
    (transport: Transport): Transport =>
    (request) =>
      request.url.endsWith('/shipmentConfirmation')
        ? Promise.resolve(
            Response.json(
              { errors: [{ code: 'InvalidInput', message: 'The tracking ID does not match.' }] },
              { status: 400 },
            ),
          )
        : transport(request);
  const { context } = await shop({ between });
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  await confirmShipment(context, { orderId: order.orderId, packages: [draftOf(context, order)] });
  await tellAll(context, order.orderId);
  expect(await load(context, order.orderId)).toMatchObject({
    order: { status: 'UNSHIPPED' },
    told: [
      {
        state: 'refused',
        problems: [
          { code: 'amazon-rejected', facts: { amazonMessage: 'The tracking ID does not match.' } },
        ],
      },
    ],
  });
  const notices = await context.db.notice.findMany({
    where: { subjectId: order.orderId, kind: 'message-refused' },
  });
  expect(notices).toHaveLength(1);
  expect(
    await confirmShipment(context, { orderId: order.orderId, packages: [draftOf(context, order)] }),
  ).toMatchObject({ ok: true });
});

const COLUMNS = [
  'order-id',
  'order-item-id',
  'quantity',
  'ship-date',
  'carrier-code',
  'carrier-name',
  'tracking-number',
  'ship-method',
];
const fileOf = (context: Context, orders: readonly Order[], carrier = 'Yun Express') => {
  const day = dayOf(context.clock.now(), calendarOf(US));
  const rows = orders.map((order, at) => [
    order.orderId,
    '',
    '',
    day,
    carrier,
    '',
    `YT${String(at).padStart(16, '0')}`,
    '',
  ]);
  return new TextEncoder().encode(writeTsv([COLUMNS, ...rows]));
};

test('S35, R50: a file of many orders goes as one feed, and what is not ready stays behind', async () => {
  const bench = await shop();
  const { context, sent } = bench;
  const orders = (await unshipped(context)).slice(0, 12);
  const bytes = fileOf(context, [
    ...orders,
    { ...orders[0], orderId: '111-9999999-9999999' } as Order,
  ]);
  const checked = await checkConfirmationFile(context, { marketplaceId: US, bytes });
  expect(checked).toMatchObject({
    ok: true,
    value: { rows: 13, ready: 12, problems: [{ line: 14, code: 'order-not-open' }] },
  });
  const outcome = await confirmByFile(context, { marketplaceId: US, bytes });
  if (!outcome.ok || outcome.value.feedId === undefined) throw new Error('not sent');
  expect(outcome.value).toMatchObject({ rows: 13, sent: 12 });
  await workOff(bench, outcome.value.feedId);
  expect(sent.filter((call) => call === 'POST /feeds/2021-06-30/feeds')).toHaveLength(1);
  expect(sent.filter((call) => call.endsWith('/shipmentConfirmation'))).toHaveLength(0);
  await bench.simulator.advance(180 * SECOND);
  await carryOrdersSync(context, US);
  for (const { orderId } of orders)
    expect(await load(context, orderId)).toMatchObject({
      order: { status: 'SHIPPED' },
      told: [{ state: 'accepted', isByFile: true }],
    });
  expect(await confirmByFile(context, { marketplaceId: US, bytes })).toMatchObject({
    problems: [{ code: 'confirmation-nothing-ready' }],
  });
});

test('a few orders of a file go by calls, which are answered at once', async () => {
  const { context, sent } = await shop();
  const orders = (await unshipped(context)).slice(0, 3);
  const outcome = await confirmByFile(context, {
    marketplaceId: US,
    bytes: fileOf(context, orders),
  });
  expect(outcome).toMatchObject({ ok: true, value: { sent: 3 } });
  expect(outcome.ok && outcome.value.feedId).toBeUndefined();
  for (const { orderId } of orders) await tellAll(context, orderId);
  expect(sent.filter((call) => call.endsWith('/shipmentConfirmation'))).toHaveLength(3);
  for (const { orderId } of orders)
    expect((await load(context, orderId)).order.status).toBe('SHIPPED');
});

test('a row that Amazon refused is open again with its reason', async () => {
  const bench = await shop();
  const { context, simulator } = bench;
  const orders = (await unshipped(context)).slice(0, 8);
  const [first] = orders;
  if (!first) throw new Error('no orders');
  const outcome = await confirmByFile(context, {
    marketplaceId: US,
    bytes: fileOf(context, orders),
  });
  if (!outcome.ok || outcome.value.feedId === undefined) throw new Error('not sent');
  // Meanwhile somebody confirms the first order in Seller Central.
  const body = {
    marketplaceId: US,
    packageDetail: {
      packageReferenceId: '1',
      carrierCode: 'UPS',
      trackingNumber: NUMBER,
      shipDate: new Date(simulator.now()).toISOString(),
      orderItems: first.items.map((item) => ({
        orderItemId: item.orderItemId,
        quantity: unitsOpen(item),
      })),
    },
  };
  await context.amazon.ordersV0.confirmShipment({ orderId: first.orderId, payload: body });
  await workOff(bench, outcome.value.feedId);
  const feed = await context.db.orderFeed.findUnique({ where: { id: outcome.value.feedId } });
  expect(feed).toMatchObject({ state: 'done', rowCount: 8, refusedCount: 1 });
  expect((await load(context, first.orderId)).told).toMatchObject([
    { state: 'refused', problems: [{ code: 'feed-row-refused', facts: { amazonCode: '99002' } }] },
  ]);
  for (const { orderId } of orders.slice(1))
    expect((await load(context, orderId)).told).toMatchObject([{ state: 'accepted' }]);
});

test('two files within two minutes go to Amazon as one', async () => {
  const bench = await shop();
  const { context, sent, simulator } = bench;
  const orders = await unshipped(context);
  const send = async (part: readonly Order[]) => {
    const outcome = await confirmByFile(context, {
      marketplaceId: US,
      bytes: fileOf(context, part),
    });
    if (!outcome.ok || outcome.value.feedId === undefined) throw new Error('not sent');
    return outcome.value.feedId;
  };
  const first = await send(orders.slice(0, 6));
  await carryFeed(context, first);
  const second = await send(orders.slice(6, 12));
  expect(await carryFeed(context, second)).toMatchObject({ again: 120 });
  expect(await send(orders.slice(12, 18))).toBe(second);
  await simulator.advance(120 * SECOND);
  await workOff(bench, first);
  await workOff(bench, second);
  expect(sent.filter((call) => call === 'POST /feeds/2021-06-30/feeds')).toHaveLength(2);
  const feed = await context.db.orderFeed.findUnique({ where: { id: second } });
  expect(feed).toMatchObject({ state: 'done', rowCount: 12, refusedCount: 0 });
});

test('a file whose answer was lost is found again and not sent twice', async () => {
  let isLost = true;
  const between =
    (transport: Transport): Transport =>
    async (request) => {
      const response = await transport(request);
      const isCreate = request.method === 'POST' && request.url.endsWith('/feeds/2021-06-30/feeds');
      if (isLost && isCreate) throw new TypeError('connection lost');
      return response;
    };
  const bench = await shop({ between });
  const { context, sent } = bench;
  const orders = (await unshipped(context)).slice(0, 6);
  const outcome = await confirmByFile(context, {
    marketplaceId: US,
    bytes: fileOf(context, orders),
  });
  if (!outcome.ok || outcome.value.feedId === undefined) throw new Error('not sent');
  await carryFeed(context, outcome.value.feedId);
  isLost = false;
  await workOff(bench, outcome.value.feedId);
  expect(sent.filter((call) => call === 'POST /feeds/2021-06-30/feeds')).toHaveLength(1);
  for (const { orderId } of orders)
    expect((await load(context, orderId)).told).toMatchObject([{ state: 'accepted' }]);
});

test('T10: a seller’s cancellation goes by file and counts; pending orders are never canceled', async () => {
  const bench = await shop();
  const { context, simulator } = bench;
  const orders = (await unshipped(context)).slice(0, 2);
  const outcome = await cancelOrders(context, { marketplaceId: US, reason: 'NoInventory', orders });
  if (!outcome.ok) throw new Error('refused');
  expect(outcome.value).toMatchObject({ sent: 2, refused: [] });
  await workOff(bench, outcome.value.feedId);
  await simulator.advance(180 * SECOND);
  await carryOrdersSync(context, US);
  for (const { orderId } of orders) {
    const row = await context.db.order.findFirst({
      where: { connectionId: context.connection.id, orderId },
    });
    expect([row?.stage, row?.isCancelCounted]).toEqual(['canceled', true]);
    expect((await load(context, orderId)).history.at(-1)?.transition).toBe('T10');
  }
  expect(
    await cancelOrders(context, { marketplaceId: US, reason: 'NoInventory', orders }),
  ).toMatchObject({
    problems: [{ code: 'order-not-cancelable' }, { code: 'order-not-cancelable' }],
  });
  expect((await countOrders(context, US)).canceled).toBeGreaterThanOrEqual(2);
});

test('money goes back by file, and what Amazon says to it is kept', async () => {
  const bench = await shop();
  const { context } = bench;
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const { orderId, items } = order;
  const adjustments = items.slice(0, 1).map((item) => ({
    orderItemId: item.orderItemId,
    reason: 'NoInventory',
    itemPrice: item.unitPrice ?? { minor: 1, currency: 'USD' },
    quantityCancelled: 1,
  }));
  expect(await adjustOrder(context, { marketplaceId: US, orderId, adjustments })).toMatchObject({
    problems: [{ code: 'adjust-before-confirm' }],
  });
  await confirmShipment(context, { orderId, packages: [draftOf(context, order)] });
  await tellAll(context, orderId);
  const outcome = await adjustOrder(context, { marketplaceId: US, orderId, adjustments });
  if (!outcome.ok) throw new Error('refused');
  await workOff(bench, outcome.value.feedId);
  const { told } = await load(context, orderId);
  expect(['accepted', 'refused']).toContain(told.find(({ kind }) => kind === 'adjust')?.state);
});

test("nobody tells Amazon of another workspace's orders, without the role, or while it is stopped", async () => {
  const { context, stranger } = await shop();
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const { orderId } = order;
  const input = { orderId, packages: [draftOf(context, order)] };
  const cancel = { marketplaceId: US, reason: 'NoInventory', orders: [{ orderId }] };
  expect(await confirmShipment(stranger, input)).toMatchObject({
    problems: [{ code: 'order-not-found' }],
  });
  expect(await cancelOrders(stranger, cancel)).toMatchObject({
    problems: [{ code: 'order-not-found' }],
  });
  const bytes = fileOf(context, [order]);
  expect(await confirmByFile(stranger, { marketplaceId: US, bytes })).toMatchObject({
    problems: [{ code: 'confirmation-nothing-ready' }],
  });
  const packer = { ...context, actor: { name: 'Li', role: 'packer' as const } };
  expect(await cancelOrders(packer, cancel)).toMatchObject({ problems: [{ code: 'not-allowed' }] });
  const viewer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
  expect(await confirmShipment(viewer, input)).toMatchObject({
    problems: [{ code: 'not-allowed' }],
  });
  const stopped = { ...context, connection: { ...context.connection, isStopped: true } };
  expect(await confirmShipment(stopped, input)).toMatchObject({
    problems: [{ code: 'amazon-stopped' }],
  });
  expect((await load(context, orderId)).told).toEqual([]);
});
