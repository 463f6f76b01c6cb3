import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Gateway } from './index.ts';
import {
  amazonError,
  CREDENTIALS,
  fakeAmazon,
  granted,
  json,
  TOKEN_ENDPOINT,
} from './testing/fake-amazon.ts';

const BODY = { inboundPlanId: 'wf1', status: 'ACTIVE', operationId: 'op1' };
const read = (gateway: Gateway) => gateway.inbound.getInboundPlan({ inboundPlanId: 'wf1' });
const once = (gateway: Gateway) =>
  gateway.inbound.confirmPlacementOption({ inboundPlanId: 'wf1', placementOptionId: 'pl1' });
const expired = () =>
  amazonError(
    403,
    'Unauthorized',
    'Access to requested resource is denied.',
    'The access token you provided has expired.',
  );

describe('an access token', () => {
  test('is asked for with the refresh token, as a form', async () => {
    const { gateway, tokensAsked, heard } = fakeAmazon(() => json(200, BODY));
    await read(gateway);
    expect(tokensAsked[0]).toMatchObject({ method: 'POST', url: TOKEN_ENDPOINT });
    expect(tokensAsked[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(tokensAsked[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: CREDENTIALS.refreshToken,
      client_id: CREDENTIALS.clientId,
      client_secret: CREDENTIALS.clientSecret,
    });
    expect(heard[0]?.headers['x-amz-access-token']).toBe('Atza|token-1');
  });

  test('of the application itself is asked for without a seller, for what belongs to no seller', async () => {
    const { gateway, tokensAsked, heard } = fakeAmazon(() => json(200, { payload: [], ...BODY }), {
      grant: ({ body }) =>
        granted(body.includes('client_credentials') ? 'Atza|app' : 'Atza|seller'),
    });
    await gateway.notifications.getDestinations();
    await gateway.notifications.getDestinations();
    expect(tokensAsked).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(tokensAsked[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      scope: 'sellingpartnerapi::notifications',
      client_id: CREDENTIALS.clientId,
      client_secret: CREDENTIALS.clientSecret,
    });
    await read(gateway);
    expect(heard.map(({ headers }) => headers['x-amz-access-token'])).toEqual([
      'Atza|app',
      'Atza|app',
      'Atza|seller',
    ]);
  });

  test('is asked for once, however many calls start together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), async (calls) => {
        const { gateway, tokensAsked } = fakeAmazon(() => json(200, BODY));
        await Promise.all(Array.from({ length: calls }, () => read(gateway)));
        await read(gateway);
        expect(tokensAsked).toHaveLength(1);
      }),
      { numRuns: 10 },
    );
  });

  test('is renewed minutes before it ends, so that a slow clock does no harm', async () => {
    const { gateway, tokensAsked, clock } = fakeAmazon(() => json(200, BODY));
    await read(gateway);
    clock.time += 54 * 60_000;
    await read(gateway);
    expect(tokensAsked).toHaveLength(1);
    clock.time += 2 * 60_000;
    await read(gateway);
    expect(tokensAsked).toHaveLength(2);
  });

  test('a clock set back makes it old', async () => {
    const { gateway, tokensAsked, clock } = fakeAmazon(() => json(200, BODY));
    await read(gateway);
    clock.time -= 86_400_000;
    await read(gateway);
    expect(tokensAsked).toHaveLength(2);
  });

  test.each([
    ['nothing', undefined],
    ['a word', 'soon'],
    ['zero', 0],
    ['less', -5],
  ])('with %s for a lifetime is taken to last the usual hour', async (_, seconds) => {
    const { gateway, tokensAsked, clock } = fakeAmazon(() => json(200, BODY), {
      grant: () => granted('Atza|token-1', seconds),
    });
    await read(gateway);
    clock.time += 50 * 60_000;
    await read(gateway);
    expect(tokensAsked).toHaveLength(1);
  });

  test('that lives shorter than our margin is still used and not asked for at every call', async () => {
    const { gateway, tokensAsked, clock } = fakeAmazon(() => json(200, BODY), {
      grant: () => granted('Atza|token-1', 60),
    });
    await read(gateway);
    clock.time += 30_000;
    await read(gateway);
    expect(tokensAsked).toHaveLength(1);
    clock.time += 20_000;
    await read(gateway);
    expect(tokensAsked).toHaveLength(2);
  });
});

