import { lineKey, type PackingGroup } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import type { CellChange } from '../../../../../components/grid/blocks.ts';
import type { CellTone } from '../../../../../components/grid/grid-model.ts';
import { evaluateExpression } from '../../../../../components/ui/number-expression.ts';
import type { EditedBox } from './box-list.ts';
import type { BoxCell } from './edit-grid.ts';
import type { BoxPlace } from './edit-boxes.ts';

/** The figures of a box that stand above its units, in this order. */
export const MEASURE_ROWS = ['copies', 'length', 'width', 'height', 'weight'] as const;
export function rowOfItem(row: number): number {
  return row - MEASURE_ROWS.length;
}

// Boxes are never changed in place, so the units of one are looked up once.
const UNITS = new WeakMap<EditedBox, ReadonlyMap<string, string>>();

function unitsOf(box: EditedBox): ReadonlyMap<string, string> {
  const known = UNITS.get(box);
  if (known) return known;
  const units = new Map(box.items.map((item) => [lineKey(item), item.quantity]));
  UNITS.set(box, units);
  return units;
}

export function readCell(group: PackingGroup, box: EditedBox | undefined, row: number): string {
  const measure = MEASURE_ROWS[row];
  if (measure) return box?.[measure] ?? '';
  const item = group.items[rowOfItem(row)];
  return box && item ? (unitsOf(box).get(lineKey(item)) ?? '') : '';
}

/** Expressions are worked out; a cell that is empty or zero in a spreadsheet is blank here. */
export function settleCell(row: number, text: string): string {
  const places = row === 0 || row >= MEASURE_ROWS.length ? 0 : 5;
  const settled = evaluateExpression(text, places) ?? text.trim();
  return row >= MEASURE_ROWS.length && settled === '0' ? '' : settled;
}

export function boxCells(group: PackingGroup, changes: readonly CellChange[]): readonly BoxCell[] {
  return changes.flatMap(({ row, column, text }): readonly BoxCell[] => {
    const field = MEASURE_ROWS[row];
    if (field) return [{ column, field, text }];
    const item = group.items[rowOfItem(row)];
    return item ? [{ column, item, text }] : [];
  });
}

const UNIT_NAMES = { IN: 'in', CM: 'cm', LB: 'lb', OZ: 'oz', KG: 'kg', G: 'g' } as const;

export function suffixOf(box: EditedBox | undefined, row: number): string {
  const measure = MEASURE_ROWS[row];
  if (!box || measure === undefined || measure === 'copies' || box[measure].trim() === '')
    return '';
  if (measure !== 'weight') return UNIT_NAMES[box.lengthUnit];
  return /[a-z]/i.test(box.weight) ? '' : UNIT_NAMES[box.weightUnit];
}

/** What is wrong with one box, by the row of its cell; the rest is about the box as a whole. */
export type ColumnProblems = {
  readonly byRow: ReadonlyMap<number, readonly Problem[]>;
  readonly whole: readonly Problem[];
};

export function columnProblems(
  group: PackingGroup,
  place: BoxPlace | undefined,
  problems: readonly Problem[],
): ColumnProblems {
  const at = `boxes.${place?.index}`;
  const byRow = new Map<number, Problem[]>();
  const whole: Problem[] = [];
  for (const problem of problems) {
    if (problem.at !== at && problem.at?.startsWith(`${at}.`) !== true) continue;
    const rows = rowsOf(group, problem, problem.at.slice(at.length + 1));
    if (rows.length === 0) whole.push(problem);
    for (const row of rows) byRow.set(row, [...(byRow.get(row) ?? []), problem]);
  }
  return { byRow, whole };
}

function rowsOf(group: PackingGroup, { facts }: Problem, field: string): readonly number[] {
  const row = MEASURE_ROWS.findIndex((measure) => measure === field);
  if (row >= 0) return [row];
  if (field === 'dimensions') return [1, 2, 3];
  const { sku } = facts;
  return group.items.flatMap((item, at) => (item.sku === sku ? [at + MEASURE_ROWS.length] : []));
}

export function toneOf(
  blocking: ColumnProblems | undefined,
  warnings: ColumnProblems | undefined,
  row: number,
): CellTone | undefined {
  if (blocking?.byRow.has(row)) return 'danger';
  return warnings?.byRow.has(row) ? 'warning' : undefined;
}
