import { DAY, HOUR } from '#lib/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Simulator } from './index.ts';
import type { Reply, TestClient } from './testing/client.ts';
import { transportBody } from './testing/journey.ts';
import { BOX, newSeller, newSimulator, planBody, SHIP_FROM } from './testing/world.ts';

/** What a walker knows: the ids it has met, legal or long gone. */
type Walk = {
  readonly simulator: Simulator;
  readonly client: TestClient;
  planId: string;
};
type Step = readonly [action: number, pick: number, other: number];
type Action = (walk: Walk, pick: number, other: number) => Promise<Reply | undefined>;

const NOWHERE = 'xx00000000-0000-4000-8000-000000000000';

const ACTIONS: readonly Action[] = [
  write('generatePackingOptions', async () => ({})),
  write('confirmPackingOption', async (walk, pick) => ({
    path: {
      packingOptionId: chosen(await list(walk, 'listPackingOptions'), 'packingOptionId', pick),
    },
  })),
  write('setPackingInformation', packing),
  write('setPackingInformation', packing),
  write('generatePlacementOptions', async () => ({ body: {} })),
  write('confirmPlacementOption', async (walk, pick) => ({
    path: {
      placementOptionId: chosen(
        await list(walk, 'listPlacementOptions'),
        'placementOptionId',
        pick,
      ),
    },
  })),
  write('generateTransportationOptions', async (walk, pick) => {
    const options = await list(walk, 'listPlacementOptions');
    const option = options[pick % Math.max(1, options.length)];
    return {
      body: transportBody(option ?? { placementOptionId: NOWHERE, shipmentIds: [NOWHERE] }),
    };
  }),
  write('generateDeliveryWindowOptions', async (walk, pick) => ({
    path: { shipmentId: await shipment(walk, pick) },
  })),
  write('confirmDeliveryWindowOptions', async (walk, pick, other) => {
    const shipmentId = await shipment(walk, pick);
    const windows = await list(walk, 'listDeliveryWindowOptions', { shipmentId });
    return {
      path: {
        shipmentId,
        deliveryWindowOptionId: chosen(windows, 'deliveryWindowOptionId', other),
      },
    };
  }),
  write('confirmTransportationOptions', async (walk, pick) => {
    const plan = await walk.client.call('inbound', 'getInboundPlan', at(walk));
    const transportationSelections = [];
    for (const { shipmentId } of plan.body.shipments) {
      const options = await list(walk, 'listTransportationOptions', {}, [
        ['shipmentId', shipmentId],
      ]);
      const transportationOptionId = chosen(options, 'transportationOptionId', pick);
      transportationSelections.push({ shipmentId, transportationOptionId });
    }
    if (transportationSelections.length === 0)
      transportationSelections.push({ shipmentId: NOWHERE, transportationOptionId: NOWHERE });
    return { body: { transportationSelections } };
  }),
  write('updateShipmentTrackingDetails', async (walk, pick) => {
    const shipmentId = await shipment(walk, pick);
    const boxes = await list(walk, 'listShipmentBoxes', { shipmentId });
    const spdTrackingItems = boxes.map(({ boxId }, index) => ({
      boxId: boxId ?? 'none',
      trackingId: `1Z999AA1${index}0123456`,
    }));
    return {
      path: { shipmentId },
      body: { trackingDetails: { spdTrackingDetail: { spdTrackingItems } } },
    };
  }),
  write('updateShipmentSourceAddress', async (walk, pick) => ({
    path: { shipmentId: await shipment(walk, pick) },
    body: { address: { ...SHIP_FROM, postalCode: '89501' } },
  })),
  async (walk, pick) => {
    const shipmentId = await shipment(walk, pick);
    const read = await walk.client.call('inbound', 'getShipment', {
      path: { inboundPlanId: walk.planId, shipmentId },
    });
    return walk.client.call('inbound-v0', 'getLabels', {
      path: { shipmentId: String(read.body.shipmentConfirmationId ?? 'FBA0') },
      query: [
        ['PageType', 'PackageLabel_Plain_Paper'],
        ['LabelType', 'UNIQUE'],
      ],
    });
  },
  async (walk, pick) => {
    await walk.simulator.advance((pick % 40) * HOUR);
    return undefined;
  },
  async (walk, pick, other) =>
    pick % 4 === 0 && other % 4 === 0
      ? walk.client.perform('cancelInboundPlan', at(walk))
      : undefined,
];

