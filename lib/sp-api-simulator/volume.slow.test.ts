import { expect, test } from 'vitest';

import type { TestClient } from './testing/client.ts';
import { confirmPlacement, confirmTransport, planOf, printLabels } from './testing/journey.ts';
import { BOX, newSeller, newSimulator, planBody, succeed, US } from './testing/world.ts';

const SKUS = 2000;
const BOXES = 5000;

/** Counts how long each answer takes. */
function timed(client: TestClient, times: Map<string, number[]>): TestClient {
  return {
    ...client,
    call: async (api, id, input) => {
      const start = performance.now();
      const reply = await client.call(api, id, input);
      times.set(id, [...(times.get(id) ?? []), performance.now() - start]);
      return reply;
    },
  };
}

test('a plan of 2,000 SKUs in 5,000 boxes is walked to its labels, and reading it stays quick', async () => {
  const simulator = await newSimulator();
  const plain = await newSeller(simulator, { catalogue: 'none' });
  await simulator.addListings(
    plain.seller.sellerId,
    Array.from({ length: SKUS }, (_, index) => ({
      sku: `BULK-${index}`,
      marketplaceId: US,
      title: `Bulk item ${index}`,
      channel: 'AMAZON_NA',
      classified: true,
      package: [6, 4, 1, 0.5] as const,
    })),
  );
  const times = new Map<string, number[]>();
  const client = timed(plain, times);
  const lines = Array.from({ length: SKUS }, (_, index) => ({
    msku: `BULK-${index}`,
    quantity: 10,
  }));
  const created = await succeed(plain.perform('createInboundPlan', { body: planBody(lines) }));
  const planId = String(created.inboundPlanId);
  const plan = planOf(plain, planId);
  await succeed(plain.perform('generatePackingOptions', plan));
  const [option] = await plain.pages('listPackingOptions', 'packingOptions', plan);
  await succeed(
    plain.perform('confirmPackingOption', {
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
    plain.perform('setPackingInformation', {
      ...plan,
      body: { packageGroupings: [{ packingGroupId: option.packingGroups[0], boxes }] },
    }),
  );
  await succeed(plain.perform('generatePlacementOptions', plan));
  await confirmTransport(plain, planId, await confirmPlacement(plain, planId));
  await printLabels(plain, planId);
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
  await client.call('inbound', 'getInboundPlan', plan);
  const all = [...times.values()].flat().sort((a, b) => a - b);
  // Generous, because it includes the model check and a machine that is busy with other things.
  expect(all[Math.floor(all.length * 0.95)]).toBeLessThan(250);
}, 60_000);
