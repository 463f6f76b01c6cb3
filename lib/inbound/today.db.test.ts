import { expect, test } from 'vitest';
import { practiceBench, type PracticeBench } from '#lib/context/testing';
import { toJson } from '#lib/db';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR } from '#lib/kernel';
import type { InboundPlan } from './core/inbound-plan.ts';
import { today } from './server.ts';
import { insertPlan, loadPlan, savePlan } from './store.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';

function draft(bench: PracticeBench, id: string, facts: Partial<InboundPlan> = {}): InboundPlan {
  return {
    id,
    marketplaceId: US,
    name: id,
    createdAt: bench.context.clock.now(),
    lines: [],
    boxes: [],
    shipments: [],
    ...facts,
  };
}

function atAmazon(bench: PracticeBench, id: string, createdAt: number): InboundPlan {
  return draft(bench, id, { amazonPlanId: `wf-${id}`, amazonCreatedAt: createdAt });
}

const ids = (found: { readonly plans: readonly { readonly id: string }[] }) =>
  found.plans.map(({ id }) => id);

test('whoever has nothing yet is told so', async () => {
  const bench = await practiceBench(database);
  const now = await today(bench.context);
  expect(now.hasPlans).toBe(false);
  expect(now.waiting.total + now.failed.total + now.drafts.total + now.short.total).toBe(0);
  expect(now.refused.total).toBe(0);
});

test('a plan whose deadline is nearer stands before one with more time, and drafts last', async () => {
  const bench = await practiceBench(database);
  const at = bench.context.clock.now();
  await insertPlan(bench.context, draft(bench, 'fresh-draft'));
  await insertPlan(bench.context, atAmazon(bench, 'much-time', at));
  await insertPlan(bench.context, atAmazon(bench, 'little-time', at - 44 * DAY));
  const { waiting } = await today(bench.context);
  expect(ids(waiting)).toEqual(['little-time', 'much-time', 'fresh-draft']);
  expect(waiting.plans[0]?.dueAt).toBe(at + DAY);
});

test('a draft that rests for more than a week is told apart from the work at hand', async () => {
  const bench = await practiceBench(database);
  await insertPlan(bench.context, draft(bench, 'old-draft'));
  await bench.simulator.advance(7 * DAY + HOUR);
  const { waiting, drafts } = await today(bench.context);
  expect(ids(drafts)).toEqual(['old-draft']);
  expect(waiting.total).toBe(0);
});

test('what Amazon refused is named, what it still works on is only counted', async () => {
  const bench = await practiceBench(database);
  const startedAt = bench.context.clock.now();
  for (const [id, state] of [
    ['refused', 'failed'],
    ['running', 'running'],
  ] as const) {
    const errand = { id: `e-${id}`, kind: 'send-boxes' as const, state, startedAt };
    await insertPlan(bench.context, draft(bench, id, { amazonPlanId: `wf-${id}`, errand }));
    await bench.context.db.inboundErrand.create({
      data: {
        id: errand.id,
        workspaceId: bench.workspaceId,
        planId: id,
        kind: errand.kind,
        input: {},
        state,
        moved: [],
        problems: [],
        transcript: [],
        startedAt: new Date(startedAt),
        updatedAt: new Date(startedAt),
      },
    });
  }
  const now = await today(bench.context);
  expect(now.failed.plans).toMatchObject([{ id: 'refused', failed: 'send-boxes' }]);
  expect(now.underWay).toBe(1);
  expect(now.waiting.total).toBe(0);
});

test('a plan that was mended after a refusal is work again, not a failure', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const errand = { id: 'e-1', kind: 'send-boxes', state: 'failed', startedAt: 0 } as const;
  await insertPlan(context, draft(bench, 'mended', { amazonPlanId: 'wf-mended', errand }));
  const stored = await loadPlan(context, 'mended');
  if (!stored) throw new Error('the plan is gone');
  const { errand: _, ...after } = stored.plan;
  expect(await savePlan(context, { stored, after, verb: 'save-boxes' })).toBe(true);
  const now = await today(context);
  expect(now.failed.total).toBe(0);
  expect(ids(now.waiting)).toEqual(['mended']);
});

test('a shipment that closed short is shown with what is missing, for as long as it matters', async () => {
  const bench = await practiceBench(database);
  const shipment = {
    id: 'sh-1',
    status: 'CLOSED',
    items: [
      { sku: 'A', shipped: 10, received: 7 },
      { sku: 'B', shipped: 10, received: 12 },
    ],
    boxes: [],
  };
  const facts = { amazonPlanId: 'wf-1', transportConfirmedAt: 1, shipments: [shipment] };
  await insertPlan(bench.context, draft(bench, 'short', facts));
  expect((await today(bench.context)).short.plans).toMatchObject([{ id: 'short', shortUnits: 3 }]);
  await bench.simulator.advance(61 * DAY);
  expect((await today(bench.context)).short.total).toBe(0);
});

test('a listing whose conversion was refused needs the seller', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const place = {
    workspaceId: bench.workspaceId,
    connectionId: context.connection.id,
    marketplaceId: US,
  };
  await context.db.listing.create({
    data: {
      id: crypto.randomUUID(),
      ...place,
      sku: 'MUG-1',
      asin: 'B000000001',
      title: 'Mug',
      condition: 'new',
      channel: 'merchant',
      status: 'active',
      currency: 'USD',
      conversion: {
        create: {
          workspaceId: bench.workspaceId,
          state: 'refused',
          request: toJson({}),
          problems: [],
          askedAt: new Date(0),
        },
      },
    },
  });
  const { refused } = await today(context);
  expect(refused).toMatchObject({ total: 1, listings: [{ sku: 'MUG-1' }] });
  expect((await today(bench.stranger)).refused.total).toBe(0);
});

test('nothing of another workspace is anybody else’s work', async () => {
  const bench = await practiceBench(database);
  await insertPlan(bench.context, atAmazon(bench, 'mine', bench.context.clock.now()));
  const theirs = await today(bench.stranger);
  expect(theirs.hasPlans).toBe(false);
  expect(theirs.waiting.total).toBe(0);
});

test('of 20,000 plans the most pressing are shown, and how many there are', async () => {
  const bench = await practiceBench(database);
  const { connection, db } = bench.context;
  await db.$executeRaw`
    INSERT INTO "InboundPlan" ("id", "workspaceId", "connectionId", "marketplaceId", "name", "step",
      "amazonPlanId", "doc", "dueAt", "createdAt", "updatedAt", "closedAt", "errandState", "shortUnits")
    SELECT 'many-' || n, ${bench.workspaceId}, ${connection.id}, ${US}, 'Plan ' || n,
      CASE WHEN n % 3 = 0 THEN 'receiving' ELSE 'packing' END, 'wf-' || n, '{}'::jsonb,
      now() + n * interval '1 minute', now(), now(),
      CASE WHEN n % 2 = 0 THEN now() - n * interval '1 hour' END,
      CASE WHEN n % 501 = 0 THEN 'failed' END, CASE WHEN n % 1000 = 0 THEN 5 ELSE 0 END
    FROM generate_series(1, 20000) AS n`;
  await db.$executeRaw`ANALYZE "InboundPlan"`;
  const now = await today(bench.context);
  expect(now.waiting.plans).toHaveLength(10);
  expect(now.waiting.total).toBeGreaterThan(6_000);
});
