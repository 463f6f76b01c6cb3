import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { fulfilmentFee } from './index.ts';

type Sides = readonly [number, number, number];
const unit = (sides: Sides, pounds: number) => ({
  dimensions: dimensionsOf(sides, 'IN'),
  weight: weightOf(pounds, 'LB'),
});
const fee = (sides: Sides, pounds: number, { price = 2_000, day = '2026-03-01' } = {}) =>
  fulfilmentFee(unit(sides, pounds), money(price, 'USD'), day);

describe('the US card of 2026', () => {
  test.each<[what: string, sides: Sides, pounds: number, price: number, cents: number]>([
    ['a light flat envelope', [10, 8, 0.5], 0.125, 2_000, 332],
    ['the same below ten dollars', [10, 8, 0.5], 0.125, 999, 243],
    ['the same above fifty', [10, 8, 0.5], 1, 5_001, 422],
    ['a pound in a box', [10, 8, 1], 1, 2_000, 460],
    ['three pounds', [10, 8, 4], 3, 2_000, 667],
    ['a quarter more', [10, 8, 4], 3.25, 2_000, 705],
    ['small bulky', [30, 10, 5], 10.2, 2_000, 755 + 38 * 10],
    ['large bulky, billed by its size', [50, 20, 6], 10, 2_000, 935 + 38 * 43],
    ['extra large', [70, 20, 10], 101, 2_000, 5_132 + 75 * 30],
    ['extra large up to fifty pounds', [97, 5, 5], 20, 2_000, 2_633 + 38 * 19],
    ['extra large up to seventy pounds', [97, 5, 5], 60, 2_000, 3_732 + 75 * 9],
    ['more than 150 pounds', [70, 30, 30], 160, 2_000, 19_495 + 19 * 9],
  ])('%s', (...[, sides, pounds, price, cents]) => {
    expect(fee(sides, pounds, { price })?.base).toEqual(money(cents, 'USD'));
  });

  test('fuel and logistics add 3.5 % from the day they were introduced', () => {
    const on = (day: string) => fee([10, 8, 1], 1, { day });
    expect(on('2026-04-16')).toMatchObject({ total: money(460, 'USD') });
    expect(on('2026-04-16')).not.toHaveProperty('surcharge');
    expect(on('2026-04-17')).toMatchObject({
      surcharge: money(16, 'USD'),
      total: money(476, 'USD'),
    });
  });

  test('the peak has its own fees, and where they are not published that is said', () => {
    const on = (day: string, price = 2_000) => fee([10, 8, 1], 1, { day, price });
    expect(on('2026-10-14')).toMatchObject({ peak: 'none', base: money(460, 'USD') });
    expect(on('2026-10-15')).toMatchObject({ peak: 'included', base: money(489, 'USD') });
    expect(on('2027-01-14')?.peak).toBe('included');
    expect(on('2027-01-15')?.peak).toBe('none');
    expect(on('2026-12-01', 900)?.peak).toBe('unknown');
    expect(fee([10, 8, 4], 3, { day: '2026-12-01' })).toMatchObject({
      peak: 'unknown',
      base: money(667, 'USD'),
    });
    const bulky = (price: number) => fee([50, 20, 6], 45, { price, day: '2026-12-01' });
    expect(bulky(900)).toMatchObject({ peak: 'included', base: money(988 + 38 * 44, 'USD') });
    expect(bulky(6_000)?.peak).toBe('unknown');
    expect(fee([30, 10, 5], 10, { day: '2026-12-01' })?.peak).toBe('unknown');
  });

  test('before the card began it says nothing', () => {
    expect(fee([10, 8, 1], 1, { day: '2026-01-14' })).toBeUndefined();
  });

  test('up to fifty pounds a heavier unit of the same size never costs less; above, the card has steps down', () => {
    const side = fc.integer({ min: 1, max: 100 });
    const weight = fc.integer({ min: 1, max: 5_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.tuple(side, side, side), weight, weight, (sides, a, b) => {
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)];
        const cents = (pounds: number) => fee(sides, pounds)?.base.minor ?? 0;
        expect(cents(light)).toBeLessThanOrEqual(cents(heavy));
      }),
    );
  });
});
