import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { type PackList, readPackList } from './pack-list.ts';
import { writeTsv } from './rows.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';
import {
  type PackListToWrite,
  writePackListCsv,
  writePackListWorkbook,
} from './write-pack-list.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(content: string | Uint8Array): PackList {
  const result = readPackList(typeof content === 'string' ? bytesOf(content) : content);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const LIST: PackListToWrite = {
  packGroup: '1',
  workflow: 'November mugs',
  items: [
    {
      sku: 'MUG-1',
      title: 'Enamel mug, "blue"',
      asin: 'B01I53BE4O',
      fnsku: 'X001ABCDEF',
      expected: 30,
      units: new Map([
        [1, 20],
        [2, 10],
      ]),
    },
    { sku: 'TRAY-1', expected: 5, units: new Map([[2, 5]]) },
  ],
  boxes: [
    {
      number: 1,
      name: 'P1 - B1',
      id: 'FBA15ABC1U000001',
      weight: weightOf(22.5, 'LB'),
      dimensions: dimensionsOf([16, 12, 10.25], 'IN'),
    },
    {
      number: 2,
      name: 'P1 - B2',
      weight: weightOf(9, 'LB'),
      dimensions: dimensionsOf([12, 12, 8], 'IN'),
    },
  ],
  boxCount: 4,
  units: 'imperial',
};

const itemsOf = (list: PackList) =>
  list.items.map(({ sku, expected, units }) => ({
    sku,
    expected,
    units: Object.fromEntries(units),
  }));
const codesOf = (list: PackList) =>
  list.refused.map(({ line, column, problem }) => [line, column, problem.code]);

// The sheets and rows of Amazon's workbook (test fixtures of published tools, 2026-11-23).
const HEADERS = [
  'SKU',
  'Product title ',
  'Id',
  'ASIN',
  'FNSKU',
  'Condition',
  'Prep type',
  'Who preps units?',
  'Who labels units?',
  'Expected quantity',
  'Boxed quantity',
  '',
];
const itemRow = (sku: string, expected: string, ...units: string[]) => [
  sku,
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  expected,
  '',
  '',
  ...units,
];
const detailRow = (label: string, ...values: string[]) => [
  label,
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  ...values,
];
const TOP = [
  ['Pack group: 2'],
  ['Total SKUs: 1'],
  ['', '', '', '', '', '', '', '', 'Total box count:', '', '', '', '2'],
  ['Total units: 12'],
];

function workbookOf(rows: readonly (readonly string[])[], boxNames: readonly string[]): Uint8Array {
  return writeWorkbook([
    { name: 'Instructions', rows: [['SKU and Expected quantity are explained here']] },
    { name: 'Box packing information', rows: [...TOP, [...HEADERS, ...boxNames], ...rows] },
    { name: 'Metadata', rows: [['x']] },
  ]);
}

const NAMED = ['Box 1 quantity', 'Box 2 quantity'];

