import {
  type Dimensions,
  type LengthUnit,
  ok,
  optional,
  readLength,
  readWeight,
  refuse,
  type Result,
  type Weight,
  type WeightUnit,
} from '#lib/kernel';
import { type DateOrder, readDate } from './calendar-date.ts';
import {
  type CellReader,
  cellReader,
  faultOfSku,
  lengthUnitOf,
  LONGEST_SKU,
  readCount,
  weightUnitOf,
} from './cells.ts';
import { findTable, type Header, type Table } from './columns.ts';
import { MANIFEST_COLUMNS, type ManifestField } from './manifest-columns.ts';
import type { FlatFileProblem } from './problem.ts';
import { type RefusedRow, refusedRow } from './refused-row.ts';
import type { Row } from './rows.ts';
import { openFile, type OpenFile, whatItIs } from './source.ts';

export type ManifestOwner = 'SELLER' | 'AMAZON' | 'NONE';

export type CasePack = {
  readonly unitsPerBox: number;
  readonly boxes: number;
  readonly dimensions: Dimensions;
  readonly weight: Weight;
};

export type ManifestLine = {
  readonly line: number;
  readonly sku: string;
  readonly quantity: number;
  /** Absent where neither the row nor the top of the sheet names one. */
  readonly prepOwner?: ManifestOwner;
  readonly labelOwner?: ManifestOwner;
  /** yyyy-mm-dd */
  readonly expiration?: string;
  readonly lotCode?: string;
  readonly casePack?: CasePack;
};

export type Manifest = {
  readonly lines: readonly ManifestLine[];
  /** A row with several cells at fault is here several times. */
  readonly refused: readonly RefusedRow[];
  readonly unknownColumns: readonly string[];
  readonly encoding: OpenFile['encoding'];
  readonly headerLine: number;
};

const EXPECTED = ['Merchant SKU', 'Quantity'];
const CASE_FIELDS = ['units-per-box', 'boxes', 'length', 'width', 'height', 'weight'] as const;

/**
 * Reads the create-workflow template, as the workbook or as its tab saved as text: what to send,
 * and for case-packed SKUs in which boxes. Any table with a SKU and a quantity column will do.
 */
export function readManifest(bytes: Uint8Array): Result<Manifest, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(templateFirst(opened.value), MANIFEST_COLUMNS, isManifestHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  return ok({
    ...readLines(table),
    unknownColumns: table.header.unknown,
    encoding: opened.value.encoding,
    headerLine: table.header.line,
  });
}

function isManifestHeader(header: Header<ManifestField>): boolean {
  return header.positions.has('sku') && header.positions.has('quantity');
}

/** The workbook's tab with Amazon's example has the same columns and comes last. */
function templateFirst(file: OpenFile): OpenFile['sources'] {
  const isExample = (sheet = '') => /example|示例|例/i.test(sheet);
  return file.sources.toSorted((a, b) => Number(isExample(a.sheet)) - Number(isExample(b.sheet)));
}

type Defaults = Pick<ManifestLine, 'prepOwner' | 'labelOwner'>;

function readLines(table: Table<ManifestField>): Pick<Manifest, 'lines' | 'refused'> {
  const lines: ManifestLine[] = [];
  const refused: RefusedRow[] = [];
  const defaults = readDefaults(table);
  for (const row of table.rows) {
    const cells = cellReader(row, table.header);
    const line = readLine(row, cells, table.header, defaults);
    if (line) lines.push(line);
    refused.push(...cells.refusals.map((refusal) => refusedRow(row, refusal, table.header)));
  }
  return { lines, refused };
}

function readDefaults({ source, header }: Table<ManifestField>): Defaults {
  const defaults = new Map<string, string>();
  for (const { line, cells } of source.rows) {
    if (line >= header.line) break;
    defaults.set((cells[0] ?? '').trim().toLowerCase(), (cells[1] ?? '').trim());
  }
  return {
    ...optional('prepOwner', ownerOf(defaults.get('default prep owner') ?? '')),
    ...optional('labelOwner', ownerOf(defaults.get('default labeling owner') ?? '')),
  };
}

const OWNERS: Readonly<Record<string, ManifestOwner>> = {
  seller: 'SELLER',
  merchant: 'SELLER',
  卖家: 'SELLER',
  出品者: 'SELLER',
  amazon: 'AMAZON',
  亚马逊: 'AMAZON',
  none: 'NONE',
  'none required': 'NONE',
};

