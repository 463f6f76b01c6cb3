import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pack, PackRun } from './pack.ts';
import { faultsOf } from './testing/index.ts';
import type { Carton, Goods, PackRequest } from './types.ts';

const IN = 100_000;
const TARIFF = { handlingPerBox: 1, freightPerPound: 0.45, dimensionalDivisor: 139 };

function goods(sku: string, quantity: number, sides: readonly number[], more = {}): Goods {
  const [length = 0, width = 0, height = 0] = sides.map((side) => Math.round(side * IN));
  return { sku, quantity, length, width, height, weight: IN / 4, ...more };
}

function carton(name: string, sides: readonly number[], more = {}): Carton {
  const [length = 0, width = 0, height = 0] = sides.map((side) => Math.round(side * IN));
  const cost = sides.reduce((product, side) => product * side, 1) / 2_000;
  return { name, length, width, height, tareWeight: IN / 2, maxWeight: 50 * IN, cost, ...more };
}

function request(list: readonly Goods[], cartons: readonly Carton[], more = {}): PackRequest {
  return { goods: list, cartons, tariff: TARIFF, objective: 'boxes', ...more };
}

function packed(asked: PackRequest, iterations = 200) {
  const packing = pack(asked, { seed: 1, iterations });
  expect(faultsOf(asked, packing)).toEqual([]);
  return packing;
}

const SMALL = carton('S', [8, 6, 4]);
const LARGE = carton('L', [18, 14, 12]);

