import { expect, test } from 'vitest';

import { pack } from './pack.ts';
import { packInTurns } from './pack-in-turns.ts';
import type { PackRequest } from './types.ts';

/** Goods for which no packing reaches the bound, so that the search goes on to its end. */
const REQUEST: PackRequest = {
  goods: [
    { sku: 'A', quantity: 9, length: 6, width: 6, height: 6, weight: 1, orientation: 'fixed' },
  ],
  cartons: [
    { name: 'box', length: 11, width: 11, height: 17, tareWeight: 0, maxWeight: 99, cost: 1 },
  ],
  tariff: { handlingPerBox: 1, freightPerPound: 1, dimensionalDivisor: 139 },
  objective: 'cost',
};
const BUDGET = { seed: 1, iterations: 60 };

/** A clock on which every look takes its time. */
function slowClock(): () => number {
  let time = 0;
  return () => (time += 25);
}

test('packing in turns comes to what packing at one go does, and others have theirs', async () => {
  let pauses = 0;
  const seen: number[] = [];
  const packing = await packInTurns(REQUEST, BUDGET, {
    now: slowClock(),
    pause: async () => {
      pauses += 1;
    },
    onProgress: ({ share }) => seen.push(share),
  });
  expect(packing).toEqual(pack(REQUEST, BUDGET));
  expect(pauses).toBeGreaterThan(2);
  expect(seen).toHaveLength(pauses + 1);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('whoever has the turn may end the search and gets what was found', async () => {
  let pauses = 0;
  const packing = await packInTurns(REQUEST, BUDGET, {
    now: slowClock(),
    pause: async () => {
      pauses += 1;
    },
    isStopped: () => true,
  });
  expect(pauses).toBe(1);
  expect(
    packing.boxes.reduce(
      (sum, { items, quantity }) => sum + (items[0]?.quantity ?? 0) * quantity,
      0,
    ),
  ).toBe(9);
});
