import { compareWeights, problem, type Problem } from '#lib/kernel';
import { boxLimits, type BoxMark } from './box-limits.ts';
import type { InboundPlan, PlanShipment, ShipmentBox } from './inbound-plan.ts';

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
