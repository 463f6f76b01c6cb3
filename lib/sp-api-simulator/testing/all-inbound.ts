import { DAY } from '#lib/kernel';

import type { Simulator } from '../index.ts';
import type { Reply, TestClient } from './client.ts';
import {
  confirmPlacement,
  confirmTransport,
  planOf,
  printLabels,
  transportBody,
} from './journey.ts';
import {
  BOX,
  PLAIN,
  planBody,
  planUpToPacking,
  planUpToPlacements,
  SHIP_FROM,
  succeed,
  US,
} from './world.ts';

/** Every operation of a shipment's way, once at least. */
export async function callInbound(simulator: Simulator, client: TestClient): Promise<void> {
  const get = (id: string, input: object = {}) => succeed(client.call('inbound', id, input));
  const planId = await planUpToPlacements(client);
  const plan = planOf(client, planId);
  const { path } = plan;
  await get('listInboundPlans');
  await get('listInboundPlanBoxes', plan);
  await get('listInboundPlanItems', plan);
  await get('listInboundPlanPallets', plan);
  await get('updateInboundPlanName', { path, body: { name: 'All operations' } });
  const [{ packingGroups }] = await client.pages('listPackingOptions', 'packingOptions', plan);
  const group = { path: { ...path, packingGroupId: packingGroups[0] } };
  await get('listPackingGroupBoxes', group);
  await get('listPackingGroupItems', group);
  const option = await confirmPlacement(client, planId, 'fewest');
  const [{ shipmentId }] = await plan.shipments();
  const at = { path: { ...path, shipmentId } };
  const address = { ...SHIP_FROM, addressLine1: '501 Harbor Street' };
  await succeed(client.perform('updateShipmentSourceAddress', { ...at, body: { address } }));
  await get('updateShipmentName', { ...at, body: { name: 'One of all' } });
  await succeed(client.perform('generateDeliveryWindowOptions', at));
  await confirmTransport(client, planId, option, 'USE_YOUR_OWN_CARRIER');
  await updateContents(client, at.path);
  await printLabels(client, planId);
  await get('listShipmentPallets', at);
  const boxes = await plan.boxes(shipmentId);
  const spdTrackingItems = boxes.map(({ boxId }, index) => ({
    boxId,
    trackingId: `7946000${index + 10}1234`,
  }));
  await succeed(
    client.perform('updateShipmentTrackingDetails', {
      ...at,
      body: { trackingDetails: { spdTrackingDetail: { spdTrackingItems } } },
    }),
  );
  await callV0(client, plan);
  await callFreight(client);
  const given = await planUpToPacking(client);
  await succeed(client.perform('cancelInboundPlan', { path: { inboundPlanId: given } }));
  await simulator.advance(40 * DAY);
  const mskus: [string, string][] = PLAIN.map(({ msku }) => ['mskus', msku]);
  await get('listPrepDetails', { query: [['marketplaceId', US], ...mskus] });
  const prep = { msku: 'NTB-A5-DOT', prepCategory: 'NONE', prepTypes: ['ITEM_NO_PREP'] };
  await succeed(
    client.perform('setPrepDetails', { body: { marketplaceId: US, mskuPrepDetails: [prep] } }),
  );
  await get('createMarketplaceItemLabels', {
    body: {
      labelType: 'STANDARD_FORMAT',
      pageType: 'Letter_30',
      marketplaceId: US,
      mskuQuantities: [{ msku: 'CBL-USBC-2', quantity: 3 }],
    },
  });
}

