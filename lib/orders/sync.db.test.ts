import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import type { Transport } from '#lib/sp-api';
import { carryOrderReport, carryOrdersSync, syncOrders } from './server.ts';
import { letBuyersCome, US } from './testing/index.ts';

const database = testDatabase();

test('orders come in with their buyers sealed, and the same reading again changes nothing', async () => {
  const { context, simulator, sent } = await practiceBench(database);
  await letBuyersCome(simulator, context, { perDay: 60, days: 4 });
  expect(await syncOrders(context, US)).toEqual({ ok: true, value: undefined });
  await carryOrdersSync(context, US);
  const where = { connectionId: context.connection.id };
  const orders = await context.db.order.findMany({ where, include: { items: true, events: true } });
  expect(orders.length).toBeGreaterThan(100);
  expect(sent.filter((call) => call === 'GET /orders/2026-01-01/orders').length).toBe(
    Math.ceil(orders.length / 100),
  );
  const unshipped = orders.filter(({ stage }) => stage === 'unshipped');
  expect(unshipped.length).toBeGreaterThan(50);
  for (const order of unshipped) {
    expect(order.buyerState).toBe('sealed');
    expect(order.buyerSealed).toMatch(/^v1\./);
    expect(order.items.length).toBeGreaterThan(0);
    expect(order.events.map(({ transition }) => transition).toSorted()).toEqual(
      order.isCancelAsked ? ['T1', 'T6', 'T7'] : ['T1', 'T6'],
    );
  }
  const before = await context.db.order.findMany({ where, orderBy: { id: 'asc' } });
  await carryOrdersSync(context, US);
  expect(await context.db.order.findMany({ where, orderBy: { id: 'asc' } })).toEqual(before);
  // From the beginning, so that every order comes in once more.
  await context.db.orderSync.updateMany({ where, data: { updatedThrough: null } });
  await carryOrdersSync(context, US);
  expect(await context.db.order.findMany({ where, orderBy: { id: 'asc' } })).toEqual(before);
});

test('pending orders have no buyer, and none of their data is written anywhere', async () => {
  const { context, simulator } = await practiceBench(database);
  await letBuyersCome(simulator, context, { perDay: 300, days: 1 });
  await carryOrdersSync(context, US);
  const pending = await context.db.order.findMany({
    where: { connectionId: context.connection.id, stage: 'pending' },
  });
  expect(pending.length).toBeGreaterThan(0);
  for (const order of pending)
    expect([order.buyerState, order.buyerSealed]).toEqual(['not-told', null]);
});

test('a reading that was cut off goes on at the page where it stopped', async () => {
  let budget = Infinity;
  const between =
    (transport: Transport): Transport =>
    (request) => {
      const isSearch = new URL(request.url).pathname === '/orders/2026-01-01/orders';
      if (isSearch && (budget -= 1) < 0)
        return Promise.resolve(new Response('{}', { status: 503 }));
      return transport(request);
    };
  const { context, simulator, sent } = await practiceBench(database, { between });
  await letBuyersCome(simulator, context, { perDay: 120, days: 3 });
  budget = 2;
  await carryOrdersSync(context, US);
  const where = { connectionId: context.connection.id };
  expect(await context.db.order.count({ where })).toBe(200);
  budget = Infinity;
  const asked = sent.length;
  await carryOrdersSync(context, US);
  const all = await context.db.order.count({ where });
  expect(all).toBeGreaterThan(250);
  const pages = sent.slice(asked).filter((call) => call === 'GET /orders/2026-01-01/orders');
  expect(pages.length).toBe(Math.ceil((all - 200) / 100));
});

test('the unshipped report brings the volume, and what it leaves out is asked for order by order', async () => {
  const { context, simulator, sent } = await practiceBench(database);
  await letBuyersCome(simulator, context, { perDay: 10, days: 2 });
  let step = await carryOrderReport(context, US);
  while (step.again !== undefined) {
    await simulator.advance(step.again * 1_000);
    step = await carryOrderReport(context, US);
  }
  const where = { connectionId: context.connection.id };
  const orders = await context.db.order.findMany({ where });
  expect(orders.length).toBeGreaterThan(5);
  for (const order of orders) {
    expect([order.isPartial, order.buyerState]).toEqual([true, 'sealed']);
    expect(order.shipBy).not.toBeNull();
  }
  expect(sent).toContain('POST /tokens/2021-03-01/restrictedDataToken');
  await carryOrdersSync(context, US);
  expect(await context.db.order.count({ where: { ...where, isPartial: true } })).toBe(0);
  expect(sent.filter((call) => /^GET \/orders\/2026-01-01\/orders\/./.test(call)).length).toBe(0);
});

test('without the role for personal data orders come in all the same, and the lack is named', async () => {
  const between =
    (transport: Transport): Transport =>
    (request) =>
      new URL(request.url).searchParams.get('includedData')?.includes('RECIPIENT') === true
        ? Promise.resolve(
            Response.json(
              { errors: [{ code: 'Unauthorized', message: 'Access denied.' }] },
              { status: 403 },
            ),
          )
        : transport(request);
  const { context, simulator } = await practiceBench(database, { between });
  await letBuyersCome(simulator, context, { perDay: 20, days: 1 });
  await carryOrdersSync(context, US);
  const rows = await context.db.order.findMany({
    where: { connectionId: context.connection.id, stage: 'unshipped' },
  });
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(({ buyerState }) => buyerState))).toEqual(new Set(['role-missing']));
  const sync = await context.db.orderSync.findFirst({
    where: { connectionId: context.connection.id },
  });
  expect(sync?.isRoleMissing).toBe(true);
});
