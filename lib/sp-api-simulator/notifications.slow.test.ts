import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { DAY, HOUR, SECOND } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import { grantlessToken, type TestClient } from './testing/client.ts';
import { control } from './testing/control.ts';
import { modelsFolder } from './testing/models.ts';
import { newSeller, newSimulator, succeed, US } from './testing/world.ts';

type Ready = {
  readonly simulator: Simulator;
  readonly client: TestClient;
  readonly destinationId: string;
  readonly subscribe: (type: string, directive?: object) => Promise<string>;
  readonly queue: (method?: string, tail?: string) => Promise<Response>;
  readonly drain: () => Promise<ReturnType<typeof JSON.parse>[]>;
};

async function ready(): Promise<Ready> {
  const simulator = await newSimulator({ control: true });
  const client = await newSeller(simulator);
  const arn = 'arn:aws:sqs:us-east-2:444455556666:changes';
  const made = await succeed(
    client.call('notifications', 'createDestination', {
      body: { name: 'changes', resourceSpecification: { sqs: { arn } } },
    }),
  );
  const destinationId = String(made.payload.destinationId);
  const subscribe = async (notificationType: string, directive?: object) => {
    const { payload } = await succeed(
      client.call('notifications', 'createSubscription', {
        path: { notificationType },
        body: {
          payloadVersion: '1.0',
          destinationId,
          ...(directive ? { processingDirective: directive } : {}),
        },
      }),
    );
    return String(payload.subscriptionId);
  };
  const queue = async (method = 'GET', tail = '') =>
    simulator.fetch(
      new Request(`https://api.test/_queues/${destinationId}/messages${tail}`, {
        method,
        headers: { 'x-amz-access-token': await grantlessToken(simulator, client.seller) },
      }),
    );
  const drain = async () => {
    const found = [];
    for (;;) {
      const { messages } = await (await queue()).json();
      if (messages.length === 0) return found;
      for (const { messageId, body } of messages) {
        found.push(JSON.parse(body));
        await queue('DELETE', `/${messageId}`);
      }
    }
  };
  return { simulator, client, destinationId, subscribe, queue, drain };
}

const arrivals = (simulator: Simulator, client: TestClient, perDay: number) =>
  control(simulator, 'PUT', 'orders', {
    sellerId: client.seller.sellerId,
    marketplaceId: US,
    perDay,
  });

