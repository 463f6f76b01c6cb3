import { describe, expect, it } from 'vitest';
import { DAY, money } from '#lib/kernel';
import { aPlacementOffer, aTransportOffer, anOwnOffer, aWindow, NOW } from '../testing/plans.ts';
import { boardOf } from './board.ts';
import { OWN_CARRIER, PARTNERED } from './carrier.ts';
import {
  type Assumptions,
  chargeableKilograms,
  type Circumstances,
  landedCosts,
  pointKey,
} from './landed-cost.ts';

const NOTHING: Assumptions = {
  perBox: 0,
  perExtraShipment: 0,
  unitValue: 0,
  yearlyPercent: 0,
  partneredDays: 5,
  ownDays: 5,
  receivingDays: 6,
};
const CIRCUMSTANCES: Circumstances = { now: NOW, readyAt: NOW + DAY, centreDays: {} };
const TARIFF = { perKilogram: 150, minimum: 2_000, divisor: 6_000 };

const ontario = { id: 'sh1', warehouseId: 'ONT8', unitCount: 60, boxCount: 6 };
const kilos = { grams: 90_200, cubicCentimetres: 300_000 };
const minimal = aPlacementOffer({ shipments: [{ ...ontario, ...kilos }] });
const spread = aPlacementOffer({
  id: 'pl2',
  fees: [],
  shipments: [
    { id: 'sh2', warehouseId: 'FTW1', unitCount: 40, boxCount: 4, ...kilos },
    { id: 'sh3', warehouseId: 'ABE2', unitCount: 20, boxCount: 2, ...kilos },
  ],
});
const transport = [
  aTransportOffer(),
  anOwnOffer(),
  ...['sh2', 'sh3'].flatMap((shipmentId) => [
    aTransportOffer({ id: `p-${shipmentId}`, shipmentId, cost: money(2_000, 'USD') }),
    anOwnOffer({ id: `o-${shipmentId}`, shipmentId }),
  ]),
];
const windows = ['sh1', 'sh2', 'sh3'].flatMap((shipmentId) =>
  [4, 7].map((day) =>
    aWindow({
      id: `w-${shipmentId}-${day}`,
      shipmentId,
      startsAt: NOW + day * DAY,
      endsAt: NOW + (day + 7) * DAY,
    }),
  ),
);
const board = boardOf({ placements: [minimal, spread], transport, windows }, 'USD', NOW);

