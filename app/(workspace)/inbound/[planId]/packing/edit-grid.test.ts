import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InboundPlan, PackingGroup } from '#lib/inbound';
import { dimensionsOf, weightOf } from '#lib/kernel';
import type { Boxes, Packing } from './box-list.ts';
import { boxesOf, editBoxes, placesOf } from './edit-boxes.ts';
import {
  boxCells,
  columnProblems,
  MEASURE_ROWS,
  readCell,
  settleCell,
  suffixOf,
} from './grid-cells.ts';
import { type PackAct, packStateOf, packStep } from './pack-state.ts';
import { gridField, packForm, readBoxes } from './typed-boxes.ts';
import { cellOf } from './use-pointed-cell.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const GROUP: PackingGroup = {
  id: 'pg1',
  items: [
    { sku: 'MUG', quantity: 50, ...owners },
    { sku: 'CUP', quantity: 10, ...owners },
  ],
};
const OTHER: PackingGroup = { id: 'pg2', items: [{ sku: 'POT', quantity: 4, ...owners }] };
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
      groupIds: ['pg1', 'pg2'],
      fees: [],
      discounts: [],
      boxWeight: {},
      contentMethods: [],
    },
    groups: [GROUP, OTHER],
    confirmed: true,
  },
  boxes: [],
  shipments: [],
};
const packing: Packing = { plan, units: 'imperial' };
const MUG = MEASURE_ROWS.length;

/** Rows of texts put into the grid of the first group, as pasting does. */
function write(
  boxes: Boxes,
  from: { row: number; column: number },
  rows: readonly string[][],
): Boxes {
  const changes = rows.flatMap((cells, down) =>
    cells.map((text, across) => ({ row: from.row + down, column: from.column + across, text })),
  );
  return editBoxes(packing, boxes, {
    kind: 'cells',
    groupId: 'pg1',
    cells: boxCells(GROUP, changes),
  });
}

const ofGroup = ({ list }: Boxes) => list.filter(({ groupId }) => groupId === 'pg1');
const FULL = [
  ['5', '2'],
  ['20', '16'],
  ['12', '12'],
  ['10', '8'],
  ['22.5', '9'],
  ['10', ''],
  ['', '5'],
];

test('a block pasted into the grid makes as many boxes as it has columns', () => {
  const boxes = write(boxesOf(packing), { row: 0, column: 0 }, FULL);
  expect(readBoxes(boxes.list)).toEqual({
    problems: [],
    boxes: [
      {
        groupId: 'pg1',
        copies: 5,
        dimensions: dimensionsOf([20, 12, 10], 'IN'),
        weight: weightOf(22.5, 'LB'),
        items: [{ sku: 'MUG', quantity: 10 }],
      },
      {
        groupId: 'pg1',
        copies: 2,
        dimensions: dimensionsOf([16, 12, 8], 'IN'),
        weight: weightOf(9, 'LB'),
        items: [{ sku: 'CUP', quantity: 5 }],
      },
    ],
  });
  expect(boxes.list.filter(({ groupId }) => groupId === 'pg2')).toHaveLength(1);
});

test('a size written as one text fills the three sides, with its unit', () => {
  const boxes = write(boxesOf(packing), { row: 1, column: 0 }, [['40 x 30 x 25 cm']]);
  const [box] = ofGroup(boxes);
  expect([box?.length, box?.width, box?.height, box?.lengthUnit]).toEqual(['40', '30', '25', 'CM']);
  expect(suffixOf(box, 1)).toBe('cm');
});

test('a weight may name its unit; pounds and ounces stay as they are written', () => {
  const [box] = ofGroup(write(boxesOf(packing), { row: 4, column: 0 }, [['9.5 kg']]));
  expect([box?.weight, box?.weightUnit, suffixOf(box, 4)]).toEqual(['9.5', 'KG', 'kg']);
  const [other] = ofGroup(write(boxesOf(packing), { row: 4, column: 0 }, [['1 lb 3.5 oz']]));
  expect([other?.weight, suffixOf(other, 4)]).toEqual(['1 lb 3.5 oz', '']);
});

test('cells are settled by what their row holds', () => {
  expect(settleCell(0, '=2*3')).toBe('6');
  expect(settleCell(1, '=12.5*2')).toBe('25');
  expect(settleCell(MUG, '0')).toBe('');
  expect(settleCell(4, ' 0 ')).toBe('0');
});

test('boxes alike in everything are joined to one with their number', () => {
  const alike = FULL.map(([first = '', second = '']) => [first, second, first]);
  const boxes = write(boxesOf(packing), { row: 0, column: 0 }, alike);
  const joined = editBoxes(packing, boxes, { kind: 'join', groupId: 'pg1' });
  expect(readBoxes(joined.list).boxes.map(({ copies }) => copies)).toEqual([10, 2]);
  expect(editBoxes(packing, joined, { kind: 'join', groupId: 'pg1' }).list).toEqual(joined.list);
});

