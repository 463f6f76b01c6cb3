import { ok, optional, refuse, type Result } from '#lib/kernel';
import { cellReader } from '../cells.ts';
import { type ColumnNames, findTable, type Header, normaliseName, readNames } from '../columns.ts';
import type { FlatFileProblem } from '../problem.ts';
import { openFile, type OpenFile, type Separator, whatItIs } from '../source.ts';
import {
  CONFIRMATION_COLUMNS,
  CONFIRMATION_FIELDS,
  type ConfirmationField,
} from './confirmation-columns.ts';

export type ConfirmationRow = {
  readonly line: number;
  /** What the file says, trimmed; a field that it leaves out is not there. */
  readonly cells: ReadonlyMap<ConfirmationField, string>;
};

export type ConfirmationFile = {
  readonly rows: readonly ConfirmationRow[];
  /** Each field's column name as the file writes it. */
  readonly names: ReadonlyMap<ConfirmationField, string>;
  readonly unknownColumns: readonly string[];
  readonly encoding: OpenFile['encoding'];
  readonly headerLine: number;
  /** Absent in a workbook. */
  readonly separator?: Separator;
};

const EXPECTED = ['order-id', 'ship-date', 'carrier-code', 'tracking-number'];

export type ConfirmationMapping = {
  /** Which column of a carrier's file stands for which of Amazon's, by the name in its header. */
  readonly columns: Readonly<Partial<Record<ConfirmationField, string>>>;
  /** What stands in every row that says nothing itself, such as the one carrier of the file. */
  readonly constants: Readonly<Partial<Record<ConfirmationField, string>>>;
};

const AS_IT_IS: ConfirmationMapping = { columns: {}, constants: {} };

/**
 * Reads a shipping confirmation in Amazon's columns: tab-separated, the three-row template of
 * Japan, comma-separated, or a workbook; with a mapping, in a carrier's. Whether its rows may be
 * sent is another question.
 */
export function readConfirmation(
  bytes: Uint8Array,
  mapping: ConfirmationMapping = AS_IT_IS,
): Result<ConfirmationFile, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const columns = columnsWith(mapping);
  const table = findTable(opened.value.sources, columns, isConfirmationHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const { header } = table;
  const rows: ConfirmationRow[] = [];
  for (const row of table.rows) {
    const { text } = cellReader(row, header);
    const cell = (field: ConfirmationField) => text(field) || (mapping.constants[field] ?? '');
    const filled = CONFIRMATION_FIELDS.filter((field) => cell(field) !== '');
    rows.push({ line: row.line, cells: new Map(filled.map((field) => [field, cell(field)])) });
  }
  return ok({
    rows,
    names: new Map([...header.positions].map(([field, at]) => [field, header.names[at] ?? field])),
    unknownColumns: header.unknown,
    encoding: opened.value.encoding,
    headerLine: header.line,
    ...optional('separator', table.source.separator),
  });
}

function isConfirmationHeader(header: Header<ConfirmationField>): boolean {
  const { positions } = header;
  return (
    positions.has('order-id') && (positions.has('tracking-number') || positions.has('ship-date'))
  );
}

function columnsWith({ columns }: ConfirmationMapping): ColumnNames<ConfirmationField> {
  const mapped = new Set(Object.values(columns).map(normaliseName));
  const named: Record<ConfirmationField, readonly string[]> = { ...CONFIRMATION_COLUMNS };
  for (const field of CONFIRMATION_FIELDS) {
    const name = columns[field];
    // A column that was given to one field is no longer found by its name for another.
    named[field] =
      name === undefined
        ? named[field].filter((known) => !mapped.has(normaliseName(known)))
        : [name];
  }
  return named;
}

/** The header of a file that may need a mapping: the names of its first row with several cells. */
export function readConfirmationHeader(
  bytes: Uint8Array,
): Result<readonly string[], FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const names = readNames(opened.value.sources);
  return names ? ok(names) : refuse(whatItIs(opened.value, EXPECTED));
}
