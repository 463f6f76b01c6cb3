import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { toJson } from '#lib/db';
import { testDatabase } from '#lib/db/testing';
import type { Order } from './core/order.ts';
import { carryOrdersSync, findOrders, loadOrder } from './server.ts';
import { asOrder } from './store/order-row.ts';
import { letBuyersCome, US } from './testing/index.ts';

const database = testDatabase();
const ROUNDS = 80;

test('an order and its history are read as they stand at one moment', async () => {
  const { simulator, context, workspaceId } = await practiceBench(database);
  await letBuyersCome(simulator, context, { perDay: 30, days: 1 });
  await carryOrdersSync(context, US);
  const page = await findOrders(context, {
    marketplaceId: US,
    tab: 'unshipped',
    sort: 'ship-by',
    descending: false,
    pageSize: 1,
  });
  const orderId = page.orders[0]?.order.orderId ?? '';
  const row = await database.db.order.findFirstOrThrow({ where: { workspaceId, orderId } });
  const { id } = row;
  const order = asOrder(row);
  const docWith = (status: Order['status']) => ({ doc: toJson({ ...order, status }) });
  const event = { id: crypto.randomUUID(), workspaceId, orderRowId: id, transition: 'T13' };
  const writer = { isDone: false };
  const writing = (async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await database.db.$transaction([
        database.db.order.update({ where: { id }, data: docWith('SHIPPED') }),
        database.db.orderEvent.create({ data: { ...event, at: new Date() } }),
      ]);
      await database.db.$transaction([
        database.db.order.update({ where: { id }, data: docWith('UNSHIPPED') }),
        database.db.orderEvent.delete({ where: { id: event.id } }),
      ]);
    }
    writer.isDone = true;
  })();
  const torn: string[] = [];
  while (!writer.isDone) {
    const loaded = await loadOrder(context, orderId);
    if (!loaded.ok) throw new Error('the order is gone');
    const { order: seen, history } = loaded.value;
    const isTold = history.some(({ transition }) => transition === 'T13');
    if ((seen.status === 'SHIPPED') !== isTold) torn.push(`${seen.status} ${isTold}`);
  }
  await writing;
  expect(torn).toEqual([]);
});
