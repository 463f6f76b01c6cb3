import type { Problem } from '#lib/kernel';
import type { Header } from './columns.ts';
import type { FlatFileProblem } from './problem.ts';
import type { Row } from './rows.ts';

export type RefusedRow = {
  /** The physical line of the file or the row of the sheet, the first being 1. */
  readonly line: number;
  /** The name of the column at fault as the file writes it, where one column is. */
  readonly column?: string;
  readonly problem: Problem<FlatFileProblem>;
};

export type CellRefusal<Field extends string = string> = {
  readonly field: Field | undefined;
  readonly problem: Problem<FlatFileProblem>;
};

export function refusedRow<Field extends string>(
  row: Row,
  refusal: CellRefusal<Field>,
  header: Header<Field>,
): RefusedRow {
  const at = refusal.field === undefined ? undefined : header.positions.get(refusal.field);
  const column = at === undefined ? undefined : header.names[at];
  return {
    line: row.line,
    ...(column === undefined ? {} : { column }),
    problem: refusal.problem,
  };
}
