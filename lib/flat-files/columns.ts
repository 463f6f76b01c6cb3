import { isBlank, type Row } from './rows.ts';
import type { Source } from './source.ts';
import { unquoted, wasQuotedBySpreadsheet } from './spreadsheet-quotes.ts';

/** The names under which each of our fields stands in a header; the first is Amazon's own. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export type Header<Field extends string> = {
  readonly line: number;
  /** The names as written in the file. */
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<Field, number>;
  /** Names that stand for no field of ours. */
  readonly unknown: readonly string[];
};

export type Table<Field extends string> = {
  readonly header: Header<Field>;
  readonly source: Source;
  /** The rows below the header that have something in them. */
  readonly rows: Iterable<Row>;
};

/** How far below the top a header may stand: template and comment lines come first in some files. */
const LINES_BEFORE_HEADER = 30;

/**
 * Finds the header of a file by its names, whatever their order and case, and whichever sheet or
 * separator it takes. It is a header when it `suffices`; undefined when no line near the top does.
 */
export function findTable<Field extends string>(
  sources: Iterable<Source>,
  columns: ColumnNames<Field>,
  suffices: (header: Header<Field>) => boolean,
): Table<Field> | undefined {
  const lookup = lookupOf(columns);
  for (const source of sources) {
    let header: Header<Field> | undefined;
    for (const row of topOf(source.rows)) {
      const next = readHeader(row, lookup);
      // Amazon's Japanese template names its columns twice, for people and then for machines.
      if (suffices(next)) header = next;
      else if (header && !isBlank(row)) break;
    }
    if (header) return { header, source, rows: rowsBelow(header.line, source) };
  }
  return undefined;
}

export type FoundNames = {
  readonly names: readonly string[];
  readonly line: number;
  readonly source: Source;
};

/** The names of the widest first row there is, whatever they may stand for. */
export function findNames(sources: Iterable<Source>): FoundNames | undefined {
  let widest: FoundNames | undefined;
  const filled = (names: readonly string[] = []) => names.filter((name) => name !== '').length;
  for (const source of sources) {
    for (const { line, cells } of topOf(source.rows)) {
      const names = cells.map((cell) => cell.trim());
      if (filled(names) < 2) continue;
      if (filled(names) > filled(widest?.names)) widest = { names, line, source };
      break;
    }
  }
  return widest;
}

/** A header name as it is compared: without case, width, quotes, and the kind of space or dash. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^[\s"\u{feff}]+|[\s":]+$/gu, '')
    .toLowerCase()
    .replace(/[\s_‐‑–—-]+/g, '-');
}

function lookupOf<Field extends string>(columns: ColumnNames<Field>): ReadonlyMap<string, Field> {
  const lookup = new Map<string, Field>();
  for (const field of Object.keys(columns) as Field[])
    for (const name of columns[field]) lookup.set(normaliseName(name), field);
  return lookup;
}

function readHeader<Field extends string>(
  row: Row,
  lookup: ReadonlyMap<string, Field>,
): Header<Field> {
  const positions = new Map<Field, number>();
  const unknown: string[] = [];
  const names = row.cells.map((cell) => cell.trim());
  names.forEach((name, at) => {
    const field = fieldOf(name, lookup);
    // The first of two columns of one name counts; the second is told as unknown.
    if (field !== undefined && !positions.has(field)) positions.set(field, at);
    else if (name !== '') unknown.push(name);
  });
  return { line: row.line, names, positions, unknown };
}

// Amazon's Turkish headers carry the English name and a translation in brackets.
function fieldOf<Field extends string>(
  name: string,
  lookup: ReadonlyMap<string, Field>,
): Field | undefined {
  return lookup.get(normaliseName(name)) ?? lookup.get(normaliseName(name.replace(/\(.*\)/, '')));
}

function* topOf(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) {
    if (row.line > LINES_BEFORE_HEADER) return;
    yield row;
  }
}

function rowsBelow(headerLine: number, source: Source): Iterable<Row> {
  const plain: Iterable<Row> = {
    *[Symbol.iterator]() {
      for (const row of source.rows) if (row.line > headerLine && !isBlank(row)) yield row;
    },
  };
  return source.separator === '\t' && wasQuotedBySpreadsheet(plain) ? unquoted(plain) : plain;
}
