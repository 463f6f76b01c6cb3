import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { aDraft, aLine, GERMANY } from '../testing/plans.ts';
import { minimalPlacementFee } from './placement-fees.ts';

function feeOf(sides: readonly [number, number, number], pounds: number, quantity = 100) {
  const line = aLine({
    quantity,
    unitDimensions: dimensionsOf(sides, 'IN'),
    unitWeight: weightOf(pounds, 'LB'),
  });
  const fee = minimalPlacementFee(aDraft({ lines: [line] }));
  return fee && [fee.low.minor, fee.high.minor, fee.units];
}

describe('what minimal placement may cost', () => {
  it('lies between what was published for the size and weight of the units', () => {
    expect(feeOf([6, 4, 0.5], 0.5)).toEqual([1_600, 3_000, 100]);
    expect(feeOf([6, 4, 3], 0.75)).toEqual([1_800, 3_400, 100]);
    expect(feeOf([6, 4, 3], 1.5)).toEqual([2_200, 4_100, 100]);
    expect(feeOf([6, 4, 3], 20)).toEqual([3_700, 6_800, 100]);
    expect(feeOf([30, 20, 10], 40, 2)).toEqual([0, 990, 2]);
    expect(feeOf([60, 40, 40], 60)).toBeUndefined();
  });

  it('is told for a whole plan, in dollars, where there is such a fee', () => {
    const lines = [aLine({ quantity: 10 }), aLine({ sku: 'PEN', quantity: 20 })];
    expect(minimalPlacementFee(aDraft({ lines }))).toEqual({
      low: money(660, 'USD'),
      high: money(1_230, 'USD'),
      units: 30,
    });
    expect(minimalPlacementFee(aDraft({ lines, marketplaceId: GERMANY }))).toBeUndefined();
    const { unitWeight: _, ...weightless } = aLine();
    const { unitDimensions: __, ...sizeless } = aLine();
    expect(minimalPlacementFee(aDraft({ lines: [weightless, sizeless] }))).toBeUndefined();
  });
});
