import { gunzipSync } from 'node:zlib';

import { DAY, HOUR } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import type { TestClient } from './testing/client.ts';
import { modelsFolder } from './testing/models.ts';
import {
  newSeller,
  newSimulator,
  planUpToPlacements,
  START,
  succeed,
  US,
} from './testing/world.ts';

if (process.env['CI'] && !modelsFolder()) throw new Error('CI runs with the models of Amazon');

async function ready(): Promise<{ simulator: Simulator; client: TestClient }> {
  const simulator = await newSimulator();
  return { simulator, client: await newSeller(simulator) };
}

async function shipmentsOf(client: TestClient, planId: string): Promise<string[]> {
  const plan = await succeed(
    client.call('inbound', 'getInboundPlan', { path: { inboundPlanId: planId } }),
  );
  return plan.shipments.map(({ shipmentId }: { shipmentId: string }) => shipmentId);
}

async function placed(client: TestClient, spread: number): Promise<string> {
  const planId = await planUpToPlacements(client);
  const path = { inboundPlanId: planId };
  const options = await client.pages('listPlacementOptions', 'placementOptions', { path });
  const option = options.find(({ shipmentIds }) => shipmentIds.length >= spread);
  await succeed(
    client.perform('confirmPlacementOption', {
      path: { ...path, placementOptionId: option.placementOptionId },
    }),
  );
  await succeed(
    client.perform('generateTransportationOptions', {
      path,
      body: {
        placementOptionId: option.placementOptionId,
        shipmentTransportationConfigurations: option.shipmentIds.map((shipmentId: string) => ({
          shipmentId,
          readyToShipWindow: { start: new Date(START + DAY).toISOString() },
        })),
      },
    }),
  );
  return planId;
}

async function choose(
  client: TestClient,
  planId: string,
  solution: string,
  carrier: string,
): Promise<void> {
  const path = { inboundPlanId: planId };
  const transportationSelections = [];
  for (const shipmentId of await shipmentsOf(client, planId)) {
    const options = await client.pages('listTransportationOptions', 'transportationOptions', {
      path,
      query: [['shipmentId', shipmentId]],
    });
    const option = options.find(
      (each) =>
        each.shippingSolution === solution &&
        each.carrier.name === carrier &&
        each.shippingMode === 'GROUND_SMALL_PARCEL',
    );
    if (option.preconditions.includes('CONFIRMED_DELIVERY_WINDOW')) {
      const at = { ...path, shipmentId };
      await succeed(client.perform('generateDeliveryWindowOptions', { path: at }));
      const windows = await client.pages('listDeliveryWindowOptions', 'deliveryWindowOptions', {
        path: at,
      });
      const { deliveryWindowOptionId } = windows[0];
      await succeed(
        client.perform('confirmDeliveryWindowOptions', { path: { ...at, deliveryWindowOptionId } }),
      );
    }
    transportationSelections.push({
      shipmentId,
      transportationOptionId: option.transportationOptionId,
    });
  }
  await succeed(
    client.perform('confirmTransportationOptions', { path, body: { transportationSelections } }),
  );
}

async function labelled(simulator: Simulator, client: TestClient, planId: string, page: string) {
  for (const shipmentId of await shipmentsOf(client, planId)) {
    const shipment = await succeed(
      client.call('inbound', 'getShipment', { path: { inboundPlanId: planId, shipmentId } }),
    );
    const labels = await succeed(
      client.call('inbound-v0', 'getLabels', {
        path: { shipmentId: shipment.shipmentConfirmationId },
        query: [
          ['PageType', page],
          ['LabelType', 'UNIQUE'],
        ],
      }),
    );
    const file = await simulator.fetch(new Request(labels.payload.DownloadURL));
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(await file.text()).toContain(`${shipment.shipmentConfirmationId}U000001`);
  }
}

async function statuses(client: TestClient, planId: string): Promise<string[]> {
  const plan = await succeed(
    client.call('inbound', 'getInboundPlan', { path: { inboundPlanId: planId } }),
  );
  return plan.shipments.map(({ status }: { status: string }) => status);
}

