import { readDecimal } from './decimal.ts';
import {
  type Dimensions,
  type LengthUnit,
  type MeasureProblem,
  readLength,
  readWeight,
  type Weight,
} from './measure.ts';
import { problem, type Problem } from './problem.ts';
import { ok, refuse, type Result } from './result.ts';

/** The units people weigh in; ounces are kept as pounds and grams as kilograms, exactly. */
export const TYPED_WEIGHT_UNITS = ['LB', 'OZ', 'KG', 'G'] as const;
export type TypedWeightUnit = (typeof TYPED_WEIGHT_UNITS)[number];

/** Longer than any weight; keeps the patterns below from toiling over a pasted text. */
const LONGEST_TEXT = 40;
const POUNDS_AND_OUNCES =
  /^(.*\d)\s*(?:lbs?|pounds?|磅|#)[\s,]*(?:(.*\d)\s*(?:oz|ounces?|盎司)?)?$/iu;
const ONE_UNIT: readonly (readonly [pattern: RegExp, unit: TypedWeightUnit])[] = [
  [/^(.*\d)\s*(?:oz|ounces?|盎司)\.?$/iu, 'OZ'],
  [/^(.*\d)\s*(?:kgs?|kilograms?|千克|公斤)\.?$/iu, 'KG'],
  [/^(.*\d)\s*(?:g|grams?|克)\.?$/iu, 'G'],
];

/**
 * Reads a weight as typed: a bare number in `unit`, or a text that names its own units, such as
 * "1 lb 3.5 oz" or "450 g", which then win. What cannot be kept exactly is refused.
 */
export function readTypedWeight(
  text: string,
  unit: TypedWeightUnit,
): Result<Weight, MeasureProblem> {
  const typed = text.trim();
  if (typed.length > LONGEST_TEXT) return readIn(typed, unit);
  const pair = POUNDS_AND_OUNCES.exec(typed);
  if (pair) return readPoundsAndOunces(pair[1] ?? '', pair[2]);
  for (const [pattern, named] of ONE_UNIT) {
    const match = pattern.exec(typed);
    if (match) return readIn(match[1] ?? '', named);
  }
  return readIn(typed, unit);
}

function readIn(text: string, unit: TypedWeightUnit): Result<Weight, MeasureProblem> {
  if (unit === 'OZ') return readOunces(text);
  if (unit !== 'G') return readWeight(text, unit);
  // 0.01 g is 0.00001 kg, the finest weight that is kept.
  const read = readDecimal(text, 2);
  return read.ok ? ok({ amount: read.value, unit: 'KG' }) : read;
}

// An ounce is a sixteenth of a pound: a tenth of it is 0.00625 lb.
function readOunces(text: string): Result<Weight, MeasureProblem> {
  const read = readDecimal(text, 5);
  if (!read.ok) return read;
  const isExact = read.value % 16 === 0;
  if (!isExact) return refuse(problem('too-precise', { text: text.trim(), places: 1 }));
  return ok({ amount: read.value / 16, unit: 'LB' });
}

function readPoundsAndOunces(
  pounds: string,
  ounces: string | undefined,
): Result<Weight, MeasureProblem> {
  const whole = readWeight(pounds, 'LB');
  if (!whole.ok || ounces === undefined) return whole;
  const rest = readOunces(ounces);
  if (!rest.ok) return rest;
  return ok({ amount: whole.value.amount + rest.value.amount, unit: 'LB' });
}

export type TypedSides = {
  readonly length: string;
  readonly width: string;
  readonly height: string;
};

/**
 * Reads three sides in one unit. Nothing typed is no dimensions; a side left out or unreadable is
 * refused at its own field under `at`.
 */
export function readTypedDimensions(
  sides: TypedSides,
  unit: LengthUnit,
  at: string,
): Result<Dimensions | undefined> {
  const names = ['length', 'width', 'height'] as const;
  if (names.every((name) => sides[name].trim() === '')) return ok(undefined);
  const problems: Problem[] = [];
  const amounts = names.map((name) => {
    const place = `${at}.${name}`;
    if (sides[name].trim() === '') {
      problems.push(problem('required', {}, place));
      return 0;
    }
    const read = readLength(sides[name], unit);
    if (read.ok) return read.value.amount;
    problems.push(...read.problems.map(({ code, facts }) => problem(code, facts, place)));
    return 0;
  });
  if (problems.length > 0) return refuse(...problems);
  const [length = 0, width = 0, height = 0] = amounts;
  return ok({ length, width, height, unit });
}
