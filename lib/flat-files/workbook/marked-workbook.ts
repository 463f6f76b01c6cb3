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
    [...stylesAt(xml, faults).values()],
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

type RowMarks = { readonly faults: Set<number>; sentence: string };

function marksByRow({ notes, title, headerRow }: Marking): ReadonlyMap<number, RowMarks> {
  const marks = new Map<number, RowMarks>([[headerRow, { faults: new Set(), sentence: title }]]);
  for (const { place, text } of notes) {
    const known = marks.get(place.row);
    if (known) {
      known.faults.add(place.column);
      known.sentence = `${known.sentence} | ${text}`;
    } else marks.set(place.row, { faults: new Set([place.column]), sentence: text });
  }
  return marks;
}

const ROW = /<((?:\w+:)?)row\s[^>]*\br="(\d+)"(?:[^>]*\/>|[^>]*>(.*?)<\/\1row>)/gs;

/** One walk over the sheet, however many cells are at fault; rows that it lacks come into being. */
function marked(
  xml: string,
  { column, ...marking }: Marking & { readonly column: number },
  faultStyleOf: (style: number) => number | undefined,
): string {
  const styles = stylesAt(
    xml,
    marking.notes.map(({ place }) => place),
  );
  const missing = new Map(marksByRow(marking));
  const inside = (row: number, cells: string, { faults, sentence }: RowMarks) => {
    let next = cells;
    for (const fault of faults) {
      const place = { row, column: fault };
      const style = faultStyleOf(styles.get(placeName(place)) ?? 0);
      if (style !== undefined)
        next = insideWith(next, place, (cell) => withStyle(cell, place, style));
    }
    const place = { row, column };
    return insideWith(next, place, () => noteCell(place, sentence));
  };
  let next = withoutColumn(xml, column).replace(
    ROW,
    (whole: string, prefix: string, number: string, cells: string = '') => {
      const marks = missing.get(Number(number));
      if (!marks) return whole;
      missing.delete(Number(number));
      const open = (/^<[^>]*>/.exec(whole)?.[0] ?? '').replace(/\s*\/?>$/, '>');
      return `${open}${inside(Number(number), cells, marks)}</${prefix}row>`;
    },
  );
  for (const [row, marks] of missing)
    next = withNewRow(next, row, `<row r="${row}">${inside(row, '', marks)}</row>`);
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

/** The styles that cells have now, by their places; a cell that is not there has the plain one. */
function stylesAt(xml: string, places: readonly Place[]): ReadonlyMap<string, number> {
  const styles = new Map(places.map((place) => [placeName(place), 0]));
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?c(\s[^>]*)>/g)) {
    const place = attribute(attributes, 'r') ?? '';
    if (styles.has(place)) styles.set(place, Number(attribute(attributes, 's') ?? 0));
  }
  return styles;
}

function withStyle(cell: string, place: Place, style: number): string {
  if (cell === '') return `<c r="${placeName(place)}" s="${style}"/>`;
  return cell.replace(CELL, (_, prefix: string, attributes: string, end: string) => {
    const bare = attributes.replace(/\s*\bs="\d+"/, '').trimEnd();
    return `<${prefix}c ${bare} s="${style}"${end}`;
  });
}

/** Changes one cell of a row; it comes into being where it belongs. */
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
