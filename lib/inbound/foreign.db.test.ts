import { expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR, invariant, MINUTE, SECOND } from '#lib/kernel';
import type { AmazonAnswer } from '#lib/sp-api';
import { OWN_CARRIER } from './core/carrier.ts';
import { glanceAtAmazon, noteForeignChanges, planHistory, refreshShipments } from './server.ts';
import { expectOk, see, takeWay } from './testing/way.ts';

const database = testDatabase();

/** Somebody else at Amazon: the same account, with calls that Firstleg knows nothing of. */
function elsewhere(bench: PracticeBench) {
  const { inbound } = bench.context.amazon;
  const done = async (
    asked: Promise<AmazonAnswer<{ readonly operationId: string }>>,
  ): Promise<void> => {
    const answer = await asked;
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    await bench.simulator.advance(5_000);
    const { operationId } = answer.value;
    const status = await inbound.getInboundOperationStatus({ operationId });
    if (!status.ok || status.value.operationStatus !== 'SUCCESS')
      throw new Error(JSON.stringify(status));
  };
  return { inbound, done };
}

async function amazonPlan(bench: PracticeBench, planId: string): Promise<string> {
  const { plan } = await see(bench, planId);
  invariant(plan.amazonPlanId, 'Amazon has the plan');
  return plan.amazonPlanId;
}

async function noticed(bench: PracticeBench, planId: string) {
  expectOk(await refreshShipments(bench.context, planId));
  const view = await see(bench, planId);
  const [newest] = await planHistory(bench.context, planId, 1);
  expect(newest?.actorName).toBe('Amazon');
  return { ...view, kinds: view.plan.foreign?.map(({ kind }) => kind), verb: newest?.verb };
}

test('a plan renamed in Seller Central takes the name, until somebody has noted it', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'created');
  const inboundPlanId = await amazonPlan(bench, planId);
  expectOk(await refreshShipments(bench.context, planId));
  expect((await see(bench, planId)).plan).not.toHaveProperty('foreign');
  await elsewhere(bench).inbound.updateInboundPlanName({ inboundPlanId, body: { name: 'Spring' } });
  const after = await noticed(bench, planId);
  expect([after.plan.name, after.kinds, after.verb]).toEqual([
    'Spring',
    ['renamed'],
    'outside-renamed',
  ]);
  const ref = { planId, version: after.version };
  expect(await noteForeignChanges(bench.stranger, ref)).toMatchObject({
    ok: false,
    problems: [{ code: 'plan-not-found' }],
  });
  expectOk(await noteForeignChanges(bench.context, ref));
  expect((await see(bench, planId)).plan).not.toHaveProperty('foreign');
});

test('a plan cancelled in Seller Central is locked here', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'packed');
  const inboundPlanId = await amazonPlan(bench, planId);
  const { inbound, done } = elsewhere(bench);
  await done(inbound.cancelInboundPlan({ inboundPlanId }));
  const { kinds, steps, plan } = await noticed(bench, planId);
  expect(kinds).toEqual(['cancelled']);
  expect(plan.cancelledAt).toBeDefined();
  expect(steps.filter(({ state }) => state === 'open')).toEqual([]);
});

test('packing options made anew elsewhere send the seller back to packing', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'packed');
  const inboundPlanId = await amazonPlan(bench, planId);
  const { inbound, done } = elsewhere(bench);
  await bench.simulator.fetch(
    new Request('https://sim.test/_sim/expire', {
      method: 'POST',
      body: JSON.stringify({ planId: inboundPlanId, what: 'packing' }),
    }),
  );
  await done(inbound.generatePackingOptions({ inboundPlanId }));
  const { kinds, plan, steps } = await noticed(bench, planId);
  expect(kinds).toEqual(['packing-replaced']);
  expect(plan.packing?.offer?.status).toBe('EXPIRED');
  expect(steps.find(({ id }) => id === 'packing')?.state).toBe('open');
});