/** A plan that is packed later and goes on pallets with the partner: only such one has a bill. */
async function callFreight(client: TestClient): Promise<void> {
  const created = await succeed(
    client.perform('createInboundPlan', {
      body: planBody([{ msku: 'BTL-SS-500', quantity: 240 }]),
    }),
  );
  const { operationId, inboundPlanId } = created;
  await succeed(client.call('inbound', 'getInboundOperationStatus', { path: { operationId } }));
  const plan = planOf(client, String(inboundPlanId));
  await succeed(client.perform('generatePlacementOptions', { ...plan, body: {} }));
  const option = await confirmPlacement(client, String(inboundPlanId), 'fewest');
  const [{ shipmentId }] = await plan.shipments();
  const items = [{ msku: 'BTL-SS-500', quantity: 12, labelOwner: 'SELLER', prepOwner: 'NONE' }];
  const packageGroupings = [{ shipmentId, boxes: [{ ...BOX, quantity: 20, items }] }];
  await succeed(client.perform('setPackingInformation', { ...plan, body: { packageGroupings } }));
  const pallet = {
    quantity: 2,
    dimensions: { length: 48, width: 40, height: 60, unitOfMeasurement: 'IN' },
    weight: { value: 600, unit: 'LB' },
    stackability: 'STACKABLE',
  };
  const body = transportBody(option, {
    pallets: [pallet],
    freightInformation: { declaredValue: { amount: 4000, code: 'USD' }, freightClass: 'FC_70' },
    contactInformation: { name: 'Dock One', phoneNumber: '5105550100' },
  });
  await succeed(client.perform('generateTransportationOptions', { ...plan, body }));
  const freight = (await plan.options(shipmentId)).find(
    ({ shippingMode, shippingSolution }) =>
      shippingMode === 'FREIGHT_LTL' && shippingSolution === 'AMAZON_PARTNERED_CARRIER',
  );
  const { transportationOptionId } = freight;
  await succeed(
    client.perform('confirmTransportationOptions', {
      ...plan,
      body: { transportationSelections: [{ shipmentId, transportationOptionId }] },
    }),
  );
  const [shipment] = await plan.shipments();
  const path = { shipmentId: String(shipment.shipmentConfirmationId) };
  await succeed(client.call('inbound-v0', 'getBillOfLading', { path }));
}

async function updateContents(
  client: TestClient,
  path: Readonly<Record<string, string>>,
): Promise<void> {
  const items = await client.pages('listShipmentItems', 'items', { path }, 1000);
  const boxes = await client.pages('listShipmentBoxes', 'boxes', { path }, 1000);
  const owners = { labelOwner: 'SELLER', prepOwner: 'NONE' };
  const body = {
    boxes: boxes.map(({ packageId, dimensions, weight, items: inside }) => ({
      packageId,
      dimensions,
      weight,
      contentInformationSource: 'BOX_CONTENT_PROVIDED',
      quantity: 1,
      items: inside.map(({ msku, quantity }: Reply['body']) => ({ msku, quantity, ...owners })),
    })),
    items: items.map(({ msku, quantity }) => ({ msku, quantity, ...owners })),
  };
  await succeed(client.perform('generateShipmentContentUpdatePreviews', { path, body }));
  const [{ contentUpdatePreviewId }] = await client.pages(
    'listShipmentContentUpdatePreviews',
    'contentUpdatePreviews',
    { path },
  );
  const preview = { path: { ...path, contentUpdatePreviewId } };
  await succeed(client.call('inbound', 'getShipmentContentUpdatePreview', preview));
  await succeed(client.perform('confirmShipmentContentUpdatePreview', preview));
}

async function callV0(client: TestClient, plan: ReturnType<typeof planOf>): Promise<void> {
  const get = (id: string, input: object) => succeed(client.call('inbound-v0', id, input));
  const [{ shipmentConfirmationId }] = await plan.shipments();
  const store = ['MarketplaceId', US] as const;
  const byShipment = [['QueryType', 'SHIPMENT'], store, ['ShipmentIdList', shipmentConfirmationId]];
  await get('getShipments', { query: byShipment });
  await get('getShipmentItemsByShipmentId', { path: { shipmentId: shipmentConfirmationId } });
  await get('getShipmentItems', {
    query: [
      ['QueryType', 'DATE_RANGE'],
      store,
      ['LastUpdatedAfter', '2026-01-01T00:00:00Z'],
      ['LastUpdatedBefore', '2027-12-31T00:00:00Z'],
    ],
  });
  await get('getPrepInstructions', {
    query: [
      ['ShipToCountryCode', 'US'],
      ['SellerSKUList', 'CBL-USBC-2'],
    ],
  });
}
