import { parse } from 'csv-parse/sync';
import { tsvRows, writeTsv } from '#lib/flat-files';
import papaparse from 'papaparse';

type Print = (line: string) => void;
type Cells = readonly string[];
type Reader = { readonly name: string; readonly read: (text: string) => Iterable<Cells> };

const ROWS = 100_000;
const COLUMNS = 40;
const RUNS = 3;

const READERS: readonly Reader[] = [
  {
    name: 'firstleg',
    *read(text) {
      for (const { cells } of tsvRows(text)) yield cells;
    },
  },
  {
    name: 'papaparse 5.5.3, as it comes',
    read: (text) => papaparse.parse<string[]>(text, { delimiter: '\t' }).data,
  },
  {
    // A sign that no file has, since quotes cannot be switched off.
    name: 'papaparse 5.5.3, no quotes',
    read: (text) => papaparse.parse<string[]>(text, { delimiter: '\t', quoteChar: '\0' }).data,
  },
  {
    name: 'csv-parse 6.1.0, no quotes',
    read: (text) => parse(text, { delimiter: '\t', quote: null, relax_column_count: true }),
  },
];

/** The reading alone, of a report with titles that begin with a quotation mark, as real ones do. */
export function benchReading(print: Print): void {
  const rows = Array.from({ length: ROWS }, (_, row) => rowOf(row));
  const text = writeTsv(rows);
  const megabytes = (text.length / 1e6).toFixed(1);
  print(`Reading alone: ${ROWS.toLocaleString('en')} rows of ${COLUMNS} columns, ${megabytes} MB;`);
  print('every hundredth title begins with a quotation mark. Best of three.');
  print('');
  print('| reader | rows as written | ms | rows/s | times firstleg |');
  print('| :--- | ---: | ---: | ---: | ---: |');
  let own = 0;
  for (const { name, read } of READERS) {
    let best = Infinity;
    let right = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      const got = [...read(text)];
      best = Math.min(best, performance.now() - start);
      right = got.filter((cells, at) => isSame(cells, rows[at])).length;
    }
    own ||= best;
    const rate = Math.round((right / best) * 1_000).toLocaleString('en');
    print(
      `| ${name} | ${right.toLocaleString('en')} | ${best.toFixed(0)} | ${rate} | ` +
        `${(best / own).toFixed(1)} |`,
    );
  }
}

function rowOf(row: number): Cells {
  return Array.from({ length: COLUMNS }, (_, column) =>
    column === 5 && row % 100 === 50
      ? `"Large" cup, no. ${row}`
      : `${column === 0 ? '111-0000001-' : 'cell '}${row + column}`,
  );
}

function isSame(cells: Cells, expected: Cells | undefined): boolean {
  return (
    expected !== undefined &&
    cells.length === expected.length &&
    cells.every((cell, at) => cell === expected[at])
  );
}
