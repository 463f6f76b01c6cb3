import { gunzipSync } from 'node:zlib';

import { DAY, HOUR, SECOND } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import { restricted } from './testing/all-orders.ts';
import type { Reply, TestClient } from './testing/client.ts';
import { control } from './testing/control.ts';
import { newSeller, newSimulator, succeed, US } from './testing/world.ts';

type Shop = { readonly simulator: Simulator; readonly client: TestClient };

async function shop(perDay = 0): Promise<Shop> {
  const simulator = await newSimulator({ control: true });
  const client = await newSeller(simulator);
  const { sellerId } = client.seller;
  if (perDay > 0)
    await control(simulator, 'PUT', 'orders', { sellerId, marketplaceId: US, perDay });
  return { simulator, client };
}

async function download(simulator: Simulator, url: string): Promise<string> {
  const response = await simulator.fetch(new Request(url));
  return gunzipSync(Buffer.from(await response.arrayBuffer())).toString('utf8');
}

async function feed(
  { simulator, client }: Shop,
  feedType: string,
  body: BodyInit,
  contentType = 'text/tab-separated-values; charset=UTF-8',
): Promise<{ readonly status: string; readonly report: string }> {
  const { feedDocumentId, url } = await succeed(
    client.call('feeds', 'createFeedDocument', { body: { contentType } }),
  );
  const headers = { 'content-type': contentType };
  await simulator.fetch(new Request(String(url), { method: 'PUT', headers, body }));
  const { feedId } = await succeed(
    client.call('feeds', 'createFeed', {
      body: { feedType, marketplaceIds: [US], inputFeedDocumentId: feedDocumentId },
    }),
  );
  const done = await succeed(client.call('feeds', 'getFeed', { path: { feedId } }));
  const status = String(done.processingStatus);
  if (done.resultFeedDocumentId === undefined) return { status, report: '' };
  const path = { feedDocumentId: String(done.resultFeedDocumentId) };
  const document = await succeed(client.call('feeds', 'getFeedDocument', { path }));
  return { status, report: await download(simulator, String(document.url)) };
}

async function report(
  { simulator, client }: Shop,
  reportType: string,
  isRestricted = false,
): Promise<{ readonly status: string; readonly text: string; readonly rows: string[][] }> {
  const { reportId } = await succeed(
    client.call('reports', 'createReport', { body: { reportType, marketplaceIds: [US] } }),
  );
  const done = await succeed(client.call('reports', 'getReport', { path: { reportId } }));
  const status = String(done.processingStatus);
  if (done.reportDocumentId === undefined) return { status, text: '', rows: [] };
  const path = { reportDocumentId: String(done.reportDocumentId) };
  const where = `/reports/2021-06-30/documents/${path.reportDocumentId}`;
  const token = isRestricted ? await restricted(client, { method: 'GET', path: where }) : undefined;
  const document = await succeed(
    client.call('reports', 'getReportDocument', { path, ...(token ? { token } : {}) }),
  );
  const text = await download(simulator, String(document.url));
  return {
    status,
    text,
    rows: text
      .replace(/\r\n$/, '')
      .split('\r\n')
      .map((line) => line.split('\t')),
  };
}

async function openOrders({ client }: Shop): Promise<Reply['body'][]> {
  const query = [
    ['createdAfter', '2026-11-01T00:00:00Z'],
    ['fulfillmentStatuses', 'UNSHIPPED'],
    ['includedData', 'FULFILLMENT,CANCELLATION'],
  ] as const;
  return (await succeed(client.call('orders', 'searchOrders', { query }))).orders;
}

