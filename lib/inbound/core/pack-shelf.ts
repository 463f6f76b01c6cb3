import {
  compareWeights,
  type Dimensions,
  dimensionsOf,
  marketplaceById,
  type Money,
  sortedSides,
  type Weight,
  writeTicks,
} from '#lib/kernel';
import { boxLimits } from './box-limits.ts';
import type { InboundPlan } from './inbound-plan.ts';

/** A box that may be packed, as the seller knows it; what is not said does not count. */
export type ShelfBox = {
  readonly name: string;
  /** outside, as Amazon is told */
  readonly dimensions: Dimensions;
  readonly inner?: Dimensions;
  readonly tare?: Weight;
  readonly maxWeight?: Weight;
  readonly price?: Money;
  readonly stock?: number;
};

const USUAL = {
  imperial: [
    [12, 12, 10],
    [16, 12, 12],
    [18, 18, 16],
    [24, 18, 18],
  ],
  metric: [
    [30, 30, 30],
    [40, 30, 30],
    [50, 40, 40],
    [60, 40, 40],
  ],
} as const;

/** Sizes that carton makers keep, for a seller who has entered none. */
export function usualBoxes(marketplaceId: string): readonly ShelfBox[] {
  const units = marketplaceById(marketplaceId)?.units ?? 'metric';
  const unit = units === 'imperial' ? 'IN' : 'CM';
  return USUAL[units].map((sides) => {
    const dimensions = dimensionsOf(sides, unit);
    const text = [dimensions.length, dimensions.width, dimensions.height].map(writeTicks);
    return { name: `${text.join(' × ')} ${unit.toLowerCase()}`, dimensions };
  });
}

/** What a packed box may weigh: the least of its own limit, the marketplace's and Amazon's offer. */
export function mostWeight(plan: InboundPlan, { maxWeight }: ShelfBox): Weight {
  const limits = boxLimits(plan.marketplaceId);
  // The engine knows one limit for a box, whatever goes into it.
  const hasJewelry = plan.lines.some(({ isJewelry }) => isJewelry === true);
  const allowed = (hasJewelry ? limits.maxWeightOfJewelry : undefined) ?? limits.maxWeight;
  return [maxWeight, plan.packing?.offer?.boxWeight.max]
    .filter((limit) => limit !== undefined)
    .reduce((least, limit) => (compareWeights(limit, least) < 0 ? limit : least), allowed);
}

/** Whether Amazon takes a box of these outer sides, whatever is in it (R50, R53). */
export function isAllowedSize(plan: InboundPlan, { dimensions }: ShelfBox): boolean {
  const { maxSides } = boxLimits(plan.marketplaceId);
  if (!maxSides) return true;
  const limits = sortedSides(maxSides);
  return sortedSides(dimensions).every((side, at) => side <= (limits[at] ?? 0));
}
