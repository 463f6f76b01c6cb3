import { grams, type Money, money } from '#lib/kernel';
import type { InboundPlan, PlanLine } from './inbound-plan.ts';
import { sizeTier } from '#lib/fees';

const UNITED_STATES = 'ATVPDKIKX0DER';
const GRAMS_PER_POUND = 453.59237;

/** Up to so many pounds a unit is charged between so many cents and so many. */
type Band = { readonly pounds: number; readonly low: number; readonly high: number };

// Inbound placement service fee for minimal splits in the US, the ranges published from March 2024
// to January 2026 (checked 2026-11-23). Of bulky goods only upper bounds are known; extra-large
// goods are not charged. The table of 2026-01-15 is not public: Amazon's own quote decides.
const SMALL_STANDARD: readonly Band[] = [{ pounds: 1, low: 16, high: 30 }];
const LARGE_STANDARD: readonly Band[] = [
  { pounds: 0.75, low: 18, high: 34 },
  { pounds: 1.5, low: 22, high: 41 },
  { pounds: 3, low: 27, high: 49 },
  { pounds: 20, low: 37, high: 68 },
];
const BULKY: readonly Band[] = [
  { pounds: 5, low: 0, high: 160 },
  { pounds: 12, low: 0, high: 240 },
  { pounds: 28, low: 0, high: 350 },
  { pounds: 42, low: 0, high: 495 },
  { pounds: 50, low: 0, high: 595 },
];

const BANDS = {
  'small-standard': SMALL_STANDARD,
  'large-standard': LARGE_STANDARD,
  'small-bulky': BULKY,
  'large-bulky': BULKY,
  'extra-large': [],
  'extra-large-150': [],
} as const satisfies Readonly<Record<ReturnType<typeof sizeTier>, readonly Band[]>>;

/** Between what Amazon asks for placing a plan in the fewest warehouses, before it quotes. */
export type PlacementFeeRange = {
  readonly low: Money;
  readonly high: Money;
  readonly units: number;
};

/** Undefined where there is no such fee or nothing of the plan is charged. */
export function minimalPlacementFee(plan: InboundPlan): PlacementFeeRange | undefined {
  if (plan.marketplaceId !== UNITED_STATES) return undefined;
  const charged = plan.lines.flatMap((line) => {
    const band = bandOf(line);
    return band ? [{ band, units: line.quantity }] : [];
  });
  if (charged.length === 0) return undefined;
  const sum = (of: (band: Band) => number): Money =>
    money(
      charged.reduce((total, { band, units }) => total + of(band) * units, 0),
      'USD',
    );
  return {
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
    units: charged.reduce((total, { units }) => total + units, 0),
  };
}

function bandOf({ unitDimensions, unitWeight }: PlanLine): Band | undefined {
  if (!unitDimensions || !unitWeight) return undefined;
  const pounds = grams(unitWeight) / GRAMS_PER_POUND;
  return BANDS[sizeTier(unitDimensions, unitWeight)].find((band) => pounds <= band.pounds + 1e-9);
}
