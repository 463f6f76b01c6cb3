import type { Column } from './assign-columns.ts';
import { type CartonNumbers, readCartonNumbers } from './carton-numbers.ts';
import type { ItemLookup } from './expected-items.ts';
import type { FactoryField } from './factory-choices.ts';
import { readCountCell, readFigure, readSizeCell, type SizeCell } from './figures.ts';
import { type FactoryHeader, repeatsHeader } from './find-header.ts';
import type { GridRow } from './grid.ts';

/** One line of goods, with its figures as the list gives them. */
export type FactoryLine = {
  /** Where it stands: sheets are told apart, for numbers may begin anew in each. */
  readonly sheet: number;
  readonly line: number;
  /** The factory's words for the item, the most telling first. */
  readonly names: readonly string[];
  readonly sku: string | undefined;
  readonly expiryText: string;
  readonly cartonText: string;
  readonly numbers: CartonNumbers | undefined;
  /** In the same carton as the line above: its carton cell reaches down to here. */
  readonly isBelow: boolean;
  readonly cartons: number | undefined;
  readonly perCarton: number | undefined;
  readonly inAll: number | undefined;
  readonly units: number | undefined;
  readonly quantityText: string;
  readonly grossText: string;
  readonly size: SizeCell | undefined;
  readonly sizeText: string;
  readonly volume: number | undefined;
};

/** What became of a row below the header. */
export type RowRole = 'goods' | 'total' | 'subtotal' | 'header' | 'note' | 'after-total';
export type ReadRow = { readonly line: number; readonly role: RowRole };

export type Totals = { readonly [field in FactoryField]?: number };

export type Section = {
  readonly lines: readonly FactoryLine[];
  /** Lines below the grand total, which most often sum up what stands above. */
  readonly afterTotal: readonly FactoryLine[];
  readonly rows: readonly ReadRow[];
  /** The sums that the list itself gives, one for each of its total rows. */
  readonly totals: readonly Totals[];
};

type Reader = {
  readonly sheet: number;
  readonly header: FactoryHeader;
  readonly columns: ReadonlyMap<FactoryField, Column>;
  readonly identities: readonly Column[];
  readonly lookup: ItemLookup;
};

const IDENTITY_ORDER = ['sku', 'fnsku', 'asin', 'item', 'barcode', 'description'] as const;

export function readSection(
  sheet: number,
  { header, rows, columns }: SectionSource,
  lookup: ItemLookup,
): Section {
  const reader: Reader = {
    sheet,
    header,
    lookup,
    columns: new Map(columns.flatMap((column) => (column.field ? [[column.field, column]] : []))),
    identities: IDENTITY_ORDER.flatMap((field) => columns.filter((one) => one.field === field)),
  };
  const lines: FactoryLine[] = [];
  const afterTotal: FactoryLine[] = [];
  const read: ReadRow[] = [];
  const totals: Totals[] = [];
  let isBelowTotal = false;
  for (const row of rows) {
    let role = roleOf(reader, row, lines);
    if (role === 'goods' && isBelowTotal) role = 'after-total';
    if (role === 'header') isBelowTotal = false;
    if (role === 'total') {
      isBelowTotal = true;
      totals.push(totalsOf(reader, row));
    }
    if (role === 'goods') lines.push(readLine(reader, row, lines.at(-1)));
    if (role === 'after-total') afterTotal.push(readLine(reader, row, afterTotal.at(-1)));
    read.push({ line: row.line, role });
  }
  return { lines, afterTotal, rows: read, totals };
}

export type SectionSource = {
  readonly header: FactoryHeader;
  /** The rows below the header that hold something. */
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
};

const TOTAL =
  /^(?:the )?(?:grand )?(?:total|ttl|sum)(?![a-z\d]|-\w)|^(?:合\s*计|总\s*计|总\s*共|共\s*计|总数)/i;
const SUBTOTAL = /^sub-? ?total|^小\s*计/i;

function roleOf(reader: Reader, row: GridRow, before: readonly FactoryLine[]): RowRole {
  if (repeatsHeader(row, reader.header)) return 'header';
  const names = namesIn(reader, row);
  const isOurs = reader.lookup(names) !== undefined;
  if (!hasQuantity(reader, row, isOurs)) return isTotalWord(row, TOTAL) ? 'total' : 'note';
  if (!isOurs && isTotalWord(row, SUBTOTAL)) return 'subtotal';
  if (!isOurs && isTotalWord(row, TOTAL)) return 'total';
  if (names.length > 0) return 'goods';
  // Figures without a name sum up what stands above when they come to the same.
  return sumsUp(reader, row, before) ? 'total' : 'goods';
}

