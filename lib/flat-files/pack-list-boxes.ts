import {
  type Dimensions,
  type LengthUnit,
  optional,
  problem,
  readLength,
  readWeight,
  type Weight,
  type WeightUnit,
} from '#lib/kernel';
import { lengthUnitOf, weightUnitOf } from './cells.ts';
import { normaliseName } from './columns.ts';
import type { FlatFileProblem } from './problem.ts';
import type { RefusedRow } from './refused-row.ts';
import type { Row } from './rows.ts';
import type { Place } from './workbook/cell-place.ts';

export type PackListBox = {
  /** As in "Box 3 quantity", counted from one. */
  readonly number: number;
  readonly name?: string;
  readonly id?: string;
  readonly weight?: Weight;
  readonly dimensions?: Dimensions;
};

export type BoxDetails = {
  readonly boxes: ReadonlyMap<number, Omit<PackListBox, 'number'>>;
  /** The lines that say something about boxes and hold no item. */
  readonly lines: ReadonlySet<number>;
  readonly refused: readonly RefusedDetail[];
};

type RefusedDetail = RefusedRow & { readonly place: Place };

type Detail = 'name' | 'id' | 'weight' | 'length' | 'width' | 'height';

const LABELS: Readonly<Record<string, Detail>> = {
  'name-of-box': 'name',
  'box-name': 'name',
  'box-id': 'id',
  'box-weight': 'weight',
  'weight-of-box': 'weight',
  'box-length': 'length',
  'box-width': 'width',
  'box-height': 'height',
};

type DetailRow = { readonly row: Row; readonly label: string };

/** Reads the lines below the items: name, weight and sides of each box, in the unit of their label. */
export function readDetails(rows: Iterable<Row>, columns: ReadonlyMap<number, number>): BoxDetails {
  const found = new Map<Detail, DetailRow>();
  const lines = new Set<number>();
  const firstBox = Math.min(...columns.values(), 12);
  for (const row of rows) {
    for (const label of row.cells.slice(0, firstBox)) {
      const detail = detailOf(label);
      if (detail === undefined) continue;
      lines.add(row.line);
      if (!found.has(detail)) found.set(detail, { row, label });
    }
  }
  const refused: RefusedDetail[] = [];
  const boxes = new Map<number, Omit<PackListBox, 'number'>>();
  for (const [number, at] of columns) {
    const box = readBox(found, at, refused);
    if (Object.keys(box).length > 0) boxes.set(number, box);
  }
  return { boxes, lines, refused };
}

function detailOf(label: string): Detail | undefined {
  const key = normaliseName(label.replace(/\(.*\)/, ''));
  return Object.hasOwn(LABELS, key) ? LABELS[key] : undefined;
}

function readBox(
  found: ReadonlyMap<Detail, DetailRow>,
  at: number,
  refused: RefusedDetail[],
): Omit<PackListBox, 'number'> {
  const text = (detail: Detail) => (found.get(detail)?.row.cells[at] ?? '').trim();
  const refuse = (detail: Detail, code: FlatFileProblem) => {
    const { row, label } = found.get(detail) ?? { row: { line: 0 }, label: '' };
    refused.push({
      line: row.line,
      column: label.trim(),
      place: { row: row.line, column: at + 1 },
      problem: problem(code, { text: text(detail).slice(0, 60) }),
    });
    return undefined;
  };
  const measures = { text, refuse, label: (detail: Detail) => found.get(detail)?.label ?? '' };
  return {
    ...optional('name', text('name') || undefined),
    ...optional('id', text('id') || undefined),
    ...optional('weight', readBoxWeight(measures)),
    ...optional('dimensions', readBoxSides(measures)),
  };
}

type Measures = {
  readonly text: (detail: Detail) => string;
  readonly label: (detail: Detail) => string;
  readonly refuse: (detail: Detail, code: FlatFileProblem) => undefined;
};

function readBoxWeight({ text, label, refuse }: Measures): PackListBox['weight'] {
  if (text('weight') === '') return undefined;
  const unit: WeightUnit | undefined = weightUnitOf(label('weight'));
  if (unit === undefined) return refuse('weight', 'unit-not-named');
  const read = readWeight(text('weight'), unit);
  return read.ok && read.value.amount > 0 ? read.value : refuse('weight', 'measure-unreadable');
}

const SIDES = ['length', 'width', 'height'] as const;

function readBoxSides(measures: Measures): PackListBox['dimensions'] {
  const { text, label, refuse } = measures;
  const given = SIDES.filter((side) => text(side) !== '');
  if (given.length === 0) return undefined;
  for (const side of SIDES.filter((name) => text(name) === '' && label(name) !== ''))
    refuse(side, 'side-missing');
  const unit = lengthUnitOf(label('length'));
  const isOneUnit = SIDES.every((side) => lengthUnitOf(label(side)) === unit);
  if (given.length < SIDES.length) return undefined;
  if (unit === undefined || !isOneUnit) return refuse('length', 'unit-not-named');
  const length = readSide(measures, 'length', unit);
  const width = readSide(measures, 'width', unit);
  const height = readSide(measures, 'height', unit);
  return length && width && height ? { length, width, height, unit } : undefined;
}

function readSide(
  { text, refuse }: Measures,
  side: (typeof SIDES)[number],
  unit: LengthUnit,
): number | undefined {
  const read = readLength(text(side), unit);
  return read.ok && read.value.amount > 0 ? read.value.amount : refuse(side, 'measure-unreadable');
}
