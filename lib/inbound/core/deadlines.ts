import { DAY, type Instant } from '#lib/kernel';
import type { InboundPlan } from './inbound-plan.ts';

export type DeadlineKind = 'packing-options-expire' | 'quote-void-until' | 'arrive-by';

export type Deadline = { readonly kind: DeadlineKind; readonly at: Instant };

/** A domestic shipment not delivered by then is closed (help GLMEBQLNBY97ANYY, 2026-11-23). */
const ARRIVAL = 45 * DAY;

/** The clocks that run for a plan now, the nearest first. */
export function deadlinesOf(plan: InboundPlan): Deadline[] {
  if (plan.cancelledAt !== undefined) return [];
  const deadlines: Deadline[] = [];
  const packingExpires = plan.packing?.offer.expiresAt;
  if (packingExpires !== undefined && plan.placementConfirmed === undefined) {
    deadlines.push({ kind: 'packing-options-expire', at: packingExpires });
  }
  const voidable = plan.shipments
    .map((shipment) => shipment.transport?.voidableUntil)
    .filter((at) => at !== undefined);
  if (plan.transportConfirmedAt !== undefined && voidable.length > 0) {
    deadlines.push({ kind: 'quote-void-until', at: Math.min(...voidable) });
  }
  if (plan.amazonCreatedAt !== undefined && !isArrived(plan)) {
    deadlines.push({ kind: 'arrive-by', at: plan.amazonCreatedAt + ARRIVAL });
  }
  return deadlines.toSorted((a, b) => a.at - b.at);
}

const ARRIVED = new Set(['DELIVERED', 'CHECKED_IN', 'RECEIVING', 'CLOSED']);

function isArrived(plan: InboundPlan): boolean {
  return (
    plan.shipments.length > 0 && plan.shipments.every((shipment) => ARRIVED.has(shipment.status))
  );
}
