import { type InboundPlan, type PlannedBox } from './inbound-plan.ts';

/**
 * The plan without some of its SKUs, as a draft that Amazon has not heard of: quantities there are
 * settled once a plan is made (selling-partner-api-models #4090, checked 2026-11-23). Boxes that
 * held them are kept with what is left, and lose their weight.
 */
export function withoutSkus(plan: InboundPlan, skus: readonly string[]): InboundPlan {
  const {
    amazonPlanId: _,
    amazonCreatedAt: __,
    packing: ___,
    boxesSentAt: ____,
    search: _____,
    ...draft
  } = plan;
  return {
    ...draft,
    lines: plan.lines.filter(({ sku }) => !skus.includes(sku)),
    boxes: onlyItems(plan.boxes, (sku) => !skus.includes(sku)),
  };
}

function onlyItems(
  boxes: readonly PlannedBox[],
  isKept: (sku: string) => boolean,
): readonly PlannedBox[] {
  return boxes.flatMap((box) => {
    const items = box.items.filter(({ sku }) => isKept(sku));
    if (items.length === 0 && box.items.length > 0) return [];
    const { weight, ...rest } = box;
    const isWhole = items.length === box.items.length;
    return [{ ...rest, items, ...(isWhole && weight ? { weight } : {}) }];
  });
}
