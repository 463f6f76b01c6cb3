import { expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY } from '#lib/kernel';
import { assumptionsFor, NO_COSTS, typeAssumptions } from './core/assumptions.ts';
import { PARTNERED, parcelProposals } from './core/carrier.ts';
import { landedCosts } from './core/landed-cost.ts';
import { leadTimes } from './core/lead-days.ts';
import { insertPlan, loadPlan, savePlan } from './store.ts';
import {
  comparePlacements,
  confirmCarrier,
  confirmPlacement,
  landedCostBoard,
  offerCarriers,
  saveCosts,
  storeDay,
  transportOffers,
} from './server.ts';
import { aDraft, aShipment, aShippedPlan, aTransportOffer } from './testing/plans.ts';
import { carry, expectOk, see, takeWay } from './testing/way.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';
const GENERATED = /POST .*\/(transportationOptions|deliveryWindowOptions)$/;

async function compared(bench: PracticeBench): Promise<string> {
  const planId = await takeWay(bench, 'packed');
  const { plan, version } = await see(bench, planId);
  const shipDate = storeDay(bench.context, plan);
  expectOk(await comparePlacements(bench.context, { planId, version, shipDate }));
  const placements = (await boardOfPlan(bench, planId)).placements;
  const of = placements.reduce((sum, { shipments }) => sum + 1 + shipments.length, 0);
  expect((await see(bench, planId)).progress).toEqual({ done: 0, of });
  await carry(bench, planId);
  return planId;
}

const boardOfPlan = async (bench: PracticeBench, planId: string) =>
  expectOk(await landedCostBoard(bench.context, planId));

test('every placement is priced to the door before one is accepted', async () => {
  const bench = await practiceBench(database);
  const planId = await compared(bench);
  const { plan } = await see(bench, planId);
  expect(plan.errand).toBeUndefined();
  expect(plan.placementConfirmed).toBeUndefined();
  const { placements, circumstances, costs, leads } = await boardOfPlan(bench, planId);
  expect(placements.length).toBeGreaterThan(1);
  for (const placement of placements) {
    expect(placement.isLookedUp).toBe(true);
    expect(placement.rounds.length).toBeGreaterThan(0);
    expect(placement.shipments.every(({ grams = 0 }) => grams > 0)).toBe(true);
    expect(placement.carriers.some(({ cost }) => cost !== undefined)).toBe(true);
  }
  // One call at a time: carriers of a placement, then the windows of each of its shipments.
  const shipments = placements.reduce((sum, placement) => sum + placement.shipments.length, 0);
  expect(bench.sent.filter((call) => GENERATED.test(call))).toHaveLength(
    placements.length + shipments,
  );
  const tariff = { perKilogram: 110, minimum: 1_500, divisor: 6_000 };
  const given = { ...assumptionsFor(costs, leads), tariff };
  const { points, unpriced, cheapest, fastest } = landedCosts(placements, circumstances, given);
  expect(unpriced).toEqual([]);
  expect(new Set(points.map((point) => point.placementId)).size).toBe(placements.length);
  expect(cheapest?.total).toBe(Math.min(...points.map(({ total }) => total)));
  expect(fastest?.days).toBe(Math.min(...points.map(({ days }) => days)));
});

test('what was looked up goes on to the carrier once its placement is accepted', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await compared(bench);
  const { placements } = await boardOfPlan(bench, planId);
  const chosen = placements.find(({ shipments }) => shipments.length > 1) ?? placements[0];
  if (!chosen) throw new Error('nothing to choose');
  const { version } = await see(bench, planId);
  const agreed = { minor: chosen.fee, currency: 'USD' };
  expectOk(await confirmPlacement(context, { planId, version, offerId: chosen.id, agreed }));
  const placed = await carry(bench, planId);
  expect(placed.shipments.map(({ id }) => id)).toEqual(chosen.shipments.map(({ id }) => id));
  const carrier = chosen.carriers.find(({ solution }) => solution === PARTNERED);
  const ref = { planId, version: (await see(bench, planId)).version };
  expectOk(
    await confirmCarrier(context, {
      ...ref,
      proposalId: carrier?.id ?? '',
      windows: {},
      ...(carrier?.cost && { agreed: carrier.cost }),
    }),
  );
  expect((await carry(bench, planId)).transportConfirmedAt).toBeDefined();
});

