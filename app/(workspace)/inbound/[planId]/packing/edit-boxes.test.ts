import { expect, test } from 'vitest';
import type { InboundPlan } from '#lib/inbound';
import { dimensionsOf, weightOf } from '#lib/kernel';
import type { Boxes, Packing } from './box-list.ts';
import { boxesOf, type Edit, editBoxes, editOfIntent, placesOf } from './edit-boxes.ts';
import { isBlank, readBoxes } from './typed-boxes.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const group = (id: string, sku: string, quantity: number) => ({
  id,
  items: [{ sku, quantity, ...owners }],
});
const plan: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: [
    {
      sku: 'MUG',
      asin: 'B000000001',
      title: 'Mug',
      condition: 'new',
      quantity: 50,
      case: {
        name: 'Carton',
        unitsPerCase: 12,
        dimensions: dimensionsOf([20, 12, 10], 'IN'),
        weight: weightOf(14, 'LB'),
      },
    },
    { sku: 'CUP', asin: 'B000000002', title: 'Cup', condition: 'new', quantity: 10 },
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
    groups: [group('pg1', 'MUG', 50), group('pg2', 'CUP', 10)],
    confirmed: true,
  },
  boxes: [],
  shipments: [],
};
const packing: Packing = { plan, units: 'imperial' };

const after = (boxes: Boxes, ...edits: readonly Edit[]): Boxes =>
  edits.reduce((before, edit) => editBoxes(packing, before, edit), boxes);
const contents = ({ list }: Boxes) =>
  readBoxes(list).boxes.map((box) => [
    box.groupId,
    box.copies,
    ...box.items.map(({ sku, quantity }) => `${quantity} ${sku}`),
  ]);

test('every group that is not packed begins with an empty box', () => {
  expect(boxesOf(packing).list.map((box) => [box.groupId, isBlank(box)])).toEqual([
    ['pg1', true],
    ['pg2', true],
  ]);
});

test('case packs and a box of the rest take the place of the empty box', () => {
  const filled = after(
    boxesOf(packing),
    { kind: 'cases', groupId: 'pg1' },
    { kind: 'rest', groupId: 'pg1' },
    { kind: 'rest', groupId: 'pg2' },
  );
  expect(contents(filled)).toEqual([
    ['pg1', 4, '12 MUG'],
    ['pg1', 1, '2 MUG'],
    ['pg2', 1, '10 CUP'],
  ]);
  expect(after(filled, { kind: 'rest', groupId: 'pg2' })).toBe(filled);
});

test('a copy stands behind the boxes of its group, and either can go again', () => {
  const filled = after(boxesOf(packing), { kind: 'rest', groupId: 'pg1' });
  const [first] = filled.list;
  const copied = after(filled, { kind: 'copy', id: first?.id ?? -1 });
  expect(contents(copied)).toEqual([
    ['pg1', 1, '50 MUG'],
    ['pg1', 1, '50 MUG'],
  ]);
  expect(new Set(copied.list.map(({ id }) => id)).size).toBe(copied.list.length);
  expect(contents(after(copied, { kind: 'remove', id: first?.id ?? -1 }))).toHaveLength(1);
});

test('typing changes one box and leaves the others as they are', () => {
  const before = boxesOf(packing);
  const [first, second] = before.list;
  const typed = after(
    before,
    { kind: 'units', id: first?.id ?? -1, item: { sku: 'MUG' }, value: '5' },
    { kind: 'units', id: first?.id ?? -1, item: { sku: 'MUG' }, value: '50' },
    { kind: 'field', id: first?.id ?? -1, name: 'copies', value: '2' },
  );
  expect(contents(typed)).toEqual([['pg1', 2, '50 MUG']]);
  expect(typed.list[1]).toBe(second);
});

test('boxes are numbered as the server counts them, blank ones not at all', () => {
  const filled = after(
    boxesOf(packing),
    { kind: 'add', groupId: 'pg1' },
    { kind: 'rest', groupId: 'pg2' },
  );
  expect(filled.list.map(({ id }) => placesOf(filled).get(id)?.number)).toEqual([
    undefined,
    undefined,
    1,
  ]);
});

test('a button pressed without JavaScript does the same to the boxes that were sent', () => {
  const filled = after(boxesOf(packing), { kind: 'rest', groupId: 'pg2' });
  expect(editOfIntent('rest.pg1', filled)).toEqual({ kind: 'rest', groupId: 'pg1' });
  expect(editOfIntent('copy.0', filled)).toEqual({
    kind: 'copy',
    id: filled.list.find((box) => !isBlank(box))?.id,
  });
  expect(editOfIntent('remove.7', filled)).toBeUndefined();
  expect(editOfIntent('save', filled)).toBeUndefined();
});
