import { DAY, HOUR } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import type { Reply, TestClient } from './testing/client.ts';
import { control } from './testing/control.ts';
import { newSeller, newSimulator, START, succeed } from './testing/world.ts';

const STORES: Readonly<Record<string, string>> = {
  US: 'ATVPDKIKX0DER',
  DE: 'A1PA6795UKMFR9',
  JP: 'A1VC38T7YXB528',
};

async function shopIn(country: string, perDay: number) {
  const marketplaceId = STORES[country] ?? '';
  const simulator = await newSimulator({ control: true });
  const client = await newSeller(simulator, { marketplaceIds: [marketplaceId] });
  const { sellerId } = client.seller;
  await control(simulator, 'PUT', 'orders', { sellerId, marketplaceId, perDay });
  return { simulator, client, marketplaceId };
}

async function all(client: TestClient, ...extra: [string, string][]): Promise<Reply['body'][]> {
  const found: Reply['body'][] = [];
  let next: string | undefined;
  do {
    const query: [string, string][] = [
      ['createdAfter', new Date(START - DAY).toISOString()],
      ['includedData', 'BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES'],
      ...extra,
    ];
    if (next !== undefined) query.push(['paginationToken', next]);
    const page = await succeed(client.call('orders', 'searchOrders', { query }));
    found.push(...page.orders);
    next = page.pagination?.nextToken;
  } while (next !== undefined);
  return found;
}

async function shipAll(
  simulator: Simulator,
  client: TestClient,
  marketplaceId: string,
): Promise<void> {
  const open = await all(client, ['fulfillmentStatuses', 'UNSHIPPED']);
  for (const [index, order] of open.entries())
    await succeed(
      client.call('orders-v0', 'confirmShipment', {
        path: { orderId: order.orderId },
        body: {
          marketplaceId,
          packageDetail: {
            packageReferenceId: '1',
            carrierCode: 'UPS',
            trackingNumber: `1Z5R8939035${String(index).padStart(7, '0')}`,
            shipDate: new Date(simulator.now()).toISOString(),
            orderItems: order.orderItems.map(({ orderItemId, quantityOrdered }: Reply['body']) => ({
              orderItemId,
              quantity: quantityOrdered,
            })),
          },
        },
      }),
    );
}

describe('the buyers', () => {
  test('live where the store delivers to, some abroad, and write as people there write', async () => {
    const places = new Map<string, Set<string>>();
    for (const country of ['US', 'DE', 'JP']) {
      const { simulator, client } = await shopIn(country, 120);
      await simulator.advance(DAY);
      const told = (await all(client)).filter(({ recipient }) => recipient !== undefined);
      const addresses = told.map(({ recipient }) => recipient.deliveryAddress);
      places.set(country, new Set(addresses.map(({ countryCode }) => countryCode)));
      if (country === 'JP') expect(addresses[0].city).toMatch(/市/);
      if (country === 'DE') expect(JSON.stringify(addresses)).toContain('Musterstraße');
    }
    expect(places.get('US')).toEqual(new Set(['US', 'CA']));
    expect(places.get('DE')).toEqual(new Set(['DE', 'AT', 'BE', 'NL']));
    expect(places.get('JP')).toEqual(new Set(['JP']));
  });

  test('are businesses now and then, with a purchase order, or members of Prime', async () => {
    const { simulator, client } = await shopIn('US', 150);
    await simulator.advance(2 * DAY);
    const told = (await all(client)).filter(({ buyer }) => buyer !== undefined);
    const business = told.filter(({ programs }) => programs.includes('AMAZON_BUSINESS'));
    expect(business.length).toBeGreaterThan(3);
    for (const { buyer } of business) expect(buyer.buyerPurchaseOrderNumber).toMatch(/^PO-\d+$/);
    expect(told.some(({ programs }) => programs.includes('PRIME'))).toBe(true);
    const units = told.flatMap(({ orderItems }) => orderItems);
    expect(units.some(({ quantityOrdered }) => quantityOrdered > 2)).toBe(true);
    expect(told.some(({ orderItems }) => orderItems.length > 2)).toBe(true);
  });

  test('pay on delivery now and then in Japan, and sign for what is dear', async () => {
    const { simulator, client } = await shopIn('JP', 150);
    await simulator.advance(2 * DAY);
    const query = [
      ['createdAfter', new Date(START - DAY).toISOString()],
      ['includedData', 'PAYMENT,FULFILLMENT'],
    ] as const;
    const { orders } = await succeed(client.call('orders', 'searchOrders', { query }));
    const cash = orders.filter(
      ({ payment }: Reply['body']) =>
        payment?.paymentExecutions[0].paymentMethod === 'CashOnDelivery',
    );
    expect(cash.length).toBeGreaterThan(2);
    for (const { orderItems } of cash)
      expect(orderItems[0].fulfillment.shipping.shippingConstraints.cashOnDelivery).toBe(
        'MANDATORY',
      );
    const signed = orders
      .flatMap(({ orderItems }: Reply['body']) => orderItems)
      .filter(
        ({ fulfillment }: Reply['body']) =>
          fulfillment.shipping?.shippingConstraints.signatureConfirmation,
      );
    expect(new Set(signed.map(({ product }: Reply['body']) => product.sellerSku))).toContain(
      'TNT-2P-GR',
    );
  });

  test('withdraw some orders themselves within the half hour', async () => {
    const { simulator, client } = await shopIn('US', 150);
    await simulator.advance(4 * DAY);
    const cancelled = (await all(client)).filter(
      ({ fulfillment }) => fulfillment.fulfillmentStatus === 'CANCELLED',
    );
    const by = cancelled.map(
      ({ orderItems }) => orderItems[0].cancellation.cancellationExecution.cancelledBy,
    );
    expect(by).toContain('BUYER');
    for (const order of cancelled) expect(order.recipient).toBeUndefined();
  });
});

describe('the carrier', () => {
  test('scans what was confirmed, delivers nearly all of it, and brings some back', async () => {
    const { simulator, client, marketplaceId } = await shopIn('US', 150);
    for (let day = 0; day < 3; day += 1) {
      await simulator.advance(DAY);
      await shipAll(simulator, client, marketplaceId);
    }
    const parcels = async () => (await all(client)).flatMap(({ packages }) => packages);
    expect(new Set((await parcels()).map(({ packageStatus }) => packageStatus.status))).toContain(
      'SHIPPED',
    );
    await simulator.advance(20 * HOUR);
    for (const { packageStatus } of await parcels())
      expect(packageStatus.status).not.toBe('SHIPPED');
    await simulator.advance(30 * DAY);
    const ends = (await parcels()).map(({ packageStatus }) => packageStatus.detailedStatus);
    const share = (end: string) => ends.filter((each) => each === end).length / ends.length;
    expect(share('DELIVERED')).toBeGreaterThan(0.9);
    expect(share('RETURNED_TO_SELLER')).toBeGreaterThan(0);
    expect(new Set(ends)).toEqual(
      new Set(['DELIVERED', 'RETURNED_TO_SELLER', ...(share('LOST') > 0 ? ['LOST'] : [])]),
    );
  });
});
