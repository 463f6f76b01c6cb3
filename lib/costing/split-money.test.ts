import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from '#lib/kernel';
import { splitMoney } from './split-money.ts';

const minors = (minor: number, shares: readonly bigint[], currency = 'USD') =>
  splitMoney(money(minor, currency), shares)?.map((part) => part.minor);

test('a dollar among three is 34, 33 and 33 cents', () => {
  expect(minors(100, [1n, 1n, 1n])).toEqual([34, 33, 33]);
});

test('the largest remainders get the cents that are left', () => {
  expect(minors(100, [10n, 55n, 35n])).toEqual([10, 55, 35]);
  expect(minors(10, [1n, 2n, 4n])).toEqual([1, 3, 6]);
});

test('a refund is split as a payment is', () => {
  expect(minors(-100, [1n, 1n, 1n])).toEqual([-34, -33, -33]);
});

test('yen have no hundredths', () => {
  expect(minors(7, [1n, 1n], 'JPY')).toEqual([4, 3]);
});

test('what nobody has a share of is not split, unless it is nothing', () => {
  expect(minors(5, [0n, 0n])).toBeUndefined();
  expect(minors(0, [0n, 0n])).toEqual([0, 0]);
});

test('the parts add up to the amount, none is off by a whole unit, and no share means no part', () => {
  const share = fc.bigInt({ min: 0n, max: 10n ** 24n });
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      fc.array(share, { minLength: 1, maxLength: 60 }),
      (minor, shares) => {
        const parts = minors(minor, shares);
        const whole = shares.reduce((sum, one) => sum + one, 0n);
        if (whole === 0n) return parts === undefined || minor === 0;
        expect(parts?.reduce((sum, part) => sum + part, 0)).toBe(minor);
        return shares.every((one, index) => {
          const part = BigInt(parts?.[index] ?? 0);
          const off = part * whole - BigInt(minor) * one;
          return (one > 0n || part === 0n) && off < whole && off > -whole;
        });
      },
    ),
  );
});