test('carriers asked for again take the place of the first, which stay as history', async () => {
  const bench = await practiceBench(database);
  const planId = await compared(bench);
  const { placements, lookUps } = await boardOfPlan(bench, planId);
  expect(lookUps.map(({ isCurrent }) => isCurrent)).toEqual(placements.map(() => true));
  const [first] = placements;
  if (!first) throw new Error('nothing to choose');
  const { version } = await see(bench, planId);
  const agreed = { minor: first.fee, currency: 'USD' };
  expectOk(await confirmPlacement(bench.context, { planId, version, offerId: first.id, agreed }));
  await carry(bench, planId);
  await bench.simulator.advance(2 * DAY);
  const placed = await see(bench, planId);
  const shipDate = storeDay(bench.context, placed.plan);
  expectOk(await offerCarriers(bench.context, { planId, version: placed.version, shipDate }));
  await carry(bench, planId);
  const after = await boardOfPlan(bench, planId);
  const own = after.lookUps.filter(({ placementId }) => placementId === first.id);
  expect(own).toMatchObject([
    { shipDate, isCurrent: true },
    { shipDate: lookUps[0]?.shipDate, isCurrent: false },
  ]);
  const ids = first.shipments.map(({ id }) => id);
  const [proposal] = parcelProposals(await transportOffers(bench.context, planId), ids);
  expect(proposal?.quoteExpiresAt).toBeGreaterThan(bench.context.clock.now());
});

test('a day that is past, or a placement that is accepted, is not looked up', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'packed');
  const { version } = await see(bench, planId);
  const past = await comparePlacements(bench.context, { planId, version, shipDate: '2020-01-01' });
  expect(!past.ok && past.problems).toMatchObject([{ code: 'ship-date-past' }]);
  const placed = await takeWay(bench, 'placed');
  const seen = await see(bench, placed);
  const shipDate = storeDay(bench.context, seen.plan);
  const late = await comparePlacements(bench.context, {
    planId: placed,
    version: seen.version,
    shipDate,
  });
  expect(!late.ok && late.problems).toMatchObject([{ code: 'step-locked' }]);
  await bench.simulator.advance(4 * DAY);
  const lapsed = await comparePlacements(bench.context, {
    planId,
    version,
    shipDate: storeDay(bench.context, seen.plan),
  });
  expect(!lapsed.ok && lapsed.problems).toMatchObject([{ code: 'placement-expired' }]);
});

test('costs are kept for the next board, in one currency, and for one workspace', async () => {
  const bench = await practiceBench(database);
  await insertPlan(bench.context, aDraft({ id: crypto.randomUUID() }));
  const typed = {
    ...typeAssumptions(assumptionsFor(NO_COSTS, leadTimes(aDraft(), [])), 'USD'),
    perBox: '0.45',
    perKilogram: '1.30',
    minimum: '25',
  };
  const kept = expectOk(await saveCosts(bench.context, { marketplaceId: US, typed }));
  expect(kept).toMatchObject({
    perBox: 45,
    tariff: { perKilogram: 130, minimum: 2_500, divisor: 6_000 },
  });
  const boardFor = async (context: PracticeBench['context'], marketplaceId = US) => {
    const plan = aDraft({ id: crypto.randomUUID(), marketplaceId });
    await insertPlan(context, plan);
    return expectOk(await landedCostBoard(context, plan.id)).costs;
  };
  expect(await boardFor(bench.context)).toEqual(kept);
  expect(await boardFor(bench.context, 'A1VC38T7YXB528')).toEqual(NO_COSTS);
  expect(await boardFor(bench.stranger)).toEqual(NO_COSTS);
  const wrong = await saveCosts(bench.context, {
    marketplaceId: US,
    typed: { ...typed, perBox: 'x' },
  });
  expect(!wrong.ok && wrong.problems).toMatchObject([{ code: 'not-a-number', at: 'perBox' }]);
  expect(await boardFor(bench.context)).toEqual(kept);
  const audit = await bench.context.db.auditEntry.findMany({
    where: { workspaceId: bench.workspaceId, objectType: 'inbound-costs' },
  });
  expect(audit).toMatchObject([{ verb: 'save-costs', objectId: bench.context.connection.id }]);
});

test('how long ways take is learnt from the shipments that went them', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planIds = [1, 2, 3].map(() => crypto.randomUUID());
  const offer = aTransportOffer();
  for (const id of planIds) {
    const shipments = [aShipment({ id: `sh-${id}`, status: 'READY_TO_SHIP', transport: offer })];
    await insertPlan(context, aShippedPlan(offer, { id, shipments }));
    for (const [status, days] of [
      ['SHIPPED', 3],
      ['DELIVERED', 2],
      ['CLOSED', 0],
    ] as const) {
      const stored = await loadPlan(context, id);
      if (!stored) throw new Error('the plan is gone');
      const moved = stored.plan.shipments.map((shipment) => ({ ...shipment, status }));
      const after = { ...stored.plan, shipments: moved };
      expect(await savePlan(context, { stored, after, verb: 'refresh-shipments' })).toBe(true);
      await bench.simulator.advance(days * DAY);
    }
  }
  const { leads, circumstances } = await boardOfPlan(bench, planIds[0] ?? '');
  expect(leads.partnered).toEqual({ days: 3, shipments: 3 });
  expect(leads.receiving).toEqual({ days: 2, shipments: 3 });
  expect(leads.own.shipments).toBe(0);
  expect(circumstances.centreDays).toEqual({ ONT8: 2 });
});