test('whatever is called in whatever order, a refusal changes nothing and the books are right', async () => {
  const step = fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(60), fc.nat(60));
  // Half of the walks begin where a sensible seller would have got to.
  const sensible = fc.constantFrom<Step[]>(
    [],
    [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [4, 0, 0],
    ],
    [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [4, 0, 0],
      [5, 0, 0],
      [6, 0, 0],
      [9, 0, 0],
    ],
  );
  await fc.assert(
    fc.asyncProperty(sensible, fc.array(step, { maxLength: 18 }), async (start, rest) => {
      const simulator = await newSimulator({ control: true });
      const client = await newSeller(simulator);
      const created = await client.perform('createInboundPlan', {
        body: planBody([
          { msku: 'BTL-SS-500', quantity: 30 },
          { msku: 'TWL-TRK-01', quantity: 10, prepOwner: 'SELLER' },
        ]),
      });
      const walk: Walk = { simulator, client, planId: created.body.inboundPlanId };
      for (const [action, pick, other] of [...start, ...rest]) {
        const before = await simulator.stateHash();
        const reply = await ACTIONS[action]?.(walk, pick, other);
        if (reply && isRefusal(reply)) expect(await simulator.stateHash()).toBe(before);
        if (reply) expect(reply.status).toBeLessThan(500);
      }
      await checkBooks(walk);
    }),
    { numRuns: 25 },
  );
}, 120_000);

function isRefusal({ status, body }: Reply): boolean {
  return status >= 400 || body?.operationStatus === 'FAILED';
}

const LEGAL: Readonly<Record<string, readonly string[]>> = {
  UNCONFIRMED: ['WORKING'],
  WORKING: ['READY_TO_SHIP', 'SHIPPED', 'CANCELLED', 'DELETED'],
  READY_TO_SHIP: ['SHIPPED', 'CANCELLED'],
  SHIPPED: ['IN_TRANSIT', 'CANCELLED'],
  IN_TRANSIT: ['DELIVERED', 'CANCELLED'],
  DELIVERED: ['CHECKED_IN', 'CANCELLED'],
  CHECKED_IN: ['RECEIVING'],
  RECEIVING: ['CLOSED'],
};

async function checkBooks(walk: Walk): Promise<void> {
  const response = await walk.simulator.fetch(new Request('https://sim.test/_sim/snapshot'));
  const { entities } = (await response.json()) as { entities: { kind: string; json: string }[] };
  // oxlint-disable-next-line typescript/no-explicit-any
  const all = (kind: string): any[] =>
    entities.filter((each) => each.kind === kind).map(({ json }) => JSON.parse(json));
  const [plan] = all('plan');
  const accepted = plan.placementOptions.filter(
    ({ status }: { status: string }) => status === 'ACCEPTED',
  );
  expect(accepted.length).toBeLessThanOrEqual(1);
  for (const { history } of all('shipment'))
    for (const [index, { status, at: time }] of history.entries()) {
      const next = history[index + 1];
      if (!next) continue;
      expect(LEGAL[status]).toContain(next.status);
      expect(next.at).toBeGreaterThanOrEqual(time);
    }
  for (const option of accepted.length > 0 ? accepted : plan.placementOptions) {
    const units = option.shipmentIds.flatMap(
      (id: string) => all('shipment-content').find((each) => each.id === id)?.items ?? [],
    );
    const total = units.reduce(
      (sum: number, { quantity }: { quantity: number }) => sum + quantity,
      0,
    );
    expect(total).toBe(40);
  }
  const shipments = all('shipment');
  const confirmed = shipments.map(({ transport }) => transport !== undefined);
  expect(new Set(confirmed).size).toBeLessThanOrEqual(1);
  const charged = shipments.reduce((sum, { transport }) => sum + (transport?.costMinor ?? 0), 0);
  const fees = accepted[0]?.feeMinor ?? 0;
  const refunds = sumOf(all('ledger').filter(({ minor }) => minor < 0));
  const charges = sumOf(all('ledger').filter(({ minor }) => minor > 0));
  expect(charges).toBe(fees + charged);
  if (plan.status === 'VOIDED') expect(-refunds).toBeGreaterThanOrEqual(fees);
  else expect(refunds).toBe(0);
}

