import { operationOf } from '#lib/sp-api-contract';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createGateway, type Gateway } from './index.ts';
import { CREDENTIALS, ENDPOINT, granted, json, TOKEN_ENDPOINT } from './testing/fake-amazon.ts';
import { createVirtualTime } from './testing/virtual-time.ts';

type Op = {
  readonly operation: ReturnType<typeof operationOf>;
  readonly call: (gateway: Gateway) => Promise<{ readonly ok: boolean }>;
  readonly body: unknown;
};

const inboundPlan: Op = {
  operation: operationOf('inbound', 'getInboundPlan'),
  call: (gateway) => gateway.inbound.getInboundPlan({ inboundPlanId: 'wf1' }),
  body: { inboundPlanId: 'wf1', status: 'ACTIVE' },
};
const OPS: readonly Op[] = [
  inboundPlan,
  {
    operation: operationOf('inbound', 'generatePackingOptions'),
    call: (gateway) => gateway.inbound.generatePackingOptions({ inboundPlanId: 'wf1' }),
    body: { operationId: 'op1' },
  },
  {
    operation: operationOf('inbound', 'listTransportationOptions'),
    call: (gateway) => gateway.inbound.listTransportationOptions({ inboundPlanId: 'wf1' }),
    body: { transportationOptions: [] },
  },
  {
    operation: operationOf('eligibility', 'getItemEligibilityPreview'),
    call: (gateway) =>
      gateway.eligibility.getItemEligibilityPreview({ asin: 'B0', program: 'INBOUND' }),
    body: { payload: {} },
  },
  {
    operation: operationOf('sellers', 'getMarketplaceParticipations'),
    call: (gateway) => gateway.sellers.getMarketplaceParticipations(),
    body: { payload: [] },
  },
];

/** Amazon's side: a bucket that counts requests when they arrive and refuses the one too many. */
function amazonBucket(rate: number, burst: number, now: () => number) {
  // In billionths of a call, which are whole numbers a millisecond for every documented rate.
  const call = 1_000_000_000;
  const perMillisecond = Math.round((rate * call) / 1_000);
  let level = burst * call;
  let at = now();
  const accepted: number[] = [];
  const state = { refused: 0 };
  return {
    state,
    accepted,
    arrives(): boolean {
      level = Math.min(burst * call, level + (now() - at) * perMillisecond);
      at = now();
      if (level < call) {
        state.refused += 1;
        return false;
      }
      level -= call;
      accepted.push(at);
      return true;
    },
  };
}

type Network = { readonly uplinkMs: number; readonly workMs: number };

async function rush(
  op: Op,
  network: readonly Network[],
  limits: { rate: number; header?: string },
) {
  const time = createVirtualTime();
  const amazon = amazonBucket(limits.rate, op.operation.burst, time.clock.now);
  let count = 0;
  const gateway = createGateway({
    transport: async (request) => {
      if (request.url === TOKEN_ENDPOINT) return granted();
      const { uplinkMs, workMs } = network[count++ % network.length] ?? { uplinkMs: 0, workMs: 0 };
      await time.sleep(uplinkMs);
      const accepted = amazon.arrives();
      await time.sleep(workMs);
      const headers: Record<string, string> = limits.header
        ? { 'x-amzn-RateLimit-Limit': limits.header }
        : {};
      return accepted
        ? json(op.operation.success, op.body, headers)
        : json(429, { errors: [{ code: 'QuotaExceeded', message: 'slow down' }] });
    },
    endpoint: ENDPOINT,
    tokenEndpoint: TOKEN_ENDPOINT,
    credentials: CREDENTIALS,
    sellerId: 'A1SELLER',
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0.5,
    patienceMs: Number.POSITIVE_INFINITY,
  });
  return { time, amazon, gateway };
}

