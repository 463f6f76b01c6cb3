import { expect, test } from 'vitest';
import { consentUrl, exchangeCode } from './authorisation.ts';
import { json } from './testing/fake-amazon.ts';

const LINK = {
  sellerCentral: 'https://sellercentral.amazon.com',
  applicationId: 'amzn1.sellerapps.app.1',
  state: 'a state',
  redirectUri: 'https://firstleg.example/api/connection/callback',
  isDraft: false,
};

test('the link to the consent page names the application, the state and the way back', () => {
  const url = new URL(consentUrl(LINK));
  expect(url.origin + url.pathname).toBe('https://sellercentral.amazon.com/apps/authorize/consent');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    application_id: LINK.applicationId,
    state: LINK.state,
    redirect_uri: LINK.redirectUri,
  });
  expect(new URL(consentUrl({ ...LINK, isDraft: true })).searchParams.get('version')).toBe('beta');
});

async function trade(reply: () => Response | Promise<Response>) {
  const heard: URLSearchParams[] = [];
  const answer = await exchangeCode({
    transport: async (request) => {
      heard.push(new URLSearchParams(await request.text()));
      return reply();
    },
    tokenEndpoint: 'https://api.amazon.com/auth/o2/token',
    clientId: 'client',
    clientSecret: 's3cr3t',
    code: 'the-code',
    redirectUri: LINK.redirectUri,
  });
  return { answer, heard };
}

test('a code is traded for a refresh token, in one call', async () => {
  const { answer, heard } = await trade(() => json(200, { refresh_token: 'Atzr|new' }));
  expect(answer).toEqual({ ok: true, value: 'Atzr|new' });
  expect(heard).toHaveLength(1);
  expect(heard[0]?.get('grant_type')).toBe('authorization_code');
  expect(heard[0]?.get('redirect_uri')).toBe(LINK.redirectUri);
});

test('a code that does not work says why, is not tried again, and nothing secret is repeated', async () => {
  for (const [status, kind] of [
    [400, 'unauthorized'],
    [503, 'unavailable'],
  ] as const) {
    const { answer, heard } = await trade(() =>
      json(status, { error: 'invalid_grant', error_description: 'the-code by s3cr3t is used' }),
    );
    expect(heard).toHaveLength(1);
    expect(answer).toMatchObject({
      ok: false,
      failure: {
        kind,
        messages: [{ code: 'invalid_grant', message: '[removed] by [removed] is used' }],
      },
    });
  }
});

test('no answer, and an answer without a token, are failures', async () => {
  const lost = await trade(() => Promise.reject(new TypeError('fetch failed')));
  expect(lost.answer).toMatchObject({ failure: { kind: 'unavailable' } });
  for (const reply of [json(200, {}), new Response('<html>'), json(200, { refresh_token: '' })])
    expect((await trade(() => reply)).answer).toMatchObject({
      failure: { kind: 'unexpected-answer' },
    });
});
