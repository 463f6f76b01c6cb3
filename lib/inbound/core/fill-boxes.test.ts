import { expect, test } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { boxesFromCases, boxOfTheRest } from './fill-boxes.ts';
import type { InboundPlan, PackingGroup, PlanLine } from './inbound-plan.ts';
import { boxesMeetGroups } from './packing.ts';

const carton = {
  name: 'Master carton',
  unitsPerCase: 12,
  dimensions: dimensionsOf([20, 12, 10], 'IN'),
  weight: weightOf(14, 'LB'),
};
const line = (sku: string, quantity: number, more: Partial<PlanLine> = {}): PlanLine => ({
  sku,
  asin: 'B000000001',
  title: sku,
  condition: 'new',
  quantity,
  ...more,
});
const lines = [line('MUG', 48, { case: carton, expiry: '2027-08-01' }), line('CUP', 10)];
const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const group: PackingGroup = {
  id: 'pg1',
  items: [
    { sku: 'MUG', quantity: 48, expiry: '2027-08-01', ...owners },
    { sku: 'CUP', quantity: 10, ...owners },
  ],
};
const plan: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines,
  packing: {
    offer: {
      id: 'po1',
      status: 'OFFERED',
      groupIds: ['pg1'],
      fees: [],
      discounts: [],
      boxWeight: {},
      contentMethods: [],
    },
    groups: [group],
    confirmed: true,
  },
  boxes: [],
  shipments: [],
};

test('a case pack becomes as many boxes as there are cases, with the size of the case', () => {
  expect(boxesFromCases(plan, group, [])).toEqual([
    {
      groupId: 'pg1',
      copies: 4,
      dimensions: carton.dimensions,
      weight: carton.weight,
      items: [{ sku: 'MUG', expiry: '2027-08-01', quantity: 12 }],
    },
  ]);
});

test('cases that are packed already are not packed again, nor is half a case', () => {
  const opened = {
    groupId: 'pg1',
    copies: 1,
    items: [{ sku: 'MUG', expiry: '2027-08-01', quantity: 40 }],
  };
  expect(boxesFromCases(plan, group, [opened])).toEqual([]);
});

test('cases and one box of the rest hold the group exactly', () => {
  const cases = boxesFromCases(plan, group, []);
  const rest = boxOfTheRest(group, cases);
  expect(rest?.items).toEqual([{ sku: 'CUP', quantity: 10 }]);
  const boxes = rest ? [...cases, rest] : cases;
  expect(boxesMeetGroups({ ...plan, boxes })).toBe(true);
  expect(boxOfTheRest(group, boxes)).toBeUndefined();
});
