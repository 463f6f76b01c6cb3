import { csvRows } from './rows.ts';

/**
 * Reads a block copied from a spreadsheet: tabs between cells, and cells with a line break or a
 * quotation mark quoted. Every row comes as long as the longest; blank rows at the end are not part
 * of the block, those between are, so that what was copied lands where it was.
 */
export function readPastedBlock(text: string): readonly (readonly string[])[] {
  const rows = [...csvRows(text, '\t')].map(({ cells }) => cells.map((cell) => cell.trim()));
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
}
