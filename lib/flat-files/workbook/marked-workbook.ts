import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { columnName, type Place, placeName, readPlace } from './cell-place.ts';
import { readSheet, readStrings } from './read-sheet.ts';
import { sheetPath, type WorkbookProblem } from './read-workbook.ts';
import { withFaultStyles } from './fault-styles.ts';
import { attribute, escapeXml } from './xml.ts';

/** A sentence for the person about one cell. */
export type CellNote = { readonly place: Place; readonly text: string };

export type Marking = {
  readonly sheet: string;
  readonly notes: readonly CellNote[];
  /** The heading of the column that holds the sentences. */
  readonly title: string;
  readonly headerRow: number;
};

type Parts = Record<string, Uint8Array>;

/**
 * Gives a workbook back as it came, with the cells at fault in red and what is wrong with them in a
 * column of its own at the right, so that it can be mended and dropped in again. Nothing else of the
 * file is touched; the sentences of an earlier copy are taken out.
 */
export function markedWorkbook(
  bytes: Uint8Array,
  marking: Marking,
): Result<Uint8Array, WorkbookProblem> {
  let parts: Parts;
  try {
    parts = unzipSync(bytes);
  } catch {
    return refuse(problem('workbook-unreadable'));
  }
  const path = sheetPath(parts, marking.sheet);
  const part = path === undefined ? undefined : parts[path];
  if (path === undefined || part === undefined) return refuse(problem('workbook-unreadable'));
  const xml = strFromU8(part);
  const styles = stylesPath(parts);
  const faults = marking.notes.map(({ place }) => place);
  const styled = withFaultStyles(
    styles === undefined ? '' : strFromU8(parts[styles] ?? new Uint8Array()),
    faults.map((place) => styleAt(xml, place)),
  );
  if (styles !== undefined) parts[styles] = strToU8(styled.xml);
  const column = notesColumn(xml, marking.title, stringsIn(parts));
  parts[path] = strToU8(marked(xml, { ...marking, column }, styled.faultStyleOf));
  return ok(zipSync(parts, { mtime: '1980-01-02T00:00:00' }));
}

function stringsIn(parts: Parts): readonly string[] {
  const name = Object.keys(parts).find((known) => /(?:^|\/)sharedstrings\.xml$/i.test(known));
  return name === undefined ? [] : readStrings(strFromU8(parts[name] ?? new Uint8Array()));
}

function stylesPath(parts: Parts): string | undefined {
  return Object.keys(parts).find((name) => /(?:^|\/)styles\.xml$/i.test(name));
}

function marked(
  xml: string,
  { notes, title, headerRow, column }: Marking & { readonly column: number },
  faultStyleOf: (style: number) => number | undefined,
): string {
  const sentences = new Map<number, string>([[headerRow, title]]);
  let next = withoutColumn(xml, column);
  for (const { place, text } of notes) {
    const said = sentences.get(place.row);
    sentences.set(place.row, said === undefined ? text : `${said} | ${text}`);
    const style = faultStyleOf(styleAt(xml, place));
    if (style !== undefined) next = withCell(next, place, (cell) => withStyle(cell, place, style));
  }
  for (const [row, text] of sentences)
    next = withCell(next, { row, column }, () => noteCell({ row, column }, text));
  return next.replace(/<((?:\w+:)?)dimension\s[^>]*\/>/, '');
}

/** Where the sentences stand: in the column of an earlier copy, or behind the last one. */
function notesColumn(xml: string, title: string, strings: readonly string[]): number {
  const { rows } = readSheet('', xml, { strings, dateStyles: [], since1904: false });
  const known = rows.find(({ cells }) => cells.includes(title));
  if (known) return known.cells.indexOf(title) + 1;
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0) + 1;
}

function withoutColumn(xml: string, column: number): string {
  const cells = new RegExp(
    `<((?:\\w+:)?)c\\s[^>]*\\br="${columnName(column)}\\d+"(?:[^>]*/>|[^>]*>.*?</\\1c>)`,
    'gs',
  );
  return xml.replace(cells, '');
}

function noteCell(place: Place, text: string): string {
  return `<c r="${placeName(place)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const CELL = /<((?:\w+:)?)c\s([^>]*?)(\/>|>)/;

function styleAt(xml: string, place: Place): number {
  const match = new RegExp(`<(?:\\w+:)?c\\s([^>]*\\br="${placeName(place)}"[^>]*)>`).exec(xml);
  return Number(attribute(` ${match?.[1] ?? ''}`, 's') ?? 0);
}

function withStyle(cell: string, place: Place, style: number): string {
  if (cell === '') return `<c r="${placeName(place)}" s="${style}"/>`;
  return cell.replace(CELL, (_, prefix: string, attributes: string, end: string) => {
    const bare = attributes.replace(/\s*\bs="\d+"/, '').trimEnd();
    return `<${prefix}c ${bare} s="${style}"${end}`;
  });
}

/** Changes one cell of a sheet; cell and row come into being where they belong. */
function withCell(xml: string, place: Place, change: (cell: string) => string): string {
  const pattern = new RegExp(
    `<((?:\\w+:)?)row\\s[^>]*\\br="${place.row}"(?:[^>]*/>|[^>]*>(.*?)</\\1row>)`,
    's',
  );
  const row = pattern.exec(xml);
  if (!row) return withNewRow(xml, place.row, `<row r="${place.row}">${change('')}</row>`);
  const [whole, prefix = '', inside = ''] = row;
  const open = /^<[^>]*?\/?>/.exec(whole)?.[0].replace(/\s*\/>$/, '>') ?? `<row r="${place.row}">`;
  const cells = insideWith(inside, place, change);
  return xml.replace(whole, () => `${open}${cells}</${prefix}row>`);
}

function insideWith(inside: string, place: Place, change: (cell: string) => string): string {
  const cells = [...inside.matchAll(/<((?:\w+:)?)c\s(?:[^>]*\/>|[^>]*>.*?<\/\1c>)/gs)].map(
    ([cell]) => ({ cell, column: columnOf(cell) }),
  );
  const mine = cells.find(({ column }) => column === place.column);
  const others = cells.filter(({ column }) => column !== place.column);
  const all = [...others, { cell: change(mine?.cell ?? ''), column: place.column }];
  return all
    .toSorted((a, b) => a.column - b.column)
    .map(({ cell }) => cell)
    .join('');
}

function columnOf(cell: string): number {
  return readPlace(/\br="([A-Z]+\d+)"/.exec(cell)?.[1] ?? '')?.column ?? 0;
}

function withNewRow(xml: string, number: number, row: string): string {
  for (const match of xml.matchAll(/<(?:\w+:)?row\s[^>]*\br="(\d+)"/g))
    if (Number(match[1]) > number) return xml.slice(0, match.index) + row + xml.slice(match.index);
  return xml
    .replace(/<((?:\w+:)?)sheetData\s*\/>/, '<$1sheetData></$1sheetData>')
    .replace(/<\/(?:\w+:)?sheetData>/, (end) => row + end);
}
