import { dimensionsOf, weightOf } from '#lib/kernel';
import { describe, expect, test } from 'vitest';
import { changedBoxes } from './changed-boxes.ts';
import type { BoxEdit } from './edits.ts';

const box = (packageId: string) => ({
  packageId,
  boxId: `FBA1U00000${packageId}`,
  weight: weightOf(10, 'LB'),
  dimensions: dimensionsOf([10, 8, 6], 'IN'),
  items: [{ sku: 'MUG', quantity: 4 }],
});
const edit = (change: Partial<BoxEdit> = {}): BoxEdit => ({
  packageId: '1',
  weight: '10',
  weightUnit: 'LB',
  items: [{ sku: 'MUG', quantity: '4' }],
  ...change,
});

describe('boxes of a shipment that were typed into', () => {
  test('are as typed, and those that were not shown stay', () => {
    const typed = edit({ weight: '11.5', items: [{ sku: 'MUG', quantity: '5' }] });
    const made = changedBoxes([box('1'), box('2')], [typed]);
    expect(made.ok && made.value.map(({ weight, items }) => [weight, items[0]?.quantity])).toEqual([
      [weightOf(11.5, 'LB'), 5],
      [weightOf(10, 'LB'), 4],
    ]);
    expect(made.ok && made.value[0]?.dimensions).toEqual(dimensionsOf([10, 8, 6], 'IN'));
  });

  test('are taken out, and new ones come without a name', () => {
    const { packageId: _, ...fresh } = edit({
      length: '9',
      width: '8',
      height: '7',
      lengthUnit: 'IN',
    });
    const blank = { ...fresh, weight: '', items: [{ sku: 'MUG', quantity: '' }] };
    const made = changedBoxes([box('1'), box('2')], [edit({ gone: 'on' }), fresh, blank]);
    expect(made.ok && made.value.map(({ packageId }) => packageId)).toEqual(['2', undefined]);
    expect(made.ok && made.value[1]?.dimensions).toEqual(dimensionsOf([9, 8, 7], 'IN'));
  });

  test('are refused where they cannot be read, at the field', () => {
    const wrong = edit({ weight: 'heavy', items: [{ sku: 'MUG', quantity: '4.5' }] });
    const made = changedBoxes([box('1')], [wrong]);
    expect(made.ok ? [] : made.problems.map(({ at }) => at)).toEqual([
      'edits.0.weight',
      'edits.0.items.0.quantity',
    ]);
  });
});
