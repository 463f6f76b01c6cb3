import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, minorPlaces, money, moneyFromDecimal, sumMoney, toDecimal } from './money.ts';

const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'SEK');

describe('money', () => {
  it('counts cents where there are cents and yen where there are none', () => {
    expect(moneyFromDecimal(12.34, 'USD')).toEqual({ minor: 1234, currency: 'USD' });
    expect(moneyFromDecimal(1234, 'JPY')).toEqual({ minor: 1234, currency: 'JPY' });
    expect(['USD', 'MXN', 'JPY', 'KRW'].map(minorPlaces)).toEqual([2, 2, 0, 0]);
  });

  it.each([
    [1.005, 101],
    [-1.005, -101],
    [2.675, 268],
    [0.285, 29],
    [10.235, 1024],
    [0.004, 0],
    [-0.004, 0],
    [-0, 0],
    [0.1 + 0.2, 30],
    [1.0049999, 100],
  ])('rounds %d dollars half away from zero to %d cents', (amount, minor) => {
    expect(moneyFromDecimal(amount, 'USD')).toStrictEqual({ minor, currency: 'USD' });
  });

  it('comes back unchanged from the decimal Amazon reads', () => {
    const cents = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(cents, currency, (minor, code) => {
        expect(moneyFromDecimal(toDecimal(money(minor, code)), code)).toEqual({
          minor,
          currency: code,
        });
      }),
    );
  });

  it('adds up without a cent lost, in any order', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 50 }), (minors) => {
        const amounts = minors.map((minor) => money(minor, 'EUR'));
        const total = minors.reduce((sum, minor) => sum + BigInt(minor), 0n);
        expect(sumMoney(amounts)).toEqual({ minor: Number(total), currency: 'EUR' });
        expect(sumMoney(amounts.toReversed())).toEqual(sumMoney(amounts));
      }),
    );
  });

  it('has no sum of nothing, for nothing has no currency', () => {
    expect(sumMoney([])).toBeUndefined();
  });

  it('never mixes currencies', () => {
    expect(() => addMoney(money(1, 'USD'), money(1, 'EUR'))).toThrow('USD and EUR');
    expect(() => sumMoney([money(1, 'USD'), money(1, 'EUR')])).toThrow('USD and EUR');
  });

  it('has no fractions of a cent', () => {
    for (const minor of [0.5, Number.NaN, Infinity, 2 ** 53])
      expect(() => money(minor, 'USD')).toThrow('whole minor units');
    expect(() => moneyFromDecimal(Number.NaN, 'USD')).toThrow('whole minor units');
  });
});
