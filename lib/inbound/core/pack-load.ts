import {
  compareWeights,
  marketplaceById,
  tenthsOfNanogram,
  type Weight,
  type WeightUnit,
  weightOf,
} from '#lib/kernel';
import { boxLimits } from './box-limits.ts';
import { type BoxItem, type InboundPlan, lineKey } from './inbound-plan.ts';

/** How heavy a box is on the way to how heavy it may be. */
export type BoxLoad = {
  /** what the scale said, or else what its units weigh as far as that is known */
  readonly weight: Weight;
  readonly isWeighed: boolean;
  /** false when the weight of a unit in it is not known */
  readonly isKnown: boolean;
  readonly limit: Weight;
  /** 1 is full */
  readonly share: number;
};

/** What the marketplace and Amazon's offer both allow (R49, R53); an oversize unit alone is exempt. */
export function heaviestBox(plan: InboundPlan): Weight {
  const { maxWeight } = boxLimits(plan.marketplaceId);
  const offered = plan.packing?.offer?.boxWeight.max;
  return offered && compareWeights(offered, maxWeight) < 0 ? offered : maxWeight;
}

export function weightUnitOf(plan: InboundPlan): WeightUnit {
  return marketplaceById(plan.marketplaceId)?.units === 'imperial' ? 'LB' : 'KG';
}

export function boxLoad(
  plan: InboundPlan,
  box: { readonly items: readonly BoxItem[]; readonly weight?: Weight },
): BoxLoad {
  const limit = heaviestBox(plan);
  const { sum, isKnown } = contentsOf(plan, box.items);
  const weight = box.weight ?? asWeight(sum, weightUnitOf(plan));
  const share = Number(tenthsOfNanogram(weight)) / Number(tenthsOfNanogram(limit));
  return { weight, isWeighed: box.weight !== undefined, isKnown, limit, share };
}

/** Whether what is known of the units alone is more than a box may weigh. */
export function isOverloaded(plan: InboundPlan, items: readonly BoxItem[]): boolean {
  const units = items.reduce((all, { quantity }) => all + quantity, 0);
  // One unit cannot be taken out of its box to make it lighter.
  return units > 1 && contentsOf(plan, items).sum > tenthsOfNanogram(heaviestBox(plan));
}

function contentsOf(plan: InboundPlan, items: readonly BoxItem[]) {
  let sum = 0n;
  let isKnown = true;
  for (const item of items) {
    const line = plan.lines.find((one) => lineKey(one) === lineKey(item));
    if (line?.unitWeight) sum += tenthsOfNanogram(line.unitWeight) * BigInt(item.quantity);
    else isKnown = false;
  }
  return { sum, isKnown };
}

function asWeight(tenths: bigint, unit: WeightUnit): Weight {
  return weightOf(Number((tenths * 100n) / tenthsOfNanogram(weightOf(1, unit))) / 100, unit);
}
