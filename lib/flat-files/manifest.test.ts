import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { lengthUnitOf, weightUnitOf } from './cells.ts';
import { encode } from './encoding.ts';
import { type Manifest, type ManifestLine, readManifest } from './manifest.ts';
import { readTsv, writeCsv, writeTsv } from './rows.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';
import {
  type ManifestToWrite,
  writeManifestText,
  writeManifestWorkbook,
} from './write-manifest.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(content: string | Uint8Array): Manifest {
  const result = readManifest(typeof content === 'string' ? bytesOf(content) : content);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

// The tab's first eight rows, US store (published tools, 2026-11-24).
const TOP = [
  ['Please review the Example tab before you complete this sheet'],
  [''],
  ['Default prep owner', 'Seller'],
  ['Default labeling owner', 'Amazon'],
  [''],
  [''],
  ['', '', 'Optional', '', '', 'Optional: Use only for case-packed SKUs'],
];
const HEADER = [
  'Merchant SKU',
  'Quantity',
  'Prep owner',
  'Labeling owner',
  'Expiration date (MM/DD/YYYY)',
  'Units per box ',
  'Number of boxes',
  'Box length (in)',
  'Box width (in)',
  'Box height (in)',
  'Box weight (lb)',
];

const template = (...rows: string[][]) => writeTsv([...TOP, HEADER, ...rows]);

const CASED: ManifestLine = {
  line: 10,
  sku: 'CASE-1',
  quantity: 48,
  prepOwner: 'NONE',
  labelOwner: 'SELLER',
  expiration: '2027-06-30',
  casePack: {
    unitsPerBox: 12,
    boxes: 4,
    dimensions: dimensionsOf([12.5, 10, 8.03125], 'IN'),
    weight: weightOf(22.00625, 'LB'),
  },
};

const CASED_ROW = [
  'CASE-1',
  '48',
  'None',
  'Seller',
  '06/30/2027',
  '12',
  '4',
  '12.5',
  '10',
  '8.03125',
  '22.00625',
];

describe('the create-workflow template', () => {
  it('is read from its tab as text, with the owners that stand at the top', () => {
    expect(read(template(['MUG-1', '20'], CASED_ROW))).toEqual({
      lines: [
        { line: 9, sku: 'MUG-1', quantity: 20, prepOwner: 'SELLER', labelOwner: 'AMAZON' },
        CASED,
      ],
      refused: [],
      unknownColumns: [],
      encoding: 'utf-8',
      headerLine: 8,
    });
  });

  it('is read from the workbook, from the template and not from the example', () => {
    const example = [...TOP, HEADER, ['EXAMPLE-1', '1']];
    const workbook = writeWorkbook([
      { name: 'Instructions', rows: [['Fill in the template']] },
      { name: 'Create workflow – example', rows: example },
      { name: 'Create workflow – template', rows: [...TOP, HEADER, ['MUG-1', 20], CASED_ROW] },
    ]);
    const manifest = read(workbook);
    expect(manifest.lines.map(({ line, sku }) => [line, sku])).toEqual([
      [9, 'MUG-1'],
      [10, 'CASE-1'],
    ]);
    expect(manifest.encoding).toBe('workbook');
  });

  it('is read in centimetres and kilograms where the store has those', () => {
    const header = HEADER.map((name) => name.replace('(in)', '(cm)').replace('(lb)', '(kg)'));
    const row = ['CASE-1', '24', '', '', '', '12', '2', '31,5', '25', '20', '9.5'];
    expect(read(writeTsv([header, row])).lines).toEqual([
      {
        line: 2,
        sku: 'CASE-1',
        quantity: 24,
        casePack: {
          unitsPerBox: 12,
          boxes: 2,
          dimensions: dimensionsOf([31.5, 25, 20], 'CM'),
          weight: weightOf(9.5, 'KG'),
        },
      },
    ]);
  });

  it('is read with a lot code and the day first, as in Britain', () => {
    const header = [
      'Merchant SKU',
      'Quantity',
      'Expiration date (DD/MM/YYYY)',
      'Manufacturing lot code',
    ];
    expect(read(writeTsv([header, ['TEA-1', '5', '30/06/2027', 'L 7']])).lines).toMatchObject([
      { expiration: '2027-06-30', lotCode: 'L 7' },
    ]);
  });

  it.each([
    [
      'comma-separated',
      writeCsv([
        ['SKU', 'Qty'],
        ['MUG-1', '1,250'],
      ]),
    ],
    ['two bare columns', 'seller-sku\tquantity\nMUG-1\t1250\n'],
    ['Chinese', '卖家 SKU\t数量\nMUG-1\t1250\n'],
  ])('may be any table of SKUs and quantities: %s', (_name, text) => {
    expect(read(text).lines).toEqual([{ line: 2, sku: 'MUG-1', quantity: 1250 }]);
  });

  it('may be in Shift_JIS, with its top in Japanese', () => {
    const text = template(['MUG-1', '3']).replace(
      /^Please[^\r]*/,
      'このシートに記入する前にExampleタブを確認してください',
    );
    const bytes = encode(text, 'shift_jis');
    expect(bytes.ok && read(bytes.value)).toMatchObject({
      encoding: 'shift_jis',
      lines: [{ sku: 'MUG-1' }],
    });
  });

  it('names columns it does not know', () => {
    expect(
      read(
        writeTsv([
          ['SKU', 'Quantity', 'Aisle'],
          ['A', '1', '7'],
        ]),
      ).unknownColumns,
    ).toEqual(['Aisle']);
  });

  it('takes a SKU twice, for two packings or two expiry dates', () => {
    expect(read(template(['A', '1'], ['A', '2'])).lines).toHaveLength(2);
  });
});