describe('a token that Amazon calls expired', () => {
  test('is renewed and the call made again, a write that happens once too', async () => {
    for (const ask of [read, once]) {
      const { gateway, heard, tokensAsked } = fakeAmazon(
        (said) =>
          said.headers['x-amz-access-token'] === 'Atza|token-1' ? expired() : json(200, BODY),
        { grant: (_, count) => granted(`Atza|token-${count}`) },
      );
      expect(await ask(gateway)).toMatchObject({ ok: true });
      expect([heard.length, tokensAsked.length]).toEqual([2, 2]);
    }
  });

  test('is renewed once for all calls that met it', async () => {
    const { gateway, tokensAsked } = fakeAmazon(
      (said) =>
        said.headers['x-amz-access-token'] === 'Atza|token-1' ? expired() : json(200, BODY),
      { grant: (_, count) => granted(`Atza|token-${count}`) },
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => read(gateway)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(tokensAsked).toHaveLength(2);
  });

  test('by an answer that comes late does not cost the newer one', async () => {
    const late: (() => void)[] = [];
    const { gateway, tokensAsked } = fakeAmazon(
      (said, count) => {
        if (said.headers['x-amz-access-token'] !== 'Atza|token-1') return json(200, BODY);
        if (count === 1) return expired();
        return new Promise((resolve) => {
          late.push(() => resolve(expired()));
        });
      },
      { grant: (_, count) => granted(`Atza|token-${count}`) },
    );
    const [first, second] = [read(gateway), read(gateway)];
    expect(await first).toMatchObject({ ok: true });
    for (const answer of late) answer();
    expect(await second).toMatchObject({ ok: true });
    expect(late).toHaveLength(1);
    expect(tokensAsked).toHaveLength(2);
  });

  test('time and again ends the call', async () => {
    const { gateway, heard, tokensAsked } = fakeAmazon(expired);
    expect(await read(gateway)).toMatchObject({
      ok: false,
      failure: { kind: 'unauthorized', status: 403, messages: [{ code: 'Unauthorized' }] },
    });
    expect([heard.length, tokensAsked.length]).toEqual([2, 2]);
  });

  test('differs from one revoked, malformed or invalid, which no renewal heals', async () => {
    const { gateway, heard } = fakeAmazon(() =>
      amazonError(
        403,
        'Unauthorized',
        'Access to requested resource is denied.',
        'The access token you provided is revoked, malformed or invalid.',
      ),
    );
    expect(await read(gateway)).toMatchObject({ failure: { kind: 'unauthorized' } });
    expect(heard).toHaveLength(1);
  });
});

describe('no token to be had', () => {
  test.each([
    ['invalid_grant', 400],
    ['invalid_client', 401],
    ['unauthorized_client', 400],
  ])('%s means that the connection must be made anew', async (code, status) => {
    const { gateway, heard, tokensAsked } = fakeAmazon(() => json(200, BODY), {
      grant: () => json(status, { error: code, error_description: `Atzr|refresh-me is ${code}` }),
    });
    expect(await once(gateway)).toEqual({
      ok: false,
      failure: {
        kind: 'unauthorized',
        operation: 'inbound.confirmPlacementOption',
        status,
        messages: [{ code, message: `[removed] is ${code}` }],
        uncertain: false,
      },
    });
    expect([heard.length, tokensAsked.length]).toEqual([0, 1]);
  });

  test('a token service that is down for a moment is asked again', async () => {
    const { gateway, tokensAsked } = fakeAmazon(() => json(200, BODY), {
      grant: (_, count) =>
        [new Response('', { status: 503 }), json(429, {}, { 'retry-after': '2' })][count - 1] ??
        granted(),
    });
    expect(await once(gateway)).toMatchObject({ ok: true });
    expect(tokensAsked).toHaveLength(3);
  });

  test('a token service that stays down fails the call, and the next call asks anew', async () => {
    let down = true;
    const { gateway, heard, tokensAsked } = fakeAmazon(() => json(200, BODY), {
      grant: () => (down ? Promise.reject(new TypeError('fetch failed')) : granted()),
    });
    expect(await once(gateway)).toMatchObject({
      failure: { kind: 'unavailable', messages: [{ code: 'connection-lost' }], uncertain: false },
    });
    expect([heard.length, tokensAsked.length]).toEqual([0, 4]);
    down = false;
    expect(await once(gateway)).toMatchObject({ ok: true });
  });

  test.each([
    ['no JSON', () => new Response('<html>', { status: 200 })],
    ['no token', () => json(200, { token_type: 'bearer' })],
    ['a redirect', () => new Response('', { status: 302 })],
  ])('an answer with %s is refused', async (_, grant) => {
    const { gateway } = fakeAmazon(() => json(200, BODY), { grant });
    expect(await read(gateway)).toMatchObject({
      failure: { kind: 'unexpected-answer', messages: [{ code: 'unreadable-answer' }] },
    });
  });
});
