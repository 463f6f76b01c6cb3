import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { aPlacedPlan, aShipment, GERMANY, TODAY } from '../testing/plans.ts';
import {
  asksPartner,
  checkFreight,
  firstFreightDay,
  FREIGHT_CLASSES,
  freightClassOf,
  freightDensity,
  isFreight,
} from './freight.ts';
import type { Freight, Pallet, ShipmentFreight } from './inbound-plan.ts';

const DAYS = { shipDate: '2026-11-26', today: TODAY };

function aPallet(change: Partial<Pallet> = {}): Pallet {
  return {
    count: 1,
    boxes: 2,
    dimensions: dimensionsOf([48, 40, 54], 'IN'),
    weight: weightOf(600, 'LB'),
    isStackable: false,
    ...change,
  };
}

function aFreight(own: Partial<ShipmentFreight> = {}, change: Partial<Freight> = {}): Freight {
  return {
    contact: { name: 'Dock One', phoneNumber: '7755550100', email: 'dock@harbor.example' },
    shipments: [
      {
        shipmentId: 'sh1',
        pallets: [aPallet()],
        declaredValue: money(120_000, 'USD'),
        freightClass: 'FC_100',
        ...own,
      },
    ],
    ...change,
  };
}

const codes = (freight: Freight, days = DAYS, plan = aPlacedPlan()) => {
  const { blocking, warnings } = checkFreight(plan, freight, days);
  return { blocking: blocking.map(({ code }) => code), warnings: warnings.map(({ code }) => code) };
};

describe('what a partner wants to know before he quotes for pallets', () => {
  it('R74: pallets, worth, class and somebody to call', () => {
    expect(codes(aFreight())).toEqual({ blocking: [], warnings: [] });
    const { contact: _, ...nobody } = aFreight();
    expect(codes(nobody).blocking).toEqual(['required', 'required', 'email-needed']);
    const bare = { shipmentId: 'sh1', pallets: [aPallet()] };
    expect(codes(aFreight({}, { shipments: [bare] })).blocking).toEqual([
      'declared-value-needed',
      'freight-class-needed',
    ]);
    const worthless = aFreight({ declaredValue: money(0, 'USD'), freightClass: 'FC_99' });
    expect(codes(worthless).blocking).toEqual(['declared-value-needed', 'freight-class-needed']);
  });

  it('R72: pallets of every shipment, or of none', () => {
    const plan = aPlacedPlan({ shipments: [aShipment(), aShipment({ id: 'sh2' })] });
    expect(codes(aFreight(), DAYS, plan).blocking).toEqual(['pallets-needed']);
    const some = aFreight();
    const shipments = [...some.shipments, { shipmentId: 'sh2', pallets: [] }];
    expect(codes({ ...some, shipments }, DAYS, plan).blocking).toEqual(['pallets-needed']);
    const unnamed = aPlacedPlan({
      shipments: [{ id: 'sh3', status: 'WORKING', items: [], boxes: [] }],
    });
    expect(codes(aFreight(), DAYS, unnamed).blocking).toEqual(['pallets-needed']);
  });

  it('R74: without any pallet only own carriers are asked for, which is said', () => {
    const none = aFreight({ pallets: [] });
    expect(asksPartner(none)).toBe(false);
    expect(codes(none, { shipDate: TODAY, today: TODAY })).toEqual({
      blocking: [],
      warnings: ['freight-own-carriers-only'],
    });
  });

  it('R73: two days before the truck comes', () => {
    expect(firstFreightDay(TODAY)).toBe('2026-11-26');
    expect(codes(aFreight(), { shipDate: '2026-11-25', today: TODAY }).blocking).toEqual([
      'freight-date-too-soon',
    ]);
    expect(codes(aFreight(), { shipDate: 'soon', today: TODAY }).blocking).toEqual([
      'freight-date-too-soon',
    ]);
  });

  it('a pallet has a number, a size and a weight', () => {
    const { dimensions: _, weight: __, ...bare } = aPallet({ count: 0 });
    expect(codes(aFreight({ pallets: [bare] })).blocking).toEqual([
      'pallet-count-needed',
      'required',
      'required',
    ]);
  });
});