function isTotalWord({ cells, covered }: GridRow, pattern: RegExp): boolean {
  return cells.some((cell, at) => !covered.has(at) && pattern.test(cell));
}

const QUANTITIES = ['units-in-all', 'units-per-carton', 'units'] as const;

/** A quantity in words is told to be unreadable where the SKU is ours; elsewhere it is a remark. */
function hasQuantity(reader: Reader, row: GridRow, isOurs: boolean): boolean {
  return QUANTITIES.some((field) => {
    const column = reader.columns.get(field);
    const text = column ? ownText(row, column) : '';
    return isOurs ? !/^[-–—/]*$/.test(text) : /\p{Nd}/u.test(text);
  });
}

function sumsUp(reader: Reader, row: GridRow, before: readonly FactoryLine[]): boolean {
  return QUANTITIES.some((field) => {
    const figure = readCountCell(textOf(reader, row, field));
    const values = before.map(({ inAll, perCarton, units }) =>
      field === 'units-in-all' ? inAll : field === 'units' ? units : perCarton,
    );
    const sum = values.reduce((total: number, value) => total + (value ?? 0), 0);
    return figure !== undefined && before.length > 1 && figure === sum;
  });
}

function textOf(reader: Reader, row: GridRow, field: FactoryField): string {
  const column = reader.columns.get(field);
  return column ? (row.cells[column.at] ?? '') : '';
}

/** The text of a cell unless it belongs to a cell begun in a row above. */
function ownText(row: GridRow, column: Column): string {
  return row.covered.has(column.at) ? '' : (row.cells[column.at] ?? '');
}

function namesIn(reader: Reader, row: GridRow): readonly string[] {
  const names = reader.identities.flatMap((column) => row.cells[column.at] || []);
  const variant = (['colour', 'variant'] as const).flatMap(
    (field) => textOf(reader, row, field) || [],
  );
  const [main] = names;
  return variant.length > 0 && main !== undefined
    ? [[main, ...variant].join(' '), ...names]
    : names;
}

function readLine(reader: Reader, row: GridRow, above: FactoryLine | undefined): FactoryLine {
  const text = (field: FactoryField) => textOf(reader, row, field);
  const own = (field: FactoryField) => {
    const column = reader.columns.get(field);
    return column ? ownText(row, column) : '';
  };
  const numbered = (['carton-numbers', 'carton-from', 'cartons'] as const)
    .map((field) => reader.columns.get(field))
    .find((column) => column !== undefined);
  const isBelow = numbered !== undefined && row.covered.has(numbered.at) && above !== undefined;
  const cartonText = joinRange(text('carton-numbers'), text('carton-from'), text('carton-to'));
  const quantityText = QUANTITIES.map((field) => own(field)).find((cell) => cell !== '') ?? '';
  const names = namesIn(reader, row);
  return {
    sheet: reader.sheet,
    line: row.line,
    names,
    sku: reader.lookup(names),
    expiryText: text('expiry'),
    cartonText,
    numbers: cartonText === '' ? undefined : readCartonNumbers(cartonText),
    isBelow,
    cartons: readCountCell(own('cartons')),
    perCarton: readCountCell(own('units-per-carton')),
    inAll: readCountCell(own('units-in-all')),
    units: readCountCell(own('units')),
    quantityText,
    grossText: own('gross-per-carton') || own('gross') || own('gross-in-all'),
    ...readSize(text, isBelow ? own : text),
    volume: readFigure(own('volume')),
  };
}

function joinRange(whole: string, from: string, to: string): string {
  if (whole !== '' || from === '') return whole;
  return to === '' ? from : `${from}-${to}`;
}

function readSize(
  text: (field: FactoryField) => string,
  own: (field: FactoryField) => string,
): Pick<FactoryLine, 'size' | 'sizeText'> {
  const [length, width, height] = [text('length'), text('width'), text('height')];
  const whole = own('size');
  if (whole !== '') return { size: readSizeCell(whole), sizeText: whole };
  const sides = [length, width, height].filter((side) => side !== '').join('*');
  return { size: sides === '' ? undefined : readSizeCell(sides), sizeText: sides };
}

function totalsOf(reader: Reader, row: GridRow): Totals {
  const totals: { [field in FactoryField]?: number } = {};
  for (const [field, column] of reader.columns) {
    const figure = readFigure(row.cells[column.at] ?? '');
    if (figure !== undefined) totals[field] = figure;
  }
  return totals;
}
