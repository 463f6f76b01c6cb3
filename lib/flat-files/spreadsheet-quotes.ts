import type { Row } from './rows.ts';

const ROWS_LOOKED_AT = 2_000;
const QUOTED = /^"(?:[^"]|"")*"$/;
const WITH_A_REASON = /^".*(?:,|"").*"$/;

/**
 * Whether a spreadsheet saved these tab-separated rows. It quotes every cell with a comma or a
 * quotation mark and doubles the marks inside; Amazon never quotes. One comma without quotes, or
 * one mark on its own, is enough to leave everything as it stands.
 */
export function wasQuotedBySpreadsheet(rows: Iterable<Row>): boolean {
  let seen = 0;
  let witnesses = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      if (!cell.includes(',') && !cell.includes('"')) continue;
      if (!QUOTED.test(cell)) return false;
      if (WITH_A_REASON.test(cell)) witnesses += 1;
    }
    seen += 1;
    if (seen === ROWS_LOOKED_AT) break;
  }
  return witnesses > 0;
}

export function unquoted(rows: Iterable<Row>): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const { line, cells } of rows) yield { line, cells: cells.map(withoutQuotes) };
    },
  };
}

function withoutQuotes(cell: string): string {
  return QUOTED.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
