import type { Instant } from '#lib/kernel';
import { PARTNERED } from './carrier-words.ts';
import type { ForeignChange, InboundPlan, PlanErrand, PlanShipment } from './inbound-plan.ts';
import { hasEnded } from './receiving.ts';

/** A plan as Amazon tells it, as far as somebody else may have changed it. */
export type SeenPlan = {
  readonly name: string;
  readonly status: string;
  readonly packing: readonly SeenOption[];
  readonly placement: readonly SeenOption[];
};
export type SeenOption = { readonly id: string; readonly status: string };

export type Seen = { readonly plan: InboundPlan; readonly changes: readonly ForeignChange[] };

/** What changed at Amazon on the plan itself, and the plan with it; shipments are looked at apart. */
export function takeSeen(plan: InboundPlan, seen: SeenPlan, at: Instant): Seen {
  if (seen.status === 'VOIDED')
    return { plan: { ...plan, cancelledAt: at }, changes: [{ kind: 'cancelled', at }] };
  const changes: ForeignChange[] = [];
  let after = plan;
  if (seen.name !== plan.name) {
    after = { ...after, name: seen.name };
    changes.push({ kind: 'renamed', at, was: plan.name, is: seen.name });
  }
  const { packing } = plan;
  const offer = packing?.offer;
  if (packing && offer && offer.status !== 'EXPIRED' && isReplaced(offer.id, seen, plan)) {
    const { boxesSentAt: _, ...rest } = after;
    const lapsed = { ...offer, status: 'EXPIRED' };
    after = { ...rest, packing: { ...packing, offer: lapsed, confirmed: false } };
    changes.push({ kind: 'packing-replaced', at });
  }
  return { plan: after, changes };
}

// Asked again in Seller Central, Amazon gives packing options new ids; or another one was confirmed.
function isReplaced(id: string, { packing }: SeenPlan, plan: InboundPlan): boolean {
  if (plan.placementConfirmed || packing.length === 0) return false;
  return (
    packing.every((option) => option.id !== id) ||
    packing.some((option) => option.id !== id && option.status === 'ACCEPTED')
  );
}

/** The placement that was confirmed at Amazon and not by us. */
export function foreignPlacement(plan: InboundPlan, seen: SeenPlan): string | undefined {
  if (plan.placementConfirmed) return undefined;
  return seen.placement.find(({ status }) => status === 'ACCEPTED')?.id;
}

/** What changed at Amazon on the shipments, apart from their way to the warehouse. */
export function shipmentChanges(
  plan: InboundPlan,
  fresh: readonly PlanShipment[],
  at: Instant,
): ForeignChange[] {
  return plan.shipments.flatMap((before) => {
    const after = fresh.find(({ id }) => id === before.id);
    if (!after) return [];
    const shipment = before.confirmationId ?? before.id;
    const changes: (ForeignChange | undefined)[] = [
      before.name !== undefined && after.name !== undefined && before.name !== after.name
        ? { kind: 'shipment-renamed', at, shipment, was: before.name, is: after.name }
        : undefined,
      contentsOf(before) === contentsOf(after)
        ? undefined
        : { kind: 'contents-changed', at, shipment },
      isOwn(plan) &&
      after.transport?.solution !== PARTNERED &&
      trackingOf(before) !== trackingOf(after)
        ? { kind: 'tracking-changed', at, shipment }
        : undefined,
      isWithdrawn(after) && !hasEnded(before)
        ? { kind: 'shipment-cancelled', at, shipment }
        : undefined,
    ];
    return changes.filter((change) => change !== undefined);
  });
}

function isOwn({ carrier }: InboundPlan): boolean {
  return carrier !== undefined && carrier.solution !== PARTNERED;
}

function isWithdrawn(shipment: PlanShipment): boolean {
  return hasEnded(shipment) && shipment.status !== 'CLOSED';
}

function contentsOf({ items, boxes }: PlanShipment): string {
  const units = items.map(({ sku, shipped }) => `${sku} ${shipped}`).toSorted();
  return `${boxes.length} ${units.join('\n')}`;
}

function trackingOf({ boxes, freightBill }: PlanShipment): string {
  const numbers = boxes.map(({ boxId, tracking }) => `${boxId} ${tracking}`);
  return [...numbers, JSON.stringify(freightBill)].join('\n');
}

// What we asked for and took for failed, because Amazon's answer never came.
const OURS_AFTER_ALL: Readonly<Record<string, readonly PlanErrand['kind'][]>> = {
  cancelled: ['cancel-plan', 'take-out'],
  'packing-replaced': ['create-plan', 'renew-packing'],
  placed: ['confirm-placement'],
  'carrier-chosen': ['confirm-carrier'],
  'contents-changed': ['confirm-contents'],
  'tracking-changed': ['send-tracking'],
};

/** The changes that came from outside; ours are those that we had asked for ourselves. */
export function fromOutside(
  { errand }: InboundPlan,
  changes: readonly ForeignChange[],
): readonly ForeignChange[] {
  return changes.filter(
    ({ kind }) => !errand || OURS_AFTER_ALL[kind]?.includes(errand.kind) !== true,
  );
}
