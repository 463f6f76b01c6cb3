import { gunzipSync } from 'node:zlib';

import { DAY, HOUR, MINUTE } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import { restricted } from './testing/all-orders.ts';
import type { Reply, TestClient } from './testing/client.ts';
import { newSeller, newSimulator, START, succeed, US } from './testing/world.ts';

type Shop = { readonly simulator: Simulator; readonly client: TestClient };

async function shop(perDay = 40): Promise<Shop> {
  const simulator = await newSimulator({ control: true });
  const client = await newSeller(simulator);
  await simulator.fetch(
    new Request('https://sim.test/_sim/orders', {
      method: 'PUT',
      body: JSON.stringify({ sellerId: client.seller.sellerId, marketplaceId: US, perDay }),
    }),
  );
  return { simulator, client };
}

const SINCE = new Date(START - DAY).toISOString();

async function search(client: TestClient, ...extra: [string, string][]): Promise<Reply['body'][]> {
  const found: Reply['body'][] = [];
  let next: string | undefined;
  do {
    const query: [string, string][] = [['createdAfter', SINCE], ...extra];
    if (next !== undefined) query.push(['paginationToken', next]);
    const page = await succeed(client.call('orders', 'searchOrders', { query }));
    found.push(...page.orders);
    next = page.pagination?.nextToken;
  } while (next !== undefined);
  return found;
}

const ALL = 'BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES';

async function firstOpen(client: TestClient, lines = 1): Promise<Reply['body']> {
  const orders = await search(client, ['includedData', ALL], ['fulfillmentStatuses', 'UNSHIPPED']);
  const order = orders.find(
    ({ orderItems }) => orderItems.length >= lines && orderItems[0].quantityOrdered >= lines,
  );
  if (!order) throw new Error('no open order');
  return order;
}

function confirmation(order: Reply['body'], reference: unknown = '1', quantity?: number): object {
  return {
    marketplaceId: US,
    packageDetail: {
      packageReferenceId: reference,
      carrierCode: 'UPS',
      trackingNumber: '1Z5R89390357567127',
      shipDate: '2026-11-24T10:00:00Z',
      orderItems: order.orderItems
        .slice(0, quantity === undefined ? undefined : 1)
        .map((item: Reply['body']) => ({
          orderItemId: item.orderItemId,
          quantity: quantity ?? item.quantityOrdered,
        })),
    },
  };
}

const confirm = (client: TestClient, order: Reply['body'], body: object) =>
  client.call('orders-v0', 'confirmShipment', { path: { orderId: order.orderId }, body });