const CONFIRM = 'POST_FLAT_FILE_FULFILLMENT_DATA';
const CANCEL = 'POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA';
const ADJUST = 'POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA';
const tsv = (...rows: (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\r\n');
const CONFIRM_COLUMNS = ['order-id', 'ship-date', 'carrier-code', 'tracking-number'];

async function ship(shop: Shop, order: Reply['body']): Promise<void> {
  const row = [String(order.orderId), '2026-11-24', 'UPS', '1Z5R89390357567127'];
  expect((await feed(shop, CONFIRM, tsv(CONFIRM_COLUMNS, row))).report).toContain(
    'successful\t\t1',
  );
}

describe('the order files', () => {
  test('a number in another carrier’s form, and a carrier in a wrong spelling, confirm nothing', async () => {
    const open = await shop(40);
    await open.simulator.advance(DAY);
    const [first, second] = await openOrders(open);
    const { report: said } = await feed(
      open,
      CONFIRM,
      tsv(
        CONFIRM_COLUMNS,
        [first.orderId, '2026-11-24', 'UPS', '9400111206206406260787'],
        [second.orderId, '2026-11-24', 'ups', '1Z5R89390357567127'],
      ),
    );
    expect(said).toContain('does not match the expected format');
    expect(said).toContain('The carrier code ups is not valid.');
    const still = (await openOrders(open)).map(({ orderId }) => orderId);
    expect(still).toEqual(expect.arrayContaining([first.orderId, second.orderId]));
  });

  test('a Japanese template in Shift_JIS with three rows of header is read', async () => {
    const open = await shop(40);
    await open.simulator.advance(DAY);
    const [first] = await openOrders(open);
    // 注文番号 in Shift_JIS; read as UTF-8 the bytes would be no text at all.
    const japanese = Buffer.from('928d95b694d48d86', 'hex');
    const body = Buffer.concat([
      Buffer.from('TemplateType=OrderFulfillment\tVersion=2011.1102\r\n'),
      japanese,
      Buffer.from(`\r\n${CONFIRM_COLUMNS.join('\t')}\r\n`),
      Buffer.from(`${first.orderId}\t2026-11-24\tYamatoTransport\t123456789013\r\n`),
    ]);
    const type = 'text/tab-separated-values; charset=Shift_JIS';
    expect((await feed(open, CONFIRM, body, type)).report).toContain('successful\t\t1');
  });

  test('a cancellation may name one item, with a reason that Amazon knows', async () => {
    const open = await shop(60);
    await open.simulator.advance(DAY);
    const order = (await openOrders(open)).find(({ orderItems }) => orderItems.length > 1);
    const [{ orderItemId }, other] = order.orderItems;
    const head = ['order-id', 'cancellation-reason-code', 'amazon-order-item-code'];
    const row = (reason: string) => tsv(head, [order.orderId, reason, orderItemId]);
    expect((await feed(open, CANCEL, row('Whim'))).report).toContain('Whim is not valid');
    expect((await feed(open, CANCEL, row('NoInventory'))).report).toContain('successful\t\t1');
    const now = (await openOrders(open)).find(({ orderId }) => orderId === order.orderId);
    const left = now.orderItems.find(
      (item: Reply['body']) => item.orderItemId === other.orderItemId,
    );
    expect(left.fulfillment.quantityUnfulfilled).toBe(other.quantityOrdered);
    expect(now.orderItems[0].fulfillment.quantityUnfulfilled).toBe(0);
  });

  test('money is given back for what was charged, up to what was paid', async () => {
    const open = await shop(40);
    await open.simulator.advance(DAY);
    const [order] = await openOrders(open);
    const [{ orderItemId }] = order.orderItems;
    const head = [
      'order-id',
      'order-item-id',
      'adjustment-reason-code',
      'currency',
      'item-price-adj',
    ];
    const refund = (amount: string) =>
      feed(
        open,
        ADJUST,
        tsv(head, [order.orderId, orderItemId, 'GeneralAdjustment', 'USD', amount]),
      );
    expect((await refund('1.00')).report).toContain('has not been charged');
    await ship(open, order);
    expect((await refund('1.00')).report).toContain('successful\t\t1');
    expect((await refund('99999')).report).toContain('exceeds what the buyer has paid');
  });

  test('two items of one order may go in one parcel, a row for each', async () => {
    const open = await shop(60);
    await open.simulator.advance(DAY);
    const order = (await openOrders(open)).find(({ orderItems }) => orderItems.length > 1);
    const head = [...CONFIRM_COLUMNS, 'order-item-id', 'quantity'];
    const rows = order.orderItems.map((item: Reply['body']) => [
      order.orderId,
      '2026-11-24',
      'UPS',
      '1Z5R89390357567127',
      item.orderItemId,
      String(item.quantityOrdered),
    ]);
    for (let time = 0; time < 2; time += 1) {
      const { report: said } = await feed(open, CONFIRM, tsv(head, ...rows));
      expect(said).toContain(`successful\t\t${rows.length}`);
    }
    const path = { orderId: String(order.orderId) };
    const query = [['includedData', 'PACKAGES,FULFILLMENT']] as const;
    const now = await succeed(open.client.call('orders', 'getOrder', { path, query }));
    expect(now.order.packages).toHaveLength(1);
    expect(now.order.fulfillment.fulfillmentStatus).toBe('SHIPPED');
  });

  test('a file that cannot be read is fatal, and a type that is gone is refused', async () => {
    const open = await shop();
    expect((await feed(open, CONFIRM, 'nothing of the kind')).status).toBe('FATAL');
    const { feedDocumentId } = await succeed(
      open.client.call('feeds', 'createFeedDocument', { body: { contentType: 'text/xml' } }),
    );
    const body = { marketplaceIds: [US], inputFeedDocumentId: feedDocumentId };
    const gone = await open.client.call('feeds', 'createFeed', {
      body: { ...body, feedType: 'POST_FLAT_FILE_INVLOADER_DATA' },
    });
    expect(gone.status).toBe(400);
  });
});

const XML = 'text/xml; charset=UTF-8';
const envelope = (type: string, ...messages: readonly string[]) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<Header><DocumentVersion>1.01</DocumentVersion></Header><MessageType>${type}</MessageType>`,
    ...messages.map(
      (message, at) =>
        `<Message><MessageID>${at + 1}</MessageID><${type}>${message}</${type}></Message>`,
    ),
    '</AmazonEnvelope>',
  ].join('\n');
const fulfilment = (orderId: string, tracking = '1Z5R89390357567127') =>
  `<AmazonOrderID>${orderId}</AmazonOrderID><FulfillmentDate>2026-11-24T10:00:00Z</FulfillmentDate>
   <FulfillmentData><CarrierCode>UPS</CarrierCode><ShippingMethod>Ground &amp; more</ShippingMethod>
   <ShipperTrackingNumber>${tracking}</ShipperTrackingNumber></FulfillmentData>`;

describe('the order feeds in XML', () => {
  test('confirm what is right, and say of which message what was wrong', async () => {
    const open = await shop(40);
    await open.simulator.advance(DAY);
    const [order] = await openOrders(open);
    const unknown = '111-0000000-0000000';
    const text = envelope('OrderFulfillment', fulfilment(order.orderId), fulfilment(unknown));
    const { report: said } = await feed(open, 'POST_ORDER_FULFILLMENT_DATA', text, XML);
    expect(said).toContain('<MessagesSuccessful>1</MessagesSuccessful>');
    expect(said).toContain('<MessageID>2</MessageID><ResultCode>Error</ResultCode>');
    expect(said).toContain(`<AmazonOrderID>${unknown}</AmazonOrderID>`);
    const still = (await openOrders(open)).map(({ orderId }) => orderId);
    expect(still).not.toContain(order.orderId);
  });

  test('an acknowledgement changes nothing, unless it says that the order fails', async () => {
    const open = await shop(40);
    await open.simulator.advance(DAY);
    const [order] = await openOrders(open);
    const acknowledge = (status: string, item = '') =>
      feed(
        open,
        'POST_ORDER_ACKNOWLEDGEMENT_DATA',
        envelope(
          'OrderAcknowledgement',
          `<AmazonOrderID>${order.orderId}</AmazonOrderID><StatusCode>${status}</StatusCode>${item}`,
        ),
        XML,
      );
    const isOpen = async () =>
      (await openOrders(open)).some(({ orderId }) => orderId === order.orderId);
    expect((await acknowledge('Success')).report).toContain('Successful>1<');
    expect((await acknowledge('Perhaps')).report).toContain('WithError>1<');
    expect(await isOpen()).toBe(true);
    const items = order.orderItems.map(
      ({ orderItemId }: Reply['body']) =>
        `<Item><AmazonOrderItemCode>${orderItemId}</AmazonOrderItemCode>
         <CancelReason>CarrierCoverageFailure</CancelReason></Item>`,
    );
    expect((await acknowledge('Failure', items.join(''))).report).toContain('Successful>1<');
    expect(await isOpen()).toBe(false);
  });

  test('an adjustment gives back the price of an item', async () => {
    const open = await shop(40);
    await open.simulator.advance(DAY);
    const [order] = await openOrders(open);
    await ship(open, order);
    const [{ orderItemId }] = order.orderItems;
    const component = (type: string, amount: string) =>
      `<Component><Type>${type}</Type><Amount currency="USD">${amount}</Amount></Component>`;
    const adjustment = (principal: string) =>
      feed(
        open,
        'POST_PAYMENT_ADJUSTMENT_DATA',
        envelope(
          'OrderAdjustment',
          `<AmazonOrderID>${order.orderId}</AmazonOrderID><AdjustedItem>
           <AmazonOrderItemCode>${orderItemId}</AmazonOrderItemCode>
           <AdjustmentReason>CustomerReturn</AdjustmentReason><ItemPriceAdjustments>
           ${component('Principal', principal)}${component('Tax', '99999')}
           </ItemPriceAdjustments></AdjustedItem>`,
        ),
        XML,
      );
    expect((await adjustment('1.00')).report).toContain('Successful>1<');
    expect((await adjustment('99999')).report).toContain('exceeds what the buyer has paid');
  });

  test('one of another kind is refused whole, and what is no XML is fatal', async () => {
    const open = await shop();
    const kind = 'POST_ORDER_FULFILLMENT_DATA';
    const other = envelope('OrderAdjustment', '<AmazonOrderID>1</AmazonOrderID>');
    const { report: said } = await feed(open, kind, other, XML);
    expect(said).toContain('We are unable to process the XML feed');
    expect(said).toContain('<MessagesSuccessful>0</MessagesSuccessful>');
    expect((await feed(open, kind, '<AmazonEnvelope><Message>', XML)).status).toBe('FATAL');
    expect((await feed(open, kind, 'order-id\tship-date', XML)).status).toBe('FATAL');
  });
});

describe('the listings feed', () => {
  test('patches some listings and says which message was wrong and why', async () => {
    const open = await shop();
    const availability = [{ fulfillment_channel_code: 'DEFAULT', quantity: 3 }];
    const patch = (messageId: number, sku: string) => ({
      messageId,
      sku,
      operationType: 'PATCH',
      productType: 'PRODUCT',
      patches: [
        { op: 'replace', path: '/attributes/fulfillment_availability', value: availability },
      ],
    });
    const { sellerId } = open.client.seller;
    const body = JSON.stringify({
      header: { sellerId, version: '2.0', issueLocale: 'en_US' },
      messages: [
        patch(1, 'YGA-MAT-6'),
        patch(2, 'NOBODY'),
        { messageId: 3, operationType: 'BURN' },
      ],
    });
    const type = 'application/json; charset=UTF-8';
    const { report: said } = await feed(open, 'JSON_LISTINGS_FEED', body, type);
    const { issues, summary } = JSON.parse(said);
    expect(summary).toEqual({
      errors: 2,
      warnings: 0,
      messagesProcessed: 3,
      messagesAccepted: 1,
      messagesInvalid: 2,
    });
    expect(issues.map(({ messageId }: Reply['body']) => messageId)).toEqual([2, 3]);
    const item = await succeed(
      open.client.call('listings', 'getListingsItem', {
        path: { sellerId, sku: 'YGA-MAT-6' },
        query: [
          ['marketplaceIds', US],
          ['includedData', 'fulfillmentAvailability'],
        ],
      }),
    );
    expect(item.fulfillmentAvailability).toEqual([
      { fulfillmentChannelCode: 'DEFAULT', quantity: 3 },
    ]);
  });

  test('of another seller is fatal', async () => {
    const body = JSON.stringify({
      header: { sellerId: 'A0OTHER', version: '2.0' },
      messages: [{}],
    });
    const { status } = await feed(await shop(), 'JSON_LISTINGS_FEED', body, 'application/json');
    expect(status).toBe('FATAL');
  });
});

describe('reports', () => {
  test('of orders: the shipped leave the unshipped report, buyers stand in restricted ones only', async () => {
    const open = await shop(40);
    await open.simulator.advance(2 * DAY);
    const [order] = await openOrders(open);
    const unshipped = 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING';
    const before = await report(open, unshipped, true);
    expect(before.text).toContain(order.orderId);
    await ship(open, order);
    expect((await report(open, unshipped, true)).text).not.toContain(order.orderId);
    const shipping = await report(open, 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING', true);
    expect(shipping.text).toContain(order.orderId);
    expect(shipping.rows[0]).toHaveLength(44);
    const tracking = await report(open, 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL');
    expect(tracking.rows[0]).toHaveLength(31);
    for (const row of tracking.rows) expect(row).toHaveLength(31);
    expect(tracking.text).not.toMatch(/@marketplace|Practice Lane/);
    const pending = tracking.rows.filter(([, , , , status]) => status === 'Pending');
    for (const row of pending) expect(row[15]).toBe('');
  });

  test('without a row are cancelled', async () => {
    const open = await shop();
    expect((await report(open, 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING', true)).status).toBe(
      'CANCELLED',
    );
    expect((await report(open, 'GET_FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA')).status).toBe(
      'CANCELLED',
    );
  });

  test('of the stock at Amazon agree with the inventory', async () => {
    const open = await shop();
    const { rows } = await report(open, 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA');
    const [head = [], ...body] = rows;
    const at = (name: string) => head.indexOf(name);
    const { payload } = await succeed(
      open.client.call('inventory', 'getInventorySummaries', {
        query: [
          ['granularityType', 'Marketplace'],
          ['granularityId', US],
          ['marketplaceIds', US],
          ['details', 'true'],
        ],
      }),
    );
    const summary = payload.inventorySummaries.map((each: Reply['body']) => [
      each.sellerSku,
      String(each.inventoryDetails.fulfillableQuantity),
      String(each.totalQuantity),
    ]);
    const fields = [at('sku'), at('afn-fulfillable-quantity'), at('afn-total-quantity')];
    expect(body.map((row) => fields.map((field) => row[field]))).toEqual(summary);
    expect((await report(open, 'GET_AFN_INVENTORY_DATA')).rows.length).toBeGreaterThan(10);
  });

  test('of the seller’s performance count what was late', async () => {
    const open = await shop(20);
    await open.simulator.advance(6 * DAY);
    const [order] = await openOrders(open);
    await ship(open, order);
    const { text } = await report(open, 'GET_V2_SELLER_PERFORMANCE_REPORT');
    const [metrics] = JSON.parse(text).performanceMetrics;
    expect(metrics.lateShipmentRate).toMatchObject({
      orderCount: 1,
      lateShipmentCount: 1,
      rate: 100,
      status: 'BAD',
    });
  });

  test('come by schedule, each for the time since the last one', async () => {
    const open = await shop();
    const reportType = 'GET_MERCHANT_LISTINGS_ALL_DATA';
    const schedule = (period: string) =>
      succeed(
        open.client.call('reports', 'createReportSchedule', {
          body: { reportType, marketplaceIds: [US], period },
        }),
      );
    const list = async () => {
      const query = [['reportTypes', reportType]] as const;
      return (await succeed(open.client.call('reports', 'getReports', { query }))).reports;
    };
    const { reportScheduleId } = await schedule('P1D');
    await open.simulator.advance(3 * DAY + HOUR);
    const reports = await list();
    expect(reports).toHaveLength(4);
    for (const each of reports) {
      expect(each.reportScheduleId).toBe(reportScheduleId);
      expect(Date.parse(each.dataEndTime) - Date.parse(each.dataStartTime)).toBe(DAY);
    }
    // The same report for the same stores again: the later schedule takes the place of the first.
    expect((await schedule('P7D')).reportScheduleId).toBe(reportScheduleId);
    await open.client.call('reports', 'cancelReportSchedule', { path: { reportScheduleId } });
    await open.simulator.advance(30 * DAY);
    expect(await list()).toHaveLength(5);
  });

  test('and results are thrown away in the end; their links live five minutes', async () => {
    const { simulator, client } = await shop();
    const { reportId } = await succeed(
      client.call('reports', 'createReport', {
        body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [US] },
      }),
    );
    const done = await succeed(client.call('reports', 'getReport', { path: { reportId } }));
    const path = { reportDocumentId: String(done.reportDocumentId) };
    const { url } = await succeed(client.call('reports', 'getReportDocument', { path }));
    const status = async () => (await simulator.fetch(new Request(String(url)))).status;
    expect(await status()).toBe(200);
    await simulator.advance(301 * SECOND);
    expect(await status()).toBe(403);
    await simulator.advance(29 * DAY);
    expect((await client.call('reports', 'getReportDocument', { path })).status).toBe(200);
    await simulator.advance(2 * DAY);
    expect((await client.call('reports', 'getReportDocument', { path })).status).toBe(404);
  });
});
