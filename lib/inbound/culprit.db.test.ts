import { describe, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import type { Transport } from '#lib/sp-api';
import { mostTries, searchState } from './core/culprit-search.ts';
import { runErrand } from './errands/run-errand.ts';
import { findCulprit, sendBoxes, stopSearch, takeOutCulprits, viewPlan } from './server.ts';
import { boxesFor, carry, createPlan, expectOk, see, takeWay } from './testing/way.ts';

const database = testDatabase();

type Rule = { readonly operation: string; readonly sku: string; readonly code?: string };

async function stumble(bench: PracticeBench, ...rules: readonly Rule[]): Promise<void> {
  const body = JSON.stringify({
    rules: rules.map(({ operation, sku, code }) => ({
      operation,
      match: JSON.stringify(sku),
      ...(code === 'http500' ? { kind: 'http500' } : { kind: 'opFailed', code }),
    })),
  });
  const request = new Request('https://sim.test/_sim/faults', { method: 'PUT', body });
  expect((await bench.simulator.fetch(request)).status).toBe(200);
}

/** A plan of three SKUs that Amazon did not make, without a word about the reason. */
async function refusedPlan(bench: PracticeBench): Promise<string> {
  const planId = await takeWay(bench, 'planned');
  expectOk(await createPlan(bench, await refOf(bench, planId)));
  await carry(bench, planId);
  return planId;
}

async function refOf(bench: PracticeBench, planId: string) {
  return { planId, version: (await see(bench, planId)).version };
}

async function searched(bench: PracticeBench, planId: string) {
  expectOk(await findCulprit(bench.context, await refOf(bench, planId)));
  const { search } = await carry(bench, planId);
  if (!search) throw new Error('nothing was searched');
  return { search, ...searchState(search) };
}

/** The plans at Amazon, with the simulator's own eyes. */
async function plansAtAmazon(bench: PracticeBench) {
  const listed = await bench.context.amazon.inbound.listInboundPlans({ pageSize: 30 });
  if (!listed.ok) throw new Error('no list');
  return listed.value.inboundPlans ?? [];
}

async function openShadows(bench: PracticeBench): Promise<readonly string[]> {
  await bench.simulator.advance(10_000);
  const plans = await plansAtAmazon(bench);
  return plans
    .filter(({ name, status }) => name.startsWith('Firstleg check') && status !== 'VOIDED')
    .map(({ name }) => name);
}

describe('a plan that Amazon does not make and does not say why', () => {
  test('is searched for its culprit, which is taken out, and is then made', async () => {
    const bench = await practiceBench(database);
    await stumble(bench, { operation: 'createInboundPlan', sku: 'PHN-CS-S24' });
    const planId = await refusedPlan(bench);
    const failed = await see(bench, planId);
    expect(failed.searchOffer).toEqual({ skus: 3 });
    const { search, culprits, verdict } = await searched(bench, planId);
    expect([culprits, verdict]).toEqual([['PHN-CS-S24'], 'found']);
    expect(search.tries.length).toBeLessThanOrEqual(mostTries(3));
    expect(await openShadows(bench)).toEqual([]);
    expect(search.open).toEqual([]);
    expectOk(await takeOutCulprits(bench.context, await refOf(bench, planId)));
    const { plan } = await see(bench, planId);
    expect(plan.lines.map(({ sku }) => sku)).not.toContain('PHN-CS-S24');
    expect(plan.search).toBeUndefined();
    expectOk(await createPlan(bench, await refOf(bench, planId)));
    expect((await carry(bench, planId)).amazonPlanId).toMatch(/^wf/);
  });

  test('may have several culprits, and may be refused at the door', async () => {
    const bench = await practiceBench(database);
    await stumble(
      bench,
      { operation: 'createInboundPlan', sku: 'PHN-CS-S24', code: 'http500' },
      { operation: 'createInboundPlan', sku: 'SPT-SIL-3', code: 'FBA_INB_0115' },
    );
    const { culprits, verdict } = await searched(bench, await refusedPlan(bench));
    expect([[...culprits].sort(), verdict]).toEqual([['PHN-CS-S24', 'SPT-SIL-3'], 'found']);
    expect(await openShadows(bench)).toEqual([]);
  });

  test('is not searched when Amazon says what is wrong', async () => {
    const bench = await practiceBench(database);
    const planId = await takeWay(bench, 'planned');
    const refused = await findCulprit(bench.context, await refOf(bench, planId));
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-search' }] });
    await stumble(bench, {
      operation: 'createInboundPlan',
      sku: 'SPT-SIL-3',
      code: 'FBA_INB_0078',
    });
    expectOk(await createPlan(bench, await refOf(bench, planId)));
    await carry(bench, planId);
    expect(await see(bench, planId)).not.toHaveProperty('searchOffer');
  });

  test('is let go by a button, and nothing is left at Amazon', async () => {
    const bench = await practiceBench(database);
    await stumble(bench, { operation: 'createInboundPlan', sku: 'PHN-CS-S24' });
    const planId = await refusedPlan(bench);
    const early = await stopSearch(bench.context, { planId });
    expect(early).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-stop' }] });
    expectOk(await findCulprit(bench.context, await refOf(bench, planId)));
    expectOk(await stopSearch(bench.context, { planId }));
    const { search } = await carry(bench, planId);
    expect(search).toMatchObject({ isStopped: true, open: [] });
    expect(await openShadows(bench)).toEqual([]);
    const taken = await takeOutCulprits(bench.context, await refOf(bench, planId));
    expect(taken).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-take-out' }] });
  });

  test('of another workspace cannot be searched, let go or changed', async () => {
    const bench = await practiceBench(database);
    await stumble(bench, { operation: 'createInboundPlan', sku: 'PHN-CS-S24' });
    const planId = await refusedPlan(bench);
    const ref = await refOf(bench, planId);
    for (const act of [findCulprit, stopSearch, takeOutCulprits])
      expect(await act(bench.stranger, ref)).toMatchObject({
        ok: false,
        problems: [{ code: 'plan-not-found' }],
      });
    const packer = { ...bench.context, actor: { name: 'Li', role: 'packer' } } as const;
    for (const act of [findCulprit, stopSearch, takeOutCulprits])
      expect(await act(packer, ref)).toMatchObject({
        ok: false,
        problems: [{ code: 'not-allowed' }],
      });
  });
});

describe('a plan for which Amazon gives no placement and does not say why', () => {
  test('is searched with its boxes, cancelled there and goes on as a draft', async () => {
    const bench = await practiceBench(database);
    const planId = await takeWay(bench, 'created');
    await stumble(bench, { operation: 'generatePlacementOptions', sku: 'BTL-SS-500' });
    const { plan } = await see(bench, planId);
    const boxes = boxesFor(plan);
    expectOk(await sendBoxes(bench.context, { ...(await refOf(bench, planId)), boxes }));
    await carry(bench, planId);
    const { culprits, verdict, search } = await searched(bench, planId);
    expect([search.stage, culprits, verdict]).toEqual(['placement', ['BTL-SS-500'], 'found']);
    expect(await openShadows(bench)).toEqual([]);
    expectOk(await takeOutCulprits(bench.context, await refOf(bench, planId)));
    const draft = await carry(bench, planId);
    expect(draft).not.toHaveProperty('amazonPlanId');
    expect(draft.lines).toHaveLength(2);
    const view = expectOk(await viewPlan(bench.context, planId));
    expect(view.current).toBe('prep');
    const before = (await plansAtAmazon(bench)).find(
      ({ inboundPlanId }) => inboundPlanId === plan.amazonPlanId,
    );
    expect(before?.status).toBe('VOIDED');
  });
});

describe('a search whose worker is killed', () => {
  const places = [0, 1, 3, 6, 9].flatMap((at) => [
    { at, cutAnswer: false },
    { at, cutAnswer: true },
  ]);
  test.each(places)(
    'at request $at, answer lost: $cutAnswer, goes on and cleans up',
    async (place) => {
      const fuse = fuseAt(place);
      const bench = await practiceBench(database, { between: fuse.between });
      await stumble(bench, { operation: 'createInboundPlan', sku: 'BTL-SS-500' });
      const planId = await refusedPlan(bench);
      expectOk(await findCulprit(bench.context, await refOf(bench, planId)));
      const death = fuse.arm();
      let isDead = false;
      const plan = await carry(bench, planId, async (_, errandId) => {
        const run = runErrand(bench.context, errandId, async () => undefined);
        const outcome = await (isDead ? run : Promise.race([run, death]));
        if (outcome !== 'dead') return outcome;
        isDead = true;
        bench.restart();
        return { again: 0 };
      });
      expect(isDead).toBe(true);
      expect(plan.search && searchState(plan.search)).toMatchObject({
        culprits: ['BTL-SS-500'],
        verdict: 'found',
      });
      expect(await openShadows(bench)).toEqual([]);
    },
  );
});

/** From the moment it is armed lets so many requests through; then this life hears nothing more. */
function fuseAt({ at, cutAnswer }: { readonly at: number; readonly cutAnswer: boolean }) {
  let left = Number.POSITIVE_INFINITY;
  let life = 0;
  let blow: () => void = () => undefined;
  const never = () => new Promise<never>(() => undefined);
  return {
    arm: () =>
      new Promise<'dead'>((resolve) => {
        left = at;
        blow = () => {
          left = Number.POSITIVE_INFINITY;
          life += 1;
          resolve('dead');
        };
      }),
    between: (transport: Transport): Transport => {
      const own = life;
      return async (request) => {
        if (own !== life) return never();
        const isLast = left === 0;
        left -= 1;
        if (isLast && !cutAnswer) {
          blow();
          return never();
        }
        const answer = await transport(request);
        if (!isLast) return answer;
        blow();
        return never();
      };
    },
  };
}