describe('orders', () => {
  test('arrive about as often as they are told to, and are held for half an hour', async () => {
    const { simulator, client } = await shop(40);
    await simulator.advance(5 * DAY);
    const orders = await search(client, ['includedData', 'FULFILLMENT']);
    expect(orders.length).toBeGreaterThan(120);
    expect(orders.length).toBeLessThan(280);
    const young = orders.filter(
      ({ createdTime }) => simulator.now() - Date.parse(createdTime) < 30 * MINUTE,
    );
    for (const { fulfillment } of young) expect(fulfillment.fulfillmentStatus).toBe('PENDING');
    const open = orders.filter(({ fulfillment }) => fulfillment.fulfillmentStatus === 'UNSHIPPED');
    expect(open.length).toBeGreaterThan(orders.length / 2);
  });

  test('a pending order tells neither price nor address', async () => {
    const { simulator, client } = await shop(200);
    await simulator.advance(6 * HOUR);
    const pending = await search(client, ['includedData', ALL], ['fulfillmentStatuses', 'PENDING']);
    expect(pending.length).toBeGreaterThan(0);
    for (const order of pending) {
      expect(order.recipient).toBeUndefined();
      expect(order.proceeds).toBeUndefined();
      expect(order.orderItems[0].product.price).toBeUndefined();
    }
  });

  test('invariant 6: ordered is fulfilled, unfulfilled and cancelled together, all along', async () => {
    const { simulator, client } = await shop(60);
    for (let day = 0; day < 12; day += 1) {
      await simulator.advance(2 * DAY);
      if (day < 4) {
        const order = await firstOpen(client);
        await confirm(client, order, confirmation(order));
      }
    }
    const orders = await search(client, ['includedData', ALL]);
    const statuses = new Set(orders.map(({ fulfillment }) => fulfillment.fulfillmentStatus));
    for (const status of ['UNSHIPPED', 'SHIPPED', 'CANCELLED'])
      expect([...statuses]).toContain(status);
    for (const { orderItems, fulfillment } of orders)
      for (const item of orderItems) {
        const { quantityFulfilled, quantityUnfulfilled } = item.fulfillment;
        const cancelled = item.cancellation.cancellationExecution
          ? item.quantityOrdered - quantityFulfilled
          : 0;
        expect(quantityFulfilled + quantityUnfulfilled + cancelled).toBe(item.quantityOrdered);
        if (fulfillment.fulfillmentStatus === 'SHIPPED') expect(quantityUnfulfilled).toBe(0);
      }
  });

  test('an order that nobody confirms is cancelled, and its stock comes back', async () => {
    const { simulator, client } = await shop(10);
    const stock = async () => {
      const reply = await succeed(
        client.call('listings', 'searchListingsItems', {
          path: { sellerId: client.seller.sellerId },
          query: [
            ['marketplaceIds', US],
            ['includedData', 'fulfillmentAvailability'],
            ['sortBy', 'sku'],
            ['pageSize', '20'],
          ],
        }),
      );
      return reply.items.map(
        (item: Reply['body']) => item.fulfillmentAvailability[0].quantity as number | undefined,
      );
    };
    const before = await stock();
    await simulator.advance(4 * DAY);
    expect(await stock()).not.toEqual(before);
    await simulator.fetch(
      new Request('https://sim.test/_sim/orders', {
        method: 'PUT',
        body: JSON.stringify({ sellerId: client.seller.sellerId, marketplaceId: US, perDay: 0 }),
      }),
    );
    await simulator.advance(60 * DAY);
    const orders = await search(client, ['includedData', 'FULFILLMENT,CANCELLATION']);
    const statuses = new Set(orders.map(({ fulfillment }) => fulfillment.fulfillmentStatus));
    expect([...statuses]).toEqual(['CANCELLED']);
    expect(await stock()).toEqual(before);
  });

  test('invariant 43: the old and the new view of an order agree', async () => {
    const { simulator, client } = await shop(35);
    await simulator.advance(2 * DAY);
    const orders = await search(client, ['includedData', ALL]);
    const dataElements = ['buyerInfo', 'shippingAddress'];
    const token = await restricted(
      client,
      { method: 'GET', path: '/orders/v0/orders', dataElements },
      { method: 'GET', path: '/orders/v0/orders/{orderId}/orderItems', dataElements: [] },
    );
    const old = async (next?: string): Promise<Reply['body'][]> => {
      const query: [string, string][] = [
        ['CreatedAfter', SINCE],
        ['MarketplaceIds', US],
        ...(next === undefined ? [] : [['NextToken', next] as [string, string]]),
      ];
      const { payload } = await succeed(client.call('orders-v0', 'getOrders', { query, token }));
      return [...payload.Orders, ...(payload.NextToken ? await old(payload.NextToken) : [])];
    };
    const olds = new Map((await old()).map((each) => [each.AmazonOrderId, each]));
    expect(olds.size).toBe(orders.length);
    const plain = (word: string) =>
      word.toLowerCase().replace('_', '').replace('cancell', 'cancel');
    for (const order of orders) {
      const old = olds.get(order.orderId);
      const { fulfillment } = order;
      const [there, here] = [old.ShippingAddress, order.recipient?.deliveryAddress];
      expect([there?.Name, there?.CompanyName, there?.AddressLine1, there?.Phone]).toEqual([
        here?.name,
        here?.companyName,
        here?.addressLine1,
        here?.phone,
      ]);
      expect(old.BuyerInfo?.PurchaseOrderNumber).toBe(order.buyer?.buyerPurchaseOrderNumber);
      expect(old.IsBusinessOrder).toBe(order.programs.includes('AMAZON_BUSINESS'));
      expect(old.IsPrime).toBe(order.programs.includes('PRIME'));
      expect(plain(old.OrderStatus)).toBe(plain(fulfillment.fulfillmentStatus));
      expect(old.PurchaseDate).toBe(order.createdTime);
      expect(old.LastUpdateDate).toBe(order.lastUpdatedTime);
      expect(old.LatestShipDate).toBe(fulfillment.shipByWindow.latestDateTime);
      expect(old.OrderTotal?.Amount).toBe(order.proceeds?.grandTotal.amount);
      expect(old.ShippingAddress?.PostalCode).toBe(order.recipient?.deliveryAddress.postalCode);
      const open = order.orderItems.reduce(
        (sum: number, item: Reply['body']) => sum + item.fulfillment.quantityUnfulfilled,
        0,
      );
      expect(old.NumberOfItemsUnshipped).toBe(open);
    }
    for (const order of orders.slice(0, 20)) {
      const path = { orderId: String(order.orderId) };
      const { payload } = await succeed(client.call('orders-v0', 'getOrderItems', { path, token }));
      for (const [index, item] of payload.OrderItems.entries()) {
        const own = order.orderItems[index];
        expect([item.OrderItemId, item.QuantityOrdered, item.QuantityShipped]).toEqual([
          own.orderItemId,
          own.quantityOrdered,
          own.fulfillment.quantityFulfilled,
        ]);
        expect(item.ShippingConstraints?.SignatureConfirmation).toBe(
          own.fulfillment.shipping?.shippingConstraints.signatureConfirmation,
        );
        expect(item.ItemPrice?.Amount).toBe(own.proceeds?.proceedsTotal.amount);
      }
    }
  });

  test('names and streets come in v0 only with a restricted data token that asks for them', async () => {
    const { simulator, client } = await shop(60);
    await simulator.advance(DAY);
    const { orderId } = await firstOpen(client);
    const path = { orderId };
    const without = await succeed(client.call('orders-v0', 'getOrderAddress', { path }));
    expect(without.payload.ShippingAddress.Name).toBeUndefined();
    expect(without.payload.ShippingAddress.PostalCode).toMatch(/^\d{5}$/);
    const { restrictedDataToken: token } = await succeed(
      client.call('tokens', 'createRestrictedDataToken', {
        body: {
          restrictedResources: [
            {
              method: 'GET',
              path: '/orders/v0/orders/{orderId}/address',
              dataElements: ['shippingAddress'],
            },
          ],
        },
      }),
    );
    const withToken = await succeed(client.call('orders-v0', 'getOrderAddress', { path, token }));
    expect(withToken.payload.ShippingAddress.AddressLine1).toContain('Practice Lane');
  });
});

