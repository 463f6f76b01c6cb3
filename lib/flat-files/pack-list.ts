import { ok, optional, refuse, type Result } from '#lib/kernel';
import { cellReader, faultOfSku, LONGEST_SKU, readCount } from './cells.ts';
import { type ColumnNames, findTable, type Header, type Table } from './columns.ts';
import { type BoxDetails, type PackListBox, readDetails } from './pack-list-boxes.ts';
import type { FlatFileProblem } from './problem.ts';
import { type CellRefusal, type RefusedRow, refusedRow } from './refused-row.ts';
import { isBlank, type Row } from './rows.ts';
import { openFile, type OpenFile, type Source, whatItIs } from './source.ts';
import type { Place } from './workbook/cell-place.ts';

export type PackListItem = {
  readonly line: number;
  readonly sku: string;
  readonly title?: string;
  readonly asin?: string;
  readonly fnsku?: string;
  readonly condition?: string;
  readonly expected: number;
  /** Units by the number of the box; a box without this SKU is not in it. */
  readonly units: ReadonlyMap<number, number>;
};

export type PackList = {
  readonly packGroup?: string;
  readonly shipment?: string;
  readonly workflow?: string;
  readonly items: readonly PackListItem[];
  /** Boxes that hold units or have anything said about them, by number. */
  readonly boxes: readonly PackListBox[];
  /** A row with several cells at fault is here several times. */
  readonly refused: readonly RefusedCell[];
  readonly encoding: OpenFile['encoding'];
  readonly headerLine: number;
  /** The sheet it stands in, when it is a workbook. */
  readonly sheet?: string;
};

/** A refusal and the cell it is about, both counted from one. */
export type RefusedCell = RefusedRow & { readonly place?: Place };

type Field = 'sku' | 'title' | 'asin' | 'fnsku' | 'condition' | 'expected';

/** Headers of Amazon's pack-list workbook, its CSV, and the older Send/replenish sheet (2026-11-23). */
const COLUMNS: ColumnNames<Field> = {
  sku: ['SKU', 'Merchant SKU'],
  title: ['Product title', 'Title'],
  asin: ['ASIN'],
  fnsku: ['FNSKU'],
  condition: ['Condition'],
  expected: ['Expected quantity', 'Quantity', 'Expected QTY'],
};

const EXPECTED = ['SKU', 'Expected quantity', 'Box 1 quantity'];

/**
 * Reads a pack list in any of Amazon's three layouts, filled in or not: found by the words of its
 * headers, never by the address of a cell.
 */
export function readPackList(bytes: Uint8Array): Result<PackList, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, COLUMNS, isPackListHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const top = readTop(table.source, table.header.line);
  return ok({
    ...readRows(table, top.boxCount),
    ...optional('packGroup', top.packGroup),
    ...optional('shipment', top.shipment),
    ...optional('workflow', top.workflow),
    encoding: opened.value.encoding,
    headerLine: table.header.line,
    ...optional('sheet', table.source.sheet),
  });
}

function isPackListHeader(header: Header<Field>): boolean {
  const hasBoth = header.positions.has('sku') && header.positions.has('expected');
  return hasBoth && (header.positions.has('fnsku') || boxColumnsOf(header).size > 0);
}

type Top = {
  readonly packGroup: string | undefined;
  readonly shipment: string | undefined;
  readonly workflow: string | undefined;
  readonly boxCount: number | undefined;
};

/** What stands above the header: labels with their value behind a colon or in a cell to the right. */
function readTop(source: Source, headerLine: number): Top {
  const labels = new Map<string, string>();
  for (const { line, cells } of source.rows) {
    if (line >= headerLine) break;
    cells.forEach((cell, at) => {
      const [label = '', inside = ''] = cell.split(/:(.*)/s).map((part) => part.trim());
      const value = inside || (cells.slice(at + 1).find((next) => next.trim() !== '') ?? '').trim();
      if (label !== '' && value !== '') labels.set(label.toLowerCase(), value);
    });
  }
  const boxCount = Number(labels.get('total box count') ?? '');
  return {
    packGroup: labels.get('pack group') ?? labels.get('pack group number'),
    shipment: labels.get('shipment') ?? labels.get('shipment id'),
    workflow: labels.get('workflow name') ?? labels.get('name'),
    boxCount: Number.isInteger(boxCount) && boxCount > 0 ? boxCount : undefined,
  };
}

const BOX_COLUMN = /^box\s*(\d{1,4})\s*-?\s*(?:quantity|units|qty)$/i;
/** Column M, where Amazon's workbook begins its boxes; their headers are formulas, which not every program works out. */
const COLUMN_M = 12;

/** The place of each box's column by the number of the box. */
function boxColumnsOf(header: Header<Field>): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  header.names.forEach((name, at) => {
    const number = BOX_COLUMN.exec(name)?.[1];
    if (number !== undefined && !columns.has(Number(number))) columns.set(Number(number), at);
  });
  return columns;
}

