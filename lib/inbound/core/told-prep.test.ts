import { expect, test } from 'vitest';
import type { InboundPlan } from './inbound-plan.ts';
import { enterPrep } from './lines.ts';

const plan: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: [
    {
      sku: 'MUG.01',
      asin: 'B000000001',
      title: 'Mug',
      condition: 'New',
      quantity: 10,
      prep: { category: 'UNKNOWN', types: [], ownersMustMatch: false },
    },
  ],
  boxes: [],
  shipments: [],
};

test('a category chosen by the seller remembers what Amazon had, however often it is changed', () => {
  const fragile = [{ sku: 'MUG.01', prepCategory: 'FRAGILE', prepTypes: ['ITEM_BUBBLEWRAP'] }];
  const liquid = [{ sku: 'MUG.01', prepCategory: 'LIQUID', prepTypes: ['ITEM_POLYBAGGING'] }];
  const after = enterPrep(enterPrep(plan, fragile), liquid);
  expect(after.lines[0]?.prep).toEqual({
    category: 'LIQUID',
    told: 'UNKNOWN',
    types: ['ITEM_POLYBAGGING'],
    ownersMustMatch: false,
  });
});
