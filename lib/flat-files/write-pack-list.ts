import { invariant, type LengthUnit, type WeightUnit, writeTicks } from '#lib/kernel';
import type { PackListItem } from './pack-list.ts';
import type { PackListBox } from './pack-list-boxes.ts';
import { writeCsv } from './rows.ts';
import { columnName } from './workbook/cell-place.ts';
import { type NewCell, writeWorkbook } from './workbook/write-workbook.ts';

export type PackListToWrite = {
  readonly packGroup: string;
  readonly workflow: string;
  readonly items: readonly Omit<PackListItem, 'line'>[];
  /** Boxes with their number; measures in the units of the store, as they were entered. */
  readonly boxes: readonly PackListBox[];
  /** How many box columns there are; more than the boxes leaves room to type. */
  readonly boxCount: number;
  readonly units: 'imperial' | 'metric';
};

/** The pack list as Amazon's CSV: all quoted, CR LF, with a byte order mark for spreadsheets. */
export function writePackListCsv(list: PackListToWrite): string {
  const numbers = boxNumbers(list);
  const lead = ['', '', '', '', ''];
  const units = list.items.reduce((sum, { expected }) => sum + expected, 0);
  const detail = (label: string, text: (box: PackListBox) => string) => [
    label,
    ...lead.slice(1),
    ...numbers.map((number) => textFor(list, number, text)),
  ];
  return `\u{feff}${writeCsv([
    ['Pack group number', list.packGroup],
    ['Workflow name', list.workflow],
    ['SKUs', String(list.items.length)],
    ['Units', String(units)],
    [
      'SKU',
      'Title',
      'ASIN',
      'FNSKU',
      'Quantity',
      ...numbers.map((number) => `Box ${number} units`),
    ],
    ...list.items.map((item) => [
      item.sku,
      item.title ?? '',
      item.asin ?? '',
      item.fnsku ?? '',
      String(item.expected),
      ...numbers.map((number) => String(item.units.get(number) ?? '')),
    ]),
    detail('Box ID', (box) => box.id ?? ''),
    detail('Box name', (box) => box.name ?? ''),
    ...measureRows(list).map(({ label, text }) => detail(label, text)),
  ])}`;
}

const HEADERS = [
  'SKU',
  'Product title',
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
const HEADER_ROW = 5;
const FIRST_BOX = HEADERS.length + 1;

/** The pack list as Amazon's workbook: what the seller may not change is locked. */
export function writePackListWorkbook(list: PackListToWrite): Uint8Array {
  const rows = [
    [`Pack group: ${list.packGroup}`],
    [`Workflow name: ${list.workflow}`],
    boxCountRow(list),
    [],
    headerRow(list),
    ...list.items.map((item, at) => itemRow(list, item, HEADER_ROW + 1 + at)),
    [],
    detailRow(list, 'Name of box', (box) => box.name ?? ''),
    ...measureRows(list).map(({ label, text }) => detailRow(list, label, text)),
  ];
  return writeWorkbook([
    { name: 'Instructions', rows: [['Fill in the open cells of the next sheet.']], widths: [60] },
    { name: 'Box packing information', rows, widths: [24, 40, 8, 14, 14], isProtected: true },
    { name: 'Metadata', rows: [['Pack group', list.packGroup]], isProtected: true },
  ]);
}

function boxNumbers({ boxCount, boxes, items }: PackListToWrite): readonly number[] {
  const used = [
    ...boxes.map(({ number }) => number),
    ...items.flatMap(({ units }) => [...units.keys()]),
  ];
  invariant(
    used.every((number) => number >= 1 && number <= boxCount),
    'every box has a column',
  );
  return Array.from({ length: boxCount }, (_, at) => at + 1);
}

function textFor(
  list: PackListToWrite,
  number: number,
  text: (box: PackListBox) => string,
): string {
  const box = list.boxes.find((candidate) => candidate.number === number);
  return box ? text(box) : '';
}

type MeasureRow = { readonly label: string; readonly text: (box: PackListBox) => string };

function measureRows({ units }: PackListToWrite): readonly MeasureRow[] {
  const [length, weight] = units === 'imperial' ? ['inch', 'lb'] : ['cm', 'kg'];
  const [lengthUnit, weightUnit]: [LengthUnit, WeightUnit] =
    units === 'imperial' ? ['IN', 'LB'] : ['CM', 'KG'];
  const side = (name: 'length' | 'width' | 'height') => (box: PackListBox) => {
    invariant(!box.dimensions || box.dimensions.unit === lengthUnit, 'sides in the store’s unit');
    return box.dimensions ? writeTicks(box.dimensions[name]) : '';
  };
  return [
    {
      label: `Box weight (${weight}):`,
      text: (box) => {
        invariant(!box.weight || box.weight.unit === weightUnit, 'weight in the store’s unit');
        return box.weight ? writeTicks(box.weight.amount) : '';
      },
    },
    { label: `Box width (${length}):`, text: side('width') },
    { label: `Box length (${length}):`, text: side('length') },
    { label: `Box height (${length}):`, text: side('height') },
  ];
}

function boxCountRow({ boxCount }: PackListToWrite): readonly NewCell[] {
  const blanks = Array.from({ length: 8 }, () => '');
  return [...blanks, 'Total box count:', '', '', '', { value: boxCount, style: 'open' }];
}

function headerRow(list: PackListToWrite): readonly NewCell[] {
  const boxes = boxNumbers(list).map((number): NewCell => {
    const name = `Box ${number} quantity`;
    return { value: name, style: 'heading', formula: `IF($M$3>=${number},"${name}","")` };
  });
  return [...HEADERS.map((value): NewCell => ({ value, style: 'heading' })), ...boxes];
}

function itemRow(
  list: PackListToWrite,
  item: Omit<PackListItem, 'line'>,
  row: number,
): readonly NewCell[] {
  const boxes = boxNumbers(list).map((number): NewCell => ({
    value: item.units.get(number) ?? '',
    style: 'open',
  }));
  const packed = [...item.units.values()].reduce((sum, units) => sum + units, 0);
  const last = columnName(FIRST_BOX + list.boxCount - 1);
  return [
    item.sku,
    item.title ?? '',
    '',
    item.asin ?? '',
    item.fnsku ?? '',
    item.condition ?? '',
    '',
    '',
    '',
    item.expected,
    { value: packed, formula: `SUM(${columnName(FIRST_BOX)}${row}:${last}${row})` },
    '',
    ...boxes,
  ];
}

function detailRow(
  list: PackListToWrite,
  label: string,
  text: (box: PackListBox) => string,
): readonly NewCell[] {
  const blanks = HEADERS.slice(1).map(() => '');
  const boxes = boxNumbers(list).map((number): NewCell => {
    const value = textFor(list, number, text);
    return {
      value: /^\d+(?:\.\d+)?$/.test(value) && label !== 'Name of box' ? Number(value) : value,
      style: 'open',
    };
  });
  return [label, ...blanks, ...boxes];
}