describe('a small-parcel plan, packed first', () => {
  test('with the partnered carrier it goes all the way until every unit is accounted for', async () => {
    const { simulator, client } = await ready();
    const planId = await placed(client, 2);
    await choose(client, planId, 'AMAZON_PARTNERED_CARRIER', 'UPS');
    await labelled(simulator, client, planId, 'PackageLabel_Thermal');
    expect(new Set(await statuses(client, planId))).toEqual(new Set(['READY_TO_SHIP']));
    await simulator.advance(3 * DAY);
    expect(await statuses(client, planId)).not.toContain('READY_TO_SHIP');
    await simulator.advance(40 * DAY);
    expect(new Set(await statuses(client, planId))).toEqual(new Set(['CLOSED']));
    const items = await succeed(
      client.call('inbound-v0', 'getShipmentItems', {
        query: [
          ['QueryType', 'DATE_RANGE'],
          ['LastUpdatedAfter', new Date(START).toISOString()],
          ['LastUpdatedBefore', new Date(simulator.now()).toISOString()],
          ['MarketplaceId', US],
        ],
      }),
    );
    const shipped = items.payload.ItemData.reduce(
      (sum: number, item: { QuantityShipped: number }) => sum + item.QuantityShipped,
      0,
    );
    expect(shipped).toBe(120);
    const plan = await succeed(
      client.call('inbound', 'getInboundPlan', { path: { inboundPlanId: planId } }),
    );
    expect(plan.status).toBe('SHIPPED');
  });

  test("with the seller's own carrier it ships when every box has its number", async () => {
    const { simulator, client } = await ready();
    const planId = await placed(client, 1);
    await choose(client, planId, 'USE_YOUR_OWN_CARRIER', 'FedEx');
    await labelled(simulator, client, planId, 'PackageLabel_Letter_4');
    for (const shipmentId of await shipmentsOf(client, planId)) {
      const path = { inboundPlanId: planId, shipmentId };
      const boxes = await client.pages('listShipmentBoxes', 'boxes', { path }, 7);
      await succeed(
        client.perform('updateShipmentTrackingDetails', {
          path,
          body: {
            trackingDetails: {
              spdTrackingDetail: {
                spdTrackingItems: boxes.map(({ boxId }, index) => ({
                  boxId,
                  trackingId: `79460000${index}1234`,
                })),
              },
            },
          },
        }),
      );
      await simulator.advance(12 * HOUR);
      const shipment = await succeed(client.call('inbound', 'getShipment', { path }));
      const tracked = shipment.trackingDetails.spdTrackingDetail.spdTrackingItems;
      expect(tracked[0].trackingNumberValidationStatus).toBe('VALIDATED');
    }
    await simulator.advance(40 * DAY);
    expect(new Set(await statuses(client, planId))).toEqual(new Set(['CLOSED']));
  });
});

describe('an offer on its way into FBA', () => {
  const path = (client: TestClient) => ({ sellerId: client.seller.sellerId, sku: 'BTL-SS-750' });
  const query = [['marketplaceIds', US]] as const;
  const convert = (extra: object[] = []) => ({
    productType: 'BOTTLE',
    patches: [
      {
        op: 'replace',
        path: '/attributes/fulfillment_availability',
        value: [{ fulfillment_channel_code: 'AMAZON_NA' }],
      },
      ...extra,
    ],
  });
  const answers = [
    { op: 'add', path: '/attributes/batteries_required', value: [{ value: false }] },
    {
      op: 'add',
      path: '/attributes/supplier_declared_dg_hz_regulation',
      value: [{ value: 'not_applicable' }],
    },
  ];

  test('is refused until batteries and dangerous goods are answered', async () => {
    const { client } = await ready();
    const reply = await succeed(
      client.call('listings', 'patchListingsItem', { path: path(client), query, body: convert() }),
    );
    expect(reply.status).toBe('INVALID');
    const names = reply.issues.flatMap(
      (issue: { attributeNames: string[] }) => issue.attributeNames,
    );
    expect(names).toEqual(['batteries_required', 'supplier_declared_dg_hz_regulation']);
  });

  test('gets its FNSKU some seconds after the patch', async () => {
    const simulator = await newSimulator({ latency: { minMs: 1000, maxMs: 3000 } });
    const client = await newSeller(simulator);
    const read = () =>
      succeed(
        client.call('listings', 'getListingsItem', {
          path: path(client),
          query: [
            ...query,
            [
              'includedData',
              'summaries,fulfillmentAvailability,attributes,issues,offers,productTypes',
            ],
          ],
        }),
      );
    const reply = await succeed(
      client.call('listings', 'patchListingsItem', {
        path: path(client),
        query,
        body: convert(answers),
      }),
    );
    expect(reply.status).toBe('ACCEPTED');
    expect((await read()).summaries[0].fnSku).toBeUndefined();
    await simulator.advance(20_000);
    const after = await read();
    expect(after.summaries[0].fnSku).toMatch(/^X00[0-9A-Z]{7}$/);
    expect(after.fulfillmentAvailability).toEqual([{ fulfillmentChannelCode: 'AMAZON_NA' }]);
  });
});

test('the listings report can be asked for, waited for and read', async () => {
  const simulator = await newSimulator({ latency: { minMs: 1000, maxMs: 3000 } });
  const client = await newSeller(simulator);
  const { reportId } = await succeed(
    client.call('reports', 'createReport', {
      body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [US] },
    }),
  );
  const read = () => succeed(client.call('reports', 'getReport', { path: { reportId } }));
  expect((await read()).processingStatus).toBe('IN_QUEUE');
  await simulator.advance(10_000);
  const report = await read();
  expect(report.processingStatus).toBe('DONE');
  const { url, compressionAlgorithm } = await succeed(
    client.call('reports', 'getReportDocument', {
      path: { reportDocumentId: report.reportDocumentId },
    }),
  );
  expect(compressionAlgorithm).toBe('GZIP');
  const file = await simulator.fetch(new Request(url));
  const text = gunzipSync(Buffer.from(await file.arrayBuffer())).toString('utf8');
  const [header, ...rows] = text.trimEnd().split('\r\n');
  expect(header).toMatch(/^item-name\titem-description\tlisting-id\tseller-sku\t/);
  expect(rows).toHaveLength(42);
  await simulator.advance(HOUR);
  expect((await simulator.fetch(new Request(url))).status).toBe(403);
});