describe('what a dock refuses', () => {
  it.each([
    [aPallet({ dimensions: dimensionsOf([48, 40, 72], 'IN') }), []],
    [aPallet({ dimensions: dimensionsOf([48, 40, 72.1], 'IN') }), ['pallet-too-high']],
    [aPallet({ dimensions: dimensionsOf([40, 49, 60], 'IN') }), ['pallet-overhangs']],
    [aPallet({ dimensions: dimensionsOf([48, 41, 60], 'IN') }), ['pallet-overhangs']],
    [aPallet({ weight: weightOf(1_500, 'LB') }), []],
    [aPallet({ weight: weightOf(681, 'KG') }), ['pallet-too-heavy']],
  ])('R118: of %j says %j', (pallet, warnings) => {
    expect(codes(aFreight({ pallets: [pallet] }))).toEqual({ blocking: [], warnings });
  });

  it('R118: other decks and weights elsewhere', () => {
    const plan = aPlacedPlan({ marketplaceId: GERMANY });
    const metric = aPallet({
      dimensions: dimensionsOf([120, 80, 180], 'CM'),
      weight: weightOf(501, 'KG'),
    });
    expect(codes(aFreight({ pallets: [metric] }), DAYS, plan).warnings).toEqual([
      'pallet-too-heavy',
    ]);
  });

  it('R76: more than 26 pallets, more than 5,000 boxes, boxes that stand nowhere', () => {
    expect(codes(aFreight({ pallets: [aPallet({ count: 27, boxes: 0 })] })).warnings).toEqual([
      'many-pallets',
      'boxes-not-on-pallets',
    ]);
    const boxes = Array.from({ length: 5_001 }, (_, index) => ({
      packageId: `pk${index}`,
      items: [],
    }));
    const plan = aPlacedPlan({ shipments: [aShipment({ boxes })] });
    expect(codes(aFreight({ pallets: [aPallet({ boxes: 5_001 })] }), DAYS, plan).warnings).toEqual([
      'many-boxes-in-freight',
    ]);
  });
});

describe('the freight class', () => {
  it('is what the density speaks for', () => {
    const cube = (pounds: number) =>
      aPallet({ dimensions: dimensionsOf([12, 12, 12], 'IN'), weight: weightOf(pounds, 'LB') });
    expect(freightClassOf([cube(9)])).toBe('FC_100');
    expect(freightClassOf([cube(10.5)])).toBe('FC_92_5');
    expect(freightClassOf([cube(60)])).toBe('FC_50');
    expect(freightClassOf([cube(0.5)])).toBe('FC_500');
    expect(freightDensity([cube(9), { ...cube(11), count: 3 }])).toBeCloseTo(10.5, 6);
  });

  it('is not known without sizes, weights or pallets', () => {
    const { weight: _, ...unweighed } = aPallet();
    expect(freightClassOf([unweighed])).toBeUndefined();
    expect(freightDensity([])).toBeUndefined();
  });

  it('is one that Amazon knows, and never higher for heavier pallets', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000 }),
        fc.integer({ min: 1, max: 400 }),
        (a, more) => {
          const rank = (pounds: number) => {
            const name = freightClassOf([aPallet({ weight: weightOf(pounds, 'LB') })]);
            return FREIGHT_CLASSES.findIndex((each) => each === name);
          };
          expect(rank(a)).toBeGreaterThanOrEqual(0);
          expect(rank(a + more)).toBeLessThanOrEqual(rank(a));
        },
      ),
    );
  });
});

it('pallets and trucks are freight, parcels are not', () => {
  expect(['FREIGHT_LTL', 'FREIGHT_FTL_PALLET', 'GROUND_SMALL_PARCEL'].map(isFreight)).toEqual([
    true,
    true,
    false,
  ]);
});
