import { dimensionsOf, weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, warningCodes } from '../testing/codes.ts';
import { aDraft, aLine, anEmptyPlan, GERMANY, TODAY } from '../testing/plans.ts';
import type { PlanLine } from './inbound-plan.ts';
import { checkPlan, daysBetween } from './plan.ts';

const check = (lines: readonly PlanLine[], marketplaceId?: string) =>
  checkPlan(aDraft({ lines, ...(marketplaceId ? { marketplaceId } : {}) }), TODAY);

const inCases = (quantity: number, unitsPerCase: number) =>
  aLine({
    quantity,
    case: {
      name: 'Dozen',
      unitsPerCase,
      dimensions: dimensionsOf([20, 16, 12], 'IN'),
      weight: weightOf(14, 'LB'),
    },
  });

describe('a plan before Amazon is asked', () => {
  it('passes when it is complete', () => {
    expect(checkPlan(aDraft(), TODAY)).toEqual({ blocking: [], warnings: [] });
  });

  it('needs a ship-from and something to send', () => {
    expect(codes(checkPlan(anEmptyPlan(), TODAY))).toEqual(['ship-from-needed', 'plan-is-empty']);
  });

  it('R17: hears what is wrong with its address', () => {
    const shipFrom = { ...aDraft().shipFrom, city: '' };
    const plan = { ...aDraft(), shipFrom } as ReturnType<typeof aDraft>;
    expect(checkPlan(plan, TODAY).blocking[0]).toMatchObject({
      code: 'address-field-needed',
      at: 'address.city',
    });
  });

  it('R1: takes only converted SKUs', () => {
    const { fnsku: _, ...line } = aLine();
    expect(check([line]).blocking).toEqual([
      { code: 'sku-not-converted', facts: { sku: 'MUG-RED' }, at: 'lines.MUG-RED' },
    ]);
  });

  it('R14: holds 1,500 lines and not one more', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => aLine({ sku: `S${index}` }));
    expect(codes(check(lines(1_500)))).toEqual([]);
    expect(check(lines(1_501)).blocking).toEqual([
      { code: 'too-many-skus', facts: { count: 1_501, most: 1_500 } },
    ]);
  });

  it.each([
    [1, []],
    [10_000, []],
    [0, ['quantity-needed']],
    [-1, ['quantity-needed']],
    [1.5, ['quantity-needed']],
    [Number.NaN, ['quantity-needed']],
    [10_001, ['quantity-too-large']],
  ])('R15: of %d units of a SKU says %j', (quantity, expected) => {
    expect(codes(check([aLine({ quantity })]))).toEqual(expected);
  });

  it('R15: counts the units of a SKU over all its expiry dates, and tells it once', () => {
    const dated = (quantity: number, expiry: string) => aLine({ quantity, expiry });
    expect(codes(check([dated(5_000, '2028-01-01'), dated(5_000, '2028-02-01')]))).toEqual([]);
    expect(codes(check([dated(5_001, '2028-01-01'), dated(5_000, '2028-02-01')]))).toEqual([
      'quantity-too-large',
    ]);
  });

  it.each([
    ['', ['plan-name-needed']],
    ['   ', ['plan-name-needed']],
    ['M', []],
    ['M'.repeat(40), []],
    ['M'.repeat(41), ['plan-name-too-long']],
    // Sent as it is written, so the spaces count.
    [`${'M'.repeat(40)} `, ['plan-name-too-long']],
  ])('R16: of the name "%s" says %j', (name, expected) => {
    expect(codes(checkPlan(aDraft({ name }), TODAY))).toEqual(expected);
  });

  it('R20: names a SKU once, or once for each expiry date', () => {
    expect(codes(check([aLine(), aLine()]))).toEqual(['line-twice']);
    expect(codes(check([aLine({ expiry: '2028-01-01' }), aLine()]))).toEqual([]);
  });

  it('R21, R33: doubts two expiry dates of a SKU, and a third in the US', () => {
    const lines = ['2028-01-01', '2028-02-01', '2028-03-01'].map((expiry) => aLine({ expiry }));
    expect(warningCodes(check(lines.slice(0, 1)))).toEqual([]);
    expect(warningCodes(check(lines.slice(0, 2)))).toEqual(['several-expiry-dates']);
    expect(warningCodes(check(lines))).toEqual(['several-expiry-dates', 'too-many-lines-of-sku']);
    expect(check(lines).warnings[1]?.facts).toEqual({ sku: 'MUG-RED', count: 3, most: 2 });
    expect(warningCodes(check(lines, GERMANY))).toEqual(['several-expiry-dates']);
  });

  it('R29: an expiry date is a day of the calendar', () => {
    for (const expiry of ['2028-02-30', '2028-13-01', '2028-00-10', '2028-04-31', '1/2/2028', '']) {
      expect(codes(check([aLine({ expiry })]))).toEqual(['expiry-no-date']);
    }
    expect(codes(check([aLine({ expiry: '2028-02-29' })]))).toEqual([]);
  });

  it('R30: goods must live 105 days more', () => {
    expect(check([aLine({ expiry: '2027-03-08' })]).blocking[0]?.facts).toEqual({
      sku: 'MUG-RED',
      days: 104,
      least: 105,
    });
    expect(codes(check([aLine({ expiry: '2027-03-09' })]))).toEqual([]);
    expect(codes(check([aLine({ expiry: '2020-01-01' })]))).toEqual(['expiry-too-near']);
  });

  it('R31: doubts an expiry date more than ten years away', () => {
    expect(warningCodes(check([aLine({ expiry: '2036-11-24' })]))).toEqual([]);
    expect(warningCodes(check([aLine({ expiry: '2036-11-25' })]))).toEqual(['expiry-far-away']);
  });

  it('R35: units in cases fill whole cases, and a case has a whole number of units', () => {
    expect(codes(check([inCases(24, 12)]))).toEqual([]);
    expect(check([inCases(25, 12)]).blocking).toEqual([
      {
        code: 'quantity-not-whole-cases',
        facts: { sku: 'MUG-RED', unitsPerCase: 12, below: 24, above: 36 },
        at: 'lines.MUG-RED.quantity',
      },
    ]);
    for (const unitsPerCase of [0, -3, 2.5, Number.NaN]) {
      expect(codes(check([inCases(24, unitsPerCase)]))).toEqual(['case-units-needed']);
    }
    expect(codes(check([inCases(0, 12)]))).toEqual(['quantity-needed']);
  });

  it('R35: doubts a case of more than 150 units', () => {
    expect(warningCodes(check([inCases(300, 150)]))).toEqual([]);
    expect(warningCodes(check([inCases(302, 151)]))).toEqual(['case-too-many-units']);
  });
});

describe('days between two dates', () => {
  const DAY_MS = 86_400_000;
  const day = fc
    .integer({ min: Date.UTC(1600, 0, 1) / DAY_MS, max: Date.UTC(2999, 11, 31) / DAY_MS })
    .map((number) => new Date(number * DAY_MS).toISOString().slice(0, 10));

  it('are those of the Gregorian calendar', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const [start, end] = [Date.parse(from), Date.parse(to)];
        return daysBetween(from, to) === (end - start) / DAY_MS;
      }),
    );
  });

  it('exist for exactly the dates that exist', () => {
    const part = (most: number) =>
      fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), part(14), part(33), (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        const parsed = new Date(Date.UTC(year, Number(month) - 1, Number(date)));
        const exists = parsed.toISOString().slice(0, 10) === text;
        return (daysBetween('2026-01-01', text) !== undefined) === exists;
      }),
    );
    expect(daysBetween('no date', '2026-01-01')).toBeUndefined();
  });
});
