import type { Row } from '../rows.ts';
import type { Source } from '../source.ts';
import type { MergedRange } from '../workbook/read-sheet.ts';

/** One row of a sheet with every merged cell seen in all the places it covers. */
export type GridRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Columns whose cell began in a row above. */
  readonly covered: ReadonlySet<number>;
};

export type Grid = { readonly rows: readonly GridRow[]; readonly sheet?: string };

/** Columns beyond this hold no packing list; a sheet can have 16,384. */
const WIDEST = 200;
const LONGEST = 20_000;

export function gridOf(source: Source): Grid {
  const rows = new Map<number, Row>();
  for (const row of source.rows) {
    if (rows.size === LONGEST) break;
    rows.set(row.line, row);
  }
  const covers = coversOf(source.merged ?? [], rows);
  const lines = [...new Set([...rows.keys(), ...covers.keys()])].sort((a, b) => a - b);
  return {
    rows: lines.map((line) => gridRow(line, rows.get(line), covers.get(line) ?? [])),
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
  };
}

type Cover = { readonly column: number; readonly text: string; readonly isBelow: boolean };

function coversOf(
  merged: readonly MergedRange[],
  rows: ReadonlyMap<number, Row>,
): ReadonlyMap<number, readonly Cover[]> {
  const covers = new Map<number, Cover[]>();
  for (const { from, to } of merged) {
    const text = rows.get(from.row)?.cells[from.column - 1]?.trim() ?? '';
    if (text === '' || to.row - from.row > 5_000) continue;
    for (let line = from.row; line <= to.row; line += 1) {
      const cover = covers.get(line) ?? [];
      for (let column = from.column; column <= Math.min(to.column, WIDEST); column += 1)
        cover.push({ column: column - 1, text, isBelow: line > from.row });
      covers.set(line, cover);
    }
  }
  return covers;
}

function gridRow(line: number, row: Row | undefined, covers: readonly Cover[]): GridRow {
  const cells = (row?.cells ?? []).slice(0, WIDEST).map(tidy);
  const covered = new Set<number>();
  for (const { column, text, isBelow } of covers) {
    while (cells.length <= column) cells.push('');
    cells[column] = tidy(text);
    if (isBelow) covered.add(column);
  }
  return { line, cells, covered };
}

function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}
