import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { COST_BASES, type CostBasis, firstLegCosts, type FirstLegCharge } from './index.ts';
import type { Shipped } from './shipped.ts';

// A box of 8 mugs and 2 bowls, twice, and a light large box of 4 lamps.
const SHIPPED: Shipped = {
  skus: [
    {
      sku: 'MUG',
      dimensions: dimensionsOf([10, 10, 10], 'CM'),
      weight: weightOf(0.5, 'KG'),
      value: money(300, 'USD'),
    },
    {
      sku: 'BOWL',
      dimensions: dimensionsOf([20, 20, 10], 'CM'),
      weight: weightOf(1, 'KG'),
      value: money(800, 'USD'),
    },
    {
      sku: 'LAMP',
      dimensions: dimensionsOf([20, 20, 40], 'CM'),
      weight: weightOf(0.5, 'KG'),
      value: money(2_500, 'USD'),
    },
  ],
  boxes: [
    {
      copies: 2,
      dimensions: dimensionsOf([40, 30, 20], 'CM'),
      weight: weightOf(7, 'KG'),
      items: [
        { sku: 'MUG', quantity: 8 },
        { sku: 'BOWL', quantity: 2 },
      ],
    },
    {
      copies: 1,
      dimensions: dimensionsOf([60, 50, 50], 'CM'),
      weight: weightOf(6, 'KG'),
      items: [{ sku: 'LAMP', quantity: 4 }],
    },
  ],
};
const TERMS = {
  currency: 'USD',
  rates: [
    { currency: 'CNY', value: 1404, places: 4 },
    { currency: 'JPY', value: 65, places: 4 },
  ],
  cm3PerKg: 5_000,
};

const charge = (basis: CostBasis, more: Partial<FirstLegCharge> = {}): FirstLegCharge => ({
  id: basis,
  kind: 'freight',
  amount: money(24_000, 'USD'),
  basis,
  ...more,
});

function totals(charges: readonly FirstLegCharge[], shipped = SHIPPED) {
  const sheet = firstLegCosts(shipped, charges, TERMS);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  return Object.fromEntries(sheet.value.lines.map(({ sku, total }) => [sku, total.minor]));
}

describe('240 dollars of freight', () => {
  it.each([
    // 16, 4 and 4 of 24 units
    ['units', { MUG: 16_000, BOWL: 4_000, LAMP: 4_000 }],
    // two boxes of three, shared 8000 to 8000 cm³ between mugs and bowls
    ['boxes', { MUG: 8_000, BOWL: 8_000, LAMP: 8_000 }],
    // 14 of 20 kg, shared 4 to 2 kg, and 6 kg
    ['actual-weight', { MUG: 11_200, BOWL: 5_600, LAMP: 7_200 }],
    // 48 of 198 litres, and 150
    ['volume', { MUG: 2_909, BOWL: 2_909, LAMP: 18_182 }],
    // twice 7 kg (4.8 by size), and 30 kg by size
    ['chargeable-weight', { MUG: 3_818, BOWL: 3_818, LAMP: 16_364 }],
    // 48, 32 and 100 dollars of goods
    ['amount', { MUG: 6_400, BOWL: 4_267, LAMP: 13_333 }],
  ] as const)('by %s', (basis, expected) => {
    expect(totals([charge(basis)])).toEqual(expected);
  });

  it('where a unit’s measures are not known, its box is shared by the number of units', () => {
    const skus = SHIPPED.skus.map(({ sku }) => ({ sku }));
    expect(totals([charge('boxes')], { ...SHIPPED, skus })).toEqual({
      MUG: 12_800,
      BOWL: 3_200,
      LAMP: 8_000,
    });
    expect(totals([charge('actual-weight')], { ...SHIPPED, skus })).toMatchObject({ LAMP: 7_200 });
  });
});

describe('several charges', () => {
  it('in several currencies come to one, each rounded once, and a unit has its cost', () => {
    const sheet = firstLegCosts(
      SHIPPED,
      [
        charge('units', { amount: money(100_000, 'CNY') }),
        charge('units', { id: 'yen', kind: 'fees', amount: money(1_001, 'JPY') }),
        charge('amount', { id: 'duty', kind: 'duty', amount: money(-1, 'USD') }),
      ],
      TERMS,
    );
    expect(sheet).toMatchObject({
      ok: true,
      value: {
        // 1000 CNY at 0.1404, 1001 JPY at 0.0065
        charges: [
          { minor: 14_040, currency: 'USD' },
          { minor: 651, currency: 'USD' },
          { minor: -1, currency: 'USD' },
        ],
        total: { minor: 14_690, currency: 'USD' },
      },
    });
    const mug = sheet.ok ? sheet.value.lines[0] : undefined;
    expect(mug).toMatchObject({
      units: 16,
      parts: [{ minor: 9_360 }, { minor: 434 }, { minor: 0 }],
    });
    expect(mug?.perUnit).toBe(Math.round((9_794 * 10_000) / 16));
  });

  it('into a currency without cents are whole', () => {
    const terms = {
      ...TERMS,
      currency: 'JPY',
      rates: [{ currency: 'USD', value: 15_425, places: 2 }],
    };
    const sheet = firstLegCosts(SHIPPED, [charge('units')], terms);
    expect(sheet.ok && sheet.value.total).toEqual(money(37_020, 'JPY'));
    const coarse = { ...terms, currency: 'USD', rates: [{ currency: 'JPY', value: 1, places: 0 }] };
    const dear = firstLegCosts(SHIPPED, [charge('units', { amount: money(3, 'JPY') })], coarse);
    expect(dear.ok && dear.value.total).toEqual(money(300, 'USD'));
  });

  it('a duty on some SKUs is split among them only', () => {
    expect(totals([charge('amount', { kind: 'duty', skus: ['MUG', 'BOWL'] })])).toEqual({
      MUG: 14_400,
      BOWL: 9_600,
      LAMP: 0,
    });
  });
});

