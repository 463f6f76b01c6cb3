import type { Row } from '../rows.ts';
import { type Place, readPlace } from './cell-place.ts';
import { dateText, numberText } from './cell-value.ts';
import { attribute, xmlEvents } from './xml.ts';

export type MergedRange = { readonly from: Place; readonly to: Place };

export type Sheet = {
  readonly name: string;
  /** Rows that hold something, with their number in the sheet as the line. */
  readonly rows: readonly Row[];
  readonly merged: readonly MergedRange[];
};

/** What a sheet's cells refer to elsewhere in the workbook. */
export type SheetContext = {
  readonly strings: readonly string[];
  /** Whether each cell style shows a date, by the style's number. */
  readonly dateStyles: readonly boolean[];
  readonly since1904: boolean;
};

type Cell = { place: Place; type: string; style: number; value: string; inline: string };

/** Reads the XML of one sheet; a formula counts by the value that was last worked out for it. */
export function readSheet(name: string, xml: string, context: SheetContext): Sheet {
  const rows = new Map<number, string[]>();
  const merged: MergedRange[] = [];
  let next: Place = { row: 0, column: 0 };
  let cell: Cell | undefined;
  let inside = '';
  let inReadingAid = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (cell && inside === 'v') cell.value += event.text;
      else if (cell && inside === 't' && !inReadingAid) cell.inline += event.text;
      continue;
    }
    inside = event.kind === 'open' ? event.name : '';
    if (event.name === 'rPh') inReadingAid = event.kind === 'open';
    if (event.kind === 'close') {
      if (event.name === 'c' && cell) put(rows, cell.place, textOf(cell, context));
      if (event.name === 'c') cell = undefined;
    } else if (event.name === 'row') {
      next = { row: rowNumber(event.attributes, next.row + 1), column: 0 };
    } else if (event.name === 'c') {
      cell = openCell(event.attributes, { row: next.row, column: next.column + 1 });
      next = cell.place;
    } else if (event.name === 'mergeCell') merged.push(...readRange(event.attributes));
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return { name, merged, rows: sorted.map(([line, cells]) => ({ line, cells })) };
}

function rowNumber(attributes: string, otherwise: number): number {
  const number = Number(attribute(attributes, 'r'));
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}

function openCell(attributes: string, otherwise: Place): Cell {
  const reference = attribute(attributes, 'r');
  return {
    place: (reference === undefined ? undefined : readPlace(reference)) ?? otherwise,
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? 0),
    value: '',
    inline: '',
  };
}

function textOf(cell: Cell, context: SheetContext): string {
  switch (cell.type) {
    case 's':
      return context.strings[Number(cell.value)] ?? '';
    case 'inlineStr':
      return cell.inline;
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return context.dateStyles[cell.style]
        ? dateText(cell.value, context.since1904)
        : numberText(cell.value);
    default:
      // "str" is a formula's text, "e" an error such as #N/A, "d" a date in ISO 8601.
      return cell.value;
  }
}

function put(rows: Map<number, string[]>, place: Place, text: string): void {
  if (text === '') return;
  const cells = rows.get(place.row) ?? [];
  while (cells.length < place.column) cells.push('');
  cells[place.column - 1] = text;
  rows.set(place.row, cells);
}

function readRange(attributes: string): readonly MergedRange[] {
  const [first = '', last = first] = (attribute(attributes, 'ref') ?? '').split(':');
  const from = readPlace(first);
  const to = readPlace(last);
  return from && to ? [{ from, to }] : [];
}

/** The texts of `sharedStrings.xml`, each of one or several runs. */
export function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let inText = false;
  let inReadingAid = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (inText && !inReadingAid) strings[strings.length - 1] += event.text;
      continue;
    }
    const isOpen = event.kind === 'open';
    if (event.name === 'si' && isOpen) strings.push('');
    else if (event.name === 't') inText = isOpen && strings.length > 0;
    else if (event.name === 'rPh') inReadingAid = isOpen;
  }
  return strings;
}
