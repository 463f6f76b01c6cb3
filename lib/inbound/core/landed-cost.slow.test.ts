import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, money } from '#lib/kernel';
import { aPlacementOffer, aTransportOffer, anOwnOffer, aWindow, NOW } from '../testing/plans.ts';
import { boardOf, type BoardPlacement } from './board.ts';
import { PARTNERED } from './carrier.ts';
import {
  type Assumptions,
  type BoardPoint,
  chargeableKilograms,
  type Circumstances,
  COST_LINES,
  landedCosts,
  pointKey,
} from './landed-cost.ts';

const CIRCUMSTANCES: Circumstances = { now: NOW, readyAt: NOW + DAY, centreDays: { C1: 3 } };

const anInstant = fc.integer({ min: 0, max: 12 }).map((day) => NOW + day * DAY);
const placements = fc.array(
  fc.record({
    fee: fc.integer({ min: 0, max: 900 }),
    shipments: fc.array(
      fc.record({
        unitCount: fc.integer({ min: 1, max: 40 }),
        boxCount: fc.integer({ min: 1, max: 5 }),
        grams: fc.integer({ min: 1, max: 60_000 }),
        cubicCentimetres: fc.integer({ min: 1, max: 300_000 }),
        quotes: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 2 }),
        windows: fc.array(fc.tuple(anInstant, fc.integer({ min: 0, max: 6 })), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
const amount = fc.integer({ min: 0, max: 300 });
const days = fc.integer({ min: 0, max: 12 });
const assumptions: fc.Arbitrary<Assumptions> = fc.record({
  perBox: amount,
  perExtraShipment: amount,
  tariff: fc.record({
    perKilogram: amount,
    minimum: amount,
    divisor: fc.integer({ min: 500, max: 9_000 }),
  }),
  unitValue: amount,
  yearlyPercent: fc.integer({ min: 0, max: 400 }),
  partneredDays: days,
  ownDays: days,
  receivingDays: days,
});

/** The same question asked in the plainest way: every pick of windows, every pair compared. */
function bruteForce(
  on: readonly BoardPlacement[],
  { now, readyAt, centreDays }: Circumstances,
  given: Assumptions,
): string[] {
  const found: { name: string; total: number; days: number }[] = [];
  for (const placement of on) {
    for (const carrier of placement.carriers) {
      const isPartnered = carrier.solution === PARTNERED;
      const arrives = readyAt + (isPartnered ? given.partneredDays : given.ownDays) * DAY;
      const rounds = carrier.needsWindow ? placement.rounds : [undefined];
      for (const [index, round] of rounds.entries()) {
        let total = placement.fee + given.perExtraShipment * (placement.shipments.length - 1);
        let last = 0;
        let unitDays = 0;
        let isInTime = true;
        for (const [at, shipment] of placement.shipments.entries()) {
          const window = round?.windows[at];
          if (window && arrives > window.endsAt) isInTime = false;
          const received =
            Math.max(arrives, window?.startsAt ?? 0) +
            (centreDays[shipment.warehouseId ?? ''] ?? given.receivingDays) * DAY;
          const wait = Math.max(0, Math.ceil((received - now) / DAY));
          last = Math.max(last, wait);
          unitDays += wait * shipment.unitCount;
          total += given.perBox * shipment.boxCount;
          if (!isPartnered && given.tariff) {
            const kilos = chargeableKilograms(shipment, given.tariff.divisor) ?? 0;
            total += Math.max(given.tariff.minimum, given.tariff.perKilogram * kilos);
          }
        }
        if (isPartnered) total += carrier.cost?.minor ?? 0;
        total += Math.round((unitDays * given.unitValue * given.yearlyPercent) / 36_500);
        const name = `${placement.id}~${carrier.id}~${round ? index : ''}`;
        if (isInTime) found.push({ name, total, days: last });
      }
    }
  }
  return found.map((one) => {
    const isBeaten = found.some(
      (other) =>
        other.total <= one.total &&
        other.days <= one.days &&
        (other.total < one.total || other.days < one.days),
    );
    return `${one.name} ${one.total} ${one.days} ${isBeaten ? 'beaten' : 'best'}`;
  });
}

describe('every board', () => {
  const told = (point: BoardPoint) =>
    `${pointKey(point)} ${point.total} ${point.days} ${point.isUndominated ? 'best' : 'beaten'}`;

  it('holds what trying everything finds, and every total is the sum of its lines', () => {
    fc.assert(
      fc.property(placements, assumptions, (shapes, given) => {
        const offers = offersOf(shapes);
        const on = boardOf(offers, 'USD', NOW);
        const { points, cheapest, fastest } = landedCosts(on, CIRCUMSTANCES, given);
        expect(points.map(told)).toEqual(bruteForce(on, CIRCUMSTANCES, given));
        for (const { lines, total } of points) {
          expect(COST_LINES.reduce((sum, line) => sum + lines[line], 0)).toBe(total);
        }
        expect(cheapest?.total ?? Infinity).toBe(Math.min(...points.map(({ total }) => total)));
        expect(fastest?.days ?? Infinity).toBe(Math.min(...points.map((point) => point.days)));
      }),
      { numRuns: 10_000 },
    );
  });
});

type Shape = (typeof placements extends fc.Arbitrary<infer Value> ? Value : never)[number];

function offersOf(shapes: readonly Shape[]) {
  const named = shapes.map((shape, at) => ({
    ...shape,
    shipments: shape.shipments.map((shipment, index) => ({ ...shipment, id: `sh${at}-${index}` })),
  }));
  const shipments = named.flatMap((shape) => shape.shipments);
  return {
    placements: named.map((shape, at) =>
      aPlacementOffer({
        id: `pl${at}`,
        fees: [{ target: '', description: '', value: money(shape.fee, 'USD') }],
        shipments: shape.shipments.map(({ quotes: _, windows: __, ...shipment }, index) => ({
          ...shipment,
          warehouseId: `C${index}`,
        })),
      }),
    ),
    transport: shipments.flatMap(({ id, quotes }) => [
      ...quotes.map((minor, index) =>
        aTransportOffer({
          id: `${id}-p${index}`,
          shipmentId: id,
          carrierCode: `P${index}`,
          cost: money(minor, 'USD'),
        }),
      ),
      anOwnOffer({ id: `${id}-own`, shipmentId: id }),
    ]),
    windows: shipments.flatMap(({ id, windows: own }) =>
      own.map(([startsAt, length], index) =>
        aWindow({
          id: `${id}-w${index}`,
          shipmentId: id,
          startsAt,
          endsAt: startsAt + length * DAY,
        }),
      ),
    ),
  };
}
