import { compareWeights, problem, type Problem } from '#lib/kernel';
import { boxLimits, type BoxMark } from './box-limits.ts';
import type { InboundPlan, PlanShipment, ShipmentBox } from './inbound-plan.ts';

/** Labels of one print, per SKU. */
export type PrintCounts = Readonly<Record<string, number>>;

/** How many labels of each SKU all prints together were of. */
export function printedBySku(prints: readonly { readonly counts?: PrintCounts }[]): PrintCounts {
  const sum: Record<string, number> = {};
  for (const { counts = {} } of prints) {
    for (const [sku, count] of Object.entries(counts)) sum[sku] = (sum[sku] ?? 0) + count;
  }
  return sum;
}

/** A print is a reprint when, with what was printed before, there are more labels than units. */
export function isReprintOfItems(
  needed: PrintCounts,
  before: PrintCounts,
  counts: PrintCounts,
): boolean {
  return Object.entries(counts).some(([sku, count]) => {
    const printed = before[sku] ?? 0;
    return printed > 0 && printed + count > (needed[sku] ?? 0);
  });
}

/** Why nothing is printed for a plan, or for one of its shipments. */
export function whyNotPrinted(plan: InboundPlan, shipment?: PlanShipment): Problem | undefined {
  if (plan.cancelledAt !== undefined) return problem('labels-of-cancelled-plan');
  if (!shipment || (shipment.status !== 'CANCELLED' && shipment.status !== 'DELETED')) {
    return undefined;
  }
  return problem('labels-of-cancelled-shipment', {
    shipment: shipment.confirmationId ?? shipment.id,
  });
}

/** The warning sheet that a box must carry for its weight. */
export function markOfBox(marketplaceId: string, { weight }: ShipmentBox): BoxMark | undefined {
  if (!weight) return undefined;
  return boxLimits(marketplaceId).marks.find(({ above }) => compareWeights(weight, above) > 0)
    ?.mark;
}

// Top and sides; in Japan the top and one side (shipping and routing requirements, JP help
// 200280260, checked 2026-11-23).
export const SIDES_WITH_MARK: Readonly<Record<BoxMark, number>> = {
  'team-lift': 5,
  'mech-lift': 5,
  'heavy-package': 5,
  overweight: 2,
};
