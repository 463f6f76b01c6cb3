import { pack } from '#lib/cartonization';
import { faultsOf } from '#lib/cartonization/testing';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLine, aPackingOffer, aPlanWithGroups, GERMANY, JAPAN } from '../testing/plans.ts';
import type { InboundPlan, PlanLine } from './inbound-plan.ts';
import { checkBoxes } from './packing.ts';
import { isAllowedSize, mostWeight, type ShelfBox, usualBoxes } from './pack-shelf.ts';
import { shownWeight, sidesIn, weightIn } from './proposal-measures.ts';
import { proposalOf } from './proposal.ts';
import { type PackingWish, proposalTask, usualWish } from './proposal-task.ts';

const BOX: ShelfBox = {
  name: 'Medium',
  dimensions: dimensionsOf([20, 16, 12], 'IN'),
  inner: dimensionsOf([19.5, 15.5, 11.5], 'IN'),
  tare: weightOf(1.5, 'LB'),
};
const WISH: PackingWish = {
  objective: 'boxes',
  cases: 'as-boxes',
  tariff: { handlingPerBox: 1, freightPerWeight: 0.5, dimensionalDivisor: 139 },
  goods: new Map(),
};
const CASE = {
  name: 'Carton',
  unitsPerCase: 6,
  dimensions: dimensionsOf([16, 9, 6], 'IN'),
  weight: weightOf(7, 'LB'),
};

function planOf(lines: readonly PlanLine[], more: Partial<InboundPlan> = {}): InboundPlan {
  return aPlanWithGroups({ lines, ...more });
}

function proposed(plan: InboundPlan, wish: Partial<PackingWish> = {}, shelf = [BOX]) {
  const task = proposalTask(plan, shelf, { ...WISH, ...wish });
  if (!task.ok) throw new Error(task.problems[0]?.code);
  const packing = pack(task.value.request, { seed: 1, iterations: 0 });
  expect(faultsOf(task.value.request, packing)).toEqual([]);
  return proposalOf(plan, task.value, packing);
}

const boxesIn = (plan: InboundPlan, wish?: Partial<PackingWish>, shelf?: ShelfBox[]) =>
  proposed(plan, wish, shelf).boxes.map(({ box }) => box);
const refusalOf = (plan: InboundPlan, shelf: readonly ShelfBox[] = [BOX]) => {
  const task = proposalTask(plan, shelf, WISH);
  return task.ok ? [] : task.problems.map(({ code, at }) => [code, at]);
};

