import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pack } from './pack.ts';
import { faultsOf } from './testing/index.ts';
import { carton, goods, IN, request, TARIFF } from './testing/loads.ts';
import type { Carton, Goods, PackRequest } from './types.ts';

function packed(asked: PackRequest, iterations = 200) {
  const packing = pack(asked, { seed: 1, iterations });
  expect(faultsOf(asked, packing)).toEqual([]);
  return packing;
}

const sideOf = (most: number) => fc.integer({ min: 1, max: most * 4 }).map((n) => (n * IN) / 4);
const anyGoods = fc.record({
  quantity: fc.integer({ min: 1, max: 15 }),
  length: sideOf(7),
  width: sideOf(7),
  height: sideOf(7),
  weight: fc.integer({ min: 1, max: 6 * IN }),
  orientation: fc.constantFrom('any', 'upright', 'flat', 'fixed' as const),
  isStackable: fc.boolean(),
  isFragile: fc.boolean(),
  group: fc.constantFrom('', '', 'hazmat'),
  prefersOwnBoxes: fc.boolean(),
});
const anyCarton = fc.record({
  length: sideOf(12),
  width: sideOf(12),
  height: sideOf(12),
  tareWeight: fc.integer({ min: 0, max: IN }),
  maxWeight: fc.integer({ min: 2 * IN, max: 40 * IN }),
  cost: fc.double({ min: 0, max: 5, noNaN: true }),
  stock: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
});
const anyRequest = fc.record({
  goods: fc
    .array(anyGoods, { minLength: 1, maxLength: 8 })
    .map((list) => list.map((each, at): Goods => ({ sku: `G${at}`, ...each }))),
  cartons: fc.array(anyCarton, { minLength: 1, maxLength: 4 }).map((list) =>
    list.map(({ stock, ...each }, at): Carton => {
      return { name: `C${at}`, ...each, ...(stock === undefined ? {} : { stock }) };
    }),
  ),
  tariff: fc.constant(TARIFF),
  objective: fc.constantFrom('boxes' as const, 'cost' as const),
  support: fc.constantFrom(0, 0.7, 1),
});

describe('any packing', () => {
  it('loses no unit, overfills no box and lets nothing fall or break', () => {
    fc.assert(
      fc.property(anyRequest, fc.integer(), (asked, seed) => {
        expect(faultsOf(asked, pack(asked, { seed, iterations: 30 }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The fewest bins for lengths, by trying every way: what packing has to reach where it is a line. */
function fewest(lengths: readonly number[], room: number): number {
  let best = lengths.length;
  const place = (at: number, bins: readonly number[]): void => {
    if (bins.length >= best) return;
    const length = lengths[at];
    if (length === undefined) {
      best = bins.length;
      return;
    }
    for (const [index, used] of bins.entries()) {
      if (used + length <= room) place(at + 1, bins.with(index, used + length));
    }
    place(at + 1, [...bins, length]);
  };
  place(0, []);
  return best;
}

describe('small packings', () => {
  it('need no more boxes than the best of all ways', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(lengths, (list) => {
        const box = carton('C', [20, 4, 4]);
        const logs = list.map((length, at) => goods(`G${at}`, 1, [length, 4, 4]));
        const { summary } = packed(request(logs, [box]), 400);
        expect(summary.boxes).toBe(fewest(list, 20));
        expect(summary.lowerBound).toBeLessThanOrEqual(summary.boxes);
      }),
      { numRuns: 40 },
    );
  });

  it('put a box that was cut to pieces together again', () => {
    const cuts = fc.array(
      fc.tuple(fc.nat(), fc.nat(2), fc.double({ min: 0.2, max: 0.8, noNaN: true })),
      {
        minLength: 3,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(cuts, fc.boolean(), (list, mayTurn) => {
        const pieces: number[][] = [[20, 16, 12]];
        for (const [which, axis, share] of list) {
          const piece = pieces[which % pieces.length] ?? [];
          const side = piece[axis] ?? 0;
          const cut = Math.round(side * share);
          if (cut === 0 || cut === side) continue;
          pieces.splice(
            pieces.indexOf(piece),
            1,
            piece.with(axis, cut),
            piece.with(axis, side - cut),
          );
        }
        const orientation = mayTurn ? 'any' : 'fixed';
        const parts = pieces.map((sides, at) =>
          goods(`P${at}`, 1, sides, { orientation, weight: 1 }),
        );
        const asked = request(parts, [carton('C', [20, 16, 12])], { support: 0 });
        expect(packed(asked, 3_000).summary).toMatchObject({ boxes: 1, fill: 1 });
      }),
      { numRuns: 25 },
    );
  });
});

describe('long searches', () => {
  it('mind the stock of boxes while they look for cheaper ones', () => {
    const list = Array.from({ length: 9 }, (_, at) => goods(`G${at}`, 7, [2 + at / 4, 3, 2.5]));
    const cartons = [
      { ...carton('S', [8, 6, 4]), stock: 2 },
      { ...carton('M', [12, 10, 8], { cost: 0.1 }), stock: 1 },
      { ...carton('L', [18, 14, 12]), stock: 3 },
    ];
    for (const objective of ['cost', 'boxes'] as const) {
      expect(packed(request(list, cartons, { objective }), 200).unpacked).toEqual([]);
    }
    const none = cartons.map((each) => ({ ...each, stock: 0 }));
    const own = list.map((each) => ({ ...each, prefersOwnBoxes: true }));
    expect(packed(request(own, none), 5).unpacked).toHaveLength(9);
  });

  it('with sides of no common measure are packed as well', () => {
    const odd = (at: number): readonly number[] => [3.00001 + at / 7, 2.00003 + at / 11, 1.00007];
    const list = Array.from({ length: 70 }, (_, at) =>
      goods(`G${at}`, 12, odd(at % 9), { weight: 0 }),
    );
    const box = carton('C', [17.99999, 13.00001, 11.99993]);
    const { summary } = packed(request(list, [box]), 8);
    expect(summary.fill).toBeGreaterThan(0.6);
    const alone = packed(request([goods('A', 2_000, odd(1), { weight: 0 })], [box]), 8);
    expect(alone.summary.fill).toBeGreaterThan(0.7);
  });
});
