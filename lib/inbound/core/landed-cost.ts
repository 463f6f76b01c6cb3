import { DAY, type Instant } from '#lib/kernel';
import { type BoardCarrier, type BoardPlacement, type WindowRound } from './board.ts';
import { PARTNERED } from './carrier.ts';
import type { OfferedShipment } from './inbound-plan.ts';

/** What a forwarder asks for a shipment, in minor units. */
export type Tariff = {
  readonly perKilogram: number;
  /** asked for every shipment, however light it is */
  readonly minimum: number;
  /** cubic centimetres that count as a kilogram */
  readonly divisor: number;
};

/** What nobody but the seller knows; amounts in minor units of the board's currency. */
export type Assumptions = {
  /** labels and handling of one box */
  readonly perBox: number;
  /** the work of every shipment after the first */
  readonly perExtraShipment: number;
  /** absent until the seller has told it: then own carriers have no price */
  readonly tariff?: Tariff;
  /** what one unit has cost so far */
  readonly unitValue: number;
  /** what the money in the goods costs in a year */
  readonly yearlyPercent: number;
  readonly partneredDays: number;
  readonly ownDays: number;
  /** from delivery until the units are sellable */
  readonly receivingDays: number;
};

/** What is so whatever is assumed. */
export type Circumstances = {
  readonly now: Instant;
  /** when the boxes leave */
  readonly readyAt: Instant;
  /** receiving days of single centres, as own shipments have shown them */
  readonly centreDays: Readonly<Record<string, number>>;
};

export const COST_LINES = ['placement', 'freight', 'boxes', 'extra-shipments', 'stock'] as const;
export type CostLine = (typeof COST_LINES)[number];

/** One way to send the plan: a placement, a carrier, and the windows of one round. */
export type BoardPoint = {
  readonly placementId: string;
  readonly carrierId: string;
  /** index into the rounds of the placement; none for a carrier that needs no window */
  readonly round: number | undefined;
  readonly lines: Readonly<Record<CostLine, number>>;
  /** all lines, minor units */
  readonly total: number;
  /** until the last unit is sellable */
  readonly days: number;
  /** until the first shipment's units are */
  readonly firstDays: number;
  /** nothing else is both as cheap and as fast, and better in one of them */
  readonly isUndominated: boolean;
};

export type UnpricedReason =
  | 'quote-missing'
  | 'tariff-missing'
  | 'weights-missing'
  | 'no-window-in-time';

/** A carrier that could take the goods, but not at a cost and a time that can be told. */
export type Unpriced = {
  readonly placementId: string;
  readonly carrierId: string;
  readonly reason: UnpricedReason;
};

export type LandedCosts = {
  readonly points: readonly BoardPoint[];
  readonly unpriced: readonly Unpriced[];
  readonly cheapest?: BoardPoint;
  readonly fastest?: BoardPoint;
};

/** Prices every combination of placement, carrier and delivery windows, and marks the best. */
export function landedCosts(
  board: readonly BoardPlacement[],
  circumstances: Circumstances,
  assumptions: Assumptions,
): LandedCosts {
  const points: Undecided[] = [];
  const unpriced: Unpriced[] = [];
  for (const placement of board) {
    const timings = timingsOf(placement, circumstances, assumptions);
    for (const carrier of placement.carriers) {
      const place = { placementId: placement.id, carrierId: carrier.id };
      const freight = freightOf(placement, carrier, assumptions.tariff);
      const usable = carrier.needsWindow
        ? timings.rounds
        : [carrier.solution === PARTNERED ? timings.partnered : timings.own];
      if (typeof freight === 'string') unpriced.push({ ...place, reason: freight });
      else if (usable.length === 0) unpriced.push({ ...place, reason: 'no-window-in-time' });
      else for (const timing of usable) points.push(pointOf(place, placement, freight, timing));
    }
  }
  return { unpriced, ...marked(points) };

  function pointOf(
    place: Pick<BoardPoint, 'placementId' | 'carrierId'>,
    placement: BoardPlacement,
    freight: number,
    { round, days, firstDays, unitDays }: Timing,
  ): Undecided {
    const lines = {
      placement: placement.fee,
      freight,
      boxes: assumptions.perBox * placement.boxCount,
      'extra-shipments': assumptions.perExtraShipment * (placement.shipments.length - 1),
      stock: costOfStock(unitDays, assumptions),
    };
    const total =
      lines.placement + lines.freight + lines.boxes + lines['extra-shipments'] + lines.stock;
    const { placementId, carrierId } = place;
    return { placementId, carrierId, round, lines, total, days, firstDays, isUndominated: false };
  }
}

