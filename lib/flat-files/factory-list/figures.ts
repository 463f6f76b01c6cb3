import {
  optional,
  readDecimal,
  readTypedWeight,
  type Dimensions,
  type Result,
  type Weight,
} from '#lib/kernel';
import type { FactoryLengthUnit, FactoryWeightUnit } from './factory-choices.ts';

const COUNT =
  /^([\d.,\s’']+)\s*(?:pcs?|pieces?|units?|sets?|ctns?|cartons?|boxe?s?|cases?|pkgs?|prs?|pairs?|ea|个|件|箱|套|只|双|台|支|条|包|瓶|盒)?\.?$/i;

/** A whole number with or without the word that is counted: "60", "60 PCS", "1,200", "60.00". */
export function readCountCell(text: string): number | undefined {
  const match = COUNT.exec(text.normalize('NFKC').trim());
  const read = match ? readDecimal((match[1] ?? '').trim(), 0) : undefined;
  return read?.ok === true ? read.value : undefined;
}

/** A figure for sums and comparisons, with any words and units around it. */
export function readFigure(text: string): number | undefined {
  const match = /\d[\d.,\s’']*/.exec(text.normalize('NFKC'));
  const read = match ? readDecimal(match[0].trim().replace(/[.,]$/, ''), 6) : undefined;
  return read?.ok === true ? read.value / 1e6 : undefined;
}

/** The unit of length that a header or a cell names. */
export function factoryLengthUnitOf(text: string): FactoryLengthUnit | undefined {
  const name = text.normalize('NFKC').toLowerCase();
  if (/mms?(?![a-z\d])|毫米/.test(name)) return 'MM';
  if (/cms?(?![a-z\d])|厘米|公分/.test(name)) return 'CM';
  if (/(?<![a-z])(?:in|ins|inch|inches)(?![a-z])|英寸|吋|(?<=\d)"|''/.test(name)) return 'IN';
  return /[(\d\s]m(?![a-z\d³])|公尺|(?<![厘毫立方])米/.test(name) ? 'M' : undefined;
}

export function factoryWeightUnitOf(text: string): FactoryWeightUnit | undefined {
  const name = text.normalize('NFKC').toLowerCase();
  if (/kgs?(?![a-z])|kilo|公斤|千克/.test(name)) return 'KG';
  if (/(?<![a-z])(?:lbs?|pounds?)(?![a-z])|磅/.test(name)) return 'LB';
  if (/(?<![a-z])(?:oz|ounces?)(?![a-z])|盎司/.test(name)) return 'OZ';
  if (/斤/.test(name)) return 'JIN';
  return /[(\d\s/]g(?:rams?)?(?![a-z.])|克/.test(name) ? 'G' : undefined;
}

/** The three sides a cell names, as they are written, and the unit where it names one. */
export type SizeCell = {
  readonly sides: readonly [string, string, string];
  readonly unit?: FactoryLengthUnit;
};

export function readSizeCell(text: string): SizeCell | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const figures = plain
    .replace(
      /mm|cm|inch(?:es)?|厘米|毫米|英寸|公分|[lwh长宽高:]|(?<=\d)\s*(?:in|m|"|'')(?![a-z])/g,
      ' ',
    )
    .replace(/\([^\d]*\)/g, ' ')
    .trim();
  const parts = figures.split(/\s*[*x×х✕乘/]\s*/);
  const sides = parts.length === 3 ? parts : figures.split(/[\s,]+/);
  const [length = '', width = '', height = ''] = sides.map((side) => side.trim());
  const isSize = sides.length === 3 && [length, width, height].every((side) => readsAs(side));
  if (!isSize) return undefined;
  return { sides: [length, width, height], ...optional('unit', factoryLengthUnitOf(plain)) };
}

function readsAs(side: string): boolean {
  const read = readDecimal(side, 5);
  return read.ok && read.value > 0;
}

// How many decimals of the unit make one tick of a hundred-thousandth of a centimetre or an inch.
const TICK_PLACES = { MM: 4, CM: 5, M: 7, IN: 5 } as const satisfies Record<
  FactoryLengthUnit,
  number
>;

/** Sides in the unit Amazon takes: centimetres or inches, without rounding. */
export function dimensionsFrom(
  sides: readonly [string, string, string],
  unit: FactoryLengthUnit,
): Dimensions | undefined {
  const amounts = sides.map((side) => {
    const read = readDecimal(side, TICK_PLACES[unit]);
    return read.ok && read.value > 0 ? read.value : undefined;
  });
  const [length, width, height] = amounts;
  if (length === undefined || width === undefined || height === undefined) return undefined;
  return { length, width, height, unit: unit === 'IN' ? 'IN' : 'CM' };
}

/** A weight cell, whose own unit wins over the one given. */
export function weightFrom(text: string, unit: FactoryWeightUnit): Weight | undefined {
  const own = factoryWeightUnitOf(text) ?? unit;
  const bare = text
    .normalize('NFKC')
    .replace(/[a-z公千斤克磅盎司]+\.?$/i, '')
    .trim();
  const read: Result<Weight> = own === 'JIN' ? halfKilograms(bare) : readTypedWeight(bare, own);
  return read.ok && read.value.amount > 0 ? read.value : undefined;
}

function halfKilograms(text: string): Result<Weight> {
  const read = readDecimal(text, 4);
  return read.ok ? { ok: true, value: { amount: read.value * 5, unit: 'KG' } } : read;
}
