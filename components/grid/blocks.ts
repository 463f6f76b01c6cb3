import { readPastedBlock } from '#lib/flat-files';

import type { Range } from './selection.ts';

/** What a cell is to hold from now on. */
export type CellChange = { readonly row: number; readonly column: number; readonly text: string };

export type ReadCell = (row: number, column: number) => string;

/** A block as spreadsheets take it from the clipboard. */
export function copyBlock({ top, left, bottom, right }: Range, read: ReadCell): string {
  const rows: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let column = left; column <= right; column += 1) cells.push(quoted(read(row, column)));
    rows.push(cells.join('\t'));
  }
  return rows.join('\n');
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type PasteLimits = {
  readonly rows: number;
  /** Columns that may be written to, those that come into being by it among them. */
  readonly columns: number;
};

export type Paste = {
  readonly changes: readonly CellChange[];
  readonly range: Range;
  /** Cells that found no place. */
  readonly clipped: number;
};

/**
 * Puts copied text into the cells from the corner of a range on. A range that the block fills
 * several times over is filled; what reaches beyond the grid is left out and counted.
 */
export function pasteBlock(text: string, range: Range, limits: PasteLimits): Paste {
  const block = readPastedBlock(text);
  const height = block.length;
  const width = block[0]?.length ?? 0;
  if (height === 0 || width === 0) return { changes: [], range, clipped: 0 };
  const rows = timesInto(range.bottom - range.top + 1, height) * height;
  const columns = timesInto(range.right - range.left + 1, width) * width;
  const changes: CellChange[] = [];
  let clipped = 0;
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const place = { row: range.top + down, column: range.left + across };
      const cell = block[down % height]?.[across % width] ?? '';
      if (place.row >= limits.rows || place.column >= limits.columns) clipped += 1;
      else changes.push({ ...place, text: cell });
    }
  }
  return {
    changes,
    clipped,
    range: {
      top: range.top,
      left: range.left,
      bottom: Math.min(range.top + rows, limits.rows) - 1,
      right: Math.min(range.left + columns, limits.columns) - 1,
    },
  };
}

function timesInto(space: number, length: number): number {
  return space % length === 0 ? space / length : 1;
}

/** The first row of a range in all its rows; a single row takes the one above. */
export function fillDown({ top, left, bottom, right }: Range, read: ReadCell): CellChange[] {
  const source = top === bottom ? top - 1 : top;
  if (source < 0) return [];
  return cellsOf({ top: source + 1, left, bottom, right }, (_, column) => read(source, column));
}

/** The first column of a range in all its columns; a single column takes the one before. */
export function fillRight({ top, left, bottom, right }: Range, read: ReadCell): CellChange[] {
  const source = left === right ? left - 1 : left;
  if (source < 0) return [];
  return cellsOf({ top, left: source + 1, bottom, right }, (row) => read(row, source));
}

export function clearBlock(range: Range): CellChange[] {
  return cellsOf(range, () => '');
}

function cellsOf({ top, left, bottom, right }: Range, text: ReadCell): CellChange[] {
  const changes: CellChange[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      changes.push({ row, column, text: text(row, column) });
  return changes;
}
