import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Reply, TestClient } from './testing/client.ts';
import { confirmPlacement, confirmTransport, planOf, printLabels } from './testing/journey.ts';
import { newSeller, newSimulator, pack, planBody, succeed } from './testing/world.ts';

const LINES = [
  { msku: 'BTL-SS-500', quantity: 60 },
  { msku: 'TWL-TRK-01', quantity: 20, prepOwner: 'SELLER' },
];

/**
 * A client that repeats what failed on the way, and that looks before it repeats what must not be done
 * twice: a plan is found again by its name, a confirmation by the refusal to confirm again.
 */
function stubborn(client: TestClient): TestClient {
  const call: TestClient['call'] = async (api, id, input) => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const reply = await client.call(api, id, input).catch(() => undefined);
      if (reply && reply.status !== 429 && reply.status < 500) return reply;
      const found = id === 'createInboundPlan' ? await planThere(call) : undefined;
      if (found) return found;
    }
    throw new Error(`${id} is beyond help`);
  };
  return {
    ...client,
    call,
    perform: async (id, input) => {
      const started = await call('inbound', id, input);
      if (started.status === 400 && /already confirmed/.test(JSON.stringify(started.body)))
        return { ...started, status: 202, body: { operationStatus: 'SUCCESS' } };
      if (started.status !== 202) return started;
      const status = await call('inbound', 'getInboundOperationStatus', {
        path: { operationId: String(started.body.operationId) },
      });
      return { ...status, body: { ...started.body, ...status.body } };
    },
    pages: async (id, key, input) => {
      const found: unknown[] = [];
      let next: string | undefined;
      do {
        const query: [string, string][] = [['pageSize', '10']];
        if (next !== undefined) query.push(['paginationToken', next]);
        const reply = await call('inbound', id, {
          ...input,
          query: [...(input.query ?? []), ...query],
        });
        found.push(...reply.body[key]);
        next = reply.body.pagination?.nextToken;
      } while (next !== undefined);
      return found;
    },
  };
}

async function planThere(call: TestClient['call']): Promise<Reply | undefined> {
  const plans = await call('inbound', 'listInboundPlans');
  const [plan] = plans.body.inboundPlans;
  if (!plan) return undefined;
  return { ...plans, status: 201, body: { inboundPlanId: plan.inboundPlanId } };
}

async function walk(client: TestClient): Promise<void> {
  const created = await succeed(client.perform('createInboundPlan', { body: planBody(LINES) }));
  const planId = String(created.inboundPlanId);
  const plan = planOf(client, planId);
  await succeed(client.perform('generatePackingOptions', plan));
  const [option] = await client.pages('listPackingOptions', 'packingOptions', plan);
  const { packingOptionId } = option;
  await succeed(
    client.perform('confirmPackingOption', { path: { ...plan.path, packingOptionId } }),
  );
  await pack(client, planId, 10);
  await succeed(client.perform('generatePlacementOptions', plan));
  await confirmTransport(client, planId, await confirmPlacement(client, planId));
  await printLabels(client, planId);
}

async function endOf(rules: readonly object[]): Promise<string> {
  const simulator = await newSimulator({ control: true });
  const client = await newSeller(simulator);
  await simulator.fetch(
    new Request('https://sim.test/_sim/faults', { method: 'PUT', body: JSON.stringify({ rules }) }),
  );
  await walk(stubborn(client));
  return simulator.stateHash();
}

test('invariant 40: a day of lost answers and refusals ends where a quiet day ends, ledger included', async () => {
  const quiet = await endOf([]);
  const kind = fc.constantFrom('http429', 'http500', 'http503', 'reset', 'timeout');
  const rule = fc.record({
    operation: fc.constant('*'),
    kind,
    probability: fc.double({ min: 0.05, max: 0.35, noNaN: true }),
    after: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 3 }), async (rules) => {
      expect(await endOf(rules)).toBe(quiet);
    }),
    { numRuns: 12 },
  );
}, 60_000);

const CALLS = [
  'createInboundPlan',
  'generatePackingOptions',
  'confirmPackingOption',
  'setPackingInformation',
  'generatePlacementOptions',
  'confirmPlacementOption',
  'generateTransportationOptions',
  'confirmTransportationOptions',
  'getInboundOperationStatus',
  'listPackingOptions',
  'listPlacementOptions',
  'getLabels',
];

test('invariant 40: each write loses its answer once, before or after it was carried out', async () => {
  const quiet = await endOf([]);
  for (const operation of CALLS)
    for (const after of [false, true])
      expect([operation, await endOf([{ operation, kind: 'reset', after, nth: 1 }])]).toEqual([
        operation,
        quiet,
      ]);
}, 60_000);
