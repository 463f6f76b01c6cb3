import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareWeights,
  convertLength,
  convertWeight,
  dimensionsOf,
  grams,
  type Length,
  lengthOf,
  nanometres,
  readLength,
  readWeight,
  sortedSides,
  tenthsOfNanogram,
  toNumber,
  type Weight,
  weightOf,
  writeTicks,
} from './measure.ts';

/** Up to a hundred thousand units with five places: larger than any box, pallet or container. */
const ticks = fc.nat({ max: 1e10 });
const lengthUnit = fc.constantFrom('IN' as const, 'CM' as const);
const weightUnit = fc.constantFrom('LB' as const, 'KG' as const);
const weight: fc.Arbitrary<Weight> = fc.record({ amount: ticks, unit: weightUnit });
const length: fc.Arbitrary<Length> = fc.record({ amount: ticks, unit: lengthUnit });

/** The definition of 1959, as fractions: 1 lb = 45359237 / 100000000 kg, 1 in = 254 / 100 cm. */
const kilograms = ({ amount, unit }: Weight) =>
  BigInt(amount) * (unit === 'LB' ? 45_359_237n : 100_000_000n);
const centimetres = ({ amount, unit }: Length) => BigInt(amount) * (unit === 'IN' ? 254n : 100n);
const sign = (value: bigint) => (value > 0n ? 1 : value < 0n ? -1 : 0);

/** Decimal text with at most five places, as typed. */
const typed = fc
  .tuple(
    fc.nat({ max: 99_999 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), maxLength: 5 }),
  )
  .map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`));

describe('what a seller enters', () => {
  it('is kept to the last of five places, in any unit', () => {
    fc.assert(
      fc.property(typed, lengthUnit, weightUnit, (text, inOrCm, lbOrKg) => {
        const asLength = readLength(text, inOrCm);
        const asWeight = readWeight(text, lbOrKg);
        if (!asLength.ok || !asWeight.ok) throw new Error(text);
        const canonical = text.includes('.') ? text.replace(/\.?0*$/, '') : text;
        expect(writeTicks(asLength.value.amount)).toBe(canonical);
        expect(writeTicks(asWeight.value.amount)).toBe(canonical);
        expect([asLength.value.unit, asWeight.value.unit]).toEqual([inOrCm, lbOrKg]);
      }),
    );
  });

  it('reaches Amazon as the number that was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const read = readLength(text, 'IN');
        expect(read.ok && toNumber(read.value.amount)).toBe(Number(text));
        expect(lengthOf(Number(text), 'IN')).toEqual(read.ok && read.value);
        expect(weightOf(Number(text), 'KG').amount).toBe(read.ok && read.value.amount);
      }),
    );
  });

  it('may be a thirty-second of an inch or a tenth of an ounce, and no finer', () => {
    expect(readLength('0.03125', 'IN')).toEqual({ ok: true, value: { amount: 3125, unit: 'IN' } });
    expect(readWeight('0.00625', 'LB')).toEqual({ ok: true, value: { amount: 625, unit: 'LB' } });
    expect(readLength('0.015625', 'IN')).toMatchObject({ problems: [{ code: 'too-precise' }] });
    expect(readWeight('heavy', 'LB')).toMatchObject({ problems: [{ code: 'not-a-number' }] });
  });
});

describe('comparing measures', () => {
  it('is exact for lengths in different units', () => {
    expect(nanometres(lengthOf(1, 'IN'))).toBe(25_400_000);
    expect(nanometres(lengthOf(2.54, 'CM'))).toBe(25_400_000);
    fc.assert(
      fc.property(length, length, (a, b) => {
        expect(Math.sign(nanometres(a) - nanometres(b))).toBe(
          sign(centimetres(a) - centimetres(b)),
        );
        expect(BigInt(nanometres(a))).toBe(centimetres(a));
      }),
    );
  });

  it('is exact for weights in different units', () => {
    expect(compareWeights(weightOf(50, 'LB'), weightOf(22.67962, 'KG'))).toBe(-1);
    expect(compareWeights(weightOf(50, 'LB'), weightOf(22.67961, 'KG'))).toBe(1);
    expect(compareWeights(weightOf(100_000, 'LB'), weightOf(45_359.237, 'KG'))).toBe(0);
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        expect(compareWeights(a, b)).toBe(sign(kilograms(a) - kilograms(b)));
        expect(tenthsOfNanogram(a)).toBe(kilograms(a));
      }),
    );
  });

  it('tells neighbours apart by one hundred-thousandth', () => {
    fc.assert(
      fc.property(weight, (a) => {
        expect(compareWeights(a, { ...a, amount: a.amount + 1 })).toBe(-1);
      }),
    );
  });
});

describe('the sides of a box', () => {
  it('stand longest first, whatever order they were entered in', () => {
    fc.assert(
      fc.property(fc.tuple(ticks, ticks, ticks), lengthUnit, (sides, unit) => {
        const [a, b, c] = sides;
        const sorted = [...sides]
          .sort((x, y) => y - x)
          .map((amount) => nanometres({ amount, unit }));
        expect(sortedSides({ length: a, width: b, height: c, unit })).toEqual(sorted);
      }),
    );
  });

  it('are kept as entered', () => {
    expect(dimensionsOf([12.5, 9, 0.03125], 'IN')).toEqual({
      length: 1_250_000,
      width: 900_000,
      height: 3_125,
      unit: 'IN',
    });
  });
});

describe('showing a measure in the other unit', () => {
  it('is right to the places shown', () => {
    expect(convertLength(lengthOf(1, 'IN'), 'CM')).toBe(2.54);
    expect(convertLength(lengthOf(63.5, 'CM'), 'IN')).toBe(25);
    expect(convertLength(lengthOf(1, 'CM'), 'IN', 3)).toBe(0.394);
    expect(convertWeight(weightOf(50, 'LB'), 'KG')).toBe(22.68);
    expect(convertWeight(weightOf(23, 'KG'), 'LB', 1)).toBe(50.7);
    expect(grams(weightOf(1, 'LB'))).toBeCloseTo(453.59237, 9);
  });

  it('is never further off than half of the last place', () => {
    fc.assert(
      fc.property(length, lengthUnit, fc.nat({ max: 4 }), (entered, unit, places) => {
        const exact = nanometres(entered) / (unit === 'IN' ? 25.4e6 : 1e7);
        const shown = convertLength(entered, unit, places);
        expect(Math.abs(shown - exact)).toBeLessThanOrEqual(0.5 / 10 ** places + 1e-9);
      }),
    );
  });

  it('shows a measure in its own unit as it was entered', () => {
    fc.assert(
      fc.property(length, weight, (l, w) => {
        expect(convertLength(l, l.unit, 5)).toBeCloseTo(toNumber(l.amount), 5);
        expect(convertWeight(w, w.unit, 5)).toBeCloseTo(toNumber(w.amount), 4);
      }),
    );
  });
});
