import { DAY } from '#lib/kernel';

import type { Simulator } from '../index.ts';
import type { Reply, TestClient } from './client.ts';
import { control } from './control.ts';
import { succeed, US } from './world.ts';

/** A token for some restricted resources. */
export async function restricted(
  client: TestClient,
  ...resources: readonly { method: string; path: string; dataElements?: string[] }[]
): Promise<string> {
  const { restrictedDataToken } = await succeed(
    client.call('tokens', 'createRestrictedDataToken', {
      body: { restrictedResources: resources },
    }),
  );
  return String(restrictedDataToken);
}

/** Every operation on orders, once at least, buying a label on the way. */
export async function callOrders(simulator: Simulator, client: TestClient): Promise<void> {
  const shop = { sellerId: client.seller.sellerId, marketplaceId: US };
  const since = new Date(simulator.now()).toISOString();
  await control(simulator, 'PUT', 'orders', { ...shop, perDay: 60 });
  await simulator.advance(DAY);
  const open = await succeed(
    client.call('orders', 'searchOrders', {
      query: [
        ['createdAfter', since],
        ['fulfillmentStatuses', 'UNSHIPPED'],
        ['includedData', 'BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES'],
      ],
    }),
  );
  const [first, second] = open.orders;
  await buyShipping(client, second);
  const orderId = String(first.orderId);
  await succeed(
    client.call('orders-v0', 'confirmShipment', {
      path: { orderId },
      body: {
        marketplaceId: US,
        packageDetail: {
          packageReferenceId: '1',
          carrierCode: 'UPS',
          trackingNumber: '1Z5R89390357567127',
          shipDate: new Date(simulator.now()).toISOString(),
          orderItems: first.orderItems.map(({ orderItemId, quantityOrdered }: Reply['body']) => ({
            orderItemId,
            quantity: quantityOrdered,
          })),
        },
      },
    }),
  );
  await simulator.advance(2 * DAY);
  const included = [
    'includedData',
    'BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES',
  ] as const;
  await succeed(client.call('orders', 'getOrder', { path: { orderId }, query: [included] }));
  const dataElements = ['buyerInfo', 'shippingAddress'];
  const base = '/orders/v0/orders';
  const token = await restricted(
    client,
    { method: 'GET', path: base, dataElements },
    ...['', '/buyerInfo', '/address', '/orderItems', '/orderItems/buyerInfo'].map((tail) => ({
      method: 'GET',
      path: `${base}/${orderId}${tail}`,
      dataElements: tail.startsWith('/orderItems') ? ['buyerInfo'] : dataElements,
    })),
  );
  const query = [
    ['MarketplaceIds', US],
    ['CreatedAfter', since],
  ] as const;
  await succeed(client.call('orders-v0', 'getOrders', { query, token }));
  const path = { orderId };
  for (const id of [
    'getOrder',
    'getOrderBuyerInfo',
    'getOrderAddress',
    'getOrderItems',
    'getOrderItemsBuyerInfo',
  ])
    await succeed(client.call('orders-v0', id, { path, token }));
}

const FROM = {
  Name: 'Dock One',
  AddressLine1: '500 Harbor Street',
  Email: 'dock@example.com',
  City: 'Oakland',
  StateOrProvinceCode: 'CA',
  PostalCode: '94607',
  CountryCode: 'US',
  Phone: '5105550100',
};

async function buyShipping(client: TestClient, order: Reply['body']): Promise<void> {
  const api = 'merchant-fulfillment';
  const details = {
    AmazonOrderId: order.orderId,
    ItemList: order.orderItems.map(({ orderItemId, quantityOrdered }: Reply['body']) => ({
      OrderItemId: orderItemId,
      Quantity: quantityOrdered,
    })),
    ShipFromAddress: FROM,
    PackageDimensions: { Length: 10, Width: 8, Height: 4, Unit: 'inches' },
    Weight: { Value: 20, Unit: 'oz' },
    ShippingServiceOptions: {
      DeliveryExperience: 'DeliveryConfirmationWithoutSignature',
      CarrierWillPickUp: false,
    },
  };
  const { payload } = await succeed(
    client.call(api, 'getEligibleShipmentServices', { body: { ShipmentRequestDetails: details } }),
  );
  const [{ ShippingServiceId, ShippingServiceOfferId }] = payload.ShippingServiceList;
  const inputs = { ShippingServiceId, ShipFromAddress: FROM, OrderId: order.orderId };
  await succeed(client.call(api, 'getAdditionalSellerInputs', { body: inputs }));
  const path = '/mfn/v0/shipments';
  const dataElements = ['shippingAddress'];
  const buying = await restricted(client, { method: 'POST', path, dataElements });
  const bought = await succeed(
    client.call(api, 'createShipment', {
      body: { ShipmentRequestDetails: details, ShippingServiceId, ShippingServiceOfferId },
      token: buying,
    }),
  );
  const shipmentId = String(bought.payload.ShipmentId);
  const reading = await restricted(
    client,
    ...['GET', 'DELETE'].map((method) => ({ method, path: `${path}/${shipmentId}`, dataElements })),
  );
  for (const id of ['getShipment', 'cancelShipment'])
    await succeed(client.call(api, id, { path: { shipmentId }, token: reading }));
}
