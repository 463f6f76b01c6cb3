import { expect, test } from 'vitest';

import { confirmPlacement, confirmTransport, planOf, printLabels } from './testing/journey.ts';
import { BOX, newSeller, newSimulator, planBody, succeed, US } from './testing/world.ts';

const SKUS = 2000;
const BOXES = 5000;

test('a plan of 2,000 SKUs in 5,000 boxes is walked to its labels, and read back whole', async () => {
  const simulator = await newSimulator();
  const client = await newSeller(simulator, { catalogue: 'none' });
  await simulator.addListings(
    client.seller.sellerId,
    Array.from({ length: SKUS }, (_, index) => ({
      sku: `BULK-${index}`,
      marketplaceId: US,
      title: `Bulk item ${index}`,
      channel: 'AMAZON_NA',
      classified: true,
      package: [6, 4, 1, 0.5] as const,
    })),
  );
  const lines = Array.from({ length: SKUS }, (_, index) => ({
    msku: `BULK-${index}`,
    quantity: 10,
  }));
  const created = await succeed(client.perform('createInboundPlan', { body: planBody(lines) }));
  const planId = String(created.inboundPlanId);
  const plan = planOf(client, planId);
  await succeed(client.perform('generatePackingOptions', plan));
  const [option] = await client.pages('listPackingOptions', 'packingOptions', plan);
  await succeed(
    client.perform('confirmPackingOption', {
      path: { ...plan.path, packingOptionId: option.packingOptionId },
    }),
  );
  const boxes = Array.from({ length: BOXES / 5 }, (_, index) => ({
    ...BOX,
    quantity: 5,
    items: [0, 1].map((half) => ({
      msku: `BULK-${index * 2 + half}`,
      quantity: 2,
      prepOwner: 'NONE',
      labelOwner: 'SELLER',
    })),
  }));
  await succeed(
    client.perform('setPackingInformation', {
      ...plan,
      body: { packageGroupings: [{ packingGroupId: option.packingGroups[0], boxes }] },
    }),
  );
  await succeed(client.perform('generatePlacementOptions', plan));
  await confirmTransport(client, planId, await confirmPlacement(client, planId));
  await printLabels(client, planId);
  const shipments = await plan.shipments();
  let seen = 0;
  for (const { shipmentId } of shipments) {
    const path = { ...plan.path, shipmentId };
    let next: string | undefined;
    do {
      const reply = await client.call('inbound', 'listShipmentBoxes', {
        path,
        query: [['pageSize', '100'], ...(next ? [['paginationToken', next] as const] : [])],
      });
      seen += reply.body.boxes.length;
      next = reply.body.pagination?.nextToken;
    } while (next !== undefined);
    await client.call('inbound', 'getShipment', { path });
    await client.call('inbound', 'listShipmentItems', { path, query: [['pageSize', '100']] });
  }
  expect(seen).toBe(BOXES);
}, 60_000);
