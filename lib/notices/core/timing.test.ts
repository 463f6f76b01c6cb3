import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#lib/kernel';
import { GATHER_MS, letterDueAt, MOST_ATTEMPTS, REST_MS, waitAfter } from './timing.ts';

const NOON = Date.UTC(2026, 10, 24, 20);

describe('when a letter goes', () => {
  it('the first of its kind goes within seconds', () => {
    expect(letterDueAt({ oldestAt: NOON })).toBe(NOON + GATHER_MS);
    expect(letterDueAt({ oldestAt: NOON, lastAt: NOON - REST_MS })).toBe(NOON + GATHER_MS);
  });

  it('what follows soon after is kept for the next letter', () => {
    expect(letterDueAt({ oldestAt: NOON + MINUTE, lastAt: NOON })).toBe(NOON + REST_MS);
  });

  it('never two of a kind within the rest, and never before others could join', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (oldestAt, lastAt) => {
        const due = letterDueAt({ oldestAt, lastAt });
        expect(due).toBeGreaterThanOrEqual(lastAt + REST_MS);
        expect(due).toBeGreaterThanOrEqual(oldestAt + GATHER_MS);
      }),
    );
  });

  it('tries come further apart, and all of them fit into a working day', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => waitAfter(index + 1));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(9 * HOUR);
  });
});
