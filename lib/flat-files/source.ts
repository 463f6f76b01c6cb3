import { ok, problem, type Problem, refuse, type Result } from '#lib/kernel';
import type { Encoding } from './detect-encoding.ts';
import { decode } from './encoding.ts';
import { kindOfBytes, kindOfText } from './foreign-file.ts';
import type { FlatFileProblem } from './problem.ts';
import { csvRows, type Row, tsvRows } from './rows.ts';
import type { MergedRange } from './workbook/read-sheet.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

export type Separator = '\t' | ',' | ';';

/** One way to see rows in a file: a sheet of a workbook, or a text cut at one separator. */
export type Source = {
  readonly rows: Iterable<Row>;
  readonly separator?: Separator;
  readonly sheet?: string;
  readonly merged?: readonly MergedRange[];
};

export type OpenFile = {
  readonly sources: readonly Source[];
  readonly encoding: Encoding | 'workbook';
};

/** Opens a file as rows, whether it is text in any encoding or a workbook. */
export function openFile(
  bytes: Uint8Array,
  expected: readonly string[],
): Result<OpenFile, FlatFileProblem> {
  if (isArchive(bytes)) return openWorkbook(bytes);
  const kind = kindOfBytes(bytes);
  if (kind) return refuse(problem('file-of-another-kind', { kind, expected }));
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return refuse(problem('file-empty', { expected }));
  return ok({ sources: sourcesOfText(text), encoding });
}

function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);
}

function openWorkbook(bytes: Uint8Array): Result<OpenFile, FlatFileProblem> {
  const sheets = readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  return ok({
    sources: sheets.value.map(({ name, rows, merged }) => ({ sheet: name, rows, merged })),
    encoding: 'workbook',
  });
}

/** A pasted block of text as rows, by whichever separator the reader will find a header with. */
export function sourcesOfText(text: string): readonly Source[] {
  return [
    { separator: '\t', rows: { [Symbol.iterator]: () => tsvRows(text) } },
    { separator: ',', rows: { [Symbol.iterator]: () => csvRows(text, ',') } },
    { separator: ';', rows: { [Symbol.iterator]: () => csvRows(text, ';') } },
  ];
}

const LONGEST_QUOTE = 300;

/** The refusal of a file without the header that was looked for: what it is, or how it begins. */
export function whatItIs(file: OpenFile, expected: readonly string[]): Problem<FlatFileProblem> {
  const top = topOf(file);
  const kind = file.encoding === 'workbook' ? 'table' : kindOfText(top);
  if (kind !== 'table' && kind !== 'text')
    return problem('file-of-another-kind', { kind, expected });
  const line = top.trimStart().split('\n')[0] ?? '';
  return problem('columns-not-found', { expected, found: line.slice(0, LONGEST_QUOTE) });
}

function topOf({ sources }: OpenFile): string {
  const lines: string[] = [];
  for (const { line, cells } of sources[0]?.rows ?? []) {
    if (line > 20) break;
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}
