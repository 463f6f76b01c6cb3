import { expect, test } from 'vitest';
import type { Context } from '#lib/context';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import {
  proposeMapping,
  readOrderRows,
  readTsv,
  type Row,
  writeCsv,
  writeTsv,
} from '#lib/flat-files';
import { SECOND } from '#lib/kernel';
import type { Transport } from '#lib/sp-api';
import { calendarOf, dayOf, wholePackage } from './index.ts';
import {
  actByFile,
  carryOrdersSync,
  carryTelling,
  checkConfirmationFile,
  checkOrderActFile,
  confirmByFile,
  confirmShipment,
  exportOrders,
  findOrders,
  importOrders,
  loadOrder,
  readBuyer,
  recallMapping,
  rememberMapping,
} from './server.ts';
import { letBuyersCome, US } from './testing/index.ts';
import { unshipped, workOff } from './testing/open-orders.ts';

const database = testDatabase();
const ALL = {
  marketplaceId: US,
  sort: 'purchased',
  descending: true,
  pageSize: 500,
} as const;
const bytesOf = (table: readonly (readonly string[])[]) =>
  new TextEncoder().encode(writeTsv(table));

async function shop(options: Parameters<typeof practiceBench>[1] = {}): Promise<PracticeBench> {
  const bench = await practiceBench(database, options);
  await letBuyersCome(bench.simulator, bench.context, { perDay: 30, days: 1 });
  await carryOrdersSync(bench.context, US);
  return bench;
}

async function load(context: Context, orderId: string) {
  const loaded = await loadOrder(context, orderId);
  if (!loaded.ok) throw new Error('not found');
  return loaded.value;
}

const CANCEL = ['order-id', 'cancellation-reason-code', 'amazon-order-item-code'];

test('T10, R29, R30: cancellations go by file, and a row that Amazon refuses is open again', async () => {
  const bench = await shop();
  const { context, sent } = bench;
  const [whole, byItem, late] = await unshipped(context);
  if (!whole || !byItem || !late) throw new Error('too few orders');
  const bytes = bytesOf([
    ['TemplateType=OrderCancellation', 'Version=1.0/1.0.3', 'A remark'],
    CANCEL,
    [whole.orderId, '', ''],
    ...byItem.items.map(({ orderItemId }) => [byItem.orderId, 'NoInventory', orderItemId]),
    [late.orderId, '', ''],
    ['999-0000000-0000000', '', ''],
  ]);
  const checked = await checkOrderActFile(context, { marketplaceId: US, bytes });
  if (!checked.ok) throw new Error('refused');
  const good = 2 + byItem.items.length;
  expect(checked.value).toMatchObject({ kind: 'cancellation', rows: good + 1, ready: good });
  expect(checked.value.problems).toMatchObject([
    { line: good + 3, column: 'order-id', code: 'order-not-found' },
  ]);
  const outcome = await actByFile(context, { marketplaceId: US, bytes });
  if (!outcome.ok) throw new Error('not sent');
  expect(outcome.value).toMatchObject({ kind: 'cancellation', rows: good + 1, sent: good });
  // Meanwhile somebody confirms the last order in Seller Central.
  await context.amazon.ordersV0.confirmShipment({
    orderId: late.orderId,
    payload: {
      marketplaceId: US,
      packageDetail: {
        packageReferenceId: '1',
        carrierCode: 'UPS',
        trackingNumber: '1Z5R89390357567127',
        shipDate: new Date(bench.simulator.now()).toISOString(),
        orderItems: wholePackage(late).map(({ orderItemId, quantity }) => ({
          orderItemId,
          quantity,
        })),
      },
    },
  });
  await workOff(bench, outcome.value.feedId);
  await bench.simulator.advance(180 * SECOND);
  await carryOrdersSync(context, US);
  expect(sent.filter((call) => call === 'POST /feeds/2021-06-30/feeds')).toHaveLength(1);
  for (const { orderId } of [whole, byItem])
    expect((await load(context, orderId)).order.status).toBe('CANCELLED');
  expect((await load(context, late.orderId)).told).toMatchObject([
    { kind: 'cancel', state: 'refused', problems: [{ code: 'feed-row-refused' }] },
  ]);
  const audit = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, verb: 'cancel-by-file' },
  });
  expect(audit).toHaveLength(3);
});

