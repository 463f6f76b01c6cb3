import { createServer } from 'node:net';

import { afterEach, expect, test, vi } from 'vitest';

import { runSimulator } from './simulator.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('options that make no sense are answered with how it is used', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const argv of [
    ['--port', 'none'],
    ['--port', '70000'],
    ['--seed', '1.5'],
    ['--clock', 'sundial'],
    ['--quirks', 'noSuchQuirk'],
    ['--unknown'],
  ])
    expect([argv, await runSimulator(argv)]).toEqual([argv, 2]);
  expect(errors).toHaveBeenCalledTimes(6);
  expect(errors.mock.calls[0]?.[0]).toContain('firstleg simulator');
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
