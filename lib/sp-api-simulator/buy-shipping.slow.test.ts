import { gunzipSync } from 'node:zlib';

import { DAY, HOUR } from '#lib/kernel';
import { expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import { restricted } from './testing/all-orders.ts';
import type { Reply, TestClient } from './testing/client.ts';
import { control } from './testing/control.ts';
import { newSeller, newSimulator, succeed, US } from './testing/world.ts';

const API = 'merchant-fulfillment';
const PATH = '/mfn/v0/shipments';

async function openOrder(): Promise<{
  simulator: Simulator;
  client: TestClient;
  order: Reply['body'];
}> {
  const simulator = await newSimulator({ control: true });
  const client = await newSeller(simulator);
  const shop = { sellerId: client.seller.sellerId, marketplaceId: US };
  await control(simulator, 'PUT', 'orders', { ...shop, perDay: 40 });
  await simulator.advance(DAY);
  await control(simulator, 'PUT', 'orders', { ...shop, perDay: 0 });
  const { orders } = await succeed(
    client.call('orders', 'searchOrders', {
      query: [
        ['createdAfter', '2026-11-01T00:00:00Z'],
        ['fulfillmentStatuses', 'UNSHIPPED'],
      ],
    }),
  );
  return { simulator, client, order: orders[0] };
}

function details(order: Reply['body'], ounces = 20): object {
  return {
    AmazonOrderId: order.orderId,
    ItemList: order.orderItems.map(({ orderItemId, quantityOrdered }: Reply['body']) => ({
      OrderItemId: orderItemId,
      Quantity: quantityOrdered,
    })),
    ShipFromAddress: {
      Name: 'Dock One',
      AddressLine1: '500 Harbor Street',
      Email: 'dock@example.com',
      City: 'Oakland',
      PostalCode: '94607',
      CountryCode: 'US',
      Phone: '5105550100',
    },
    PackageDimensions: { Length: 10, Width: 8, Height: 4, Unit: 'inches' },
    Weight: { Value: ounces, Unit: 'oz' },
    ShippingServiceOptions: {
      DeliveryExperience: 'DeliveryConfirmationWithoutSignature',
      CarrierWillPickUp: false,
    },
  };
}

async function buy(client: TestClient, order: Reply['body'], service: string): Promise<Reply> {
  const dataElements = ['shippingAddress'];
  const token = await restricted(client, { method: 'POST', path: PATH, dataElements });
  const body = { ShipmentRequestDetails: details(order), ShippingServiceId: service };
  return client.call(API, 'createShipment', { body, token });
}

const statusOf = async (client: TestClient, order: Reply['body']) => {
  const query = [['includedData', 'FULFILLMENT,PACKAGES']] as const;
  const path = { orderId: String(order.orderId) };
  const read = await succeed(client.call('orders', 'getOrder', { path, query }));
  return { status: read.order.fulfillment.fulfillmentStatus, packages: read.order.packages };
};

test('a label bought through Amazon confirms the order, once', async () => {
  const { client, order } = await openOrder();
  const bought = await buy(client, order, 'USPS_GROUND_ADVANTAGE');
  expect(bought.status).toBe(200);
  const { TrackingId, Label } = bought.body.payload;
  const pdf = gunzipSync(Buffer.from(Label.FileContents.Contents, 'base64')).toString('latin1');
  expect(pdf).toContain('SIMULATED');
  expect(pdf).toContain(TrackingId);
  const { status, packages } = await statusOf(client, order);
  expect(status).toBe('SHIPPED');
  expect(packages).toMatchObject([{ trackingNumber: TrackingId, carrier: 'USPS' }]);
  expect((await buy(client, order, 'USPS_GROUND_ADVANTAGE')).status).toBe(400);
});

test('what is too heavy for a service is named with the reason', async () => {
  const { client, order } = await openOrder();
  const { payload } = await succeed(
    client.call(API, 'getEligibleShipmentServices', {
      body: { ShipmentRequestDetails: details(order, 1_500) },
    }),
  );
  const carriers = (list: Reply['body'][]) => new Set(list.map(({ CarrierName }) => CarrierName));
  expect(carriers(payload.ShippingServiceList)).toEqual(new Set(['UPS']));
  expect(carriers(payload.RejectedShippingServiceList)).toEqual(new Set(['USPS']));
  expect((await buy(client, order, 'NO_SUCH_SERVICE')).status).toBe(400);
});

test('its money comes back a day later, unless the carrier has the parcel already', async () => {
  const { simulator, client, order } = await openOrder();
  const bought = await buy(client, order, 'UPS_GROUND');
  const shipmentId = String(bought.body.payload.ShipmentId);
  const on = async (method: 'GET' | 'DELETE') => {
    const path = `${PATH}/${shipmentId}`;
    const token = await restricted(client, { method, path, dataElements: ['shippingAddress'] });
    const id = method === 'GET' ? 'getShipment' : 'cancelShipment';
    return client.call(API, id, { path: { shipmentId }, token });
  };
  expect((await on('DELETE')).body.payload.Status).toBe('RefundPending');
  await simulator.advance(25 * HOUR);
  expect((await on('GET')).body.payload.Status).toBe('RefundApplied');
  const other = await openOrder();
  const scanned = await buy(other.client, other.order, 'UPS_GROUND');
  await other.simulator.advance(2 * DAY);
  const path = `${PATH}/${scanned.body.payload.ShipmentId}`;
  const token = await restricted(other.client, { method: 'DELETE', path, dataElements: [] });
  const late = await other.client.call(API, 'cancelShipment', {
    path: { shipmentId: String(scanned.body.payload.ShipmentId) },
    token,
  });
  expect(late.body.errors[0].message).toContain('has scanned the parcel');
});

test('addresses are for restricted tokens only', async () => {
  const { client, order } = await openOrder();
  const body = { ShipmentRequestDetails: details(order), ShippingServiceId: 'UPS_GROUND' };
  expect((await client.call(API, 'createShipment', { body })).status).toBe(403);
});
