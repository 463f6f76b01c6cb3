import type { Sides } from '#lib/cartonization';
import {
  type Dimensions,
  type LengthUnit,
  nanometres,
  tenthsOfNanogram,
  type Weight,
  type WeightUnit,
} from '#lib/kernel';

/** A hundredth of an inch, centimetre, pound or kilogram, in the kernel's hundred-thousandths. */
const HUNDREDTH = 1_000;
const NANOMETRES_PER_TICK: Readonly<Record<LengthUnit, number>> = { IN: 254, CM: 100 };

/** Goods get larger by what a unit cannot say, boxes smaller: what fits on paper fits in truth. */
export type Rounding = 'up' | 'down';

export type PackUnits = { readonly length: LengthUnit; readonly weight: WeightUnit };

/** The sides in `unit`; as they were entered where that is their own unit. */
export function sidesIn(size: Dimensions, unit: LengthUnit, rounding: Rounding): Sides {
  const side = (amount: number): number => {
    if (size.unit === unit) return amount;
    const hundredths =
      nanometres({ amount, unit: size.unit }) / (NANOMETRES_PER_TICK[unit] * HUNDREDTH);
    return (rounding === 'up' ? Math.ceil(hundredths) : Math.floor(hundredths)) * HUNDREDTH;
  };
  return { length: side(size.length), width: side(size.width), height: side(size.height) };
}

/** The weight in hundred-thousandths of `unit`. */
export function weightIn(weight: Weight, unit: WeightUnit, rounding: Rounding): number {
  if (weight.unit === unit) return weight.amount;
  const tick = tenthsOfNanogram({ amount: 1, unit });
  const whole = tenthsOfNanogram(weight);
  const down = whole / tick;
  return Number(rounding === 'up' && down * tick !== whole ? down + 1n : down);
}

/** What a scale would show: whole hundredths, and never more than `most`. */
export function shownWeight(amount: number, most: number): number {
  return Math.min(Math.ceil(amount / HUNDREDTH) * HUNDREDTH, Math.max(most, amount));
}