const anyNetwork = fc.array(
  fc.record({
    uplinkMs: fc.integer({ min: 0, max: 40 }),
    workMs: fc.integer({ min: 0, max: 400 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('calls at the documented rates', () => {
  test('never cause a 429 and lose less than 5 % of what the bucket allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OPS), anyNetwork, async (op, network) => {
        const { rate, burst } = op.operation;
        const { time, amazon, gateway } = await rush(op, network, { rate });
        const calls = burst + 40;
        const startedAt = time.clock.now();
        const answers = await time.run(
          Promise.all(Array.from({ length: calls }, () => op.call(gateway))),
        );
        expect(answers.filter((answer) => !answer.ok)).toEqual([]);
        expect(amazon.state.refused).toBe(0);
        const took = Math.max(...amazon.accepted) - startedAt;
        const best = ((calls - burst) * 1_000) / rate;
        // The first burst and the last call travel; only the steady flow is measured.
        expect(took - 80).toBeLessThanOrEqual(best * 1.05);
      }),
      {
        numRuns: 40,
        // In parts of a call that are no whole numbers this came out a hair below one.
        examples: [
          [
            inboundPlan,
            [
              { uplinkMs: 0, workMs: 0 },
              { uplinkMs: 33, workMs: 3 },
            ],
          ],
        ],
      },
    );
  });

  test('never cause a 429 when they come in gusts with pauses between', async () => {
    const gusts = fc.array(
      fc.record({
        pauseMs: fc.integer({ min: 0, max: 9_000 }),
        calls: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OPS), anyNetwork, gusts, async (op, network, gusts) => {
        const { time, amazon, gateway } = await rush(op, network, { rate: op.operation.rate });
        const wind = async () => {
          const all: Promise<{ readonly ok: boolean }>[] = [];
          for (const { pauseMs, calls } of gusts) {
            await time.sleep(pauseMs);
            for (let call = 0; call < calls; call += 1) all.push(op.call(gateway));
          }
          return Promise.all(all);
        };
        const answers = await time.run(wind());
        expect(answers.every((answer) => answer.ok)).toBe(true);
        expect(amazon.state.refused).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a rate that differs from the documented one', () => {
  const op = OPS[0];

  test('a higher one in the header is used', async () => {
    if (!op) throw new Error('no operation');
    const { time, amazon, gateway } = await rush(op, [{ uplinkMs: 5, workMs: 20 }], {
      rate: 10,
      header: '10.0',
    });
    const startedAt = time.clock.now();
    await time.run(Promise.all(Array.from({ length: 106 }, () => op.call(gateway))));
    expect(amazon.state.refused).toBe(0);
    expect(time.clock.now() - startedAt).toBeLessThan(12_000);
  });

  test('a lower one in the header is kept to after the first answer', async () => {
    if (!op) throw new Error('no operation');
    const { time, amazon, gateway } = await rush(op, [{ uplinkMs: 5, workMs: 20 }], {
      rate: 0.5,
      header: '0.5',
    });
    await time.run(Promise.all(Array.from({ length: 20 }, () => op.call(gateway))));
    expect(amazon.state.refused).toBe(0);
  });

  test('a lower one that nobody tells costs few refusals, and every call is answered', async () => {
    if (!op) throw new Error('no operation');
    const { time, amazon, gateway } = await rush(op, [{ uplinkMs: 5, workMs: 20 }], { rate: 1 });
    const answers = await time.run(Promise.all(Array.from({ length: 40 }, () => op.call(gateway))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(amazon.state.refused).toBeGreaterThan(0);
    expect(amazon.state.refused).toBeLessThan(20);
  });
});

describe('a long line of callers', () => {
  test('whoever stood in it for longer than a token lives goes with a new one', async () => {
    const { rate, burst } = operationOf('sellers', 'getMarketplaceParticipations');
    const time = createVirtualTime();
    let denied = 0;
    const arrivals: number[] = [];
    const gateway = createGateway({
      transport: async (request) => {
        const now = time.clock.now();
        if (request.url === TOKEN_ENDPOINT) return granted(`Atza|${now}`);
        arrivals.push(now);
        const issuedAt = Number(request.headers.get('x-amz-access-token')?.slice('Atza|'.length));
        if (now - issuedAt < 3_600_000) return json(200, { payload: [] });
        denied += 1;
        return json(403, { errors: [{ code: 'Unauthorized', message: 'token expired' }] });
      },
      endpoint: ENDPOINT,
      tokenEndpoint: TOKEN_ENDPOINT,
      credentials: CREDENTIALS,
      sellerId: 'A1SELLER',
      clock: time.clock,
      sleep: time.sleep,
      random: () => 0.5,
      patienceMs: Number.POSITIVE_INFINITY,
    });
    const calls = burst + 120;
    const startedAt = time.clock.now();
    await time.run(
      Promise.all(
        Array.from({ length: calls }, () => gateway.sellers.getMarketplaceParticipations()),
      ),
    );
    expect(denied).toBe(0);
    expect(arrivals).toHaveLength(calls);
    expect(Math.max(...arrivals) - startedAt).toBeLessThan((120_000 / rate) * 1.05);
  });

  test('whoever would wait longer than patience allows is told when to come back', async () => {
    const [op] = OPS;
    if (!op) throw new Error('no operation');
    const time = createVirtualTime();
    const gateway = createGateway({
      transport: async (request) =>
        request.url === TOKEN_ENDPOINT ? granted() : json(200, op.body),
      endpoint: ENDPOINT,
      tokenEndpoint: TOKEN_ENDPOINT,
      credentials: CREDENTIALS,
      sellerId: 'A1SELLER',
      clock: time.clock,
      sleep: time.sleep,
      random: () => 0.5,
      patienceMs: 2_000,
    });
    const startedAt = time.clock.now();
    const answers = await time.run(
      Promise.all(
        Array.from({ length: 14 }, () => gateway.inbound.getInboundPlan({ inboundPlanId: 'wf1' })),
      ),
    );
    const served = answers.filter((answer) => answer.ok);
    const sentAway = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]));
    expect(served.length).toBeGreaterThanOrEqual(9);
    expect(sentAway.length).toBeGreaterThan(0);
    for (const failure of sentAway) {
      expect(failure).toMatchObject({
        kind: 'throttled',
        uncertain: false,
        messages: [{ code: 'waiting-too-long' }],
      });
      expect(failure.retryAt).toBeGreaterThan(startedAt + 2_000);
    }
  });
});
