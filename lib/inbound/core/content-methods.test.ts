import { money } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { aPackedPlan, aPackingOffer, GERMANY, JAPAN, UNITED_STATES } from '../testing/plans.ts';
import { asTold, contentMethodOf, contentMethodsOn, manualFee } from './content-methods.ts';

describe('how Amazon learns what is in the boxes', () => {
  it('is in words where nothing else was chosen', () => {
    expect(contentMethodOf(aPackedPlan())).toBe('BOX_CONTENT_PROVIDED');
    expect(contentMethodOf(aPackedPlan({ contentMethod: 'BARCODE_2D' }))).toBe('BARCODE_2D');
  });

  it('is one of the ways of the packing option that are known here', () => {
    const contentMethods = ['TELEPATHY', 'MANUAL_PROCESS', 'BOX_CONTENT_PROVIDED'];
    expect(contentMethodsOn(aPackingOffer({ contentMethods }))).toEqual([
      'BOX_CONTENT_PROVIDED',
      'MANUAL_PROCESS',
    ]);
    expect(contentMethodsOn(undefined)).toEqual(['BOX_CONTENT_PROVIDED']);
  });

  it('R45: boxes have contents for Amazon only where they are told in words', () => {
    const plan = aPackedPlan();
    expect(asTold(plan, plan.boxes)).toBe(plan.boxes);
    const coded = aPackedPlan({ contentMethod: 'BARCODE_2D' });
    expect(asTold(coded, coded.boxes)).toEqual(coded.boxes.map((box) => ({ ...box, items: [] })));
  });
});

describe('the fee for units that Amazon counts itself', () => {
  it('is dearer from October in the US, the same all year in Germany', () => {
    expect(manualFee(UNITED_STATES)).toEqual({
      perUnit: money(15, 'USD'),
      fromOctober: money(30, 'USD'),
    });
    expect(manualFee(GERMANY)).toEqual({
      perUnit: money(14, 'EUR'),
      fromOctober: money(14, 'EUR'),
    });
  });

  it('is not made up where no figure is known', () => {
    expect(manualFee(JAPAN)).toBeUndefined();
    expect(manualFee('A2XXXXXXXXXXXX')).toBeUndefined();
  });
});
