import { readDecimal, writeDecimal } from './decimal.ts';
import { ok, type Result } from './result.ts';

export type LengthUnit = 'IN' | 'CM';
export type WeightUnit = 'LB' | 'KG';

/** A number of decimal places that keeps 1/32 in and 0.1 oz (0.00625 lb) exactly. */
const PLACES = 5;
const SCALE = 10 ** PLACES;

/**
 * A length as it was entered: an integer number of hundred-thousandths of `unit`. Nothing is
 * converted when it is stored or sent, so what the seller typed is what Amazon reads.
 */
export type Length = { readonly amount: number; readonly unit: LengthUnit };
/** A weight as it was entered: an integer number of hundred-thousandths of `unit`. */
export type Weight = { readonly amount: number; readonly unit: WeightUnit };

/** Outer dimensions of a unit or a box; one unit for all three sides, as on Amazon's wire. */
export type Dimensions = {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly unit: LengthUnit;
};

// 1 in = 2.54 cm and 1 lb = 453.59237 g exactly (international yard and pound agreement, 1959).
const NANOMETRES_PER_TICK: Record<LengthUnit, number> = { IN: 254, CM: 100 };
const TENTHS_OF_NANOGRAM_PER_TICK: Record<WeightUnit, bigint> = {
  LB: 45_359_237n,
  KG: 100_000_000n,
};

function ticksOf(value: number): number {
  return Math.round(value * SCALE);
}

export function lengthOf(value: number, unit: LengthUnit): Length {
  return { amount: ticksOf(value), unit };
}

export function weightOf(value: number, unit: WeightUnit): Weight {
  return { amount: ticksOf(value), unit };
}

export function dimensionsOf(
  sides: readonly [number, number, number],
  unit: LengthUnit,
): Dimensions {
  const [length, width, height] = sides;
  return {
    length: ticksOf(length),
    width: ticksOf(width),
    height: ticksOf(height),
    unit,
  };
}

export type MeasureProblem = 'not-a-number' | 'too-precise';

export function readLength(text: string, unit: LengthUnit): Result<Length, MeasureProblem> {
  const read = readDecimal(text, PLACES);
  return read.ok ? ok({ amount: read.value, unit }) : read;
}

export function readWeight(text: string, unit: WeightUnit): Result<Weight, MeasureProblem> {
  const read = readDecimal(text, PLACES);
  return read.ok ? ok({ amount: read.value, unit }) : read;
}

/** The entered number as plain decimal text, "12.5". */
export function writeTicks(amount: number): string {
  return writeDecimal(amount, PLACES);
}

/** The entered number as a JavaScript number, for a wire that wants one. */
export function toNumber(amount: number): number {
  return Number(writeDecimal(amount, PLACES));
}

/** Exact: every tick is a whole number of nanometres. */
export function nanometres(length: Length): number {
  return length.amount * NANOMETRES_PER_TICK[length.unit];
}

/** Compares two weights exactly, whatever their units: negative, zero or positive. */
export function compareWeights(a: Weight, b: Weight): number {
  const difference = tenthsOfNanogram(a) - tenthsOfNanogram(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Exact, as a bigint because sums over thousands of boxes leave the safe integers. */
export function tenthsOfNanogram(weight: Weight): bigint {
  return BigInt(weight.amount) * TENTHS_OF_NANOGRAM_PER_TICK[weight.unit];
}

/** Grams for display and plausibility; not exact. */
export function grams(weight: Weight): number {
  return (weight.amount * Number(TENTHS_OF_NANOGRAM_PER_TICK[weight.unit])) / 1e10;
}

/** The three sides in nanometres, longest first. */
export function sortedSides(dimensions: Dimensions): readonly [number, number, number] {
  const { length, width, height } = dimensions;
  const factor = NANOMETRES_PER_TICK[dimensions.unit];
  const longest = Math.max(length, width, height);
  const shortest = Math.min(length, width, height);
  const middle = length + width + height - longest - shortest;
  return [longest * factor, middle * factor, shortest * factor];
}

/** The same length in the other unit for display, rounded to `places` decimals. */
export function convertLength(length: Length, unit: LengthUnit, places = 2): number {
  const value = nanometres(length) / (unit === 'IN' ? 25_400_000 : 10_000_000);
  return roundTo(value, places);
}

/** The same weight in the other unit for display, rounded to `places` decimals. */
export function convertWeight(weight: Weight, unit: WeightUnit, places = 2): number {
  return roundTo(grams(weight) / (unit === 'LB' ? 453.59237 : 1_000), places);
}

function roundTo(value: number, places: number): number {
  const factor = 10 ** places;
  return Math.round(value * factor) / factor;
}
