import {
  type Assumptions,
  boardOf,
  landedCosts,
  OWN_CARRIER,
  PARTNERED,
  type PlacementOffer,
  type TransportOffer,
  type WindowOffer,
} from '#lib/inbound';
import { DAY, money } from '#lib/kernel';

const NOW = Date.UTC(2026, 10, 24, 9);
const PLACEMENTS = 5;
const CARRIERS = 200;
const WINDOWS = 30;
const RUNS = 20;

const ASSUMPTIONS: Assumptions = {
  perBox: 60,
  perExtraShipment: 900,
  tariff: { perKilogram: 130, minimum: 4_000, divisor: 6_000 },
  unitValue: 850,
  yearlyPercent: 12,
  partneredDays: 12,
  ownDays: 4,
  receivingDays: 6,
};

/** The landed-cost board, from Amazon's options to the marked points. */
export async function benchInbound(print: (line: string) => void): Promise<void> {
  const offers = someOffers();
  const times: number[] = [];
  let points = 0;
  let best = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const board = boardOf(offers, 'USD', NOW);
    const costs = landedCosts(board, { now: NOW, readyAt: NOW + DAY, centreDays: {} }, ASSUMPTIONS);
    times.push(performance.now() - start);
    points = costs.points.length;
    best = costs.points.filter((point) => point.isUndominated).length;
  }
  const [first = 0] = times;
  const sorted = times.toSorted((a, b) => a - b);
  print(
    `${PLACEMENTS} placements x ${CARRIERS} carriers x ${WINDOWS} windows: ${points} points, ` +
      `${best} undominated`,
  );
  print(
    `cold ${first.toFixed(1)} ms, median of ${RUNS} ${(sorted[RUNS / 2] ?? 0).toFixed(1)} ms, ` +
      `slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
  );
}

function someOffers() {
  const placements: PlacementOffer[] = Array.from({ length: PLACEMENTS }, (_, at) => ({
    id: `pl${at}`,
    status: 'OFFERED',
    fees: [{ target: '', description: '', value: money((PLACEMENTS - at) * 9_000, 'USD') }],
    discounts: [],
    shipments: Array.from({ length: at + 1 }, (__, index) => ({
      id: `sh${at}-${index}`,
      warehouseId: `C${index}`,
      unitCount: Math.floor(1_500 / (at + 1)),
      boxCount: Math.floor(60 / (at + 1)),
      grams: Math.floor(900_000 / (at + 1)),
      cubicCentimetres: Math.floor(4_800_000 / (at + 1)),
    })),
  }));
  const ids = placements.flatMap(({ shipments }) => shipments.map(({ id }) => id));
  const transport: TransportOffer[] = ids.flatMap((shipmentId, at) =>
    Array.from({ length: CARRIERS }, (_, index) => {
      const isPartnered = index < 4;
      return {
        id: `${shipmentId}-${index}`,
        shipmentId,
        solution: isPartnered ? PARTNERED : OWN_CARRIER,
        mode: 'GROUND_SMALL_PARCEL',
        carrierName: `Carrier ${index}`,
        carrierCode: `C${index}`,
        preconditions: isPartnered ? [] : ['CONFIRMED_DELIVERY_WINDOW'],
        ...(isPartnered ? { cost: money(20_000 + 700 * index + 130 * at, 'USD') } : {}),
      };
    }),
  );
  const windows: WindowOffer[] = ids.flatMap((shipmentId) =>
    Array.from({ length: WINDOWS }, (_, index) => ({
      id: `${shipmentId}-w${index}`,
      shipmentId,
      availability: 'AVAILABLE',
      startsAt: NOW + (4 + index) * DAY,
      endsAt: NOW + (11 + index) * DAY,
      validUntil: NOW + 45 * DAY,
    })),
  );
  return { placements, transport, windows };
}
