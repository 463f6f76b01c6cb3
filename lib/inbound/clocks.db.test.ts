import { expect, test } from 'vitest';
import { practiceBench, type PracticeBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY } from '#lib/kernel';
import type { InboundPlan } from './core/inbound-plan.ts';
import { clocks, noteClocks } from './server.ts';
import { insertPlan, loadPlan, savePlan } from './store.ts';
import { aDraft, aPackedPlan, aShipment, aShippedPlan, aTransportOffer } from './testing/plans.ts';
import { takeWay } from './testing/way.ts';

const database = testDatabase();

async function add(bench: PracticeBench, plan: InboundPlan): Promise<void> {
  await insertPlan(bench.context, plan);
}

const told = async (context: PracticeBench['context']) =>
  (await clocks(context)).clocks.map(({ kind, planId }) => `${planId} ${kind}`);

test('the clocks of all plans stand together, the nearest first, for one workspace', async () => {
  const bench = await practiceBench(database);
  const now = bench.context.clock.now();
  const [late, soon, draft, gone] = [1, 2, 3, 4].map(() => crypto.randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const packing = { offer: { ...offerOf(aPackedPlan()), expiresAt: now + DAY }, groups: [] };
  await add(bench, aPackedPlan({ id: late, amazonCreatedAt: now - 46 * DAY, boxes: [] }));
  await add(
    bench,
    aPackedPlan({ id: soon, amazonCreatedAt: now, packing: { ...packing, confirmed: false } }),
  );
  await add(bench, aDraft({ id: draft }));
  await add(bench, { ...aPackedPlan({ id: gone, amazonCreatedAt: now }), cancelledAt: now });
  const found = (await told(bench.context)).filter((one) => !one.startsWith(`${late} packing`));
  expect(found).toEqual([
    `${late} arrive-by`,
    `${soon} packing-options-expire`,
    `${soon} arrive-by`,
  ]);
  expect(await told(bench.stranger)).toEqual([]);
});

test('options that Amazon gave have their clocks, and where one goes to choose', async () => {
  const bench = await practiceBench(database);
  const packed = await takeWay(bench, 'packed');
  const offered = await takeWay(bench, 'offered');
  const found = (await clocks(bench.context)).clocks;
  const placement = found.find(({ kind }) => kind === 'placement-options-expire');
  expect(placement).toMatchObject({
    planId: packed,
    place: 'placement',
    planName: 'March restock',
  });
  const quotes = found.find(({ kind }) => kind === 'carrier-quotes-expire');
  expect(quotes).toMatchObject({ planId: offered, place: 'carrier' });
});

test('what closed short can be claimed from the day it was seen to be delivered', async () => {
  const bench = await practiceBench(database);
  const id = crypto.randomUUID();
  const offer = aTransportOffer();
  const shipment = aShipment({ id: `sh-${id}`, status: 'SHIPPED', transport: offer });
  await add(bench, aShippedPlan(offer, { id, shipments: [shipment] }));
  const come = async (change: object) => {
    const stored = await loadPlan(bench.context, id);
    if (!stored) throw new Error('the plan is gone');
    const after = { ...stored.plan, shipments: [{ ...shipment, ...change }] };
    expect(await savePlan(bench.context, { stored, after, verb: 'refresh-shipments' })).toBe(true);
  };
  const deliveredAt = bench.context.clock.now();
  await come({ status: 'DELIVERED' });
  await bench.simulator.advance(10 * DAY);
  await come({ status: 'CLOSED', items: [{ sku: 'MUG-RED', shipped: 12, received: 10 }] });
  const found = (await clocks(bench.context)).clocks;
  expect(found.map(({ kind, units }) => [kind, units])).toEqual([
    ['claim-soonest', 2],
    ['claim-latest', 2],
  ]);
  expect(Math.round(((found[0]?.at ?? 0) - deliveredAt) / DAY)).toBe(60);
});

function offerOf({ packing }: InboundPlan) {
  if (!packing?.offer) throw new Error('a packed plan has a packing option');
  return packing.offer;
}

test('a clock that runs out within a day is told of once, and again when it is set anew', async () => {
  const bench = await practiceBench(database);
  const now = bench.context.clock.now();
  const id = crypto.randomUUID();
  const expiring = (expiresAt: number) => ({
    offer: { ...offerOf(aPackedPlan()), expiresAt },
    groups: [],
    confirmed: false,
  });
  const plan = aPackedPlan({ id, amazonCreatedAt: now, packing: expiring(now + DAY / 2) });
  await add(bench, plan);
  expect(await noteClocks(bench.context)).toBe(1);
  expect(await noteClocks(bench.context)).toBe(0);
  expect(await noteClocks(bench.stranger)).toBe(0);
  const [notice] = await bench.context.db.notice.findMany({
    where: { workspaceId: bench.workspaceId },
  });
  expect(notice).toMatchObject({
    kind: 'plan-clock-near',
    subjectId: id,
    facts: { clock: 'packing-options-expire', until: now + DAY / 2 },
  });
  const stored = await loadPlan(bench.context, id);
  if (!stored) throw new Error('the plan is gone');
  const after = { ...stored.plan, packing: expiring(now + DAY / 2 + 60_000) };
  expect(await savePlan(bench.context, { stored, after, verb: 'renew-packing' })).toBe(true);
  expect(await noteClocks(bench.context)).toBe(1);
});