// Thirty thousand points are marked in place: copying them takes longer than pricing them.
type Undecided = Omit<BoardPoint, 'isUndominated'> & { isUndominated: boolean };

/** What it costs to have so many units on their way for a day each. */
function costOfStock(unitDays: number, { unitValue, yearlyPercent }: Assumptions): number {
  return Math.round((unitDays * unitValue * yearlyPercent) / (100 * 365));
}

function freightOf(
  { shipments }: BoardPlacement,
  carrier: BoardCarrier,
  tariff: Tariff | undefined,
): number | UnpricedReason {
  if (carrier.cost) return carrier.cost.minor;
  if (carrier.solution === PARTNERED) return 'quote-missing';
  if (tariff === undefined) return 'tariff-missing';
  let sum = 0;
  for (const shipment of shipments) {
    const kilograms = chargeableKilograms(shipment, tariff.divisor);
    if (kilograms === undefined) return 'weights-missing';
    sum += Math.max(tariff.minimum, tariff.perKilogram * kilograms);
  }
  return sum;
}

/** The larger of weight and volumetric weight, begun kilograms counted whole. */
export function chargeableKilograms(
  { grams, cubicCentimetres }: Pick<OfferedShipment, 'grams' | 'cubicCentimetres'>,
  divisor: number,
): number | undefined {
  if (grams === undefined || cubicCentimetres === undefined) return undefined;
  return Math.ceil(Math.max(grams / 1_000, cubicCentimetres / divisor));
}

type Timing = {
  readonly round: number | undefined;
  readonly days: number;
  readonly firstDays: number;
  /** days until sellable, summed over all units */
  readonly unitDays: number;
};

function timingsOf(
  placement: BoardPlacement,
  circumstances: Circumstances,
  assumptions: Assumptions,
) {
  const leaving = (transitDays: number) => circumstances.readyAt + transitDays * DAY;
  const own = leaving(assumptions.ownDays);
  const timing = (arrivesAt: Instant, round?: WindowRound) =>
    timingOf(placement, { circumstances, assumptions, arrivesAt, ...(round && { round }) });
  return {
    partnered: timing(leaving(assumptions.partneredDays)),
    own: timing(own),
    rounds: placement.rounds.flatMap((round, index) =>
      round.windows.every(({ endsAt }) => own <= endsAt)
        ? [{ ...timing(own, round), round: index }]
        : [],
    ),
  };
}

type Travel = {
  readonly circumstances: Circumstances;
  readonly assumptions: Assumptions;
  readonly arrivesAt: Instant;
  readonly round?: WindowRound;
};

// Whoever comes before the window opens waits for it.
function timingOf(
  { shipments }: BoardPlacement,
  { circumstances, assumptions, arrivesAt, round }: Travel,
): Timing {
  let days = 0;
  let firstDays = Number.POSITIVE_INFINITY;
  let unitDays = 0;
  for (const [index, { unitCount, warehouseId = '' }] of shipments.entries()) {
    const opensAt = round?.windows[index]?.startsAt ?? arrivesAt;
    const receiving = circumstances.centreDays[warehouseId] ?? assumptions.receivingDays;
    const sellableAt = Math.max(arrivesAt, opensAt) + receiving * DAY;
    const own = Math.max(0, Math.ceil((sellableAt - circumstances.now) / DAY));
    days = Math.max(days, own);
    firstDays = Math.min(firstDays, own);
    unitDays += own * unitCount;
  }
  return { round: undefined, days, firstDays, unitDays };
}

/** Marks what nothing else beats: the least cost of every day against that of all days before it. */
function marked(points: readonly Undecided[]): Omit<LandedCosts, 'unpriced'> {
  const least = new Map<number, number>();
  for (const { days, total } of points) {
    least.set(days, Math.min(total, least.get(days) ?? Number.POSITIVE_INFINITY));
  }
  const frontier = new Map<number, number>();
  let before = Number.POSITIVE_INFINITY;
  for (const [days, total] of [...least].toSorted(([a], [b]) => a - b)) {
    if (total >= before) continue;
    frontier.set(days, total);
    before = total;
  }
  for (const point of points) point.isUndominated = frontier.get(point.days) === point.total;
  const best = points.filter((point) => point.isUndominated);
  const [first] = best;
  if (!first) return { points };
  return {
    points,
    cheapest: best.reduce((found, point) => (point.total < found.total ? point : found), first),
    fastest: best.reduce((found, point) => (point.days < found.days ? point : found), first),
  };
}

/** The name of a point that a form sends, and what it is found by again. */
export function pointKey(point: Pick<BoardPoint, 'placementId' | 'carrierId' | 'round'>): string {
  return [point.placementId, point.carrierId, point.round ?? ''].join('~');
}