describe('a pack list', () => {
  it('is read from the workbook that Amazon sends', () => {
    const list = read(
      workbookOf(
        [
          itemRow('MUG-1', '12', '8', '4'),
          [],
          detailRow('Name of box', 'P1 - B1', 'P1 - B2'),
          detailRow('Box weight (lb):', '22.5', '9'),
          detailRow('Box width (inch):', '12', '12'),
          detailRow('Box length (inch):', '16', '12'),
          detailRow('Box height (inch):', '10.25', '8'),
        ],
        NAMED,
      ),
    );
    expect(list).toMatchObject({
      packGroup: '2',
      refused: [],
      encoding: 'workbook',
      headerLine: 5,
    });
    expect(itemsOf(list)).toEqual([{ sku: 'MUG-1', expected: 12, units: { 1: 8, 2: 4 } }]);
    expect(list.boxes).toEqual([
      {
        number: 1,
        name: 'P1 - B1',
        weight: weightOf(22.5, 'LB'),
        dimensions: dimensionsOf([16, 12, 10.25], 'IN'),
      },
      {
        number: 2,
        name: 'P1 - B2',
        weight: weightOf(9, 'LB'),
        dimensions: dimensionsOf([12, 12, 8], 'IN'),
      },
    ]);
  });

  it('is read from column M on where nobody worked the header formulas out', () => {
    expect(itemsOf(read(workbookOf([itemRow('MUG-1', '12', '8', '4')], ['', ''])))).toEqual([
      { sku: 'MUG-1', expected: 12, units: { 1: 8, 2: 4 } },
    ]);
  });

  it('is read in kilograms and centimetres where the labels say so', () => {
    const list = read(
      workbookOf(
        [
          itemRow('MUG-1', '12', '12'),
          detailRow('Box weight (kg):', '9,5'),
          detailRow('Box length (cm):', '40'),
          detailRow('Box width (cm):', '30'),
          detailRow('Box height (cm):', '25'),
        ],
        NAMED,
      ),
    );
    expect(list.boxes).toEqual([
      { number: 1, weight: weightOf(9.5, 'KG'), dimensions: dimensionsOf([40, 30, 25], 'CM') },
    ]);
  });

  it('is read before anything is packed', () => {
    const list = read(workbookOf([itemRow('MUG-1', '12', '', '0')], NAMED));
    expect(itemsOf(list)).toEqual([{ sku: 'MUG-1', expected: 12, units: {} }]);
    expect(list.boxes).toEqual([]);
  });

  it('is read from the older sheet of Send/replenish', () => {
    const rows = [
      ['Shipment ID', 'FBA15ABC1U'],
      ['Name: November'],
      [],
      [
        'Merchant SKU',
        'ASIN',
        'Title',
        'FNSKU',
        'External ID',
        'Who will prep?',
        'Prep Type',
        'Who will label?',
        'Expected QTY',
        'Boxed QTY',
        '',
        'Box 1 - QTY',
        'Box 2 - QTY',
      ],
      ['MUG-1', 'B01I53BE4O', 'Mug', 'X001', '', '', '', '', '12', '', '', '5', '7'],
      ['Plan ID', 'PL1', 'Weight of box (kg)', '', '', '', '', '', '', '', '', '4', '6'],
      ['Ship To', 'ONT8', 'Box length (cm)', '', '', '', '', '', '', '', '', '40', '41'],
      ['Total SKUs', '1', 'Box width (cm)', '', '', '', '', '', '', '', '', '30', '31'],
      ['Total Units', '12', 'Box height (cm)', '', '', '', '', '', '', '', '', '20', '21'],
      ['Total Units', '12'],
    ];
    const list = read(writeWorkbook([{ name: 'Pack List', rows }]));
    expect(list).toMatchObject({ shipment: 'FBA15ABC1U', workflow: 'November', refused: [] });
    expect(itemsOf(list)).toEqual([{ sku: 'MUG-1', expected: 12, units: { 1: 5, 2: 7 } }]);
    expect(list.boxes[1]).toEqual({
      number: 2,
      weight: weightOf(6, 'KG'),
      dimensions: dimensionsOf([41, 31, 21], 'CM'),
    });
  });

  it('is refused when it is something else', () => {
    expect(readPackList(bytesOf('sku,quantity\nA,1\n'))).toMatchObject({
      problems: [{ code: 'columns-not-found' }],
    });
    expect(readPackList(new Uint8Array())).toMatchObject({ problems: [{ code: 'file-empty' }] });
    expect(readPackList(bytesOf('%PDF-1.7'))).toMatchObject({
      problems: [{ code: 'file-of-another-kind' }],
    });
  });
});

describe('what is wrong in a pack list', () => {
  const refusedFor = (...rows: string[][]) =>
    codesOf(read(workbookOf(rows, [...NAMED, 'Box 3 quantity'])));

  it('is named by row and column', () => {
    expect(refusedFor(itemRow('', '12', '1'))).toEqual([[6, 'SKU', 'row-without-sku']]);
    expect(refusedFor(itemRow('MUG-1', 'many'))).toEqual([
      [6, 'Expected quantity', 'quantity-unreadable'],
    ]);
    expect(refusedFor(itemRow('MUG-1', '12', '1', '1.5'))).toEqual([
      [6, 'Box 2 quantity', 'quantity-unreadable'],
    ]);
    expect(refusedFor(itemRow('MUG-1', '12', 'x', '-1'))).toEqual([
      [6, 'Box 1 quantity', 'quantity-unreadable'],
      [6, 'Box 2 quantity', 'quantity-unreadable'],
    ]);
  });

  it('is more in the boxes than there is to send', () => {
    const list = read(workbookOf([itemRow('MUG-1', '12', '8', '5')], NAMED));
    expect(list.refused).toEqual([
      {
        line: 6,
        column: 'Expected quantity',
        place: { row: 6, column: 10 },
        problem: {
          code: 'packed-more-than-expected',
          facts: { text: '12', sku: 'MUG-1', packed: 13, expected: 12 },
        },
      },
    ]);
  });

  it('is units in a box beyond the count that the sheet states', () => {
    expect(refusedFor(itemRow('MUG-1', '12', '4', '4', '4'))).toEqual([
      [6, undefined, 'box-beyond-count'],
    ]);
  });

  it('is a box of no weight, or of sides that are no numbers, or lack one', () => {
    expect(
      refusedFor(
        itemRow('MUG-1', '12', '6', '6'),
        detailRow('Box weight (lb):', '0', 'heavy'),
        detailRow('Box width (inch):', '12', 'x'),
        detailRow('Box length (inch):', '16', '0'),
        detailRow('Box height (inch):', '', '8'),
      ),
    ).toEqual([
      [7, 'Box weight (lb):', 'measure-unreadable'],
      [10, 'Box height (inch):', 'side-missing'],
      [7, 'Box weight (lb):', 'measure-unreadable'],
      [9, 'Box length (inch):', 'measure-unreadable'],
      [8, 'Box width (inch):', 'measure-unreadable'],
    ]);
  });

  it('is a measure without a unit, or sides in two units', () => {
    const items = itemRow('MUG-1', '12', '12');
    expect(refusedFor(items, detailRow('Box weight:', '4'))).toEqual([
      [7, 'Box weight:', 'unit-not-named'],
    ]);
    const sides = (length: string, width: string) =>
      refusedFor(
        items,
        detailRow(length, '4'),
        detailRow(width, '4'),
        detailRow('Box height (cm)', '4'),
      );
    expect(sides('Box length', 'Box width')).toEqual([[7, 'Box length', 'unit-not-named']]);
    expect(sides('Box length (cm)', 'Box width (inch)')).toEqual([
      [7, 'Box length (cm)', 'unit-not-named'],
    ]);
  });

  it('is not a side that its layout does not ask for', () => {
    const list = read(
      workbookOf([itemRow('MUG-1', '12', '12'), detailRow('Box length (cm)', '4')], NAMED),
    );
    expect(list.refused).toEqual([]);
    expect(list.boxes).toEqual([{ number: 1 }]);
  });
});