test('the unit of the grid changes only what is still to be typed', () => {
  const boxes = write(boxesOf(packing), { row: 1, column: 0 }, [['20', '']]);
  const metric = editBoxes(packing, boxes, {
    kind: 'units-of-measure',
    units: 'metric',
  });
  expect(ofGroup(metric).map(({ lengthUnit }) => lengthUnit)).toEqual(['IN', 'CM']);
});

test('boxes of a file take the place of those of their groups, and of no others', () => {
  const before = write(boxesOf(packing), { row: 0, column: 0 }, FULL);
  const taken = { groupId: 'pg2', copies: 1, items: [{ sku: 'POT', quantity: 4 }] };
  const after = editBoxes(packing, before, { kind: 'take', boxes: [taken], groupIds: ['pg2'] });
  expect(readBoxes(after.list).boxes).toEqual([...readBoxes(before.list).boxes, taken]);
});

test('what is shown in the grid is what the form sends', () => {
  const boxes = write(boxesOf(packing), { row: 0, column: 0 }, FULL);
  const sent = packForm.parse({ planId: 'p', version: '1', boxes: gridField(boxes.list) });
  expect(readBoxes(sent.boxes)).toEqual(readBoxes(boxes.list));
  expect(packForm.safeParse({ planId: 'p', version: '1', boxes: '{' }).success).toBe(false);
});

test('a problem is shown at the cell it is about, or at the whole box', () => {
  const boxes = write(boxesOf(packing), { row: 0, column: 0 }, FULL);
  const [, second] = ofGroup(boxes);
  const place = placesOf(boxes).get(second?.id ?? -1);
  const found = columnProblems(GROUP, place, [
    { code: 'a', facts: {}, at: 'boxes.1.weight' },
    { code: 'b', facts: {}, at: 'boxes.1.dimensions' },
    { code: 'c', facts: { sku: 'CUP' }, at: 'boxes.1' },
    { code: 'd', facts: {}, at: 'boxes.1' },
    { code: 'e', facts: {}, at: 'boxes.10.weight' },
  ]);
  expect([...found.byRow].map(([row, problems]) => [row, problems[0]?.code])).toEqual([
    [4, 'a'],
    [1, 'b'],
    [2, 'b'],
    [3, 'b'],
    [MUG + 1, 'c'],
  ]);
  expect(found.whole.map(({ code }) => code)).toEqual(['d']);
});

test('a link of a list of problems leads to its cell', () => {
  const boxes = write(boxesOf(packing), { row: 0, column: 0 }, FULL);
  const around = { groups: [GROUP, OTHER], boxes, places: placesOf(boxes) };
  expect(cellOf('f-boxes-1-weight', around)).toEqual({
    groupId: 'pg1',
    place: { row: 4, column: 1 },
  });
  expect(cellOf('f-groups-pg1-CUP', around)).toEqual({
    groupId: 'pg1',
    place: { row: MUG + 1, column: 0 },
  });
  expect(cellOf('f-boxes-77-weight', around)).toBeUndefined();
});

test('whatever is done to the boxes can be undone to where it began, and done again', () => {
  const cells = fc
    .tuple(fc.nat(3), fc.nat(MUG + 1), fc.constantFrom('', '5', '12 cm', '=2*2'))
    .map(([column, row, text]): PackAct => ({
      kind: 'cells',
      groupId: 'pg1',
      cells: boxCells(GROUP, [{ row, column, text }]),
    }));
  const act: fc.Arbitrary<PackAct> = fc.oneof(
    cells,
    fc.constantFrom<PackAct>(
      { kind: 'rest', groupId: 'pg1' },
      { kind: 'join', groupId: 'pg1' },
      { kind: 'drop', ids: [0] },
      { kind: 'copies', ids: [0, 1] },
      { kind: 'add', groupId: 'pg2' },
    ),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const start = packStateOf(packing);
      const end = acts.reduce((state, next) => packStep(packing, state, next), start);
      let back = end;
      for (const _ of acts) back = packStep(packing, back, { kind: 'undo' });
      expect(readBoxes(back.history.present.list)).toEqual(readBoxes(start.history.present.list));
      let forth = back;
      for (const _ of acts) forth = packStep(packing, forth, { kind: 'redo' });
      expect(forth.history.present).toEqual(end.history.present);
      for (const box of ofGroup(forth.history.present))
        expect(readCell(GROUP, box, 0)).toBe(box.copies);
    }),
    { numRuns: 60 },
  );
});
