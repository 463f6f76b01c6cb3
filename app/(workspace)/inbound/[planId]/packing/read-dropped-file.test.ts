import { expect, test } from 'vitest';
import { type FactoryChoices, type Inference, writePackListWorkbook } from '#lib/flat-files';
import { type InboundPlan, packListOf, type PlannedBox } from '#lib/inbound';
import { withChoice } from './factory-choice.ts';
import { readDroppedFile } from './read-dropped-file.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const GROUP = { id: 'pg1', items: [{ sku: 'MUG', quantity: 20, ...owners }] };
const BOX: PlannedBox = { groupId: 'pg1', copies: 2, items: [{ sku: 'MUG', quantity: 10 }] };
const plan: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: [],
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
    groups: [GROUP],
    confirmed: true,
  },
  boxes: [],
  shipments: [],
};
const workbook = (box: PlannedBox) =>
  writePackListWorkbook(packListOf(plan, GROUP, { boxes: [box], units: 'imperial' }));

test('Amazon’s pack list that was filled in becomes the boxes of its group', async () => {
  expect(await readDroppedFile(plan, workbook(BOX))).toEqual({
    kind: 'boxes',
    groupId: 'pg1',
    boxes: [BOX],
  });
});

test('a pack list with a cell at fault is shown cell by cell', async () => {
  const tooMany = workbook({ ...BOX, items: [{ sku: 'MUG', quantity: 11 }] });
  expect(await readDroppedFile(plan, tooMany)).toMatchObject({
    kind: 'cells',
    sheet: 'Box packing information',
    headerLine: 5,
    refused: [{ place: { row: 6, column: 10 }, problem: { code: 'packed-more-than-expected' } }],
  });
});

test('any other table of goods is looked at as a factory’s list, pasted text too', async () => {
  const text = 'CTN NO.\tSKU\tQTY/CTN\n1-2\tMUG\t10';
  expect(await readDroppedFile(plan, text)).toMatchObject({ kind: 'factory', content: text });
});

test('what is neither is refused with what it is', async () => {
  const page = new TextEncoder().encode('<!doctype html><html></html>');
  expect(await readDroppedFile(plan, page)).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'file-of-another-kind' }],
  });
  const other = { ...plan, packing: undefined };
  const { packing: _, ...without } = other;
  expect(await readDroppedFile(without, workbook(BOX))).toMatchObject({
    problems: [{ code: 'file-of-no-group' }],
  });
});

test('an answer to what was inferred is kept beside the others, and only one that was offered', () => {
  const about = (
    one: Inference['about'],
    subject: string,
    options: readonly string[],
  ): Inference => ({
    about: one,
    subject,
    value: '',
    options,
    certainty: 'guess',
    evidence: { kind: 'usual', facts: {} },
  });
  const answers: readonly [Inference, string][] = [
    [about('item', 'hx1', ['MUG']), 'MUG'],
    [about('column', 'qty', ['units-in-all']), 'units-in-all'],
    [about('length-unit', '', ['CM', 'IN']), 'IN'],
    [about('quantity', '', ['in-all']), 'dozens'],
  ];
  const chosen = answers.reduce<FactoryChoices>(
    (before, [inference, value]) => withChoice(before, inference, value),
    {},
  );
  expect(chosen).toEqual({
    items: { hx1: 'MUG' },
    columns: { qty: 'units-in-all' },
    lengthUnit: 'IN',
  });
});
