import { describe, expect, it } from 'vitest';

import { pack, PackRun } from './pack.ts';
import { faultsOf } from './testing/index.ts';
import { carton, goods, IN, request } from './testing/loads.ts';
import type { Carton, Goods, PackRequest } from './types.ts';

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

describe('unusual requests', () => {
  it('without boxes leave everything unpacked', () => {
    expect(packed(request([goods('A', 2, [1, 1, 1])], [])).unpacked).toHaveLength(1);
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
});