function ownerOf(text: string): ManifestOwner | undefined {
  const key = text.toLowerCase().replace(/^by /, '');
  return Object.hasOwn(OWNERS, key) ? OWNERS[key] : undefined;
}

function readLine(
  row: Row,
  cells: CellReader<ManifestField>,
  header: Header<ManifestField>,
  defaults: Defaults,
): ManifestLine | undefined {
  const sku = cells.text('sku');
  const fault = faultOfSku(sku);
  if (fault) cells.refuse('sku', fault, { longest: LONGEST_SKU });
  const quantity = readCount(cells, 'quantity');
  const prepOwner = readOwner(cells, 'prep-owner') ?? defaults.prepOwner;
  const labelOwner = readOwner(cells, 'label-owner') ?? defaults.labelOwner;
  const expiration = readExpiration(cells, header);
  const casePack = readCasePack(cells, header);
  if (casePack && quantity !== undefined) {
    const packed = casePack.unitsPerBox * casePack.boxes;
    if (packed !== quantity)
      cells.refuse('quantity', 'case-quantity-differs', { packed, quantity });
  }
  if (cells.refusals.length > 0 || quantity === undefined) return undefined;
  return {
    line: row.line,
    sku,
    quantity,
    ...optional('prepOwner', prepOwner),
    ...optional('labelOwner', labelOwner),
    ...optional('expiration', expiration),
    ...optional('lotCode', cells.text('lot-code') || undefined),
    ...optional('casePack', casePack),
  };
}

function readOwner(
  cells: CellReader<ManifestField>,
  field: 'prep-owner' | 'label-owner',
): ManifestOwner | undefined {
  const text = cells.text(field);
  return text === '' ? undefined : (ownerOf(text) ?? cells.refuse(field, 'owner-unknown'));
}

function readExpiration(
  cells: CellReader<ManifestField>,
  header: Header<ManifestField>,
): string | undefined {
  const text = cells.text('expiration');
  if (text === '') return undefined;
  // The header says the order of its store: "Expiration date (MM/DD/YYYY)" in the template's English.
  const order: DateOrder = /dd\W*mm/i.test(nameOf(header, 'expiration'))
    ? 'day-first'
    : 'month-first';
  return readDate(text, order) ?? cells.refuse('expiration', 'date-unreadable', { order });
}

function nameOf(header: Header<ManifestField>, field: ManifestField): string {
  return header.names[header.positions.get(field) ?? -1] ?? '';
}

function readCasePack(
  cells: CellReader<ManifestField>,
  header: Header<ManifestField>,
): CasePack | undefined {
  const missing = CASE_FIELDS.filter((field) => cells.text(field) === '');
  if (missing.length === CASE_FIELDS.length) return undefined;
  for (const field of missing) cells.refuse(field, 'case-incomplete');
  if (missing.length > 0) return undefined;
  const unitsPerBox = readCount(cells, 'units-per-box');
  const boxes = readCount(cells, 'boxes');
  const unit = lengthUnitOf(nameOf(header, 'length'));
  const weightUnit = weightUnitOf(nameOf(header, 'weight'));
  if (unit === undefined) cells.refuse('length', 'unit-not-named');
  if (weightUnit === undefined) cells.refuse('weight', 'unit-not-named');
  if (unit === undefined || weightUnit === undefined) return undefined;
  const length = readSide(cells, 'length', unit);
  const width = readSide(cells, 'width', unit);
  const height = readSide(cells, 'height', unit);
  const weight = readWeightCell(cells, weightUnit);
  if (!unitsPerBox || !boxes || !length || !width || !height || !weight) return undefined;
  return { unitsPerBox, boxes, dimensions: { length, width, height, unit }, weight };
}

function readSide(
  cells: CellReader<ManifestField>,
  field: 'length' | 'width' | 'height',
  unit: LengthUnit,
): number | undefined {
  const read = readLength(cells.text(field), unit);
  if (read.ok && read.value.amount > 0) return read.value.amount;
  return cells.refuse(field, 'measure-unreadable');
}

function readWeightCell(cells: CellReader<ManifestField>, unit: WeightUnit): Weight | undefined {
  const read = readWeight(cells.text('weight'), unit);
  return read.ok && read.value.amount > 0
    ? read.value
    : cells.refuse('weight', 'measure-unreadable');
}