describe('what cannot be split', () => {
  it.each([
    [
      'a currency without a rate',
      charge('units', { amount: money(1, 'EUR') }),
      'cost-rate-missing',
    ],
    ['a duty on goods that were not shipped', charge('units', { skus: [] }), 'cost-without-goods'],
  ])('%s', (_, refused, code) => {
    expect(firstLegCosts(SHIPPED, [refused], TERMS)).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
  });

  it('by amount, when nobody knows what a unit cost', () => {
    const skus = [...SHIPPED.skus.map(({ sku }) => ({ sku })), { sku: 'NOT-SENT' }];
    const sheet = firstLegCosts({ ...SHIPPED, skus }, [charge('amount')], TERMS);
    expect(sheet).toMatchObject({
      ok: false,
      problems: ['MUG', 'BOWL', 'LAMP'].map((sku) => ({
        code: 'cost-value-unknown',
        facts: { sku },
      })),
    });
  });

  it('a shipment with goods that nobody named', () => {
    const sheet = firstLegCosts({ ...SHIPPED, skus: SHIPPED.skus.slice(1) }, [], TERMS);
    expect(sheet).toMatchObject({ ok: false, problems: [{ code: 'cost-sku-unknown' }] });
  });

  it('a SKU of which nothing was shipped costs nothing and has no cost a unit', () => {
    const [mug] = SHIPPED.skus;
    const none = { ...mug, sku: 'NONE', value: money(5, 'USD') };
    const empty = {
      copies: 1,
      dimensions: dimensionsOf([10, 10, 10], 'CM'),
      weight: weightOf(1, 'KG'),
      items: [{ sku: 'NONE', quantity: 0 }],
    };
    const shipped = { skus: [...SHIPPED.skus, none], boxes: [...SHIPPED.boxes, empty] };
    for (const basis of COST_BASES) {
      const sheet = firstLegCosts(shipped, [charge(basis)], TERMS);
      expect(sheet.ok && sheet.value.lines[3]).toMatchObject({
        units: 0,
        total: { minor: 0 },
        perUnit: undefined,
      });
    }
  });
});

it('whatever was paid by whatever basis, the lines add up to it to the minor unit', () => {
  const side = fc.integer({ min: 1, max: 120 });
  const dimensions = fc.tuple(side, side, side).map((sides) => dimensionsOf(sides, 'CM'));
  const kilograms = fc.integer({ min: 1, max: 60_000 }).map((g) => weightOf(g / 1_000, 'KG'));
  const value = fc.integer({ min: 1, max: 90_000 }).map((minor) => money(minor, 'USD'));
  const sku = fc.record({ dimensions, weight: kilograms, value });
  const box = fc.record({
    copies: fc.integer({ min: 1, max: 300 }),
    dimensions,
    weight: kilograms,
    quantities: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
  });
  const paid = fc.record({
    basis: fc.constantFrom(...COST_BASES),
    minor: fc.integer({ min: -5_000_000, max: 50_000_000 }),
    currency: fc.constantFrom('USD', 'CNY', 'JPY'),
  });
  fc.assert(
    fc.property(
      fc.array(sku, { minLength: 6, maxLength: 6 }),
      fc.array(box, { minLength: 1, maxLength: 12 }),
      fc.array(paid, { maxLength: 6 }),
      (skus, boxes, charges) => {
        const shipped = {
          skus: skus.map((one, at) => ({ ...one, sku: `S${at}` })),
          boxes: boxes.map(({ quantities, ...one }) => ({
            ...one,
            items: quantities.map((quantity, at) => ({ sku: `S${at}`, quantity })),
          })),
        };
        const sheet = firstLegCosts(
          shipped,
          charges.map(({ basis, minor, currency }, at) =>
            charge(basis, { id: String(at), amount: money(minor, currency) }),
          ),
          TERMS,
        );
        if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
        const { lines, total, charges: exchanged } = sheet.value;
        expect(lines.reduce((sum, line) => sum + line.total.minor, 0)).toBe(total.minor);
        for (const [at, { minor }] of exchanged.entries())
          expect(lines.reduce((sum, line) => sum + (line.parts[at]?.minor ?? 0), 0)).toBe(minor);
      },
    ),
    { numRuns: 60 },
  );
});