describe('notifications', () => {
  test('of orders tell each change of status once, in the form of the official schema', async () => {
    const { simulator, client, subscribe, drain } = await ready();
    await subscribe('ORDER_CHANGE');
    await arrivals(simulator, client, 60);
    await simulator.advance(3 * DAY);
    const told = await drain();
    const folder = modelsFolder();
    if (folder !== undefined) {
      const schema = JSON.parse(readFileSync(join(folder, 'OrderChangeNotification.json'), 'utf8'));
      delete schema.$id;
      const check = new Ajv({ strict: false }).compile(schema);
      for (const notification of told)
        expect([check(notification), check.errors]).toEqual([true, null]);
    }
    const changes = told.map(({ Payload }) => Payload.OrderChangeNotification);
    const keys = changes.map(
      ({ AmazonOrderId, OrderChangeType, Summary }) =>
        `${AmazonOrderId} ${OrderChangeType} ${Summary.OrderStatus}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
    const requests = changes.filter(
      ({ OrderChangeType }) => OrderChangeType === 'BuyerRequestedChange',
    );
    expect(requests.length).toBeGreaterThan(0);
    const pending = changes.filter(({ Summary }) => Summary.OrderStatus === 'Pending');
    expect(pending.length).toBeGreaterThan(100);
    for (const { Summary } of pending) expect(Summary.DestinationPostalCode).toBeNull();
    expect(JSON.stringify(told)).not.toContain('Practice Lane');
  });

  test('of orders can be narrowed to one kind of change', async () => {
    const { simulator, client, subscribe, drain } = await ready();
    const eventFilter = {
      eventFilterType: 'ORDER_CHANGE',
      orderChangeTypes: ['BuyerRequestedChange'],
    };
    await subscribe('ORDER_CHANGE', { eventFilter });
    await arrivals(simulator, client, 60);
    await simulator.advance(3 * DAY);
    const kinds = (await drain()).map(
      ({ Payload }) => Payload.OrderChangeNotification.OrderChangeType,
    );
    expect(new Set(kinds)).toEqual(new Set(['BuyerRequestedChange']));
  });

  test('of listings tell the quantity, and when something can no longer be bought', async () => {
    const { client, subscribe, drain } = await ready();
    await subscribe('LISTINGS_ITEM_MFN_QUANTITY_CHANGE');
    await subscribe('LISTINGS_ITEM_STATUS_CHANGE');
    await succeed(
      client.call('listings', 'patchListingsItem', {
        path: { sellerId: client.seller.sellerId, sku: 'RDO-VNT-U' },
        query: [['marketplaceIds', US]],
        body: {
          productType: 'RADIO',
          patches: [
            {
              op: 'replace',
              path: '/attributes/fulfillment_availability',
              value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 0 }],
            },
          ],
        },
      }),
    );
    const told = await drain();
    const byType = new Map(told.map((each) => [each.NotificationType, each.Payload]));
    expect(byType.get('LISTINGS_ITEM_MFN_QUANTITY_CHANGE')).toMatchObject({
      Sku: 'RDO-VNT-U',
      Quantity: 0,
    });
    expect(byType.get('LISTINGS_ITEM_STATUS_CHANGE').Status).toEqual(['DISCOVERABLE']);
  });

  test('say when a report is ready, and which document it is', async () => {
    const { client, subscribe, drain } = await ready();
    await subscribe('REPORT_PROCESSING_FINISHED');
    const { reportId } = await succeed(
      client.call('reports', 'createReport', {
        body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [US] },
      }),
    );
    const [told] = await drain();
    const { reportProcessingFinishedNotification: finished } = told.payload;
    expect(finished).toMatchObject({ reportId, processingStatus: 'DONE' });
    const path = { reportDocumentId: String(finished.reportDocumentId) };
    await succeed(client.call('reports', 'getReportDocument', { path }));
  });

  test('come again when nobody says that they were dealt with', async () => {
    const { simulator, client, destinationId, queue } = await ready();
    const path = { notificationType: 'FEED_PROCESSING_FINISHED' };
    await succeed(
      client.call('notifications', 'sendTestNotification', { path, body: { destinationId } }),
    );
    const read = async () => (await (await queue()).json()).messages;
    const [first] = await read();
    expect(first.receiveCount).toBe(1);
    expect(await read()).toEqual([]);
    await simulator.advance(30 * SECOND);
    const [again] = await read();
    expect([again.messageId, again.receiveCount]).toEqual([first.messageId, 2]);
    await queue('DELETE', `/${again.messageId}`);
    await simulator.advance(HOUR);
    expect(await read()).toEqual([]);
  });

  test('that nobody takes are kept for four days', async () => {
    const { simulator, client, subscribe, drain } = await ready();
    await subscribe('ORDER_CHANGE');
    await arrivals(simulator, client, 10);
    await simulator.advance(8 * DAY);
    const ages = (await drain()).map(({ EventTime }) => simulator.now() - Date.parse(EventTime));
    expect(ages.length).toBeGreaterThan(20);
    expect(Math.max(...ages)).toBeLessThan(5 * DAY);
  });

  test('are nobody else’s: destinations belong to the application, subscriptions to a seller', async () => {
    const { simulator, client, destinationId, subscribe, drain } = await ready();
    await subscribe('ORDER_CHANGE');
    const other = await newSeller(simulator, { key: 'two' });
    await arrivals(simulator, other, 60);
    await simulator.advance(DAY);
    expect(await drain()).toEqual([]);
    const denied = await client.call('notifications', 'createDestination', {
      token: 'Atza|garbage',
      body: {},
    });
    expect(denied.status).toBe(403);
    const seller = await client.call('notifications', 'getSubscription', {
      path: { notificationType: 'ORDER_CHANGE' },
      token: await grantlessToken(simulator, client.seller),
    });
    expect(seller.status).toBe(403);
    const busy = await client.call('notifications', 'deleteDestination', {
      path: { destinationId },
    });
    expect(busy.status).toBe(409);
    const twice = await client.call('notifications', 'createSubscription', {
      path: { notificationType: 'ORDER_CHANGE' },
      body: { payloadVersion: '1.0', destinationId },
    });
    expect(twice.status).toBe(409);
  });
});
