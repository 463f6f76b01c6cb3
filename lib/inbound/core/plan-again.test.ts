import { describe, expect, it } from 'vitest';
import {
  aBox,
  aDraft,
  aLine,
  aPackedPlan,
  aShipment,
  aShippedPlan,
  NOW,
} from '../testing/plans.ts';
import { planAgain } from './plan-again.ts';

const ANEW = { id: 'plan-2', createdAt: NOW };
const again = (plan: Parameters<typeof planAgain>[0]) => planAgain(plan, ANEW);

describe('a plan that is made again', () => {
  it('keeps lines, prep, address and boxes, and nothing of what was Amazon’s', () => {
    const lines = [aLine({ expiry: '2028-01-31' })];
    const plan = aPackedPlan({ lines, cancelledAt: NOW });
    const { shipFrom } = plan;
    expect(again(plan)).toEqual({
      ...ANEW,
      marketplaceId: plan.marketplaceId,
      name: 'November mugs (2)',
      shipFrom,
      lines,
      boxes: plan.boxes,
      shipments: [],
    });
  });

  it('has the boxes as they went into shipments, alike ones counted together', () => {
    const [one] = aShipment().boxes;
    if (!one) throw new Error('a box');
    const other = { ...one, packageId: 'pk9', items: [{ sku: 'MUG-RED', quantity: 4 }] };
    const shipments = [aShipment({ boxes: [one, { ...one, packageId: 'pk2' }, other] })];
    const made = again(aShippedPlan(undefined, { shipments }));
    expect(made.boxes.map(({ copies, items }) => [copies, items[0]?.quantity])).toEqual([
      [2, 6],
      [1, 4],
    ]);
    expect(made.lines.map(({ quantity }) => quantity)).toEqual([16]);
  });

  it('keeps its road and its lines where the boxes were to be told later', () => {
    const placed = aPackedPlan({
      boxes: [],
      packsLater: true,
      shipments: [aShipment({ boxes: [] })],
    });
    expect(again(placed)).toMatchObject({ packsLater: true, lines: placed.lines, boxes: [] });
  });

  it('leaves out lines of which nothing was packed in the end', () => {
    const lines = [aLine(), aLine({ sku: 'GONE' })];
    expect(again(aShippedPlan(undefined, { lines })).lines).toHaveLength(1);
  });

  it('counts its name on, within what Amazon takes', () => {
    expect(again(aDraft({ name: 'Mugs (9)' })).name).toBe('Mugs (10)');
    const long = again(aDraft({ name: 'x'.repeat(40) })).name;
    expect(long).toBe(`${'x'.repeat(36)} (2)`);
  });

  it('needs neither address nor boxes to begin with', () => {
    const { shipFrom: _, ...bare } = aDraft();
    expect(again(bare)).toMatchObject({ boxes: [], lines: bare.lines });
    expect(again(bare)).not.toHaveProperty('shipFrom');
    const [measured] = aShipment().boxes;
    if (!measured) throw new Error('a box');
    const { dimensions: __, weight: ___, ...unmeasured } = measured;
    const [box] = again(
      aShippedPlan(undefined, { shipments: [aShipment({ boxes: [unmeasured] })] }),
    ).boxes;
    expect(box).toEqual({
      ...aBox(),
      groupId: '',
      copies: 1,
      dimensions: undefined,
      weight: undefined,
    });
  });
});
