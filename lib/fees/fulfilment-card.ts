import {
  type Dimensions,
  epochDayOf,
  invariant,
  type Money,
  money,
  type Weight,
} from '#lib/kernel';
import { billedPounds, type SizeTier, sizeTier } from './size-tier.ts';

/**
 * When the tables below hold: the US card of 2026-01-15 for goods other than apparel and dangerous
 * goods, as two public fee tables agree; the surcharge of 2026-04-17 by Amazon's forum notice
 * (checked 2026-11-23).
 */
export const CARD = {
  from: '2026-01-15',
  peakFrom: '2026-10-15',
  peakUntil: '2027-01-14',
  surchargeFrom: '2026-04-17',
  surchargePermille: 35,
} as const;

/** Cents for prices below $10, up to $50 and above. */
type Cents = readonly [cheap: number, usual: number, dear: number];
/** The peak's cents where they are known: mostly for prices from $10 to $50. */
type PeakCents = readonly (number | undefined)[];
type Band = { readonly ounces: number; readonly cents: Cents; readonly peak?: PeakCents };
type Slope = {
  readonly tier: SizeTier;
  /** the heaviest that the row is for */
  readonly upTo: number;
  readonly above: number;
  readonly step: number;
  readonly perStep: number;
  readonly cents: Cents;
  readonly peak?: PeakCents;
};

const band = (ounces: number, cents: Cents, usualInPeak?: number): Band =>
  usualInPeak === undefined ? { ounces, cents } : { ounces, cents, peak: [undefined, usualInPeak] };

const SMALL: readonly Band[] = [
  band(2, [243, 332, 358], 351),
  band(4, [249, 342, 368], 361),
  band(6, [256, 345, 371], 365),
  band(8, [266, 354, 380], 374),
  band(10, [277, 368, 394], 389),
  band(12, [282, 378, 404], 399),
  band(14, [292, 391, 417], 413),
  band(16, [295, 396, 422], 418),
];

const LARGE: readonly Band[] = [
  band(4, [291, 373, 399], 397),
  band(8, [313, 395, 421], 421),
  band(12, [338, 420, 446], 448),
  band(16, [378, 460, 486], 489),
  band(20, [422, 504, 530], 534),
  band(24, [460, 542, 568], 573),
  band(28, [475, 557, 583], 589),
  band(32, [500, 582, 608], 615),
  band(36, [510, 592, 618], 629),
  band(40, [528, 610, 636], 649),
  band(44, [544, 626, 652]),
  band(48, [585, 667, 693]),
];

const ENDLESS = Number.POSITIVE_INFINITY;
const SLOPES: readonly Slope[] = [
  {
    tier: 'large-standard',
    upTo: 20,
    above: 3,
    step: 0.25,
    perStep: 8,
    cents: [615, 697, 723],
  },
  { tier: 'small-bulky', upTo: 50, above: 1, step: 1, perStep: 38, cents: [678, 755, 755] },
  {
    tier: 'large-bulky',
    upTo: 50,
    above: 1,
    step: 1,
    perStep: 38,
    cents: [858, 935, 935],
    peak: [988, 1_065],
  },
  {
    tier: 'extra-large',
    upTo: 50,
    above: 1,
    step: 1,
    perStep: 38,
    cents: [2_556, 2_633, 2_633],
    peak: [undefined, 2_906],
  },
  {
    tier: 'extra-large',
    upTo: 70,
    above: 51,
    step: 1,
    perStep: 75,
    cents: [3_655, 3_732, 3_732],
    peak: [undefined, 4_293],
  },
  {
    tier: 'extra-large',
    upTo: ENDLESS,
    above: 71,
    step: 1,
    perStep: 75,
    cents: [5_055, 5_132, 5_132],
  },
  {
    tier: 'extra-large-150',
    upTo: ENDLESS,
    above: 151,
    step: 1,
    perStep: 19,
    cents: [19_418, 19_495, 19_495],
  },
];

export type FulfilmentFee = {
  readonly tier: SizeTier;
  /** what the unit is billed as, before it is rounded up to its band */
  readonly pounds: number;
  readonly base: Money;
  /** the fuel and logistics surcharge, rounded to the cent; absent before it was introduced */
  readonly surcharge?: Money;
  /** whether the peak's fee is in it; `unknown` where its table is not published to us */
  readonly peak: 'none' | 'included' | 'unknown';
  readonly total: Money;
};

// Bands end at whole ounces and quarter pounds; grams carry binary noise of this order.
const NOISE = 1e-9;

/** What Amazon takes in the US for sending one unit on a day; undefined before the card began. */
export function fulfilmentFee(
  unit: { readonly dimensions: Dimensions; readonly weight: Weight },
  price: Money,
  day: string,
): FulfilmentFee | undefined {
  if (epochDayOf(day) < epochDayOf(CARD.from)) return undefined;
  const tier = sizeTier(unit.dimensions, unit.weight);
  const pounds = billedPounds(unit.dimensions, unit.weight, tier);
  const column = price.minor < 1_000 ? 0 : price.minor <= 5_000 ? 1 : 2;
  const isPeak =
    epochDayOf(CARD.peakFrom) <= epochDayOf(day) && epochDayOf(day) <= epochDayOf(CARD.peakUntil);
  const { usual, peak } = rowOf(tier, pounds, column);
  const cents = isPeak ? (peak ?? usual) : usual;
  const isSurcharged = epochDayOf(day) >= epochDayOf(CARD.surchargeFrom);
  const surcharge = isSurcharged ? Math.round((cents * CARD.surchargePermille) / 1_000) : 0;
  return {
    tier,
    pounds,
    base: money(cents, 'USD'),
    ...(isSurcharged && { surcharge: money(surcharge, 'USD') }),
    peak: !isPeak ? 'none' : peak === undefined ? 'unknown' : 'included',
    total: money(cents + surcharge, 'USD'),
  };
}

type RowCents = { readonly usual: number; readonly peak: number | undefined };

function rowOf(tier: SizeTier, pounds: number, column: 0 | 1 | 2): RowCents {
  const bands = tier === 'small-standard' ? SMALL : tier === 'large-standard' ? LARGE : [];
  const found = bands.find(({ ounces }) => pounds * 16 <= ounces + NOISE);
  if (found) return { usual: found.cents[column], peak: found.peak?.[column] };
  const slope = SLOPES.find((one) => one.tier === tier && pounds <= one.upTo + NOISE);
  invariant(slope, `a fee for ${tier} at ${pounds} lb`);
  // The last band below 150 lb ends there, however large the unit is; above, only its weight counts.
  const billed = tier === 'extra-large' ? Math.min(pounds, 150) : pounds;
  const steps = Math.max(0, Math.ceil((billed - slope.above) / slope.step - NOISE));
  const more = steps * slope.perStep;
  const inPeak = slope.peak?.[column];
  return {
    usual: slope.cents[column] + more,
    peak: inPeak === undefined ? undefined : inPeak + more,
  };
}
