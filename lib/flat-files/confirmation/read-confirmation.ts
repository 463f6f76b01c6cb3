import { ok, optional, refuse, type Result } from '#lib/kernel';
import { cellReader } from '../cells.ts';
import { findTable, type Header } from '../columns.ts';
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

/**
 * Reads a shipping confirmation in Amazon's columns: tab-separated, the three-row template of
 * Japan, comma-separated, or a workbook. Whether its rows may be sent is another question.
 */
export function readConfirmation(bytes: Uint8Array): Result<ConfirmationFile, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, CONFIRMATION_COLUMNS, isConfirmationHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const { header } = table;
  const rows: ConfirmationRow[] = [];
  for (const row of table.rows) {
    const { text } = cellReader(row, header);
    const filled = CONFIRMATION_FIELDS.filter((field) => text(field) !== '');
    rows.push({ line: row.line, cells: new Map(filled.map((field) => [field, text(field)])) });
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
