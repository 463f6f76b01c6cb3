import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { ok } from '#lib/kernel';
import { OWN_CARRIER, PARTNERED } from './core/carrier.ts';
import { cancelPlan, refreshShipments } from './server.ts';
import { type Cell, faultCells, killCells, lossesOf } from './testing/cells.ts';
import { Rehearsal, type Stage } from './testing/rehearsal.ts';
import { openStage } from './testing/stage.ts';
import {
  finishDetails,
  labelAll,
  see,
  type SellersAct,
  type Solution,
  type WayEnd,
  waySteps,
} from './testing/way.ts';

const database = testDatabase();

type Scene = { readonly name: string; readonly act: SellersAct; readonly isErrand: boolean };

const errand = (name: string, act: SellersAct): Scene => ({ name, act, isErrand: true });
const verb = (name: string, act: SellersAct): Scene => ({ name, act, isErrand: false });

const looked: SellersAct = (bench, planId) => refreshShipments(bench.context, planId);
const cancelled: SellersAct = async (bench, planId) =>
  cancelPlan(bench.context, { planId, version: (await see(bench, planId)).version });

const step = (end: WayEnd, solution: Solution = OWN_CARRIER): Scene => {
  const found = waySteps(solution).find(({ name }) => name === end);
  if (!found) throw new Error(`the way has no step ${end}`);
  return errand(end, found.act);
};
const created = step('created');
const shipped = step('shipped');
const partnered = step('shipped', PARTNERED);
const tracked = step('tracked');

/** Plays the scene with every trouble, and at the end without any; what was lost, in words. */
async function rehearse(stage: Stage, scene: Scene): Promise<string[]> {
  const rehearsal = await Rehearsal.of(stage, scene.act);
  const quiet = await rehearsal.play();
  expect(quiet.acts).toBe(1);
  const cells: Cell[] = [
    ...faultCells({ ...quiet, isErrand: scene.isErrand }),
    ...killCells(quiet.calls),
  ].filter((cell) => !isNewPlan(cell));
  expect(cells.length).toBeGreaterThan(quiet.calls.length);
  const losses: string[] = [];
  for (const cell of cells) losses.push(...lossesOf(cell, await rehearsal.play(cell), quiet));
  await rehearsal.play();
  return losses;
}

// Amazon voids a plan that it could not create, so another one takes its place; told below.
function isNewPlan({ troubles = [] }: Cell): boolean {
  return troubles.some(
    ({ operation, kind }) => operation === 'createInboundPlan' && kind === 'opFailed',
  );
}

describe('whatever goes wrong at one call, the day ends as a quiet one, at Amazon and in the books', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(database, { time: 'still', throttle: true, compared: 'exact' });
  });

  // Each scene begins where the one before has ended.
  const scenes = [
    errand('planned', finishDetails),
    created,
    step('packed'),
    step('placed'),
    step('offered'),
  ];
  test.each(scenes)('$name', { timeout: 300_000 }, async (scene) => {
    expect(await rehearse(stage, scene)).toEqual([]);
  });

  test('shipped partnered, labelled, and cancelled', { timeout: 300_000 }, async () => {
    const before = await Rehearsal.of(stage, async () => ok(undefined));
    const losses: string[] = [];
    for (const scene of [partnered, verb('labelled', labelAll), errand('cancelled', cancelled)])
      losses.push(...(await rehearse(stage, scene)));
    await before.play();
    expect(losses).toEqual([]);
  });

  const own = [shipped, verb('labelled', labelAll), tracked, verb('looked', looked)];
  test.each(own)('$name with an own carrier', { timeout: 300_000 }, async (scene) => {
    expect(await rehearse(stage, scene)).toEqual([]);
  });
});

test.each(['InternalServerError', 'FBA_INB_0115'])(
  'a plan that Amazon could not create for %s is void, and another one stands in its place',
  async (code) => {
    const stage = await openStage(database, { time: 'still', compared: 'exact' });
    await (await Rehearsal.of(stage, finishDetails)).play();
    const rehearsal = await Rehearsal.of(stage, created.act);
    const quiet = await rehearsal.play();
    const trouble = { operation: 'createInboundPlan', kind: 'opFailed', nth: 1, code };
    const { acts, calls } = await rehearsal.play({ troubles: [trouble] });
    expect(acts).toBe(1);
    const writes = ({ calls: all }: { readonly calls: typeof calls }) =>
      all.filter(({ isWrite }) => isWrite).map(({ name }) => name);
    expect(writes({ calls })).toEqual(
      writes(quiet).flatMap((name) => (name === 'createInboundPlan' ? [name, name] : name)),
    );
    const { plan } = await see(stage.bench, stage.planId);
    expect(await plansAtAmazon(stage)).toEqual(
      new Map([
        [plan.amazonPlanId, 'ACTIVE'],
        [expect.any(String), 'VOIDED'],
      ]),
    );
  },
);

async function plansAtAmazon({ bench }: Stage): Promise<Map<string, string>> {
  const listed = await bench.context.amazon.inbound.listInboundPlans({});
  if (!listed.ok) throw new Error('the plans cannot be listed');
  return new Map(
    listed.value.inboundPlans?.map(({ inboundPlanId, status }) => [inboundPlanId, status]),
  );
}