describe('packing', () => {
  it('fills a box to the brim where the units divide it', () => {
    const { boxes, summary, unpacked } = packed(request([goods('A', 54, [6, 7, 4])], [LARGE]));
    expect(unpacked).toEqual([]);
    expect(boxes).toMatchObject([{ quantity: 3, limit: 'volume' }]);
    expect(summary).toMatchObject({ boxes: 3, fill: 1, lowerBound: 3 });
  });

  it('puts nothing where there is nothing, and says why nothing fits', () => {
    const none = packed(request([], [LARGE]));
    expect(none).toMatchObject({ boxes: [], summary: { boxes: 0, cost: 0, fill: 0 } });
    const list = [goods('LONG', 3, [19, 1, 1]), goods('IRON', 2, [2, 2, 2], { weight: 60 * IN })];
    const { unpacked, boxes } = packed(request(list, [SMALL, LARGE]));
    expect(boxes).toEqual([]);
    expect(unpacked).toEqual([
      { sku: 'LONG', quantity: 3, reason: 'larger-than-every-box' },
      { sku: 'IRON', quantity: 2, reason: 'heavier-than-every-box-allows' },
    ]);
  });

  it('never opens a case and leaves what fills none', () => {
    const casePack = {
      quantity: 12,
      length: 6 * IN,
      width: 5 * IN,
      height: 4 * IN,
      weight: 3 * IN,
    };
    const list = [goods('A', 30, [2, 2, 2], { casePack })];
    const { unpacked, boxes } = packed(request(list, [LARGE]));
    expect(boxes).toMatchObject([{ items: [{ sku: 'A', quantity: 24 }] }]);
    expect(unpacked).toEqual([{ sku: 'A', quantity: 6, reason: 'no-full-case' }]);
  });

  it('goes no further than the stock of boxes', () => {
    const list = [goods('A', 10, [8, 6, 4])];
    const { unpacked, summary } = packed(request(list, [{ ...SMALL, stock: 4 }]));
    expect(summary.boxes).toBe(4);
    expect(unpacked).toEqual([{ sku: 'A', quantity: 6, reason: 'boxes-out-of-stock' }]);
  });

  it('keeps groups apart', () => {
    const list = [
      goods('A', 1, [2, 2, 2], { group: '1' }),
      goods('B', 1, [2, 2, 2], { group: '2' }),
    ];
    expect(packed(request(list, [LARGE])).summary).toMatchObject({ boxes: 2, lowerBound: 2 });
  });

  it('gives goods that ask for it boxes of their own, and mixes the rest', () => {
    const list = [
      goods('OWN', 40, [6, 7, 4], { prefersOwnBoxes: true }),
      goods('B', 10, [3, 3, 3]),
    ];
    const { boxes } = packed(request(list, [LARGE]));
    expect(boxes).toContainEqual(
      expect.objectContaining({ quantity: 2, items: [{ sku: 'OWN', quantity: 18 }] }),
    );
    expect(boxes.length).toBe(2);
  });

  it('stacks no more than the goods bear', () => {
    const bottle = goods('BOTTLE', 8, [4, 4, 4], { isStackable: false, orientation: 'upright' });
    // A floor of 8 x 8 in holds four of them, and none stands on another.
    expect(packed(request([bottle], [carton('C', [8, 8, 8])])).summary.boxes).toBe(2);
    const glass = { ...bottle, isStackable: true, isFragile: true };
    expect(packed(request([glass], [carton('C', [8, 8, 8])])).summary.boxes).toBe(1);
    const iron = goods('IRON', 1, [4, 4, 4], { weight: 4 * IN });
    const [box] = packed(
      request([{ ...glass, quantity: 1 }, iron], [carton('C', [4, 4, 8])]),
    ).boxes;
    expect(box?.placements.map(({ sku }) => sku)).toEqual(['IRON', 'BOTTLE']);
  });

  it('turns goods only as they may lie', () => {
    const board = [goods('BOARD', 4, [10, 8, 1], { orientation: 'flat' })];
    const box = carton('C', [10, 8, 3]);
    expect(packed(request(board, [box])).summary.boxes).toBe(2);
    const tall = [goods('TALL', 1, [3, 3, 9], { orientation: 'upright' })];
    expect(packed(request(tall, [carton('C', [10, 8, 4])])).unpacked).toHaveLength(1);
    const fixed = [goods('FIXED', 1, [8, 10, 1], { orientation: 'fixed' })];
    expect(packed(request(fixed, [box])).unpacked).toHaveLength(1);
  });

  it('says what limited a box', () => {
    const limitsOf = (list: readonly Goods[], boxes: readonly Carton[]) =>
      packed(request(list, boxes)).boxes.map(({ limit }) => limit);
    expect(limitsOf([goods('A', 2, [1, 1, 1])], [LARGE])).toEqual(['goods']);
    expect(limitsOf([goods('A', 4, [4, 4, 4], { weight: 20 * IN })], [LARGE])).toEqual(['weight']);
    expect(limitsOf([goods('A', 2, [5, 5, 5])], [carton('C', [9, 9, 9])])).toEqual(['shape']);
  });

  it('takes the cheapest boxes when asked for the least cost', () => {
    const list = [goods('A', 30, [4, 3, 2])];
    const cheap = carton('CHEAP', [8, 6, 4], { cost: 0.01 });
    const dear = carton('DEAR', [18, 14, 12], { cost: 90 });
    const asked = request(list, [dear, cheap], { objective: 'cost' });
    expect(packed(asked).boxes.map(({ carton: { name } }) => name)).toEqual(['CHEAP', 'CHEAP']);
    expect(packed({ ...asked, objective: 'boxes' }).summary.boxes).toBe(1);
  });

  it('gives the same answer for the same seed, and ends by the clock or when it is told to', () => {
    const list = Array.from({ length: 20 }, (_, at) =>
      goods(`G${at}`, 5, [2 + (at % 4), 3 + (at % 3), 2.5]),
    );
    const asked = request(list, [SMALL, LARGE], { objective: 'cost' });
    expect(pack(asked, { seed: 3, iterations: 50 })).toEqual(
      pack(asked, { seed: 3, iterations: 50 }),
    );
    let time = 0;
    const clock = { now: () => time++, milliseconds: 20 };
    const shares: number[] = [];
    pack(asked, { seed: 3, clock }, { onProgress: ({ share }) => void shares.push(share) });
    expect(shares.at(-1)).toBeGreaterThan(0.5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const stopped = pack(asked, { seed: 3, iterations: 1e9 }, { isStopped: () => true });
    expect(faultsOf(asked, stopped)).toEqual([]);
    expect(pack(asked, { seed: 3 }).unpacked).toEqual([]);
    expect(pack(asked, { seed: 3, iterations: 0 }).unpacked).toEqual([]);
  });

  it('can be driven from outside, step by step', () => {
    const list = Array.from({ length: 12 }, (_, at) => goods(`G${at}`, 1, [9, 5 + at / 2, 6]));
    const asked = request(list, [carton('C', [12, 12, 12])], { support: 0 });
    const run = new PackRun(asked, { seed: 1, iterations: 400 });
    const first = run.progress;
    while (run.advance());
    expect(run.progress.boxes).toBeLessThanOrEqual(first.boxes);
    expect(run.progress.lowerBound).toBeLessThanOrEqual(run.progress.boxes);
    expect(faultsOf(asked, run.finish())).toEqual([]);
  });
});

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

describe('unusual requests', () => {
  it('without boxes leave everything unpacked', () => {
    expect(packed(request([goods('A', 2, [1, 1, 1])], [])).unpacked).toHaveLength(1);
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

  it('for single goods use what guillotine cuts find', () => {
    const list = [goods('A', 2_000, [6.3, 4.1, 2.9], { weight: 54_900 })];
    const { boxes, summary } = packed(request(list, [carton('C', [18, 18, 16])]), 4);
    expect(summary.boxes).toBe(33);
    expect(boxes[0]?.items).toEqual([{ sku: 'A', quantity: 61 }]);
    const own = [goods('A', 200, [6.3, 4.1, 2.9], { prefersOwnBoxes: true, weight: 0 })];
    const cheapest = request(own, [carton('C', [18, 18, 16])], { objective: 'cost' });
    expect(packed(cheapest, 4).boxes[0]?.items).toEqual([{ sku: 'A', quantity: 61 }]);
  });

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
});
