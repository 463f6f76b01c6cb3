import { weightOf } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { aBox, aLine, aPackedPlan, NOW } from '../testing/plans.ts';
import type { CulpritSearch } from './inbound-plan.ts';
import { lightShadow, nameOfShadow, shadowPlan } from './shadow-plan.ts';
import { withoutSkus } from './take-out.ts';

const search: CulpritSearch = {
  tag: '0a1b2c3d',
  stage: 'placement',
  startedAt: NOW,
  skus: ['A', 'B', 'C'],
  tries: [{ size: 3, outcome: 'stumbled' }],
  open: [],
};

const plan = aPackedPlan({
  search,
  lines: ['A', 'B', 'C'].map((sku) => aLine({ sku })),
  boxes: [
    aBox({
      items: [
        { sku: 'A', quantity: 6 },
        { sku: 'B', quantity: 6 },
      ],
      weight: weightOf(14, 'LB'),
    }),
    aBox({ items: [{ sku: 'C', quantity: 6 }], weight: weightOf(20, 'LB') }),
  ],
});

describe('a shadow plan', () => {
  it('holds some of the SKUs, under a name that says whose it is', () => {
    const shadow = shadowPlan(plan, search, ['A']);
    expect(shadow.name).toBe('Firstleg check 0a1b2c3d/2');
    expect(shadow.name.startsWith(nameOfShadow(search.tag, ''))).toBe(true);
    expect(nameOfShadow(search.tag, 9_999).length).toBeLessThanOrEqual(40);
    expect(shadow.lines.map(({ sku }) => sku)).toEqual(['A']);
    expect([shadow.amazonPlanId, shadow.packing, shadow.boxesSentAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has boxes with a weight, also those that hold less than the real ones', () => {
    const shadow = shadowPlan(plan, search, ['A', 'C']);
    expect(shadow.boxes.map(({ items, weight }) => [items.map(({ sku }) => sku), weight])).toEqual([
      [['A'], weightOf(20, 'LB')],
      [['C'], weightOf(20, 'LB')],
    ]);
  });

  it('has boxes without a weight where nobody has weighed one yet', () => {
    const { weight: _, ...unweighed } = aBox({ items: [{ sku: 'A', quantity: 6 }] });
    const shadow = shadowPlan({ ...plan, boxes: [unweighed] }, search, ['A']);
    expect(shadow.boxes).toEqual([unweighed]);
  });

  it('goes on where Amazon has it', () => {
    const kept = lightShadow({ ...plan, amazonPlanId: 'wf-shadow' });
    const shadow = shadowPlan(plan, { ...search, shadow: kept }, ['A']);
    expect(shadow).toMatchObject({ amazonPlanId: 'wf-shadow', packing: plan.packing });
  });
});

describe('a plan from which SKUs are taken', () => {
  it('is a draft of what is left', () => {
    const left = withoutSkus(plan, ['B']);
    expect(left.lines.map(({ sku }) => sku)).toEqual(['A', 'C']);
    expect(left).not.toHaveProperty('amazonPlanId');
    expect(left).not.toHaveProperty('packing');
    expect(left).not.toHaveProperty('search');
    expect(left.boxes.map(({ weight }) => weight)).toEqual([undefined, weightOf(20, 'LB')]);
    expect(withoutSkus(plan, ['C']).boxes).toHaveLength(1);
  });
});
