import { ok, type Result } from '#lib/kernel';
import { decode, encode } from './encoding.ts';
import type { Encoding } from './detect-encoding.ts';
import { csvRows, type Row, tsvRows, writeCsv, writeTsv } from './rows.ts';
import type { Separator } from './source.ts';

/** A sentence for the person, at a line of the file and, where one is at fault, a column. */
export type Note = { readonly line: number; readonly column?: string; readonly text: string };

export type TextDialect = {
  readonly separator: Separator;
  readonly headerLine: number;
};

/**
 * Gives a text file back as it came, with one more column that says what is wrong in each row, so
 * that it can be mended and dropped in again: our readers pass the column by. A copy of a copy has
 * the column once. In Shift_JIS and its like, notes that cannot be written turn the copy into UTF-8.
 */
export function markedCopy(
  bytes: Uint8Array,
  { separator, headerLine }: TextDialect,
  notes: readonly Note[],
  title: string,
): Result<Uint8Array> {
  const { text, encoding } = decode(bytes);
  const rows = [...(separator === '\t' ? tsvRows(text) : csvRows(text, separator))];
  const names = rows.find(({ line }) => line === headerLine)?.cells ?? [];
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const place = names.includes(title) ? names.indexOf(title) : widest;
  const said = sentencesByLine(notes).set(headerLine, title);
  const marked = rows.map((row) => markedRow(row, place, said.get(row.line) ?? ''));
  const copy = separator === '\t' ? writeTsv(marked) : writeSeparated(marked, separator);
  const written = encode(copy, encoding);
  return written.ok ? ok(withMark(bytes, written.value, encoding)) : encode(copy, 'utf-8');
}

function sentencesByLine(notes: readonly Note[]): Map<number, string> {
  const said = new Map<number, string>();
  for (const { line, column, text } of notes) {
    const sentence = column === undefined ? text : `${column}: ${text}`;
    const before = said.get(line);
    said.set(line, before === undefined ? sentence : `${before} | ${sentence}`);
  }
  return said;
}

/** Nothing else of a row is touched, whatever stands beyond the columns of the header. */
function markedRow(row: Row, place: number, note: string): readonly string[] {
  if (note === '' && row.cells.length <= place) return row.cells;
  const cells = [...row.cells];
  while (cells.length < place) cells.push('');
  cells[place] = note;
  return cells;
}

function writeSeparated(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  if (separator === ',') return writeCsv(rows);
  const cell = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');
}

/** A byte order mark stays where there was one; UTF-16 is written with it anyway. */
function withMark(original: Uint8Array, written: Uint8Array, encoding: Encoding): Uint8Array {
  const hadMark = encoding === 'utf-8' && original[0] === 0xef && original[1] === 0xbb;
  if (!hadMark) return written;
  const marked = new Uint8Array(written.length + 3);
  marked.set([0xef, 0xbb, 0xbf]);
  marked.set(written, 3);
  return marked;
}
