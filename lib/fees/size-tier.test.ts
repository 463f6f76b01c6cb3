import { type Dimensions, dimensionsOf, type Weight, weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStandardSize, type SizeTier, sizeTier } from './size-tier.ts';

const ORDER: readonly SizeTier[] = [
  'small-standard',
  'large-standard',
  'small-bulky',
  'large-bulky',
  'extra-large',
  'extra-large-150',
];

describe('the US size tier of a unit', () => {
  it.each<[readonly [number, number, number], number, SizeTier]>([
    [[15, 12, 0.75], 1, 'small-standard'],
    [[0.75, 15, 12], 1, 'small-standard'],
    [[15.01, 12, 0.75], 1, 'large-standard'],
    [[15, 12.01, 0.75], 1, 'large-standard'],
    [[15, 12, 0.76], 1, 'large-standard'],
    [[15, 12, 0.75], 1.0001, 'large-standard'],
    [[18, 14, 8], 20, 'large-standard'],
    [[18, 14, 8], 20.001, 'small-bulky'],
    [[18.01, 14, 8], 20, 'small-bulky'],
    [[18, 14.01, 8], 20, 'small-bulky'],
    [[18, 14, 8.01], 20, 'small-bulky'],
    [[37, 28, 6], 50, 'small-bulky'],
    [[37.01, 28, 6], 50, 'large-bulky'],
    [[37, 28.01, 6], 50, 'large-bulky'],
    [[20, 20, 17.375], 50, 'small-bulky'],
    // 20 x 20 x 17.376 in weighs 50.003 lb by volume.
    [[20, 20, 17.376], 50, 'extra-large'],
    [[59, 33, 2], 50, 'large-bulky'],
    [[59.01, 33, 2], 50, 'extra-large'],
    [[59, 33.01, 2], 50, 'extra-large'],
    [[58, 34, 1], 5, 'extra-large'],
    [[30, 20, 5], 50.01, 'extra-large'],
    // 58 + 2 x (33 + 3) is 130 in around.
    [[58, 33, 3], 40, 'large-bulky'],
    [[58, 33, 3.01], 40, 'extra-large'],
    [[10, 10, 10], 150, 'extra-large'],
    [[10, 10, 10], 150.001, 'extra-large-150'],
  ])('%j in and %d lb is %s', (sides, pounds, tier) => {
    expect(sizeTier(dimensionsOf(sides, 'IN'), weightOf(pounds, 'LB'))).toBe(tier);
  });

  it('is the same in centimetres and kilograms', () => {
    const metric = dimensionsOf([38.1, 30.48, 1.905], 'CM');
    expect(sizeTier(metric, weightOf(0.45359, 'KG'))).toBe('small-standard');
    expect(sizeTier(metric, weightOf(0.4536, 'KG'))).toBe('large-standard');
    expect(isStandardSize(metric, weightOf(0.4536, 'KG'))).toBe(true);
    expect(isStandardSize(metric, weightOf(30, 'KG'))).toBe(false);
  });

  it('never falls when a side or the weight grows', () => {
    const side = fc.integer({ min: 1, max: 7_000_000 });
    const more = fc.integer({ min: 0, max: 2_000_000 });
    const unit = fc.record({ length: side, width: side, height: side });
    const grown = fc.record({ length: more, width: more, height: more, amount: more });
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 1, max: 20_000_000 }),
        grown,
        fc.constantFrom(['IN', 'LB'] as const, ['CM', 'KG'] as const),
        (sides, amount, growth, [unitOfLength, unitOfWeight]) => {
          const small: Dimensions = { ...sides, unit: unitOfLength };
          const large: Dimensions = {
            length: sides.length + growth.length,
            width: sides.width + growth.width,
            height: sides.height + growth.height,
            unit: unitOfLength,
          };
          const weight = (value: number): Weight => ({ amount: value, unit: unitOfWeight });
          const before = ORDER.indexOf(sizeTier(small, weight(amount)));
          const after = ORDER.indexOf(sizeTier(large, weight(amount + growth.amount)));
          return before >= 0 && after >= before;
        },
      ),
      { numRuns: 500 },
    );
  });
});