describe('confirming a shipment', () => {
  test('in parts, then whole, then edited by its reference', async () => {
    const { simulator, client } = await shop(300);
    await simulator.advance(DAY);
    const order = await firstOpen(client, 2).catch(() => firstOpen(client));
    const read = async () =>
      (
        await succeed(
          client.call('orders', 'getOrder', {
            path: { orderId: order.orderId },
            query: [['includedData', ALL]],
          }),
        )
      ).order;
    expect((await confirm(client, order, confirmation(order, '1', 1))).status).toBe(204);
    expect((await read()).fulfillment.fulfillmentStatus).toBe('PARTIALLY_SHIPPED');
    const rest = order.orderItems
      .map((item: Reply['body'], index: number) => ({
        orderItemId: item.orderItemId,
        quantity: item.quantityOrdered - (index === 0 ? 1 : 0),
      }))
      .filter(({ quantity }: { quantity: number }) => quantity > 0);
    const body = confirmation(order, '2') as { packageDetail: { orderItems: unknown } };
    body.packageDetail.orderItems = rest;
    expect((await confirm(client, order, body)).status).toBe(204);
    expect((await read()).fulfillment.fulfillmentStatus).toBe('SHIPPED');
    const again = await confirm(client, order, confirmation(order, '3'));
    expect(again.body.errors[0].message).toContain('order already fulfilled');
    const edit = confirmation(order, '1', 1) as { packageDetail: { trackingNumber: string } };
    edit.packageDetail.trackingNumber = '1Z0000000000000002';
    expect((await confirm(client, order, edit)).status).toBe(204);
    const numbers = (await read()).packages.map((each: Reply['body']) => each.trackingNumber);
    expect(numbers).toContain('1Z0000000000000002');
    expect(numbers).toHaveLength(2);
  });

  test('what is wrong is said in the words that Amazon uses', async () => {
    const { simulator, client } = await shop(60);
    await simulator.advance(DAY);
    const order = await firstOpen(client);
    const say = async (body: object) =>
      (await confirm(client, order, body)).body.errors[0].message as string;
    expect(await say(confirmation(order, 'A1'))).toContain('must be a positive numeric value');
    expect(await say(confirmation(order, 1))).toContain('packageDetail.packageReferenceId');
    const strange = confirmation({
      ...order,
      orderItems: [{ orderItemId: '1', quantityOrdered: 1 }],
    });
    expect(await say(strange)).toContain('please obtain the value through the getOrderItems API');
    const foreign = await newSeller(simulator, { key: 'two', name: 'Second Seller' });
    expect((await confirm(foreign, order, confirmation(order))).status).toBe(404);
  });

  test('time ranges must be one of two kinds and end two minutes ago', async () => {
    const { client } = await shop();
    const ask = (query: [string, string][]) => client.call('orders', 'searchOrders', { query });
    const now = new Date(START).toISOString();
    for (const query of [
      [],
      [
        ['createdAfter', SINCE],
        ['lastUpdatedAfter', SINCE],
      ],
      [
        ['createdAfter', SINCE],
        ['createdBefore', now],
      ],
      [['createdAfter', 'yesterday']],
    ] as [string, string][][])
      expect((await ask(query)).status).toBe(400);
    expect((await ask([['createdAfter', '2026-11-22T09:00Z']])).status).toBe(200);
  });
});

