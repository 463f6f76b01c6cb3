import { createServer } from 'node:net';

import { afterEach, expect, test, vi } from 'vitest';

import { runSimulator } from './simulator.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('what makes no sense is answered with a sentence and with how it is used', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const wrong: readonly (readonly [string[], string])[] = [
    [['--port', 'none'], 'The port must be a whole number from 0 to 65535, not "none".'],
    [['--port', '70000'], 'not "70000".'],
    [['--seed', '1.5'], 'The seed must be a whole number, not "1.5".'],
    [['--clock', 'sundial'], 'The clock is "virtual" or "wall", not "sundial".'],
    [['--quirks', 'noSuchQuirk'], 'There are no quirks named "noSuchQuirk"'],
    [['--scenario', 'opera'], 'There is no scenario named "opera"; there are starter, empty,'],
    [['--unknown'], "Unknown option '--unknown'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['stray'], "Unexpected argument 'stray'"],
  ];
  for (const [argv, sentence] of wrong) {
    expect([argv, await runSimulator(argv)]).toEqual([argv, 2]);
    const said = String(errors.mock.lastCall?.[0]);
    expect(said).toContain(sentence);
    expect(said.split('\n')[1]).toMatch(/^usage: npm run firstleg -- simulator /);
  }
});

test('when it is ready it prints one line of JSON, and an account that can sign in', async () => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const ended = runSimulator(['--port', '0', '--clock', 'virtual', '--scenario', 'empty']);
  await vi.waitFor(() => expect(lines).toHaveBeenCalled());
  const ready = JSON.parse(String(lines.mock.calls[0]?.[0])) as Record<string, string>;
  expect(Object.keys(ready)).toEqual([
    'endpoint',
    'clientId',
    'clientSecret',
    'refreshToken',
    'sellerId',
    'marketplaceId',
  ]);
  const token = await fetch(`${ready['endpoint']}/auth/o2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: ready['clientId'] ?? '',
      client_secret: ready['clientSecret'] ?? '',
      refresh_token: ready['refreshToken'] ?? '',
    }),
  });
  expect(token.status).toBe(200);
  const closed = await fetch(`${ready['endpoint']}/_sim/clock`);
  expect(closed.status).toBe(404);
  process.emit('SIGTERM');
  expect(await ended).toBe(0);
  expect(lines).toHaveBeenCalledTimes(1);
});

test('a port that is taken is said in one line', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const address = squatter.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  expect(await runSimulator(['--port', port])).toBe(1);
  expect(String(errors.mock.calls[0]?.[0])).toContain('EADDRINUSE');
  await new Promise((resolve) => squatter.close(resolve));
});