test('T18, S31: money goes back by file, in the cells as they were written', async () => {
  const bench = await shop();
  const { context } = bench;
  const [order] = await unshipped(context);
  const item = order?.items[0];
  if (!order || !item) throw new Error('no order');
  const { orderId } = order;
  const bytes = bytesOf([
    [
      'order-id',
      'order-item-id',
      'adjustment-reason-code',
      'currency',
      'item-price-adj',
      'item-tax-adj',
    ],
    [orderId, item.orderItemId, 'GeneralAdjustment', 'USD', '1.00', '0.07'],
  ]);
  expect(await checkOrderActFile(context, { marketplaceId: US, bytes })).toMatchObject({
    value: { kind: 'adjustment', ready: 0, problems: [{ code: 'adjust-before-confirm' }] },
  });
  await confirmShipment(context, {
    orderId,
    packages: [
      {
        carrierCode: 'UPS',
        trackingNumber: '1Z5R89390357567127',
        shipDate: dayOf(context.clock.now(), calendarOf(US)),
        items: wholePackage(order),
      },
    ],
  });
  await carryTelling(context, (await load(context, orderId)).id);
  const outcome = await actByFile(context, { marketplaceId: US, bytes });
  if (!outcome.ok) throw new Error('not sent');
  await workOff(bench, outcome.value.feedId);
  const told = (await load(context, orderId)).told.find(({ kind }) => kind === 'adjust');
  expect(told).toMatchObject({ state: 'accepted', input: { cells: { 'item-tax-adj': '0.07' } } });
});

test('R38: an individual account is told that files are not for it; nothing is sent', async () => {
  const between =
    (transport: Transport): Transport =>
    (request) =>
      new URL(request.url).pathname === '/sellers/v1/account'
        ? Promise.resolve(
            Response.json({
              payload: {
                businessType: 'INDIVIDUAL',
                sellingPlan: 'INDIVIDUAL',
                marketplaceParticipationList: [],
              },
            }),
          )
        : transport(request);
  const { context, sent } = await shop({ between });
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const cancel = bytesOf([CANCEL, [order.orderId, '', '']]);
  const refusal = { problems: [{ code: 'account-not-professional' }] };
  expect(await actByFile(context, { marketplaceId: US, bytes: cancel })).toMatchObject(refusal);
  const confirm = bytesOf([
    ['order-id', 'ship-date', 'carrier-code', 'tracking-number'],
    [order.orderId, dayOf(context.clock.now(), calendarOf(US)), 'UPS', '1Z5R89390357567127'],
  ]);
  expect(await confirmByFile(context, { marketplaceId: US, bytes: confirm })).toMatchObject(
    refusal,
  );
  expect(sent.filter((call) => call.startsWith('POST /feeds'))).toEqual([]);
});

test('a carrier’s own list confirms orders, and its columns are remembered for the workspace', async () => {
  const { context, stranger } = await shop();
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const header = ['客户单号', '转单号', '出库时间', '重量'];
  const day = dayOf(context.clock.now(), calendarOf(US)).replaceAll('-', '/');
  const file = [header, [order.orderId, 'YT2229521272164446', `${day} 17:03`, '1.2']];
  const bytes = new TextEncoder().encode(writeCsv(file));
  const mapping = { ...proposeMapping(header), constants: { 'carrier-code': 'Yun Express' } };
  expect(await recallMapping(context, header)).toBeUndefined();
  expect(await rememberMapping(context, { header, mapping })).toMatchObject({ ok: true });
  expect(await recallMapping(context, header)).toEqual(mapping);
  expect(await recallMapping(stranger, header)).toBeUndefined();
  const input = { marketplaceId: US, bytes, mapping };
  expect(await checkConfirmationFile(context, input)).toMatchObject({
    ok: true,
    value: { rows: 1, ready: 1, problems: [] },
  });
  expect(await confirmByFile(context, input)).toMatchObject({ ok: true, value: { sent: 1 } });
  await carryTelling(context, (await load(context, order.orderId)).id);
  expect((await load(context, order.orderId)).order.status).toBe('SHIPPED');
});

test('nothing of another workspace is canceled or given back, and nothing without the role', async () => {
  const { context, stranger } = await shop();
  const [order] = await unshipped(context);
  if (!order) throw new Error('no order');
  const input = { marketplaceId: US, bytes: bytesOf([CANCEL, [order.orderId, '', '']]) };
  expect(await checkOrderActFile(stranger, input)).toMatchObject({
    value: { ready: 0, problems: [{ code: 'order-not-found' }] },
  });
  expect(await actByFile(stranger, input)).toMatchObject({
    problems: [{ code: 'confirmation-nothing-ready' }],
  });
  const packer = { ...context, actor: { name: 'Li', role: 'packer' as const } };
  expect(await actByFile(packer, input)).toMatchObject({ problems: [{ code: 'not-allowed' }] });
  expect((await load(context, order.orderId)).told).toEqual([]);
});