function sumOf(entries: readonly { minor: number }[]): number {
  return entries.reduce((sum, { minor }) => sum + minor, 0);
}

type Input = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

function write(
  id: string,
  input: (walk: Walk, pick: number, other: number) => Promise<Input>,
): Action {
  return async (walk, pick, other) => {
    const { path, body } = await input(walk, pick, other);
    return walk.client.perform(id, { path: { ...at(walk).path, ...path }, body });
  };
}

function at(walk: Walk) {
  return { path: { inboundPlanId: walk.planId } };
}

async function list(
  walk: Walk,
  id: string,
  path: Record<string, string> = {},
  query: readonly (readonly [string, string])[] = [],
): Promise<Reply['body'][]> {
  const reply = await walk.client.call('inbound', id, {
    path: { ...at(walk).path, ...path },
    query: [...query, ['pageSize', '20']],
  });
  const found: unknown = Object.values(reply.body).find(Array.isArray);
  return reply.status === 200 ? ((found ?? []) as Reply['body'][]) : [];
}

// One in a few picks is an id that belongs to nothing.
function chosen(options: readonly Reply['body'][], key: string, pick: number): string {
  const option = options[pick % (options.length + (pick > 50 ? 1 : 0)) || 0];
  return String(option?.[key] ?? NOWHERE);
}

async function shipment(walk: Walk, pick: number): Promise<string> {
  const plan = await walk.client.call('inbound', 'getInboundPlan', at(walk));
  return chosen(plan.body.shipments, 'shipmentId', pick);
}

async function packing(walk: Walk, pick: number): Promise<Input> {
  const options = await list(walk, 'listPackingOptions');
  const option = options.find(({ status }) => status === 'ACCEPTED') ?? options[0];
  const packageGroupings = [];
  for (const packingGroupId of option?.packingGroups ?? [NOWHERE]) {
    const items = await list(walk, 'listPackingGroupItems', { packingGroupId });
    packageGroupings.push({
      packingGroupId,
      boxes: [
        {
          ...BOX,
          quantity: 5,
          items: items.map(({ msku, quantity, labelOwner, prepInstructions }) => ({
            msku,
            // Now and then a unit too many.
            quantity: quantity / 5 + (pick % 7 === 6 ? 1 : 0),
            labelOwner,
            prepOwner: prepInstructions.at(-1).prepOwner,
          })),
        },
      ],
    });
  }
  return { body: { packageGroupings } };
}

test('two days of waiting never undo what one day has done', async () => {
  const simulator = await newSimulator();
  const client = await newSeller(simulator);
  const created = await client.perform('createInboundPlan', {
    body: planBody([{ msku: 'BTL-SS-500', quantity: 30 }]),
  });
  await simulator.advance(DAY);
  const read = () =>
    client.call('inbound', 'getInboundPlan', {
      path: { inboundPlanId: created.body.inboundPlanId },
    });
  const before = (await read()).body;
  await simulator.advance(DAY);
  expect((await read()).body).toEqual(before);
});
