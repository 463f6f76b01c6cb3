import {
  convertLength,
  convertWeight,
  type LengthUnit,
  writeDecimal,
  writeTicks,
} from '#lib/kernel';
import { writeSlashed } from './calendar-date.ts';
import type { ManifestLine, ManifestOwner } from './manifest.ts';
import { MANIFEST_SHEET } from './manifest-columns.ts';
import { writeTsv } from './rows.ts';
import { type NewCell, writeWorkbook } from './workbook/write-workbook.ts';

export type ManifestToWrite = {
  readonly lines: readonly Omit<ManifestLine, 'line'>[];
  /** Of the store: the template names inches and pounds, or centimetres and kilograms. */
  readonly units: 'imperial' | 'metric';
};

/** The template's tab as tab-separated text, as Amazon accepts it beside the workbook. */
export function writeManifestText(manifest: ManifestToWrite): string {
  return writeTsv(rowsOf(manifest));
}

/** A workbook with the template's tab, ready for upload; the instructions stay with Amazon. */
export function writeManifestWorkbook(manifest: ManifestToWrite): Uint8Array {
  const rows = rowsOf(manifest);
  const header = rows.findIndex(([first]) => first === 'Merchant SKU');
  const firstOfCase = rows[header]?.indexOf('Units per box') ?? -1;
  const cells = rows.map((row, at) =>
    row.map((value, column): NewCell => {
      if (at === header) return { value, style: 'heading' };
      const isNumber = at > header && (column === 1 || column >= firstOfCase) && value !== '';
      return isNumber ? Number(value) : value;
    }),
  );
  return writeWorkbook([{ name: MANIFEST_SHEET, rows: cells, widths: [28, 10, 14, 16, 28] }]);
}

/** Rows 1 to 8 as the template has them (published tools, 2026-11-24); data begins in row 9. */
function rowsOf({ lines, units }: ManifestToWrite): readonly (readonly string[])[] {
  const [length, weight] = units === 'imperial' ? ['in', 'lb'] : ['cm', 'kg'];
  const hasLots = lines.some((line) => line.lotCode !== undefined);
  const lot = hasLots ? ['Manufacturing lot code'] : [];
  return [
    ['Please review the Example tab before you complete this sheet'],
    [],
    ['Default prep owner', 'Seller'],
    ['Default labeling owner', 'Seller'],
    [],
    [],
    ['', '', 'Optional', '', '', ...lot.map(() => ''), 'Optional: Use only for case-packed SKUs'],
    [
      'Merchant SKU',
      'Quantity',
      'Prep owner',
      'Labeling owner',
      'Expiration date (MM/DD/YYYY)',
      ...lot,
      'Units per box',
      'Number of boxes',
      `Box length (${length})`,
      `Box width (${length})`,
      `Box height (${length})`,
      `Box weight (${weight})`,
    ],
    ...lines.map((line) => rowOf(line, units, hasLots)),
  ];
}

const OWNER_WORDS: Readonly<Record<ManifestOwner, string>> = {
  SELLER: 'Seller',
  AMAZON: 'Amazon',
  NONE: 'None',
};

function rowOf(
  line: Omit<ManifestLine, 'line'>,
  units: 'imperial' | 'metric',
  hasLots: boolean,
): readonly string[] {
  return [
    line.sku,
    String(line.quantity),
    line.prepOwner === undefined ? '' : OWNER_WORDS[line.prepOwner],
    line.labelOwner === undefined ? '' : OWNER_WORDS[line.labelOwner],
    line.expiration === undefined ? '' : writeSlashed(line.expiration),
    ...(hasLots ? [line.lotCode ?? ''] : []),
    ...caseCells(line, units),
  ];
}

function caseCells(
  { casePack }: Pick<ManifestLine, 'casePack'>,
  units: 'imperial' | 'metric',
): readonly string[] {
  if (!casePack) return [];
  const { dimensions, weight } = casePack;
  const lengthUnit = units === 'imperial' ? 'IN' : 'CM';
  const side = (amount: number) => sideText(amount, dimensions.unit, lengthUnit);
  const weightUnit = units === 'imperial' ? 'LB' : 'KG';
  return [
    String(casePack.unitsPerBox),
    String(casePack.boxes),
    side(dimensions.length),
    side(dimensions.width),
    side(dimensions.height),
    weight.unit === weightUnit
      ? writeTicks(weight.amount)
      : shown(convertWeight(weight, weightUnit)),
  ];
}

/** As entered where the template has the same unit; else converted to two places. */
function sideText(amount: number, unit: LengthUnit, wanted: LengthUnit): string {
  return unit === wanted ? writeTicks(amount) : shown(convertLength({ amount, unit }, wanted));
}

function shown(value: number): string {
  return writeDecimal(Math.round(value * 100), 2);
}
