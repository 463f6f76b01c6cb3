import type { Sides } from '../listings/measures.ts';

const MM_PER_INCH = 25.4;
const GRAMS_PER_OUNCE = 28.349_523_125;
const NO_ROUNDING = 1e-6;

type Band = { readonly upToOunces: number; readonly cents: readonly [number, number, number] };

// US fulfilment fees per unit outside the peak, non-apparel, valid from 2026-01-15, in cents, for
// prices below $10, up to $50 and above (two public codes that agree, read on 2026-11-23). Dated
// data, to be replaced as a whole.
const SMALL: readonly Band[] = [
  { upToOunces: 2, cents: [243, 332, 358] },
  { upToOunces: 4, cents: [249, 342, 368] },
  { upToOunces: 6, cents: [256, 345, 371] },
  { upToOunces: 8, cents: [266, 354, 380] },
  { upToOunces: 10, cents: [277, 368, 394] },
  { upToOunces: 12, cents: [282, 378, 404] },
  { upToOunces: 14, cents: [292, 391, 417] },
  { upToOunces: 16, cents: [295, 396, 422] },
];
const LARGE: readonly Band[] = [
  { upToOunces: 4, cents: [291, 373, 399] },
  { upToOunces: 8, cents: [313, 395, 421] },
  { upToOunces: 12, cents: [338, 420, 446] },
  { upToOunces: 16, cents: [378, 460, 486] },
  { upToOunces: 20, cents: [422, 504, 530] },
  { upToOunces: 24, cents: [460, 542, 568] },
  { upToOunces: 28, cents: [475, 557, 583] },
  { upToOunces: 32, cents: [500, 582, 608] },
  { upToOunces: 36, cents: [510, 592, 618] },
  { upToOunces: 40, cents: [528, 610, 636] },
  { upToOunces: 44, cents: [544, 626, 652] },
  { upToOunces: 48, cents: [585, 667, 693] },
];
const LARGE_ABOVE = { from: 3, step: 0.25, perStep: 8, cents: [615, 697, 723] } as const;

type Heavy = {
  readonly from: number;
  readonly perPound: number;
  readonly cents: readonly [number, number, number];
};
const BULKY: Heavy = { from: 1, perPound: 38, cents: [678, 755, 755] };
const LARGE_BULKY: Heavy = { from: 1, perPound: 38, cents: [858, 935, 935] };
const EXTRA: readonly (Heavy & { readonly upTo: number })[] = [
  { upTo: 50, from: 1, perPound: 38, cents: [2556, 2633, 2633] },
  { upTo: 70, from: 51, perPound: 75, cents: [3655, 3732, 3732] },
  { upTo: 150, from: 71, perPound: 75, cents: [5055, 5132, 5132] },
  { upTo: Number.POSITIVE_INFINITY, from: 151, perPound: 19, cents: [19_418, 19_495, 19_495] },
];

/** What Amazon takes for packing and sending one unit, in US cents, by its size, weight and price. */
export function fulfilmentCents(sides: Sides, grams: number, priceCents: number): number {
  const [l, m, s] = sides.map((side) => side / MM_PER_INCH) as [number, number, number];
  const pounds = grams / GRAMS_PER_OUNCE / 16;
  const column = priceCents < 1_000 ? 0 : priceCents <= 5_000 ? 1 : 2;
  if (pounds <= 1 && l <= 15 && m <= 12 && s <= 0.75) return inBand(SMALL, pounds, column);
  const standard = Math.max(pounds, (l * m * s) / 139);
  if (standard <= 20 && l <= 18 && m <= 14 && s <= 8) return largeStandard(standard, column);
  // Of bulky units the two shorter sides count for two inches at least.
  const heavy = Math.max(pounds, (l * Math.max(2, m) * Math.max(2, s)) / 139);
  const lengthAndGirth = l + 2 * (m + s);
  if (heavy <= 50 && lengthAndGirth <= 130) {
    if (l <= 37 && m <= 28 && s <= 20) return perPound(BULKY, heavy, column);
    if (l <= 59 && m <= 33 && s <= 33) return perPound(LARGE_BULKY, heavy, column);
  }
  const weight = pounds > 150 ? pounds : Math.min(heavy, 150);
  const band = EXTRA.find(({ upTo }) => weight <= upTo);
  return band ? perPound(band, weight, column) : 0;
}

function largeStandard(pounds: number, column: number): number {
  if (pounds <= LARGE_ABOVE.from) return inBand(LARGE, pounds, column);
  const steps = Math.ceil((pounds - LARGE_ABOVE.from) / LARGE_ABOVE.step - NO_ROUNDING);
  return (LARGE_ABOVE.cents[column] ?? 0) + steps * LARGE_ABOVE.perStep;
}

function inBand(bands: readonly Band[], pounds: number, column: number): number {
  const ounces = pounds * 16 - NO_ROUNDING;
  const band = bands.find(({ upToOunces }) => ounces <= upToOunces);
  return band?.cents[column] ?? 0;
}

function perPound(band: Heavy, pounds: number, column: number): number {
  const above = Math.max(0, Math.ceil(pounds - NO_ROUNDING) - band.from);
  return (band.cents[column] ?? 0) + above * band.perPound;
}
