import { dimensionsOf } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { aBox, aLine, aPlanWithGroups } from '../testing/plans.ts';
import { arrange } from './arrangement.ts';

const plan = aPlanWithGroups();
const BOX = aBox({
  dimensions: dimensionsOf([10, 8, 4], 'IN'),
  items: [{ sku: 'MUG-RED', quantity: 4 }],
});

describe('the arrangement of a box', () => {
  it('has a place for every unit, whoever packed the box', () => {
    const found = arrange(plan, BOX, []);
    expect(found?.room).toEqual({ length: 1_000_000, width: 800_000, height: 400_000 });
    expect(found?.placements.map(({ sku }) => sku)).toEqual(Array(4).fill('MUG-RED'));
  });

  it('keeps to the inner size of a box that was measured inside', () => {
    const measured = (size: readonly [number, number, number]) => ({
      name: 'Small',
      dimensions: dimensionsOf(size, 'IN'),
      inner: dimensionsOf([9.5, 7.5, 3.5], 'IN'),
    });
    expect(arrange(plan, BOX, [measured([10, 8, 4])])).toBeUndefined();
    expect(arrange(plan, BOX, [measured([10, 8, 5])])).toBeDefined();
  });

  it('is not known while sizes are, or where the units do not fit', () => {
    const { dimensions: _, ...sizeless } = BOX;
    expect(arrange(plan, sizeless, [])).toBeUndefined();
    expect(arrange(plan, { ...BOX, items: [] }, [])).toBeUndefined();
    expect(arrange(plan, { ...BOX, items: [{ sku: 'GONE', quantity: 1 }] }, [])).toBeUndefined();
    const { unitWeight: __, ...weightless } = aLine();
    expect(arrange(aPlanWithGroups({ lines: [weightless] }), BOX, [])).toBeUndefined();
    expect(arrange(plan, { ...BOX, items: [{ sku: 'MUG-RED', quantity: 5 }] }, [])).toBeUndefined();
    const pole = aLine({ unitDimensions: dimensionsOf([30, 1, 1], 'IN') });
    expect(arrange(aPlanWithGroups({ lines: [pole] }), BOX, [])).toBeUndefined();
  });
});
