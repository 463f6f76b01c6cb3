import type { Grid, GridRow } from './grid.ts';
import { type HeaderReading, readHeaderText } from './header-words.ts';

export type HeaderColumn = {
  readonly at: number;
  /** The texts of all header rows above the column, as one. */
  readonly text: string;
  readonly reading?: HeaderReading;
};

export type FactoryHeader = {
  readonly lines: readonly number[];
  readonly columns: readonly HeaderColumn[];
  /** What stands above: the title, and remarks such as "all sizes in inch". */
  readonly title: string;
};

const ROWS_LOOKED_AT = 60;
const MOST_HEADER_ROWS = 3;

/**
 * The rows that name the columns: the window of up to three rows near the top whose words name the
 * most fields. It must name something to count.
 */
export function findFactoryHeader(grid: Grid): FactoryHeader | undefined {
  let best: { header: FactoryHeader; score: number } | undefined;
  const top = grid.rows.slice(0, ROWS_LOOKED_AT);
  for (let start = 0; start < top.length; start += 1) {
    for (let height = 1; height <= MOST_HEADER_ROWS; height += 1) {
      const rows = top.slice(start, start + height);
      if (rows.length < height || rows.some(isOfFigures)) break;
      const header = headerOf(rows, top.slice(0, start));
      const score = scoreOf(header) - (height - 1) * 0.6;
      if (score > (best?.score ?? 1.9)) best = { header, score };
    }
  }
  return best?.header;
}

/** The header's rows met again, as on the second page of a print. */
export function repeatsHeader(row: GridRow, header: FactoryHeader): boolean {
  const named = header.columns.filter(({ reading }) => reading !== undefined);
  const same = named.filter(({ at, text }) => {
    const cell = row.cells[at] ?? '';
    return (
      cell !== '' && (text === cell || text.split(' ').includes(cell) || text.startsWith(cell))
    );
  });
  return same.length >= 2 && same.length >= named.length / 2 && !isOfFigures(row);
}

function isOfFigures(row: GridRow): boolean {
  const figures = row.cells.filter((cell, at) => /^[\d.,]+$/.test(cell) && !row.covered.has(at));
  return figures.length >= 2;
}

function headerOf(rows: readonly GridRow[], above: readonly GridRow[]): FactoryHeader {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns: HeaderColumn[] = [];
  for (let at = 0; at < width; at += 1) {
    const text = columnText(rows, at);
    if (text === '') continue;
    const reading = readHeaderText(text);
    columns.push({ at, text, ...(reading === undefined ? {} : { reading }) });
  }
  const title = above.flatMap(({ cells }) => [...new Set(cells)]).join(' ');
  return { lines: rows.map(({ line }) => line), columns, title };
}

const UNDER_A_GROUP =
  /^(?:[lwhd]|length|width|height|长|宽|高|from|to|起|止|.{0,14}(?:cm|mm|inch|kgs?|lbs?)\)?)$/i;

/** A heading over several columns counts for each, whether its cells are merged or merely blank. */
function columnText(rows: readonly GridRow[], at: number): string {
  const texts: string[] = [];
  rows.forEach((row, index) => {
    let text = row.cells[at] ?? '';
    const below = rows[index + 1]?.cells[at] ?? '';
    if (text === '' && UNDER_A_GROUP.test(below)) text = leftOf(row, at);
    if (text !== '' && !texts.includes(text)) texts.push(text);
  });
  return texts.join(' ');
}

function leftOf(row: GridRow, at: number): string {
  for (let left = at - 1; left >= Math.max(0, at - 3); left -= 1)
    if ((row.cells[left] ?? '') !== '') return row.cells[left] ?? '';
  return '';
}

const IDENTITIES = new Set(['sku', 'fnsku', 'asin', 'barcode', 'item', 'description']);
const QUANTITIES = new Set(['units', 'units-per-carton', 'units-in-all', 'pieces']);

/** How many different things the words name; without a quantity it is no list of goods. */
function scoreOf({ columns }: FactoryHeader): number {
  const fields = new Set(columns.flatMap(({ reading }) => (reading ? [reading.field] : [])));
  const all = [...fields];
  const hasQuantity = all.some((field) => QUANTITIES.has(field));
  const hasIdentity = all.some((field) => IDENTITIES.has(field));
  const isLong = columns.filter(({ text }) => text.length > 80).length;
  return fields.size * (hasQuantity ? 1 : 0.3) + (hasIdentity ? 0.5 : 0) - isLong;
}