describe('boxes that the engine proposes', () => {
  it('hold every unit and are ready to be sent, whatever the seller sends', () => {
    const side = fc.integer({ min: 1, max: 9 });
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }),
      sides: fc.tuple(side, side, side),
      pounds: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const plan = planOf(
          lines.map(({ quantity, sides, pounds }, at) =>
            aLine({
              sku: `SKU-${at}`,
              quantity,
              unitDimensions: dimensionsOf(sides, 'IN'),
              unitWeight: weightOf(pounds / 100, 'LB'),
            }),
          ),
        );
        const proposal = proposed(plan);
        const boxes = proposal.boxes.map(({ box }) => box);
        expect(checkBoxes(plan, boxes)).toEqual({ blocking: [], warnings: [] });
        expect(proposal.units).toBe(proposal.expected);
        expect(proposal.left).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('carry the outer size, and the weight of the box with its goods', () => {
    const proposal = proposed(planOf([aLine({ quantity: 12 })]));
    expect(proposal).toMatchObject({ count: 1, units: 12, expected: 12 });
    expect(proposal.boxes[0]).toMatchObject({
      name: 'Medium',
      box: {
        groupId: 'pg1',
        copies: 1,
        dimensions: BOX.dimensions,
        weight: weightOf(13.5, 'LB'),
        items: [{ sku: 'MUG-RED', quantity: 12 }],
      },
      picture: { room: { length: 1_950_000 }, limit: 'goods' },
    });
  });

  it('never put two expiry dates of a SKU into one box', () => {
    const dates = ['2028-01-01', '2028-06-01'];
    const plan = planOf(dates.map((expiry) => aLine({ quantity: 6, expiry })));
    const boxes = boxesIn(plan);
    expect(boxes.map(({ items }) => items.map(({ expiry }) => expiry))).toEqual([
      ['2028-01-01'],
      ['2028-06-01'],
    ]);
    expect(checkBoxes(plan, boxes).blocking).toEqual([]);
  });

  it('let cases go as they are, go into boxes whole, or be opened', () => {
    const plan = planOf([aLine({ quantity: 15, case: CASE })]);
    expect(boxesIn(plan)).toMatchObject([
      { copies: 2, dimensions: CASE.dimensions, weight: CASE.weight, items: [{ quantity: 6 }] },
      { copies: 1, dimensions: BOX.dimensions, items: [{ quantity: 3 }] },
    ]);
    expect(proposed(plan).boxes[0]).toEqual(expect.not.objectContaining({ picture: {} }));
    const whole = proposed(plan, { cases: 'whole' });
    expect(whole.boxes.map(({ box }) => box.items)).toEqual([[{ sku: 'MUG-RED', quantity: 12 }]]);
    expect(whole.left).toMatchObject([
      { code: 'units-fill-no-case', facts: { sku: 'MUG-RED', count: 3 } },
    ]);
    expect(boxesIn(plan, { cases: 'loose' })).toMatchObject([{ items: [{ quantity: 15 }] }]);
  });

  it('say why a unit could not be packed', () => {
    const big = aLine({ sku: 'POLE', quantity: 1, unitDimensions: dimensionsOf([40, 2, 2], 'IN') });
    const heavy = aLine({ sku: 'ANVIL', quantity: 2, unitWeight: weightOf(49.5, 'LB') });
    const many = aLine({ sku: 'MUG', quantity: 200 });
    const { left } = proposed(planOf([big, heavy, many]), {}, [{ ...BOX, stock: 1 }]);
    expect(left.map(({ code, facts }) => [code, facts['sku']])).toEqual([
      ['units-larger-than-boxes', 'POLE'],
      ['units-heavier-than-boxes-allow', 'ANVIL'],
      ['units-without-boxes', 'MUG'],
    ]);
  });

  it('follow the seller’s wish about a SKU, or what its prep says', () => {
    const task = (wish: Partial<PackingWish>) => {
      const made = proposalTask(planOf([aLine()]), [BOX], { ...WISH, ...wish });
      return made.ok ? made.value.request : undefined;
    };
    expect(task({})?.goods[0]).toMatchObject({ orientation: 'any', isFragile: true });
    const goods = new Map([
      ['MUG-RED', { lies: 'flat', carries: 'nothing', ownBoxes: true } as const],
    ]);
    expect(task({ goods })?.goods[0]).toMatchObject({
      orientation: 'flat',
      isFragile: false,
      isStackable: false,
      prefersOwnBoxes: true,
    });
    const liquid = { category: 'LIQUID', types: [], ownersMustMatch: false } as const;
    expect(usualWish(aLine({ prep: liquid }))).toEqual({
      lies: 'upright',
      carries: 'anything',
      ownBoxes: false,
    });
    const { prep: _, ...unknown } = aLine();
    expect(usualWish(unknown).carries).toBe('anything');
    expect(task({ objective: 'cost' })?.objective).toBe('cost');
    expect(task({ objective: 'identical' })?.objective).toBe('boxes');
  });

  it('need to know how large and heavy a unit is', () => {
    const { unitDimensions: _, ...sizeless } = aLine();
    const { unitWeight: __, ...weightless } = aLine();
    expect(refusalOf(planOf([sizeless]))).toEqual([
      ['unit-needs-dimensions', 'groups.pg1.MUG-RED'],
    ]);
    expect(refusalOf(planOf([weightless]))).toEqual([['unit-needs-weight', 'groups.pg1.MUG-RED']]);
    const [stranger] = aPlanWithGroups({ lines: [aLine({ sku: 'GONE' })] }).packing?.groups ?? [];
    const plan = planOf([aLine()]);
    const groups = stranger ? [stranger] : [];
    expect(
      refusalOf({ ...plan, packing: { offer: aPackingOffer(), confirmed: false, groups } }),
    ).toHaveLength(1);
  });

  it('need a box that Amazon takes and that bears more than itself', () => {
    const plan = planOf([aLine()]);
    const large = { ...BOX, dimensions: dimensionsOf([37, 20, 20], 'IN') };
    const weak = { ...BOX, maxWeight: weightOf(1.5, 'LB') };
    expect(refusalOf(plan, [large, weak])).toEqual([['proposal-needs-boxes', undefined]]);
    expect(refusalOf(aPlanWithGroups({ marketplaceId: 'nowhere' }), [])).toHaveLength(1);
    const { packing: _, ...groupless } = plan;
    expect(boxesIn(groupless)).toEqual([]);
  });

  it('are packed in the units of the store, whatever a box was measured in', () => {
    const plan = planOf(
      [aLine({ quantity: 4, unitDimensions: dimensionsOf([10, 10, 10], 'CM') })],
      {
        marketplaceId: GERMANY,
      },
    );
    const { boxes } = proposed(plan, {}, [{ ...BOX, price: money(129, 'EUR') }]);
    expect(boxes[0]?.box).toMatchObject({
      dimensions: BOX.dimensions,
      weight: weightOf(2.5, 'KG'),
    });
  });
});