describe('a row of the template that cannot be used', () => {
  const row = (changes: Readonly<Record<number, string>>) =>
    CASED_ROW.map((cell, at) => changes[at] ?? cell);
  it.each<[string, Readonly<Record<number, string>>, string, string]>([
    ['has no SKU', { 0: '' }, 'Merchant SKU', 'row-without-sku'],
    [
      'has a SKU that a spreadsheet took for a number',
      { 0: '1.2E+12' },
      'Merchant SKU',
      'sku-damaged-by-spreadsheet',
    ],
    [
      'has a SKU longer than Amazon allows',
      { 0: 'x'.repeat(41) },
      'Merchant SKU',
      'sku-unreadable',
    ],
    ['sends nothing', { 1: '0' }, 'Quantity', 'quantity-unreadable'],
    ['sends half a unit', { 1: '1.5' }, 'Quantity', 'quantity-unreadable'],
    ['has an owner nobody knows', { 2: 'Grandmother' }, 'Prep owner', 'owner-unknown'],
    ['has another owner nobody knows', { 3: 'constructor' }, 'Labeling owner', 'owner-unknown'],
    [
      'expires on a day that is not in the calendar',
      { 4: '02/30/2027' },
      'Expiration date (MM/DD/YYYY)',
      'date-unreadable',
    ],
    ['has a case without a weight', { 10: '' }, 'Box weight (lb)', 'case-incomplete'],
    ['has a case without a height', { 9: '' }, 'Box height (in)', 'case-incomplete'],
    ['has no units in its cases', { 5: '0' }, 'Units per box', 'quantity-unreadable'],
    ['has no cases', { 6: 'none' }, 'Number of boxes', 'quantity-unreadable'],
    ['has a length that is no number', { 7: '12x' }, 'Box length (in)', 'measure-unreadable'],
    ['has a box without a width', { 8: '0' }, 'Box width (in)', 'measure-unreadable'],
    [
      'has a weight too precise to keep',
      { 10: '1.0000001' },
      'Box weight (lb)',
      'measure-unreadable',
    ],
    ['weighs nothing', { 10: '0' }, 'Box weight (lb)', 'measure-unreadable'],
    ['does not come out even in cases', { 1: '47' }, 'Quantity', 'case-quantity-differs'],
  ])('%s', (_name, changes, column, code) => {
    const manifest = read(template(row(changes), ['MUG-1', '1']));
    expect(manifest.refused).toEqual([
      { line: 9, column, problem: expect.objectContaining({ code }) },
    ]);
    expect(manifest.lines.map(({ sku }) => sku)).toEqual(['MUG-1']);
  });

  it('is told of every cell at fault at once', () => {
    const manifest = read(template(row({ 0: '', 1: 'x', 4: 'soon' })));
    expect(manifest.refused.map(({ problem }) => problem.code)).toEqual([
      'row-without-sku',
      'quantity-unreadable',
      'date-unreadable',
    ]);
  });

  it('has measures in units that its header does not name', () => {
    const header = HEADER.map((name) => name.replace(/ \((?:in|lb)\)/, ''));
    expect(
      read(writeTsv([header, CASED_ROW])).refused.map(({ column, problem }) => [
        column,
        problem.code,
      ]),
    ).toEqual([
      ['Box length', 'unit-not-named'],
      ['Box weight', 'unit-not-named'],
    ]);
  });
});