describe('one placement with one carrier', () => {
  const costs = (assumptions: Partial<Assumptions>) =>
    landedCosts(board, CIRCUMSTANCES, { ...NOTHING, ...assumptions });
  const partneredSpread = (assumptions: Partial<Assumptions>) =>
    costs(assumptions).points.find(
      (point) => point.placementId === 'pl2' && point.carrierId.startsWith(PARTNERED),
    );

  it('costs its fee and the quotes of all its shipments', () => {
    expect(partneredSpread({})?.lines).toEqual({
      placement: 0,
      freight: 4_000,
      boxes: 0,
      'extra-shipments': 0,
      stock: 0,
    });
    expect(costs({}).points[0]).toMatchObject({ total: 360 + 2_450, days: 12, firstDays: 12 });
  });

  it('costs the handling of every box and of every shipment after the first', () => {
    const point = partneredSpread({ perBox: 50, perExtraShipment: 800 });
    expect(point?.lines).toMatchObject({ boxes: 300, 'extra-shipments': 800 });
    expect(point?.total).toBe(5_100);
  });

  it('costs what the money in the goods costs for as long as each unit is on its way', () => {
    // 60 units of $10.00 for 1 + 5 + 6 days at 10 % a year: $600 * 0.1 * 12 / 365.
    expect(partneredSpread({ unitValue: 1_000, yearlyPercent: 10 })?.lines.stock).toBe(197);
  });

  it('goes by how long a centre is known to take, for the units that go there', () => {
    const circumstances = { ...CIRCUMSTANCES, centreDays: { ABE2: 20 } };
    const { points } = landedCosts(board, circumstances, NOTHING);
    expect(points.find((point) => point.placementId === 'pl2')).toMatchObject({
      days: 26,
      firstDays: 12,
    });
  });

  it("by an own carrier costs the forwarder's tariff, shipment by shipment, at least the minimum", () => {
    const own = (tariff: Assumptions['tariff']) =>
      costs(tariff ? { tariff } : {}).points.find(
        (point) => point.placementId === 'pl2' && point.carrierId.startsWith(OWN_CARRIER),
      )?.lines.freight;
    // 90.2 kg are 91 begun ones, more than 300,000 / 6,000.
    expect(own(TARIFF)).toBe(2 * 91 * 150);
    expect(own({ ...TARIFF, divisor: 3_000 })).toBe(2 * 100 * 150);
    expect(own({ ...TARIFF, minimum: 50_000 })).toBe(100_000);
    expect(own(undefined)).toBeUndefined();
  });

  it('by an own carrier waits for its window, and cannot take one that closes before it comes', () => {
    const own = (ownDays: number) =>
      costs({ tariff: TARIFF, ownDays }).points.filter(
        (point) => point.placementId === 'pl1' && point.carrierId.startsWith(OWN_CARRIER),
      );
    expect(own(2).map(({ days }) => days)).toEqual([10, 13]);
    expect(own(10).map(({ round, days }) => [round, days])).toEqual([
      [0, 17],
      [1, 17],
    ]);
    expect(own(11).map(({ round }) => round)).toEqual([1]);
    expect(own(14)).toEqual([]);
  });

  it('is told apart where it has no price, and why', () => {
    const reasons = (assumptions: Partial<Assumptions>, on = board) =>
      new Set(
        landedCosts(on, CIRCUMSTANCES, { ...NOTHING, ...assumptions }).unpriced.map(
          ({ reason }) => reason,
        ),
      );
    expect(reasons({})).toEqual(new Set(['tariff-missing']));
    expect(reasons({ tariff: TARIFF })).toEqual(new Set());
    expect(reasons({ tariff: TARIFF, ownDays: 30 })).toEqual(new Set(['no-window-in-time']));
    const unweighed = boardOf(
      {
        placements: [aPlacementOffer({ shipments: [ontario] })],
        transport: [anOwnOffer()],
        windows,
      },
      'USD',
      NOW,
    );
    expect(reasons({ tariff: TARIFF }, unweighed)).toEqual(new Set(['weights-missing']));
    const { cost: _, ...unquoted } = aTransportOffer();
    const offers = { placements: [minimal], transport: [unquoted], windows };
    expect(reasons({}, boardOf(offers, 'USD', NOW))).toEqual(new Set(['quote-missing']));
  });

  it('by an own carrier that asks for no window goes when it is ready', () => {
    const offers = {
      placements: [minimal],
      transport: [anOwnOffer({ preconditions: [], cost: money(900, 'USD') })],
      windows: [],
    };
    const { points } = landedCosts(boardOf(offers, 'USD', NOW), CIRCUMSTANCES, {
      ...NOTHING,
      ownDays: 9,
    });
    expect(points).toMatchObject([{ total: 360 + 900, days: 16 }]);
    expect(points.map(pointKey)).toEqual([`pl1~${OWN_CARRIER}|GROUND_SMALL_PARCEL|FDEG~`]);
  });
});

describe('the best', () => {
  it('are the cheapest and the fastest, and what nothing beats in both', () => {
    const { points, cheapest, fastest } = landedCosts(board, CIRCUMSTANCES, {
      ...NOTHING,
      tariff: { ...TARIFF, perKilogram: 100 },
      ownDays: 2,
    });
    expect(cheapest).toMatchObject({ placementId: 'pl1', total: 2_810, days: 12 });
    expect(fastest).toMatchObject({ placementId: 'pl1', total: 9_460, days: 10 });
    expect(points.filter((point) => point.isUndominated)).toHaveLength(2);
  });

  it('are none where there is nothing to choose', () => {
    expect(landedCosts([], CIRCUMSTANCES, NOTHING)).toEqual({ points: [], unpriced: [] });
  });
});

describe('a shipment without size or weight', () => {
  it('has no chargeable weight', () => {
    expect(chargeableKilograms({ grams: 5 }, 6_000)).toBeUndefined();
    expect(chargeableKilograms({ cubicCentimetres: 5 }, 6_000)).toBeUndefined();
  });
});