function columnsFor(
  { header, source }: Table<Field>,
  boxCount: number | undefined,
): ReadonlyMap<number, number> {
  const named = boxColumnsOf(header);
  if (named.size > 0 || source.sheet === undefined || boxCount === undefined) return named;
  return new Map(Array.from({ length: boxCount }, (_, at) => [at + 1, COLUMN_M + at]));
}

function readRows(
  table: Table<Field>,
  boxCount: number | undefined,
): Pick<PackList, 'items' | 'boxes' | 'refused'> {
  const columns = columnsFor(table, boxCount);
  const items: PackListItem[] = [];
  const refused: RefusedCell[] = [];
  const details = readDetails(table.rows, columns);
  for (const row of table.rows) {
    if (details.lines.has(row.line) || isTotal(row)) continue;
    const item = readItem(row, table.header, { columns, boxCount, refused });
    if (item) items.push(item);
  }
  return { items, boxes: boxesOf(items, details), refused: [...refused, ...details.refused] };
}

/** Lines of the older sheet that stand below its items and hold none. */
const TOTALS = /^(?:plan id|ship to|total skus|total units|name|units|skus)$/i;

function isTotal({ cells }: Row): boolean {
  return TOTALS.test((cells[0] ?? '').replace(/:.*$/s, '').trim()) && isBlankBeyond(cells, 2);
}

function isBlankBeyond(cells: readonly string[], from: number): boolean {
  return isBlank({ line: 0, cells: cells.slice(from) });
}

type ItemContext = {
  readonly columns: ReadonlyMap<number, number>;
  readonly boxCount: number | undefined;
  readonly refused: RefusedCell[];
};

function readItem(
  row: Row,
  header: Header<Field>,
  { columns, boxCount, refused }: ItemContext,
): PackListItem | undefined {
  const cells = cellReader(row, header);
  const sku = cells.text('sku');
  const fault = faultOfSku(sku);
  if (fault) cells.refuse('sku', fault, { longest: LONGEST_SKU });
  const expected = readCount(cells, 'expected');
  const boxed = readUnits(row, header, columns);
  const packed = [...boxed.units.values()].reduce((sum, units) => sum + units, 0);
  if (expected !== undefined && packed > expected)
    cells.refuse('expected', 'packed-more-than-expected', { sku, packed, expected });
  const beyond = [...boxed.units.keys()].find((number) => number > (boxCount ?? number));
  if (beyond !== undefined)
    cells.refuse(undefined, 'box-beyond-count', { box: beyond, boxes: boxCount ?? beyond });
  const refusals = [
    ...cells.refusals.map((refusal) => refusedCell(row, refusal, header)),
    ...boxed.refused,
  ];
  refused.push(...refusals);
  if (refusals.length > 0 || expected === undefined) return undefined;
  return {
    line: row.line,
    sku,
    ...optional('title', cells.text('title') || undefined),
    ...optional('asin', cells.text('asin') || undefined),
    ...optional('fnsku', cells.text('fnsku') || undefined),
    ...optional('condition', cells.text('condition') || undefined),
    expected,
    units: boxed.units,
  };
}

function readUnits(
  row: Row,
  header: Header<Field>,
  columns: ReadonlyMap<number, number>,
): { readonly units: ReadonlyMap<number, number>; readonly refused: readonly RefusedCell[] } {
  const units = new Map<number, number>();
  const refused: RefusedCell[] = [];
  for (const [number, at] of columns) {
    const text = (row.cells[at] ?? '').trim();
    if (text === '' || text === '0') continue;
    const name = header.names[at] || `Box ${number} quantity`;
    const cells = cellReader({ line: row.line, cells: [text] }, boxHeader(name));
    const count = readCount(cells, 'units');
    if (count === undefined)
      refused.push(
        ...cells.refusals.map((refusal) => ({
          ...refusedRow(row, refusal, boxHeader(name)),
          place: { row: row.line, column: at + 1 },
        })),
      );
    else units.set(number, count);
  }
  return { units, refused };
}

function refusedCell(row: Row, refusal: CellRefusal<Field>, header: Header<Field>): RefusedCell {
  const at = refusal.field === undefined ? undefined : header.positions.get(refusal.field);
  const place = at === undefined ? undefined : { row: row.line, column: at + 1 };
  return { ...refusedRow(row, refusal, header), ...optional('place', place) };
}

function boxHeader(name: string): Header<'units'> {
  return { line: 0, names: [name], positions: new Map([['units', 0]]), unknown: [] };
}

function boxesOf(items: readonly PackListItem[], details: BoxDetails): readonly PackListBox[] {
  const numbers = new Set([
    ...items.flatMap(({ units }) => [...units.keys()]),
    ...details.boxes.keys(),
  ]);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({ number, ...details.boxes.get(number) }));
}
