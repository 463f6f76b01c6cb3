import { describe, expect, test } from 'vitest';

import { amazonError, fakeAmazon, granted, json } from './testing/fake-amazon.ts';
import { BODY, hostile, once, read, repeatable } from './testing/hostile-day.ts';

describe('patience has an end', () => {
  test('a reading is given up after five attempts, with Amazon’s words', async () => {
    const { gateway, heard } = hostile(Array.from({ length: 9 }, () => 'internal error' as const));
    expect(await read(gateway)).toEqual({
      ok: false,
      failure: {
        kind: 'unavailable',
        operation: 'inbound.getInboundPlan',
        status: 500,
        requestId: 'request-1',
        messages: [{ code: 'InternalFailure', message: 'no' }],
        uncertain: false,
      },
    });
    expect(heard).toHaveLength(5);
  });

  test('a replacing write that never got through may yet have been carried out', async () => {
    const { gateway } = hostile(Array.from({ length: 9 }, () => 'reset' as const));
    expect(await repeatable(gateway)).toMatchObject({
      failure: {
        kind: 'unavailable',
        messages: [{ code: 'connection-lost', message: 'ECONNRESET' }],
        uncertain: true,
      },
    });
  });

  test('a write that never reached Amazon was surely not carried out', async () => {
    const { gateway, heard } = hostile(Array.from({ length: 9 }, () => 'refused' as const));
    expect(await once(gateway)).toMatchObject({
      failure: { messages: [{ code: 'not-reached' }], uncertain: false },
    });
    expect(heard).toHaveLength(5);
  });

  test('throttling without end is told with a time to come back', async () => {
    const { gateway, heard, clock } = hostile(
      Array.from({ length: 20 }, () => 'throttled' as const),
    );
    const answer = await once(gateway);
    expect(answer).toMatchObject({
      failure: { kind: 'throttled', status: 429, retryAt: clock.now() + 500, uncertain: false },
    });
    expect(heard).toHaveLength(8);
  });

  test('an attempt that brings no answer ends when its time is up', async () => {
    const { gateway } = hostile(['silence']);
    expect(await once(gateway)).toMatchObject({
      failure: { kind: 'unavailable', messages: [{ code: 'timeout' }], uncertain: true },
    });
  });
});

describe('waiting between attempts', () => {
  test('is full jitter that doubles: anything between nothing and twice the last', async () => {
    const faults = Array.from({ length: 4 }, () => 'internal error' as const);
    const longest = hostile(faults, { random: () => 1 });
    await read(longest.gateway);
    expect(longest.slept).toEqual([500, 1_000, 2_000, 4_000]);
    const shortest = hostile(faults, { random: () => 0 });
    await read(shortest.gateway);
    expect(shortest.slept).toEqual([0, 0, 0, 0]);
  });

  test('is never shorter than Amazon asks', async () => {
    const { gateway, slept } = fakeAmazon((_, count) =>
      count === 1 ? json(503, {}, { 'retry-after': '7' }) : json(200, BODY),
    );
    await read(gateway);
    expect(slept).toEqual([7_000]);
  });
});

describe('an answer that nobody understands', () => {
  test.each([
    ['no JSON', () => new Response('<html>hello</html>', { status: 200 }), 'unreadable-answer'],
    ['an empty body', () => new Response('', { status: 200 }), 'missing-in-answer'],
    ['a list', () => json(200, []), 'missing-in-answer'],
    ['JSON without the id', () => json(200, { status: 'ACTIVE' }), 'missing-in-answer'],
    ['an id that is no text', () => json(200, { ...BODY, inboundPlanId: {} }), 'missing-in-answer'],
  ])('%s is refused', async (_, reply, code) => {
    const { gateway, heard } = fakeAmazon(reply);
    expect(await read(gateway)).toMatchObject({
      ok: false,
      failure: { kind: 'unexpected-answer', messages: [{ code }], uncertain: false },
    });
    expect(heard).toHaveLength(1);
  });

  test('after a write it stays unknown what Amazon did', async () => {
    const { gateway } = fakeAmazon(() => json(202, {}));
    expect(await once(gateway)).toMatchObject({
      failure: {
        kind: 'unexpected-answer',
        messages: [{ code: 'missing-in-answer', message: 'operationId' }],
        uncertain: true,
      },
    });
  });

  test('a redirect is not followed, since the token would go with it', async () => {
    const { gateway, heard } = fakeAmazon(
      () => new Response('', { status: 302, headers: { location: 'https://elsewhere.example' } }),
    );
    expect(await read(gateway)).toMatchObject({
      failure: { kind: 'unexpected-answer', status: 302 },
    });
    expect(heard).toHaveLength(1);
  });

  test('unknown words and times without seconds are none of the gateway’s business', async () => {
    const body = {
      inboundPlanId: 'wf1',
      status: 'PONDERING',
      createdAt: '2026-11-23T10:00Z',
      novelty: { deep: [1] },
    };
    const { gateway } = fakeAmazon(() => json(200, body));
    expect(await read(gateway)).toMatchObject({ ok: true, value: body });
  });
});

