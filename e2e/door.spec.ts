import { expect, test } from './fixtures.ts';

test('a stranger is led to the door, with a policy that runs no script of others', async ({
  request,
}) => {
  const answer = await request.get('/inbound/1?step=pack', { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['location']).toMatch(/\/sign-in\?to=%2Finbound%2F1%3Fstep%3Dpack$/);
  const policy = answer.headers()['content-security-policy'] ?? '';
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? '';
  expect(scripts).toContain("'nonce-");
  expect(scripts).not.toContain('unsafe');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
});

test('a stranger who asks an interface is refused, not led astray', async ({ request }) => {
  const answer = await request.get('/api/anything', { maxRedirects: 0 });
  expect(answer.status()).toBe(401);
});

test('anybody may ask whether the application is well', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(await answer.json()).toEqual({ status: 'ok' });
});
