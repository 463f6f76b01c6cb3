import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readFactoryList,
  readPackList,
  writePackListCsv,
  writePackListWorkbook,
} from '#lib/flat-files';
import { dimensionsOf, weightOf } from '#lib/kernel';
import {
  boxesFromFactory,
  boxesFromPackList,
  expectedItems,
  groupOfList,
  packListOf,
} from './boxes-from-files.ts';
import type { InboundPlan, PackingGroup, PlannedBox } from './inbound-plan.ts';
import { balances } from './packing.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const MUGS: PackingGroup = {
  id: 'pg1',
  items: [
    { sku: 'MUG', quantity: 50, ...owners },
    { sku: 'CUP', quantity: 10, ...owners },
  ],
};
const POTS: PackingGroup = { id: 'pg2', items: [{ sku: 'POT', quantity: 4, ...owners }] };
const PLAN: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: [
    { sku: 'MUG', asin: 'B000000001', title: 'Mug', condition: 'new', fnsku: 'X01', quantity: 50 },
    { sku: 'CUP', asin: 'B000000002', title: 'Cup', condition: 'new', quantity: 10 },
    { sku: 'POT', asin: 'B000000003', title: 'Pot', condition: 'new', quantity: 4 },
  ],
  packing: {
    offer: {
      id: 'po1',
      status: 'OFFERED',
      groupIds: ['pg1', 'pg2'],
      fees: [],
      discounts: [],
      boxWeight: {},
      contentMethods: [],
    },
    groups: [MUGS, POTS],
    confirmed: true,
  },
  boxes: [],
  shipments: [],
};
const BOXES: readonly PlannedBox[] = [
  {
    groupId: 'pg1',
    copies: 5,
    dimensions: dimensionsOf([20, 12, 10.25], 'IN'),
    weight: weightOf(22.5, 'LB'),
    items: [{ sku: 'MUG', quantity: 10 }],
  },
  { groupId: 'pg1', copies: 2, items: [{ sku: 'CUP', quantity: 5 }] },
  { groupId: 'pg2', copies: 1, items: [{ sku: 'POT', quantity: 4 }] },
];

function read(bytes: Uint8Array) {
  const list = readPackList(bytes);
  if (!list.ok) throw new Error(JSON.stringify(list.problems));
  return list.value;
}

describe('Amazon’s pack list', () => {
  it('goes out as workbook or CSV and comes back as the same boxes', () => {
    const toWrite = packListOf(PLAN, MUGS, { boxes: BOXES, units: 'imperial' });
    const csv = new TextEncoder().encode(writePackListCsv(toWrite));
    for (const bytes of [writePackListWorkbook(toWrite), csv]) {
      const list = read(bytes);
      expect(groupOfList([MUGS, POTS], list)).toBe(MUGS);
      expect(boxesFromPackList(MUGS, list)).toEqual({
        ok: true,
        value: BOXES.filter(({ groupId }) => groupId === 'pg1'),
      });
    }
  });

  it('has room for ten boxes more, and numbers the group as the page does', () => {
    const toWrite = packListOf(PLAN, POTS, { boxes: BOXES, units: 'imperial' });
    expect(toWrite).toMatchObject({ packGroup: '2', boxCount: 11 });
    expect(toWrite.items[0]).toMatchObject({ sku: 'POT', title: 'Pot', expected: 4 });
  });

  it('is in the units of the store, whatever was typed', () => {
    const metric = packListOf(PLAN, MUGS, { boxes: BOXES, units: 'metric' });
    expect(metric.boxes[0]).toMatchObject({
      dimensions: dimensionsOf([50.8, 30.48, 26.04], 'CM'),
      weight: { unit: 'KG' },
    });
    expect(() => writePackListWorkbook(metric)).not.toThrow();
  });

  it('of another group is refused, SKU by SKU', () => {
    const list = read(
      writePackListWorkbook(packListOf(PLAN, POTS, { boxes: BOXES, units: 'imperial' })),
    );
    expect(boxesFromPackList(MUGS, list)).toMatchObject({
      ok: false,
      problems: [{ code: 'file-sku-not-in-group', facts: { sku: 'POT', line: 6 } }],
    });
    expect(groupOfList([MUGS, POTS], { ...list, items: [] })).toBeUndefined();
  });

  it('loses no unit on its way, whatever the boxes', () => {
    const items = fc.subarray(['MUG', 'CUP'], { minLength: 1 });
    const box = fc.record({
      copies: fc.integer({ min: 1, max: 4 }),
      skus: items,
      quantity: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 4 }), (some) => {
        const boxes = some.map(({ copies, skus, quantity }): PlannedBox => ({
          groupId: 'pg1',
          copies,
          items: skus.map((sku) => ({ sku, quantity })),
        }));
        const roomy = { ...MUGS, items: MUGS.items.map((item) => ({ ...item, quantity: 10_000 })) };
        const toWrite = packListOf(PLAN, roomy, { boxes, units: 'imperial' });
        const back = boxesFromPackList(roomy, read(writePackListWorkbook(toWrite)));
        expect(back.ok && balances([roomy], back.value)).toEqual(balances([roomy], boxes));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a factory’s packing list', () => {
  const factory = (text: string) => {
    const list = readFactoryList({ content: text, expected: expectedItems(PLAN) });
    if (!list.ok) throw new Error(JSON.stringify(list.problems));
    return list.value;
  };

  it('becomes boxes of the groups that its SKUs are in', () => {
    const list = factory('CTN NO.\tSKU\tQTY/CTN\n1-5\tX01\t10\n6-7\tCUP\t5\n8\tPOT\t4');
    expect(list.blocking).toEqual([]);
    expect(boxesFromFactory([MUGS, POTS], list.cartons)).toEqual({
      ok: true,
      value: BOXES.map(({ groupId, copies, items }) => ({ groupId, copies, items })),
    });
  });

  it('with SKUs of two groups in one carton is refused at its row', () => {
    const list = factory('CTN NO.\tSKU\tQTY/CTN\n1\tMUG\t50\n1\tPOT\t4\n2\tCUP\t10');
    expect(boxesFromFactory([MUGS, POTS], list.cartons)).toMatchObject({
      ok: false,
      problems: [{ code: 'carton-mixes-groups', facts: { line: 2, skus: ['MUG', 'POT'] } }],
    });
  });
});
