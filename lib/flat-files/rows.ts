/** One row of a file: the physical line it begins on, the first being 1, and its cells as written. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads tab-separated text as Amazon writes it: a quotation mark is a character like any other, so
 * no title can swallow the rows after it. Lines end in CR LF or LF, or in CR where no LF is found.
 */
export function* tsvRows(text: string): Generator<Row> {
  const end = text.includes('\n') ? '\n' : '\r';
  let line = 0;
  for (let from = 0; from < text.length;) {
    const found = text.indexOf(end, from);
    const to = found < 0 ? text.length : found;
    line += 1;
    yield { line, cells: withoutReturns(text, from, to).split('\t') };
    from = to + 1;
  }
}

export function readTsv(text: string): readonly Row[] {
  return [...tsvRows(text)];
}

function withoutReturns(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && text[end - 1] === '\r') end -= 1;
  return text.slice(from, end);
}

/** What a cell cannot hold in Amazon's files, which have no way of quoting. */
const BREAKS = /[\t\r\n]+/g;

/** Tabs and line breaks inside a cell become one space; Amazon reads CR LF everywhere. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(oneLine).join('\t')}\r\n`).join('');
}

function oneLine(cell: string): string {
  return cell.replace(BREAKS, ' ');
}

/**
 * Reads comma- or semicolon-separated text (RFC 4180). A quotation mark that opens a cell and is
 * not closed before a separator or line end stands for itself.
 */
export function* csvRows(text: string, separator: ',' | ';' | '\t'): Generator<Row> {
  const end = text.includes('\n') ? '\n' : '\r';
  let cells: string[] = [];
  let line = 1;
  let startedOn = 1;
  for (let at = 0; at < text.length;) {
    const quoted = text[at] === '"' ? closingQuote(text, at, [separator, end]) : -1;
    let to: number;
    if (quoted >= 0) {
      const inside = text.slice(at + 1, quoted);
      cells.push(inside.replaceAll('""', '"'));
      line += count(inside, end);
      to = pastReturns(text, quoted + 1, end);
    } else {
      to = endOfCell(text, at, separator, end);
      cells.push(withoutReturns(text, at, to));
    }
    if (text[to] === separator) {
      at = to + 1;
      if (at >= text.length) cells.push('');
      continue;
    }
    yield { line: startedOn, cells };
    cells = [];
    line += 1;
    startedOn = line;
    at = to + 1;
  }
  if (cells.length > 0) yield { line: startedOn, cells };
}

/** The place of the quote that closes the cell opened at `open`, or -1. */
function closingQuote(text: string, open: number, [separator, end]: readonly string[]): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    const next = text[pastReturns(text, at + 1, end)];
    return next === undefined || next === separator || next === end ? at : -1;
  }
  return -1;
}

/** Returns before a line feed belong to the line's end. */
function pastReturns(text: string, from: number, end: string | undefined): number {
  if (end !== '\n') return from;
  let to = from;
  while (text[to] === '\r') to += 1;
  return to;
}

function endOfCell(text: string, from: number, separator: string, end: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === separator || character === end) return at;
  }
  return text.length;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

/** All cells quoted, CR LF: how Amazon writes its pack lists, and what every spreadsheet reads. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A row without anything in it: a blank line, or nothing but separators. */
export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