describe('boxes on the shelf', () => {
  it('are usual sizes in the store’s own unit while the seller has entered none', () => {
    const [first] = usualBoxes(GERMANY);
    expect(first).toMatchObject({ name: '30 × 30 × 30 cm', dimensions: { unit: 'CM' } });
    for (const store of ['ATVPDKIKX0DER', GERMANY, JAPAN, 'nowhere'])
      for (const box of usualBoxes(store))
        expect(isAllowedSize(planOf([], { marketplaceId: store }), box)).toBe(true);
  });

  it('may weigh what the least of box, store and Amazon’s offer allows', () => {
    const plan = planOf([aLine()]);
    expect(mostWeight(plan, BOX)).toEqual(weightOf(50, 'LB'));
    expect(mostWeight(plan, { ...BOX, maxWeight: weightOf(60, 'LB') })).toEqual(weightOf(50, 'LB'));
    const offer = aPackingOffer({ boxWeight: { max: weightOf(12, 'KG') } });
    const offered = { ...plan, packing: { offer, groups: [], confirmed: false } };
    expect(mostWeight(offered, { ...BOX, maxWeight: weightOf(40, 'LB') })).toEqual(
      weightOf(12, 'KG'),
    );
  });
});

describe('measures in another unit', () => {
  it('make goods no smaller and boxes no larger than they are', () => {
    const size = dimensionsOf([25.4, 10, 2.54], 'CM');
    expect(sidesIn(size, 'IN', 'up')).toEqual({
      length: 1_000_000,
      width: 394_000,
      height: 100_000,
    });
    expect(sidesIn(size, 'IN', 'down').width).toBe(393_000);
    expect(sidesIn(size, 'CM', 'up').width).toBe(1_000_000);
    expect(weightIn(weightOf(1, 'KG'), 'LB', 'up')).toBe(220_463);
    expect(weightIn(weightOf(1, 'KG'), 'LB', 'down')).toBe(220_462);
    expect(weightIn(weightOf(2, 'LB'), 'LB', 'up')).toBe(200_000);
    expect(weightIn(weightOf(0, 'KG'), 'LB', 'up')).toBe(0);
  });

  it('are shown as a scale would, but never above what the box bears', () => {
    expect(shownWeight(1_234_567, 5_000_000)).toBe(1_235_000);
    expect(shownWeight(4_999_600, 4_999_700)).toBe(4_999_700);
  });
});