describe('writing a pack list', () => {
  const expectedBoxes = LIST.boxes;

  it('reads back as it was, as CSV and as workbook', () => {
    const csv = read(writePackListCsv(LIST));
    expect(csv).toMatchObject({
      packGroup: '1',
      workflow: 'November mugs',
      refused: [],
      boxes: expectedBoxes,
      headerLine: 5,
    });
    const book = read(writePackListWorkbook(LIST));
    // The workbook has no line for Amazon's box IDs.
    expect(book).toMatchObject({
      packGroup: '1',
      workflow: 'November mugs',
      refused: [],
      headerLine: 5,
    });
    expect(book.boxes).toEqual(expectedBoxes.map(({ id: _id, ...box }) => box));
    for (const list of [csv, book])
      expect(list.items.map(({ line: _line, ...item }) => item)).toEqual(LIST.items);
  });

  it('quotes every cell and begins with a byte order mark, as Amazon does', () => {
    const csv = writePackListCsv({ ...LIST, units: 'imperial' });
    expect(csv.startsWith('\u{feff}"Pack group number","1"\r\n')).toBe(true);
    expect(csv).toContain('"MUG-1","Enamel mug, ""blue"""');
  });

  it('locks what the seller may not change, and works out what is boxed', () => {
    const sheets = readWorkbook(writePackListWorkbook(LIST));
    expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual([
      'Instructions',
      'Box packing information',
      'Metadata',
    ]);
    expect(sheets.ok && sheets.value[1]?.rows.find(({ line }) => line === 6)?.cells[10]).toBe('30');
  });

  it('writes metric stores in centimetres and kilograms', () => {
    const metric: PackListToWrite = {
      ...LIST,
      units: 'metric',
      boxes: [
        { number: 1, weight: weightOf(9.5, 'KG'), dimensions: dimensionsOf([40, 30, 25.5], 'CM') },
        { number: 2 },
      ],
    };
    expect(read(writePackListCsv(metric)).boxes).toEqual(metric.boxes);
    expect(read(writePackListWorkbook(metric)).boxes).toEqual(metric.boxes);
  });

  it('never writes a box into a column that is not there, nor a measure in the wrong unit', () => {
    expect(() => writePackListCsv({ ...LIST, boxCount: 1 })).toThrow('every box has a column');
    expect(() => writePackListCsv({ ...LIST, units: 'metric' })).toThrow('in the store’s unit');
    const sides = {
      ...LIST,
      units: 'metric' as const,
      boxes: [{ number: 1, dimensions: dimensionsOf([1, 1, 1], 'IN') }],
    };
    expect(() => writePackListWorkbook(sides)).toThrow('in the store’s unit');
  });

  it('keeps every unit of every SKU in its box, for any packing', () => {
    const packing = fc.array(fc.array(fc.nat({ max: 500 }), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(packing, (rows) => {
        const items = rows.map((row, at) => ({
          sku: `SKU-${at}`,
          expected: Math.max(
            1,
            row.reduce((sum, units) => sum + units, 0),
          ),
          units: new Map(
            row.flatMap((units, box) => (units === 0 ? [] : [[box + 1, units] as const])),
          ),
        }));
        const list = { ...LIST, items, boxes: [], boxCount: 6 };
        for (const bytes of [bytesOf(writePackListCsv(list)), writePackListWorkbook(list)])
          expect(read(bytes).items.map(({ line: _line, ...item }) => item)).toEqual(items);
      }),
      { numRuns: 40 },
    );
  });

  it('never throws on damaged rows, and leaves no row untold', () => {
    const cell = fc.constantFrom('', '0', '1', '12', 'x', 'MUG-1', 'Box name', '"');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 8 }), (rows) => {
        const list = read(writeTsv([[...HEADERS, ...NAMED], ...rows]));
        const told = new Set([...list.items, ...list.refused].map(({ line }) => line));
        rows.forEach((row, at) => {
          const isDetail = row.slice(0, 12).includes('Box name');
          if (!isDetail && row.some((text) => text !== '')) expect(told).toContain(at + 2);
        });
      }),
    );
  });
});
