import { DAY, type Instant, marketplaceById } from '#lib/kernel';
import type { InboundPlan } from './inbound-plan.ts';
import { hasArrived, hasEnded } from './receiving.ts';

export type DeadlineKind = 'packing-options-expire' | 'quote-void-until' | 'arrive-by';

export type Deadline = { readonly kind: DeadlineKind; readonly at: Instant };

/**
 * R83, R110: days from creation to arrival, after which Amazon closes a shipment: 45 within a
 * country, 75 from abroad (help GLMEBQLNBY97ANYY, 2026-11-23).
 */
export function daysToArrive(plan: InboundPlan): number {
  return isDomestic(plan) ? 45 : 75;
}

/** The goods leave from the country of the store; so they do until the ship-from is told. */
export function isDomestic(plan: InboundPlan): boolean {
  const from = plan.shipFrom?.countryCode;
  return from === undefined || from === marketplaceById(plan.marketplaceId)?.country;
}

/** The clocks that run for a plan now, the nearest first. */
export function deadlinesOf(plan: InboundPlan): Deadline[] {
  if (plan.cancelledAt !== undefined) return [];
  const deadlines: Deadline[] = [];
  const packingExpires = plan.packing?.offer?.expiresAt;
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
    deadlines.push({ kind: 'arrive-by', at: plan.amazonCreatedAt + daysToArrive(plan) * DAY });
  }
  return deadlines.toSorted((a, b) => a.at - b.at);
}

function isArrived(plan: InboundPlan): boolean {
  return (
    plan.shipments.length > 0 &&
    plan.shipments.every((shipment) => hasArrived(shipment) || hasEnded(shipment))
  );
}
