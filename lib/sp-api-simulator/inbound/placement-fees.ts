import type { Dice } from '../hash.ts';
import type { PlanItem } from './entities.ts';

export type Spread = 'minimal' | 'partial' | 'optimized';

type Band = {
  readonly upToPounds: number;
  readonly minimal: readonly [number, number];
  readonly partial: readonly [number, number];
};

// Cents per unit in the US, lowest to highest (help page of 2024-03 to 2026-01 and two public codes,
// as read on 2026-11-23). Extra-large units are not charged. Dated data, to be replaced as a whole.
const BANDS: Readonly<Record<PlanItem['tier'], readonly Band[]>> = {
  small: [{ upToPounds: Number.POSITIVE_INFINITY, minimal: [16, 30], partial: [12, 21] }],
  large: [
    { upToPounds: 0.75, minimal: [18, 34], partial: [13, 24] },
    { upToPounds: 1.5, minimal: [22, 41], partial: [15, 28] },
    { upToPounds: 3, minimal: [27, 49], partial: [17, 34] },
    { upToPounds: Number.POSITIVE_INFINITY, minimal: [37, 68], partial: [23, 48] },
  ],
  bulky: [
    { upToPounds: 5, minimal: [110, 160], partial: [55, 110] },
    { upToPounds: 12, minimal: [160, 240], partial: [85, 175] },
    { upToPounds: 28, minimal: [230, 350], partial: [105, 219] },
    { upToPounds: 42, minimal: [330, 495], partial: [105, 283] },
    { upToPounds: Number.POSITIVE_INFINITY, minimal: [400, 595], partial: [160, 332] },
  ],
  'extra-large': [],
};

/** The placement fee of one unit, in cents; it depends on the unit and the route, not on how many. */
export function unitFeeMinor(
  dice: Dice,
  item: PlanItem,
  spread: Spread,
  names: readonly string[],
): number {
  if (spread === 'optimized') return 0;
  const pounds = item.grams / 453.592_37;
  const band = BANDS[item.tier].find(({ upToPounds }) => pounds <= upToPounds);
  if (!band) return 0;
  const [low, high] = band[spread];
  return low + Math.round(dice.fraction('placement fee', spread, ...names) * (high - low));
}
