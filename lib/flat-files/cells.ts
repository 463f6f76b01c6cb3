import { type LengthUnit, problem, readDecimal, type WeightUnit } from '#lib/kernel';
import type { Header } from './columns.ts';
import type { FlatFileProblem } from './problem.ts';
import type { CellRefusal } from './refused-row.ts';
import type { Row } from './rows.ts';

/** The cells of one row by field, and the refusals that reading them has brought up so far. */
export type CellReader<Field extends string> = {
  readonly text: (field: Field) => string;
  readonly refuse: (
    field: Field | undefined,
    code: FlatFileProblem,
    facts?: Readonly<Record<string, string | number>>,
  ) => undefined;
  readonly refusals: readonly CellRefusal<Field>[];
};

const LONGEST_QUOTE = 60;

export function cellReader<Field extends string>(
  row: Row,
  header: Header<Field>,
): CellReader<Field> {
  const refusals: CellRefusal<Field>[] = [];
  const text = (field: Field) => {
    const at = header.positions.get(field);
    return at === undefined ? '' : (row.cells[at]?.trim() ?? '');
  };
  return {
    text,
    refusals,
    refuse: (field, code, facts) => {
      const quoted = field === undefined ? {} : { text: text(field).slice(0, LONGEST_QUOTE) };
      refusals.push({ field, problem: problem(code, { ...quoted, ...facts }) });
      return undefined;
    },
  };
}

// Amazon's length limit for a seller SKU; a longer one is a neighbour's cell.
export const LONGEST_SKU = 40;
const SPREADSHEET_NUMBER = /^\d(?:[.,]\d+)?E\+\d+$/;

/** Why a text cannot be a seller SKU, or undefined when it can. */
export function faultOfSku(text: string): FlatFileProblem | undefined {
  if (text === '') return 'row-without-sku';
  if (SPREADSHEET_NUMBER.test(text)) return 'sku-damaged-by-spreadsheet';
  // eslint-disable-next-line no-control-regex
  if (text.length > LONGEST_SKU || /[\u0000-\u001f\ufffd]/.test(text)) return 'sku-unreadable';
  return undefined;
}

/** A whole number of one or more, or a refusal and undefined. */
export function readCount<Field extends string>(
  cells: CellReader<Field>,
  field: Field,
): number | undefined {
  const read = readDecimal(cells.text(field), 0);
  if (!read.ok || read.value === 0) return cells.refuse(field, 'quantity-unreadable');
  return read.value;
}

/** The unit a header names in brackets or at its end: "Box weight (lb):", "Box length (cm)". */
export function lengthUnitOf(name: string): LengthUnit | undefined {
  if (/\b(?:in|inch|inches)\b|英寸|インチ/i.test(name)) return 'IN';
  return /\b(?:cm|centimet(?:er|re)s?)\b|厘米|センチ/i.test(name) ? 'CM' : undefined;
}

export function weightUnitOf(name: string): WeightUnit | undefined {
  if (/\b(?:lb|lbs|pounds?)\b|磅|ポンド/i.test(name)) return 'LB';
  return /\b(?:kg|kgs|kilograms?)\b|公斤|千克|キログラム/i.test(name) ? 'KG' : undefined;
}
