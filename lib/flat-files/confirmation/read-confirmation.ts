import { ok, refuse, type Result } from '#lib/kernel';
import { type ColumnNames, findTable, type Header, normaliseName } from '../columns.ts';
import { namedRows, type NamedRow, type NamedRows } from '../named-rows.ts';
import type { FlatFileProblem } from '../problem.ts';
import { openFile, whatItIs } from '../source.ts';
import { type Carriers, listedCarrier } from './carriers.ts';
import { oneDate } from './one-date.ts';
import {
  CONFIRMATION_COLUMNS,
  CONFIRMATION_FIELDS,
  type ConfirmationField,
} from './confirmation-columns.ts';

export type ConfirmationRow = NamedRow<ConfirmationField>;
export type ConfirmationFile = NamedRows<ConfirmationField>;

export const EXPECTED = ['order-id', 'ship-date', 'carrier-code', 'tracking-number'];

export type ConfirmationMapping = {
  /**
   * Which column of a carrier's file stands for which of Amazon's, by the name in its header; an
   * empty name for none, where Amazon's own name is not to be looked for.
   */
  readonly columns: Readonly<Partial<Record<ConfirmationField, string>>>;
  /** What stands in every row that says nothing itself, such as the one carrier of the file. */
  readonly constants: Readonly<Partial<Record<ConfirmationField, string>>>;
};

const AS_IT_IS: ConfirmationMapping = { columns: {}, constants: {} };

/**
 * Reads a shipping confirmation in Amazon's columns: tab-separated, the three-row template of
 * Japan, comma-separated, or a workbook; with a mapping, in a carrier's, whose dates and carriers
 * are put into Amazon's words where they can mean only one thing. Whether its rows may be sent is
 * another question.
 */
export function readConfirmation(
  bytes: Uint8Array,
  mapping?: ConfirmationMapping,
  carriers?: Carriers,
): Result<ConfirmationFile, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const columns = columnsWith(mapping ?? AS_IT_IS);
  const table = findTable(opened.value.sources, columns, isConfirmationHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const { encoding } = opened.value;
  if (!mapping) return ok(namedRows(table, encoding, CONFIRMATION_FIELDS));
  const say = (field: ConfirmationField, text: string) =>
    inAmazonsWords(field, text || (mapping.constants[field] ?? ''), carriers);
  return ok(namedRows(table, encoding, CONFIRMATION_FIELDS, say));
}

function inAmazonsWords(
  field: ConfirmationField,
  text: string,
  carriers: Carriers | undefined,
): string {
  if (field === 'ship-date') return oneDate(text) ?? text;
  if (field === 'carrier-code' && carriers) return listedCarrier(carriers, text) ?? text;
  return text;
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
        : name === ''
          ? []
          : [name];
  }
  return named;
}
