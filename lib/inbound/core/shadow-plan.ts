import { compareWeights, optional } from '#lib/kernel';
import type { CulpritSearch, InboundPlan, PlannedBox } from './inbound-plan.ts';
import { withoutSkus } from './take-out.ts';

/** What a shadow plan is called at Amazon, where the seller may meet it: at most 40 characters. */
export function nameOfShadow(tag: string, number: number | ''): string {
  return `Firstleg check ${tag}/${number}`;
}

/** Some SKUs of a plan as a plan of their own, as far as the search has brought it at Amazon. */
export function shadowPlan(
  plan: InboundPlan,
  search: CulpritSearch,
  skus: readonly string[],
): InboundPlan {
  const others = search.skus.filter((sku) => !skus.includes(sku));
  const shadow = {
    ...withoutSkus(plan, others),
    name: nameOfShadow(search.tag, search.tries.length + 1),
    ...search.shadow,
  };
  return { ...shadow, boxes: weighed(shadow.boxes, plan.boxes) };
}

/** What is kept of a shadow plan between its steps. */
export function lightShadow({
  amazonPlanId,
  packing,
  boxes,
  boxesSentAt,
}: InboundPlan): NonNullable<CulpritSearch['shadow']> {
  return {
    ...optional('amazonPlanId', amazonPlanId),
    ...optional('packing', packing),
    boxes,
    ...optional('boxesSentAt', boxesSentAt),
  };
}

// Nobody weighs a box that is never sent: one that was taken apart weighs what the heaviest does.
function weighed(boxes: readonly PlannedBox[], real: readonly PlannedBox[]): readonly PlannedBox[] {
  const weights = real.flatMap(({ weight }) => (weight ? [weight] : []));
  const [heaviest] = weights.toSorted((a, b) => compareWeights(b, a));
  return boxes.map((box) => ({ ...box, ...optional('weight', box.weight ?? heaviest) }));
}
