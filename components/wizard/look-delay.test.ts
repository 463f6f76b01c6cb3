import { expect, it } from 'vitest';

import { lookDelay } from './look-delay.ts';

it('looks for an answer soon at first, then ever more patiently, and never stops looking', () => {
  const delays = Array.from({ length: 20 }, (_, looks) => lookDelay(looks));
  expect(delays[0]).toBe(1_000);
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(delays.at(-1)).toBe(30_000);
});