describe('a file that is no template', () => {
  it('is refused with what was expected', () => {
    expect(readManifest(bytesOf('order-id\tsku\n1\t2\n'))).toMatchObject({
      problems: [{ code: 'columns-not-found', facts: { expected: ['Merchant SKU', 'Quantity'] } }],
    });
    expect(readManifest(bytesOf('<html>'))).toMatchObject({
      problems: [{ code: 'file-of-another-kind' }],
    });
    expect(readManifest(new Uint8Array())).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });
});

describe('writing the template', () => {
  const ticks = fc.integer({ min: 1, max: 9_999_999 });
  const owner = fc.constantFrom('SELLER' as const, 'AMAZON' as const, 'NONE' as const);
  const sku = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,38}[A-Za-z0-9]$/)
    .filter((text) => !/E\+/i.test(text));
  const lineFor = (units: ManifestToWrite['units']) =>
    fc
      .record({
        sku,
        quantity: fc.integer({ min: 1, max: 10_000 }),
        prepOwner: owner,
        labelOwner: owner,
        expiration: fc.option(
          fc
            .integer({ min: 20_000, max: 30_000 })
            .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
          { nil: undefined },
        ),
        lotCode: fc.option(fc.constantFrom('00123', 'L-7'), { nil: undefined }),
        boxes: fc.option(
          fc.tuple(
            fc.integer({ min: 1, max: 150 }),
            fc.integer({ min: 1, max: 99 }),
            ticks,
            ticks,
            ticks,
            ticks,
          ),
          { nil: undefined },
        ),
      })
      .map(({ boxes, expiration, lotCode, ...rest }): Omit<ManifestLine, 'line'> => ({
        ...rest,
        ...(expiration === undefined ? {} : { expiration }),
        ...(lotCode === undefined ? {} : { lotCode }),
        ...(boxes === undefined
          ? {}
          : {
              quantity: boxes[0] * boxes[1],
              casePack: {
                unitsPerBox: boxes[0],
                boxes: boxes[1],
                dimensions: {
                  length: boxes[2],
                  width: boxes[3],
                  height: boxes[4],
                  unit: units === 'imperial' ? 'IN' : 'CM',
                },
                weight: { amount: boxes[5], unit: units === 'imperial' ? 'LB' : 'KG' },
              },
            }),
      }));
  const manifest = fc
    .constantFrom('imperial' as const, 'metric' as const)
    .chain((units) =>
      fc.record({ units: fc.constant(units), lines: fc.array(lineFor(units), { maxLength: 8 }) }),
    );

  it('reads back as it was, as text and as workbook', () => {
    fc.assert(
      fc.property(manifest, (written) => {
        const expected = written.lines.map((line, at) => ({ ...line, line: at + 9 }));
        const text = read(writeManifestText(written));
        expect(text).toMatchObject({ lines: expected, refused: [], headerLine: 8 });
        expect(read(writeManifestWorkbook(written))).toMatchObject({
          lines: expected,
          refused: [],
        });
      }),
    );
  });

  it('converts to the units of the store where they were entered in the others', () => {
    const written = writeManifestText({ lines: [CASED], units: 'metric' });
    expect(readTsv(written).at(-1)?.cells.slice(-4)).toEqual(['31.75', '25.4', '20.4', '9.98']);
    const casePack = {
      ...read(writeManifestText({ lines: [CASED], units: 'imperial' })).lines[0]?.casePack,
    };
    expect(casePack).toEqual(CASED.casePack);
  });

  it('has the tab that Amazon looks for', () => {
    const sheets = readWorkbook(writeManifestWorkbook({ lines: [], units: 'imperial' }));
    expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual([
      'Create workflow – template',
    ]);
    expect(sheets.ok && sheets.value[0]?.rows.at(-1)?.cells[10]).toBe('Box weight (lb)');
  });
});

describe('the unit a header names', () => {
  it.each([
    ['Box length (in)', 'IN'],
    ['Box width (inch):', 'IN'],
    ['Height in inches', 'IN'],
    ['Box length (cm)', 'CM'],
    ['箱长（厘米）', 'CM'],
    ['Box length', undefined],
  ])('%j is a length in %s', (name, unit) => {
    expect(lengthUnitOf(name)).toBe(unit);
  });

  it.each([
    ['Box weight (lb)', 'LB'],
    ['Box weight (lbs):', 'LB'],
    ['Box weight (kg):', 'KG'],
    ['重量（公斤）', 'KG'],
    ['Box weight', undefined],
  ])('%j is a weight in %s', (name, unit) => {
    expect(weightUnitOf(name)).toBe(unit);
  });
});