test('a report that was taken in before changes nothing, and is no news', async () => {
  const { context } = await practiceBench(database);
  const report = bytesOf([
    [
      'order-id',
      'order-item-id',
      'purchase-date',
      'sku',
      'quantity-purchased',
      'recipient-name',
      'ship-address-1',
    ],
    ...Array.from({ length: 1_200 }, (_, row) => [
      `111-${String(row).padStart(7, '0')}-0000001`,
      String(row),
      new Date(context.clock.now()).toISOString(),
      'CUP',
      '1',
      `Name${row}`,
      '12 Practice Lane',
    ]),
  ]);
  const input = { marketplaceId: US, bytes: report };
  const where = { connectionId: context.connection.id };
  const all = () => context.db.order.findMany({ where, orderBy: { id: 'asc' } });
  expect(await importOrders(context, input)).toMatchObject({
    value: { added: 1_200, unchanged: 0 },
  });
  const before = await all();
  expect(
    before.every(({ buyerState, buyerSealed }) => buyerState === 'sealed' && buyerSealed),
  ).toBe(true);
  expect(await importOrders(context, input)).toMatchObject({
    value: { added: 0, unchanged: 1_200 },
  });
  expect(await all()).toEqual(before);
  expect(await context.db.orderItem.count({ where })).toBe(1_200);
  expect(await context.db.orderCount.findMany({ where })).toMatchObject([{ count: 1_200 }]);
  expect(await context.db.notice.count({ where })).toBe(0);
});

async function exported(context: Context, name: 'unshipped' | 'all'): Promise<readonly Row[]> {
  const query = { ...ALL, tab: 'all' } as const;
  let text = '';
  for await (const piece of exportOrders(context, name, query)) text += piece;
  return readTsv(text);
}

test('the unshipped export is Amazon’s report: read again, it says of each order what is known', async () => {
  const { context, stranger } = await shop();
  const rows = await exported(context, 'unshipped');
  const open = [...(await findOrders(context, { ...ALL, tab: 'unshipped' })).orders];
  const items = open.flatMap(({ order }) => order.items.map(({ orderItemId }) => orderItemId));
  expect(new Set(rows.slice(1).map(({ cells }) => cells[1]))).toEqual(new Set(items));
  const read = readOrderRows(new TextEncoder().encode(writeTsv(rows.map(({ cells }) => cells))));
  if (!read.ok) throw new Error('no report');
  expect(read.value.refused).toEqual([]);
  for (const row of read.value.rows) {
    const order = open.find((one) => one.order.orderId === row.orderId)?.order;
    const item = order?.items.find(({ orderItemId }) => orderItemId === row.orderItemId);
    const buyer = await readBuyer(context, row.orderId);
    expect([row.sku, row.ordered, Date.parse(row.shipBy ?? '')]).toEqual([
      item?.sku,
      item?.ordered,
      order?.shipBy?.latest,
    ]);
    expect(row.buyer.lines).toEqual(buyer.ok && buyer.value.address?.lines);
  }
  expect(await exported(stranger, 'unshipped')).toHaveLength(1);
});

test('an export has no buyer for a role that may not read them, and notes each one that was read', async () => {
  const { context } = await shop();
  const where = { workspaceId: context.workspaceId, verb: 'read-buyer' };
  const viewer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
  const place = (rows: readonly Row[]) => rows[0]?.cells.indexOf('ship-postal-code') ?? -1;
  const hidden = await exported(viewer, 'all');
  expect(place(hidden)).toBeGreaterThan(0);
  expect(new Set(hidden.slice(1).map(({ cells }) => cells[place(hidden)]))).toEqual(new Set(['']));
  expect(await context.db.auditEntry.count({ where })).toBe(0);
  const told = await exported(context, 'all');
  const sealed = await context.db.order.count({
    where: { connectionId: context.connection.id, buyerState: 'sealed' },
  });
  expect(sealed).toBeGreaterThan(10);
  expect(await context.db.auditEntry.count({ where })).toBe(sealed);
  const statuses = new Set(told.slice(1).map(({ cells }) => cells[4]));
  expect([...statuses]).toContain('Pending');
  expect([...statuses]).toContain('Unshipped');
});
