import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR, SECOND } from '#lib/kernel';
import {
  carryOrdersSync,
  findOrders,
  hearChanges,
  readQueueState,
  subscribeToChanges,
} from './server.ts';
import { letBuyersCome, US } from './testing/index.ts';

const database = testDatabase();
type Bench = Awaited<ReturnType<typeof practiceBench>>;

async function hearAll({ context }: Bench): Promise<void> {
  for (let step = await hearChanges(context); step.again !== undefined;)
    step = await hearChanges(context);
}

const ordersOf = async ({ context }: Bench) => {
  const rows = await context.db.order.findMany({
    where: { connectionId: context.connection.id },
    orderBy: { orderId: 'asc' },
    select: { orderId: true, status: true, version: true },
  });
  return rows;
};

test('Amazon is asked once to tell of changed orders, and asked again only after a day', async () => {
  const bench = await practiceBench(database);
  const { context, sent, simulator, stranger } = bench;
  await subscribeToChanges(context);
  const made = sent.filter((call) => call.startsWith('POST /notifications'));
  expect(made).toEqual([
    'POST /notifications/v1/destinations',
    'POST /notifications/v1/subscriptions/ORDER_CHANGE',
  ]);
  const state = await readQueueState(context);
  expect(state).toMatchObject({ subscriptionId: expect.any(String), problems: [] });
  const before = sent.length;
  await subscribeToChanges(context);
  expect(sent.length).toBe(before);
  await simulator.advance(DAY + SECOND);
  await context.db.changeQueue.deleteMany({ where: { connectionId: context.connection.id } });
  await subscribeToChanges(context);
  expect(sent.filter((call) => call.startsWith('POST /notifications'))).toEqual(made);
  expect(await readQueueState(context)).toMatchObject({ subscriptionId: state?.subscriptionId });
  expect(await readQueueState({ ...context, workspaceId: stranger.workspaceId })).toBeUndefined();
});

test('a subscription that leads elsewhere is left alone, and the seller is told', async () => {
  const { context } = await practiceBench(database);
  const { notifications } = context.amazon;
  const made = await notifications.createDestination({
    body: {
      name: 'another-system',
      resourceSpecification: { sqs: { arn: 'arn:aws:sqs:us-east-1:111111111111:theirs' } },
    },
  });
  const destinationId = made.ok ? made.value.payload?.destinationId : undefined;
  await notifications.createSubscription({
    notificationType: 'ORDER_CHANGE',
    body: { payloadVersion: '1.0', destinationId: destinationId ?? '' },
  });
  await subscribeToChanges(context);
  const state = await readQueueState(context);
  expect(state).toMatchObject({ problems: [{ code: 'order-changes-told-elsewhere' }] });
  expect(state?.subscriptionId).toBeUndefined();
  expect(await hearChanges(context)).toEqual({});
});

test('what buyers do is known from the queue alone, each message once', async () => {
  const bench = await practiceBench(database);
  const { context, simulator, sent } = bench;
  await subscribeToChanges(context);
  await letBuyersCome(simulator, context, { perDay: 20, days: 1 });
  await hearAll(bench);
  expect(sent.filter((call) => call === 'GET /orders/2026-01-01/orders')).toEqual([]);
  const heard = await ordersOf(bench);
  expect(heard.length).toBeGreaterThan(10);
  const { orders } = await findOrders(context, {
    marketplaceId: US,
    tab: 'unshipped',
    sort: 'ship-by',
    descending: false,
    pageSize: 100,
  });
  expect(orders.length).toBeGreaterThan(5);
  expect(orders.every(({ deadlines }) => deadlines?.autoCancelIs === 'announced')).toBe(true);
  const reads = sent.length;
  await simulator.advance(HOUR);
  await hearAll(bench);
  // A buyer may have changed his mind in that hour; nobody else's order is read again.
  const readAgain = sent.slice(reads).flatMap((call) => call.split('/orders/').at(2) ?? []);
  const known = new Map(heard.map(({ orderId, version }) => [orderId, version]));
  const later = await ordersOf(bench);
  const changed = later.filter(({ orderId, version }) => known.get(orderId) !== version);
  expect(readAgain.toSorted()).toEqual(changed.map(({ orderId }) => orderId));
  await carryOrdersSync(context, US);
  expect((await ordersOf(bench)).map(({ orderId, status }) => [orderId, status])).toEqual(
    later.map(({ orderId, status }) => [orderId, status]),
  );
});

test('what the synchronisation knows already costs no call, and a message that cannot be read is passed by', async () => {
  const bench = await practiceBench(database);
  const { context, simulator, sent } = bench;
  await subscribeToChanges(context);
  await letBuyersCome(simulator, context, { perDay: 20, days: 1 });
  await carryOrdersSync(context, US);
  const reads = sent.length;
  await hearAll(bench);
  const calls = sent.slice(reads).filter((call) => /orders\/\d/.test(call));
  expect(calls).toEqual([]);
  const queue = context.changeQueue;
  if (!queue) throw new Error('no queue');
  const removed: string[] = [];
  const odd = {
    ...queue,
    receive: async () => (removed.length > 0 ? [] : [{ id: 'odd', body: '{' }]),
    remove: async (_: string, id: string) => void removed.push(id),
  };
  expect(await hearChanges({ ...context, changeQueue: odd })).toEqual({});
  expect(removed).toEqual(['odd']);
});

test('a crash between reading an order and taking its message off the queue does no harm', async () => {
  const bench = await practiceBench(database);
  const { context, simulator } = bench;
  await subscribeToChanges(context);
  await letBuyersCome(simulator, context, { perDay: 10, days: 1 });
  const queue = context.changeQueue;
  if (!queue) throw new Error('no queue');
  const dying = { ...queue, remove: () => Promise.reject(new Error('the power went')) };
  await expect(hearChanges({ ...context, changeQueue: dying })).rejects.toThrow('power');
  await simulator.advance(31 * SECOND);
  await hearAll(bench);
  const orders = await ordersOf(bench);
  expect(orders.length).toBeGreaterThan(4);
  const notices = await context.db.notice.findMany({
    where: { connectionId: context.connection.id, kind: 'new-order' },
    select: { subjectId: true },
  });
  expect(new Set(notices.map(({ subjectId }) => subjectId)).size).toBe(notices.length);
});
