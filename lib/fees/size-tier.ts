import { type Dimensions, grams, sortedSides, type Weight } from '#lib/kernel';

export type SizeTier =
  | 'small-standard'
  | 'large-standard'
  | 'small-bulky'
  | 'large-bulky'
  | 'extra-large'
  | 'extra-large-150';

const NANOMETRES_PER_INCH = 25_400_000;
const GRAMS_PER_POUND = 453.59237;

type Bound = {
  readonly tier: SizeTier;
  readonly pounds: number;
  /** longest, median and shortest side in inches */
  readonly sides: readonly [number, number, number];
  readonly lengthAndGirth?: number;
};

// US size tiers from 2026-01-15, as two public fee tables agree (checked 2026-11-23).
const BOUNDS: readonly Bound[] = [
  { tier: 'small-standard', pounds: 1, sides: [15, 12, 0.75] },
  { tier: 'large-standard', pounds: 20, sides: [18, 14, 8] },
  { tier: 'small-bulky', pounds: 50, sides: [37, 28, 20], lengthAndGirth: 130 },
  { tier: 'large-bulky', pounds: 50, sides: [59, 33, 33], lengthAndGirth: 130 },
];

/**
 * The US size tier of one packed unit. Small standard weighs the unit itself; the others the larger
 * of unit weight and dimensional weight (in³ / 139, with both shorter sides at least 2 in for bulky).
 */
export function sizeTier(dimensions: Dimensions, weight: Weight): SizeTier {
  const [longest, median, shortest] = inches(dimensions);
  const unitPounds = grams(weight) / GRAMS_PER_POUND;
  if (unitPounds > 150) return 'extra-large-150';
  const lengthAndGirth = longest + 2 * (median + shortest);
  const fitting = BOUNDS.find((bound) => {
    const pounds = bound.tier === 'small-standard' ? unitPounds : shippingPounds(bound.tier);
    return (
      atMost(pounds, bound.pounds) &&
      atMost(longest, bound.sides[0]) &&
      atMost(median, bound.sides[1]) &&
      atMost(shortest, bound.sides[2]) &&
      atMost(lengthAndGirth, bound.lengthAndGirth ?? Number.POSITIVE_INFINITY)
    );
  });
  return fitting?.tier ?? 'extra-large';

  function shippingPounds(tier: SizeTier): number {
    return Math.max(unitPounds, dimensionalPounds(dimensions, tier));
  }
}

function dimensionalPounds(dimensions: Dimensions, tier: SizeTier): number {
  const [longest, median, shortest] = inches(dimensions);
  const least = tier === 'large-standard' ? 0 : 2;
  return (longest * Math.max(median, least) * Math.max(shortest, least)) / 139;
}

/** What a unit is billed as in pounds: its own weight where size does not count, else the larger. */
export function billedPounds(dimensions: Dimensions, weight: Weight, tier: SizeTier): number {
  const own = grams(weight) / GRAMS_PER_POUND;
  return tier === 'small-standard' || tier === 'extra-large-150'
    ? own
    : Math.max(own, dimensionalPounds(dimensions, tier));
}

export function isStandardSize(dimensions: Dimensions, weight: Weight): boolean {
  return ['small-standard', 'large-standard'].includes(sizeTier(dimensions, weight));
}

// Sides are exact in nanometres; the quotient and the pounds carry binary noise of this order.
const NOISE = 1e-9;

function atMost(value: number, limit: number): boolean {
  return value <= limit + NOISE;
}

function inches(dimensions: Dimensions): readonly [number, number, number] {
  const [longest, median, shortest] = sortedSides(dimensions);
  return [
    longest / NANOMETRES_PER_INCH,
    median / NANOMETRES_PER_INCH,
    shortest / NANOMETRES_PER_INCH,
  ];
}