test('a placement and a carrier confirmed elsewhere move the plan on', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'packed');
  const inboundPlanId = await amazonPlan(bench, planId);
  const { inbound, done } = elsewhere(bench);
  const offers = await inbound.listPlacementOptions({ inboundPlanId });
  invariant(offers.ok, 'placements are listed');
  const [offer] = offers.value.placementOptions;
  invariant(offer, 'there is a placement');
  const { placementOptionId, shipmentIds } = offer;
  await done(inbound.confirmPlacementOption({ inboundPlanId, placementOptionId }));
  const placed = await noticed(bench, planId);
  expect(placed.kinds).toEqual(['placed']);
  expect(placed.plan.shipments.map(({ id }) => id)).toEqual(shipmentIds);
  expect(placed.steps.find(({ id }) => id === 'carrier')?.state).toBe('open');

  const start = new Date(bench.simulator.now() + DAY).toISOString();
  await done(
    inbound.generateTransportationOptions({
      inboundPlanId,
      body: {
        placementOptionId,
        shipmentTransportationConfigurations: shipmentIds.map((shipmentId) => ({
          shipmentId,
          readyToShipWindow: { start },
        })),
      },
    }),
  );
  const options = await inbound.listTransportationOptions({ inboundPlanId, placementOptionId });
  invariant(options.ok, 'carriers are listed');
  await done(
    inbound.confirmTransportationOptions({
      inboundPlanId,
      body: {
        transportationSelections: shipmentIds.map((shipmentId) => ({
          shipmentId,
          transportationOptionId:
            options.value.transportationOptions.find(
              (each) =>
                each.shipmentId === shipmentId &&
                each.shippingSolution === 'AMAZON_PARTNERED_CARRIER' &&
                each.shippingMode === 'GROUND_SMALL_PARCEL',
            )?.transportationOptionId ?? '',
        })),
      },
    }),
  );
  const chosen = await noticed(bench, planId);
  expect(chosen.kinds).toEqual(['placed', 'carrier-chosen']);
  expect(chosen.plan.carrier?.solution).toBe('AMAZON_PARTNERED_CARRIER');
  expect(chosen.steps.find(({ id }) => id === 'box-labels')?.state).toBe('open');
  expect(chosen.plan.shipments.flatMap(({ boxes }) => boxes).every(({ boxId }) => boxId)).toBe(
    true,
  );
});

test('a shipment renamed, tracked or cancelled elsewhere is noticed when it is looked at', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'shipped', OWN_CARRIER);
  const inboundPlanId = await amazonPlan(bench, planId);
  const { inbound, done } = elsewhere(bench);
  expectOk(await refreshShipments(bench.context, planId));
  const [shipment] = (await see(bench, planId)).plan.shipments;
  invariant(shipment, 'there is a shipment');
  const shipmentId = shipment.id;
  await inbound.updateShipmentName({ inboundPlanId, shipmentId, body: { name: 'North dock' } });
  expect((await noticed(bench, planId)).kinds).toEqual(['shipment-renamed']);
  await done(
    inbound.updateShipmentTrackingDetails({
      inboundPlanId,
      shipmentId,
      body: {
        trackingDetails: {
          spdTrackingDetail: {
            spdTrackingItems: shipment.boxes.map(({ boxId = '' }, at) => ({
              boxId,
              trackingId: `1Z999AA10${String(at).padStart(9, '0')}`,
            })),
          },
        },
      },
    }),
  );
  const tracked = await noticed(bench, planId);
  expect(tracked.kinds).toEqual(['shipment-renamed', 'tracking-changed']);
  await done(inbound.cancelInboundPlan({ inboundPlanId }));
  expect((await noticed(bench, planId)).kinds).toEqual([
    'shipment-renamed',
    'tracking-changed',
    'cancelled',
  ]);
});

test('opening a step looks at Amazon, but not twice within a minute', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'created');
  const inboundPlanId = await amazonPlan(bench, planId);
  await bench.simulator.advance(HOUR);
  await glanceAtAmazon(bench.context, planId);
  await elsewhere(bench).inbound.updateInboundPlanName({ inboundPlanId, body: { name: 'Later' } });
  const before = bench.sent.length;
  await glanceAtAmazon(bench.context, planId);
  expect(bench.sent).toHaveLength(before);
  // The seller's clock is a few acts ahead of Amazon's.
  await bench.simulator.advance(MINUTE + SECOND);
  await glanceAtAmazon(bench.context, planId);
  expect((await see(bench, planId)).plan.name).toBe('Later');
});
