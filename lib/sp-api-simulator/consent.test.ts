import { MINUTE } from '#lib/kernel';
import { expect, test } from 'vitest';

import { control } from './testing/control.ts';
import { newSeller, newSimulator } from './testing/world.ts';

const RETURN = 'https://app.example/callback';

async function ready() {
  const simulator = await newSimulator({ control: true });
  const { seller } = await newSeller(simulator);
  const link = (fields: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams({
      application_id: seller.applicationId,
      state: 'a state',
      redirect_uri: RETURN,
      ...fields,
    });
    return simulator.fetch(
      new Request(`https://sellercentral.test/apps/authorize/consent?${query.toString()}`),
    );
  };
  const decide = async (decision: string, fields: Readonly<Record<string, string>> = {}) => {
    const response = await simulator.fetch(
      new Request('https://sellercentral.test/apps/authorize/consent', {
        method: 'POST',
        body: new URLSearchParams({
          application_id: seller.applicationId,
          state: 'a state',
          redirect_uri: RETURN,
          selling_partner_id: seller.sellerId,
          decision,
          ...fields,
        }),
      }),
    );
    return { response, back: new URL(response.headers.get('location') ?? 'about:blank') };
  };
  const exchange = async (code: string) => {
    const response = await simulator.fetch(
      new Request('https://api.test/auth/o2/token', {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: RETURN,
          client_id: seller.clientId,
          client_secret: seller.clientSecret,
        }),
      }),
    );
    return { status: response.status, body: await response.json() };
  };
  return { simulator, seller, link, decide, exchange };
}

test('a seller who agrees sends the application a code that opens his account once', async () => {
  const { seller, link, decide, exchange } = await ready();
  const page = await link();
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`value="${seller.sellerId}"`);
  const { back } = await decide('allow');
  expect(back.origin + back.pathname).toBe(RETURN);
  expect(back.searchParams.get('state')).toBe('a state');
  expect(back.searchParams.get('selling_partner_id')).toBe(seller.sellerId);
  const code = back.searchParams.get('spapi_oauth_code') ?? '';
  const first = await exchange(code);
  expect(first.status).toBe(200);
  expect(first.body.refresh_token).toBe(seller.refreshToken);
  const second = await exchange(code);
  expect([second.status, second.body.error]).toEqual([400, 'invalid_grant']);
});

test('a code lives for five minutes', async () => {
  const { simulator, decide, exchange } = await ready();
  const { back } = await decide('allow');
  await simulator.advance(5 * MINUTE);
  const late = await exchange(back.searchParams.get('spapi_oauth_code') ?? '');
  expect(late.body.error).toBe('invalid_grant');
});

test('a seller who does not agree sends no code', async () => {
  const { decide } = await ready();
  const { back } = await decide('deny');
  expect(back.searchParams.get('error')).toBe('access_denied');
  expect(back.searchParams.has('spapi_oauth_code')).toBe(false);
});

test('a link without a state, to another application or back to nowhere leads no further', async () => {
  const { link, decide } = await ready();
  for (const fields of [
    { state: '' },
    { application_id: 'amzn1.sellerapps.app.other' },
    { redirect_uri: 'http://app.example/callback' },
    { redirect_uri: 'javascript:alert(1)' },
  ]) {
    const page = await link(fields);
    expect([fields, page.status]).toEqual([fields, 400]);
    expect(await page.text()).not.toContain('<form');
  }
  const { response } = await decide('allow', { selling_partner_id: 'A0NOBODY' });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('no selling account');
});

test('the page speaks Chinese to who reads it', async () => {
  const { link } = await ready();
  expect(await (await link({ language: 'zh' })).text()).toContain('确认授权');
});

test('without its roles an application is turned away, and reads no names', async () => {
  const { simulator } = await ready();
  const client = await newSeller(simulator);
  const without = async (role: string) => {
    const { known } = (await control(simulator, 'GET', 'roles')).body;
    const roles = known.filter((each: string) => each !== role);
    expect((await control(simulator, 'PUT', 'roles', { roles })).status).toBe(200);
  };
  await without('Amazon Fulfillment');
  expect((await client.call('inbound', 'listInboundPlans')).status).toBe(403);
  await without('Direct-to-Consumer Shipping (Restricted)');
  expect((await client.call('inbound', 'listInboundPlans')).status).toBe(200);
  const asked = await client.call('tokens', 'createRestrictedDataToken', {
    body: {
      restrictedResources: [
        { method: 'GET', path: '/orders/v0/orders', dataElements: ['shippingAddress'] },
      ],
    },
  });
  expect(asked.status).toBe(403);
});
