import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/kernel';
import { anOwnOffer, aShipment, aShippedPlan, aTransportOffer, NOW } from '../testing/plans.ts';
import { type ClockKind, clocksOf, isToBeTold, placeOfClock } from './clocks.ts';
import {
  checkFreightBill,
  checkRecognised,
  goesByPro,
  lacksTracking,
  unrecognised,
} from './freight-bill.ts';

const byOwnTruck = aShipment({ transport: anOwnOffer({ mode: 'FREIGHT_LTL' }) });
const said = (number: string, billOfLading?: string) => {
  const bill = { number, ...(billOfLading === undefined ? {} : { billOfLading }) };
  const { blocking, warnings } = checkFreightBill(byOwnTruck, bill);
  return [...blocking, ...warnings].map(({ code, at }) => `${code} ${at?.split('.').at(-1)}`);
};

describe('R105: one PRO for the pallets of a shipment', () => {
  it.each([
    ['123-456789-0', undefined, []],
    ['', undefined, ['pro-needed number']],
    ['PRO 12.34_5', undefined, ['pro-unusual number']],
    ['12345678/9', undefined, ['pro-odd-sign number', 'pro-unusual number']],
    ['1'.repeat(65), undefined, ['pro-too-long number', 'pro-unusual number']],
    ['1234567', 'B'.repeat(65), ['pro-too-long billOfLading']],
    ['1234567', 'BOL-77', []],
  ])('of "%s" with bill of lading "%s" says %j', (number, bill, expected) => {
    expect(said(number, bill)).toEqual(expected);
  });

  it('R106: a partner gives it himself', () => {
    const partnered = aShipment({ transport: aTransportOffer({ mode: 'FREIGHT_LTL' }) });
    expect(checkFreightBill(partnered, { number: '1234567' }).blocking).toMatchObject([
      { code: 'tracking-by-partner' },
    ]);
  });

  it('pallets are short of one number, parcels of one per box', () => {
    expect(goesByPro(aShipment())).toBe(false);
    expect(lacksTracking(byOwnTruck)).toBe(1);
    expect(lacksTracking({ ...byOwnTruck, freightBill: { number: '1234567' } })).toBe(0);
    expect(lacksTracking(aShipment())).toBe(2);
    expect(lacksTracking(aShipment({ boxes: [] }))).toBe(1);
  });
});

describe('R108: numbers that Amazon does not recognise', () => {
  const [first, second] = aShipment().boxes;
  const boxes = [first, second].flatMap((box, index) =>
    box
      ? [{ ...box, tracking: `1Z${index}`, trackingStatus: index ? 'VALIDATED' : 'NOT_VALIDATED' }]
      : [],
  );
  const plan = (trackedAt?: number) =>
    aShippedPlan(anOwnOffer(), {
      shipments: [aShipment({ boxes, ...(trackedAt === undefined ? {} : { trackedAt }) })],
    });

  it('are raised after a day and not a moment before', () => {
    expect(unrecognised(plan(NOW - DAY), NOW)).toEqual([]);
    expect(unrecognised(plan(NOW - DAY - 1), NOW)).toMatchObject([
      { boxIds: ['FBA15ABCDEFGU000001'] },
    ]);
    const around = { placements: [], transport: [], arrivals: new Map() };
    const clocks = clocksOf(plan(NOW - 2 * DAY), around, NOW);
    expect(clocks).toContainEqual({ kind: 'tracking-recognised-by', at: NOW - DAY });
    expect(placeOfClock(plan(NOW), 'tracking-recognised-by')).toBe('tracking');
    const told = (kind: ClockKind, at: number) => isToBeTold({ kind, at }, NOW);
    expect(
      [1, 0, 1 - DAY, -DAY].map((since) => told('tracking-recognised-by', NOW + since)),
    ).toEqual([false, true, true, false]);
    expect([0, 1, DAY, DAY + 1].map((ahead) => told('arrive-by', NOW + ahead))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(checkRecognised(plan(NOW - 2 * DAY), NOW).warnings).toMatchObject([
      { code: 'tracking-not-recognised', facts: { shipment: 'FBA15ABCDEFG', count: 1 } },
    ]);
  });

  it('are not counted where nobody told them from here, or all are recognised', () => {
    expect(unrecognised(plan(), NOW)).toEqual([]);
    const arrived = aShippedPlan(anOwnOffer(), {
      shipments: [aShipment({ boxes, trackedAt: NOW - 3 * DAY, status: 'DELIVERED' })],
    });
    const around = { placements: [], transport: [], arrivals: new Map() };
    expect(clocksOf(arrived, around, NOW)).toEqual([]);
    const fine = boxes.map((box) => ({ ...box, trackingStatus: 'VALIDATED' }));
    const recognised = aShippedPlan(anOwnOffer(), {
      shipments: [aShipment({ boxes: fine, trackedAt: NOW - 3 * DAY })],
    });
    expect(unrecognised(recognised, NOW)).toEqual([]);
    const { confirmationId: _, ...unnamed } = aShipment({ trackedAt: NOW - 3 * DAY });
    const nameless = {
      ...unnamed,
      boxes: [{ packageId: 'pk9', items: [], trackingStatus: 'NOT_VALIDATED' }],
    };
    expect(
      checkRecognised(aShippedPlan(anOwnOffer(), { shipments: [nameless] }), NOW).warnings,
    ).toMatchObject([{ facts: { shipment: 'sh1' } }]);
  });
});