describe('order files', () => {
  async function send(shop: Shop, feedType: string, text: string): Promise<string> {
    const { simulator, client } = shop;
    const contentType = 'text/tab-separated-values; charset=UTF-8';
    const document = await succeed(
      client.call('feeds', 'createFeedDocument', { body: { contentType } }),
    );
    const put = await simulator.fetch(
      new Request(document.url, {
        method: 'PUT',
        headers: { 'content-type': contentType },
        body: text,
      }),
    );
    expect(put.status).toBe(200);
    const { feedId } = await succeed(
      client.call('feeds', 'createFeed', {
        body: { feedType, marketplaceIds: [US], inputFeedDocumentId: document.feedDocumentId },
      }),
    );
    const feed = await succeed(client.call('feeds', 'getFeed', { path: { feedId } }));
    if (feed.processingStatus !== 'DONE') return feed.processingStatus;
    const result = await succeed(
      client.call('feeds', 'getFeedDocument', {
        path: { feedDocumentId: feed.resultFeedDocumentId },
      }),
    );
    const file = await simulator.fetch(new Request(result.url));
    return gunzipSync(Buffer.from(await file.arrayBuffer())).toString('utf8');
  }

  const HEADER =
    'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method';
  const views = async ({ client }: Shop, orderId: string) => {
    const { order } = await succeed(
      client.call('orders', 'getOrder', { path: { orderId }, query: [['includedData', ALL]] }),
    );
    return order;
  };

  test('invariant 42: a row of a confirmation file does what a call does, once', async () => {
    const [byFile, byCall] = [await shop(60), await shop(60)];
    for (const { simulator } of [byFile, byCall]) await simulator.advance(DAY);
    const order = await firstOpen(byCall.client);
    await confirm(byCall.client, order, confirmation(order));
    const row = [
      order.orderId,
      '',
      '',
      '2026-11-24T10:00:00Z',
      'UPS',
      '',
      '1Z5R89390357567127',
      '',
    ];
    const text = `${HEADER}\n${row.join('\t')}\n`;
    const report = await send(byFile, 'POST_FLAT_FILE_FULFILLMENT_DATA', text);
    expect(report).toContain('Number of records successful\t\t1');
    expect(await views(byFile, order.orderId)).toEqual(await views(byCall, order.orderId));
    await send(byFile, 'POST_FLAT_FILE_FULFILLMENT_DATA', text);
    expect(await views(byFile, order.orderId)).toEqual(await views(byCall, order.orderId));
  });

  test('a bad row is named with its number, and the good ones are done', async () => {
    const own = await shop(60);
    await own.simulator.advance(DAY);
    const order = await firstOpen(own.client);
    const rows = [
      [order.orderId, '', '', '2026-11-24', 'UPS', '', '1Z5R89390357567127', ''],
      ['111-0000000-0000000', '', '', '2026-11-24', 'UPS', '', '1Z5R89390357567127', ''],
    ];
    const text = [HEADER, ...rows.map((row) => row.join('\t'))].join('\r\n');
    const report = await send(own, 'POST_FLAT_FILE_FULFILLMENT_DATA', text);
    expect(report).toContain('Number of records processed\t\t2');
    expect(report).toContain('2\t111-0000000-0000000\t\t99001\tError\tInvalid OrderID');
    expect((await views(own, order.orderId)).fulfillment.fulfillmentStatus).toBe('SHIPPED');
    expect(await send(own, 'POST_FLAT_FILE_FULFILLMENT_DATA', 'no header here')).toBe('FATAL');
  });

  test('a cancellation file cancels, template line and all', async () => {
    const own = await shop(60);
    await own.simulator.advance(DAY);
    const order = await firstOpen(own.client);
    const text = [
      'TemplateType=OrderCancellation\tVersion=1.0/1.0.3\tThis row is for Amazon.com use only',
      'order-id\tcancellation-reason-code\tamazon-order-item-code',
      `${order.orderId}\tNoInventory\t${order.orderItems[0].orderItemId}`,
    ].join('\n');
    await send(own, 'POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA', text);
    const after = await views(own, order.orderId);
    expect(after.fulfillment.fulfillmentStatus).toBe('CANCELLED');
    expect(after.orderItems[0].cancellation.cancellationExecution.cancelledBy).toBe('MERCHANT');
  });

  test('the unshipped report needs a restricted data token for its very document', async () => {
    const { simulator, client } = await shop(60);
    await simulator.advance(DAY);
    const { reportId } = await succeed(
      client.call('reports', 'createReport', {
        body: {
          reportType: 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING',
          marketplaceIds: [US],
        },
      }),
    );
    const { reportDocumentId } = await succeed(
      client.call('reports', 'getReport', { path: { reportId } }),
    );
    const path = { reportDocumentId };
    expect((await client.call('reports', 'getReportDocument', { path })).status).toBe(403);
    const { restrictedDataToken: token } = await succeed(
      client.call('tokens', 'createRestrictedDataToken', {
        body: {
          restrictedResources: [
            { method: 'GET', path: `/reports/2021-06-30/documents/${reportDocumentId}` },
          ],
        },
      }),
    );
    const { url } = await succeed(client.call('reports', 'getReportDocument', { path, token }));
    const file = await simulator.fetch(new Request(url));
    const text = gunzipSync(Buffer.from(await file.arrayBuffer())).toString('utf8');
    const open = await search(client, ['fulfillmentStatuses', 'UNSHIPPED']);
    for (const { orderId } of open) expect(text).toContain(orderId);
  });
});