describe('Amazon says no', () => {
  test('in its own words, several of them, details and request id kept', async () => {
    const errors = [
      { code: 'BadRequest', message: 'ERROR: A-1 requires prepOwner', details: '' },
      { code: 'BadRequest', message: 'ERROR: B-2 requires prepOwner', details: 'see B-2' },
    ];
    const { gateway, heard } = fakeAmazon(() => json(400, { errors }));
    expect(await once(gateway)).toEqual({
      ok: false,
      failure: {
        kind: 'rejected',
        operation: 'inbound.confirmPlacementOption',
        status: 400,
        requestId: 'request-1',
        messages: [
          { code: 'BadRequest', message: 'ERROR: A-1 requires prepOwner' },
          { code: 'BadRequest', message: 'ERROR: B-2 requires prepOwner', details: 'see B-2' },
        ],
        uncertain: false,
      },
    });
    expect(heard).toHaveLength(1);
  });

  test.each([
    ['a number for a code', { errors: [{ code: 400, message: 'no' }] }, '400'],
    ['nothing in the error', { errors: [{}] }, 'unknown'],
    ['an error that is a word', { errors: ['no'] }, 'unknown'],
    ['an error that is null', { errors: [null] }, 'unknown'],
    ['OAuth’s form', { error: 'invalid_grant', error_description: 'x' }, 'invalid_grant'],
  ])('with %s', async (_, body, code) => {
    const { gateway } = fakeAmazon(() => json(404, body));
    expect(await read(gateway)).toMatchObject({
      failure: { kind: 'rejected', messages: [{ code }] },
    });
  });

  test('without any words', async () => {
    const { gateway } = fakeAmazon(() => new Response(null, { status: 413 }));
    expect(await read(gateway)).toMatchObject({
      failure: { kind: 'rejected', status: 413, messages: [] },
    });
  });

  test('with errors where the payload should be, and status 200', async () => {
    const { gateway } = fakeAmazon(() => json(200, { errors: [{ code: 'InvalidInput' }] }));
    const answer = await gateway.inboundV0.getBillOfLading({ shipmentId: 'FBA1' });
    expect(answer).toMatchObject({
      failure: { kind: 'rejected', status: 200, messages: [{ code: 'InvalidInput' }] },
    });
  });

  test('for want of a role: the connection must be mended, not the call', async () => {
    const { gateway, heard, tokensAsked } = fakeAmazon(() =>
      amazonError(403, 'Unauthorized', 'Access to requested resource is denied.', 'missing role'),
    );
    expect(await read(gateway)).toMatchObject({ failure: { kind: 'unauthorized', status: 403 } });
    expect([heard.length, tokensAsked.length]).toEqual([1, 1]);
  });
});

describe('while writes are stopped', () => {
  test('nothing that writes leaves the house, and reading goes on', async () => {
    const { gateway, heard, tokensAsked } = hostile([], { stopWrites: () => true });
    for (const ask of [once, repeatable])
      expect(await ask(gateway)).toMatchObject({
        failure: { kind: 'rejected', messages: [{ code: 'writes-stopped' }], uncertain: false },
      });
    expect([heard.length, tokensAsked.length]).toEqual([0, 0]);
    expect(await read(gateway)).toMatchObject({ ok: true });
    expect(heard).toHaveLength(1);
  });

  test('a write that waits for its next attempt is not sent either', async () => {
    let stopped = false;
    const { gateway, heard } = fakeAmazon(
      () => {
        stopped = true;
        return amazonError(429, 'QuotaExceeded');
      },
      { stopWrites: () => stopped },
    );
    expect(await once(gateway)).toMatchObject({
      failure: { messages: [{ code: 'writes-stopped' }] },
    });
    expect(heard).toHaveLength(1);
  });
});

describe('stopping while writes stand in line', () => {
  test('sends none of those that still wait for their turn', async () => {
    let stopped = false;
    const { gateway, heard } = fakeAmazon(() => json(200, BODY), {
      stopWrites: () => stopped,
      sleep: async () => {
        stopped = true;
      },
      patienceMs: Number.POSITIVE_INFINITY,
      clock: { now: () => (stopped ? 1_000_000 : 0) },
    });
    const answers = await Promise.all([1, 2, 3, 4].map(() => repeatable(gateway)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    expect(heard).toHaveLength(2);
  });
});

describe('the transcript', () => {
  test('has a line for every attempt and for the token', async () => {
    const { gateway, records } = fakeAmazon(
      (_, count) => (count === 1 ? amazonError(500, 'InternalFailure') : json(200, BODY)),
      { grant: () => granted() },
    );
    await read(gateway);
    expect(
      records.map(({ operation, attempt, status, codes, requestId }) => ({
        operation,
        attempt,
        status,
        codes,
        requestId,
      })),
    ).toEqual([
      { operation: 'lwa.token', attempt: 1, status: 200, codes: [], requestId: undefined },
      {
        operation: 'inbound.getInboundPlan',
        attempt: 1,
        status: 500,
        codes: ['InternalFailure'],
        requestId: 'request-1',
      },
      {
        operation: 'inbound.getInboundPlan',
        attempt: 2,
        status: 200,
        codes: [],
        requestId: 'request-1',
      },
    ]);
  });
});
