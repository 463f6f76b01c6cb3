import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { convertLength, convertWeight, dimensionsOf, marketplaceById, weightOf } from '#lib/kernel';
import { GERMANY, JAPAN, UNITED_STATES } from '../testing/plans.ts';
import { buildPallets, type LoadedBox } from './pallets.ts';
import { palletLimits } from './pallet-limits.ts';

const US = palletLimits(UNITED_STATES);
const boxes = (
  count: number,
  sides: readonly [number, number, number],
  pounds: number,
): LoadedBox[] =>
  Array.from({ length: count }, () => ({
    dimensions: dimensionsOf(sides, 'IN'),
    weight: weightOf(pounds, 'LB'),
  }));

it('stacks equal boxes course by course, as high as a pallet may be', () => {
  // Six to a course of 48 x 40 in, five courses of 12 in on 6 in of wood are 66 in.
  const pallets = buildPallets(boxes(60, [16, 20, 12], 20), US);
  expect(pallets).toEqual([
    {
      count: 2,
      boxes: 30,
      dimensions: dimensionsOf([48, 40, 66], 'IN'),
      weight: weightOf(645, 'LB'),
      isStackable: false,
    },
  ]);
});

it('stops at the weight where that comes first', () => {
  const pallets = buildPallets(boxes(60, [16, 20, 12], 50), US);
  expect(pallets.map(({ count, boxes: on }) => [count, on])).toEqual([
    [2, 24],
    [1, 12],
  ]);
});

it('puts unfinished courses of other boxes on top', () => {
  const mixed = [...boxes(7, [16, 20, 12], 20), ...boxes(2, [10, 10, 10], 5)];
  expect(buildPallets(mixed, US)).toMatchObject([{ count: 1, boxes: 9 }]);
});

it('gives a box that is larger than the deck a course of its own', () => {
  expect(buildPallets(boxes(2, [60, 45, 30], 90), US)).toMatchObject([{ count: 1, boxes: 2 }]);
});

it('leaves out what it does not know the size or weight of', () => {
  expect(buildPallets([{}, { weight: weightOf(1, 'LB') }], US)).toEqual([]);
});

it('R118: knows the decks of the countries', () => {
  expect(palletLimits(GERMANY).deck).toEqual([120, 80]);
  expect(palletLimits('A1F83G8C2ARO7P').deck).toEqual([120, 100]);
  expect(palletLimits('A39IBJ37TRP1C6').deck).toEqual([116.5, 116.5]);
  expect(palletLimits(JAPAN).unit).toBe('CM');
  expect(marketplaceById('nowhere')).toBeUndefined();
  expect(palletLimits('nowhere').deck).toEqual([120, 80]);
});

it('R118: loses no box, and no pallet is too high or too heavy', () => {
  const side = fc.integer({ min: 4, max: 36 });
  const kind = fc.record({
    sides: fc.tuple(side, side, side),
    pounds: fc.integer({ min: 1, max: 50 }),
    count: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(kind, { minLength: 1, maxLength: 4 }), (kinds) => {
      const all = kinds.flatMap(({ sides, pounds, count }) => boxes(count, sides, pounds));
      const pallets = buildPallets(all, US);
      const loaded = pallets.reduce((sum, pallet) => sum + pallet.count * pallet.boxes, 0);
      expect(loaded).toBe(all.length);
      for (const { dimensions, weight } of pallets) {
        const height = dimensions && convertLength({ amount: dimensions.height, unit: 'IN' }, 'IN');
        expect(height).toBeLessThanOrEqual(72);
        expect(weight && convertWeight(weight, 'LB')).toBeLessThanOrEqual(1_500);
      }
    }),
    { numRuns: 60 },
  );
});
