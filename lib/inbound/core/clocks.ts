import {
  dateOfEpochDay,
  DAY,
  epochDay,
  type Instant,
  type Money,
  optional,
  sumMoney,
} from '#lib/kernel';
import { CLAIM_WINDOWS, type ClaimWindow } from './claim-windows.ts';
import { type DeadlineKind, deadlinesOf } from './deadlines.ts';
import { recognisedBy } from './freight-bill.ts';
import type { InboundPlan, PlacementOffer, PlanShipment, TransportOffer } from './inbound-plan.ts';
import { hasArrived, hasEnded, receivedLines } from './receiving.ts';
import { currentStep, type StepId, stepStates } from './steps.ts';

export type ClockKind =
  | DeadlineKind
  | 'placement-options-expire'
  | 'carrier-quotes-expire'
  | 'window-closes'
  | 'siblings-by'
  | 'tracking-recognised-by'
  | ClaimWindow['kind'];

/** Where something is done about a clock: a step, or giving the plan up. */
export type ClockPlace = StepId | 'cancel';

const PLACES: Readonly<Record<ClockKind, ClockPlace>> = {
  'packing-options-expire': 'packing',
  'placement-options-expire': 'placement',
  'carrier-quotes-expire': 'carrier',
  'quote-void-until': 'cancel',
  'window-closes': 'receiving',
  'arrive-by': 'receiving',
  'siblings-by': 'receiving',
  'tracking-recognised-by': 'tracking',
  'claim-soonest': 'receiving',
  'claim-latest': 'receiving',
};

/** The place of a clock, as long as the plan has come so far; else the step that waits. */
export function placeOfClock(plan: InboundPlan, kind: ClockKind): ClockPlace {
  const place = PLACES[kind];
  const isOpen = stepStates(plan).some(({ id, state }) => id === place && state !== 'locked');
  return place === 'cancel' || isOpen ? place : currentStep(plan);
}

/** A moment at which something lapses, and what hangs on it. */
export type Clock = {
  readonly kind: ClockKind;
  readonly at: Instant;
  /** what is lost or kept by it */
  readonly money?: Money;
  readonly units?: number;
  /** Amazon's name of the shipment, where it is about one of several */
  readonly shipment?: string;
};

/** What is known of a plan besides the plan itself. */
export type AroundPlan = {
  readonly placements: readonly PlacementOffer[];
  readonly transport: readonly TransportOffer[];
  /** when shipments were delivered, as far as that was seen */
  readonly arrivals: ReadonlyMap<string, Instant>;
};

/** R109: days after the first arrival by which the plan's other shipments must arrive (GLMEBQLNBY97ANYY, 2026-11-23). */
const DAYS_FOR_SIBLINGS = 30;

/** What is too late to keep is no clock any more; what is overdue stays until it is done. */
const STAYS_WHEN_OVERDUE: ReadonlySet<ClockKind> = new Set([
  'arrive-by',
  'siblings-by',
  'tracking-recognised-by',
]);

/** Every clock that runs for a plan now, the nearest first. */
export function clocksOf(plan: InboundPlan, around: AroundPlan, now: Instant): Clock[] {
  if (plan.cancelledAt !== undefined) return [];
  const clocks = [
    ...deadlinesOf(plan).map((deadline) =>
      deadline.kind === 'quote-void-until'
        ? { ...deadline, ...optional('money', voidable(plan, now)) }
        : deadline,
    ),
    ...offersExpire(plan, around),
    ...windowsClose(plan),
    ...numbersToRecognise(plan),
    ...siblingsBy(plan, around.arrivals),
    ...claims(plan, around.arrivals),
  ];
  return clocks
    .filter(({ kind, at }) => now < at || STAYS_WHEN_OVERDUE.has(kind))
    .toSorted((a, b) => a.at - b.at);
}

/** How long before a clock runs out it is told of, and how long one that has is told at most. */
const AHEAD = DAY;

/** Whether a clock is worth a notice: before it runs out, or after a number was given its day. */
export function isToBeTold({ kind, at }: Pick<Clock, 'kind' | 'at'>, now: Instant): boolean {
  if (kind === 'tracking-recognised-by') return at <= now && now < at + AHEAD;
  return now < at && at <= now + AHEAD;
}

/** What can still be had back by cancelling. */
function voidable(plan: InboundPlan, now: Instant): Money | undefined {
  return sumMoney(
    plan.shipments.flatMap(({ transport }) =>
      transport?.cost && now < (transport.voidableUntil ?? 0) ? [transport.cost] : [],
    ),
  );
}

function offersExpire(plan: InboundPlan, { placements, transport }: AroundPlan): Clock[] {
  if (plan.transportConfirmedAt !== undefined) return [];
  if (plan.placementConfirmed === undefined) {
    return first(
      'placement-options-expire',
      placements.flatMap(({ status, expiresAt }) =>
        status === 'EXPIRED' ? [] : (expiresAt ?? []),
      ),
    );
  }
  const own = new Set(plan.shipments.map(({ id }) => id));
  return first(
    'carrier-quotes-expire',
    transport.flatMap(({ shipmentId, quoteExpiresAt }) =>
      own.has(shipmentId) ? (quoteExpiresAt ?? []) : [],
    ),
  );
}

function first(kind: ClockKind, moments: readonly Instant[]): Clock[] {
  return moments.length === 0 ? [] : [{ kind, at: Math.min(...moments) }];
}

function windowsClose(plan: InboundPlan): Clock[] {
  return plan.shipments.flatMap((shipment) =>
    shipment.window && isUnderWay(shipment)
      ? [{ kind: 'window-closes' as const, at: shipment.window.endsAt, ...named(plan, shipment) }]
      : [],
  );
}

/** R108: a number that nobody recognises for a day is probably a wrong one. */
function numbersToRecognise(plan: InboundPlan): Clock[] {
  return plan.shipments.flatMap((shipment) => {
    const at = recognisedBy(shipment);
    return at !== undefined && isUnderWay(shipment)
      ? [{ kind: 'tracking-recognised-by' as const, at, ...named(plan, shipment) }]
      : [];
  });
}

function siblingsBy(plan: InboundPlan, arrivals: AroundPlan['arrivals']): Clock[] {
  const seen = plan.shipments.flatMap(({ id }) => arrivals.get(id) ?? []);
  if (seen.length === 0 || !plan.shipments.some(isUnderWay)) return [];
  return [{ kind: 'siblings-by', at: Math.min(...seen) + DAYS_FOR_SIBLINGS * DAY }];
}

/** R111: what closed short may be claimed for a while after its delivery. */
function claims(plan: InboundPlan, arrivals: AroundPlan['arrivals']): Clock[] {
  return plan.shipments.flatMap((shipment) => {
    const arrivedAt = arrivals.get(shipment.id);
    const units = receivedLines(shipment).reduce(
      (sum, { isShort, difference = 0 }) => sum - (isShort ? difference : 0),
      0,
    );
    if (arrivedAt === undefined || units === 0) return [];
    return claimEnds(arrivedAt).map((end) => ({ ...end, units, ...named(plan, shipment) }));
  });
}

export type ClaimEnd = { readonly kind: ClaimWindow['kind']; readonly at: Instant };

/** Until when what arrived then may be claimed for, as the sources differ. */
export function claimEnds(arrivedAt: Instant): ClaimEnd[] {
  return CLAIM_WINDOWS.map((window) => ({ kind: window.kind, at: endOf(window, arrivedAt) }));
}

/** The same day so many months later, the last of the month where it has no such day. */
function endOf({ months, days }: ClaimWindow, from: Instant): Instant {
  const today = Math.floor(from / DAY);
  const [year = 0, month = 0, day = 0] = dateOfEpochDay(today).split('-').map(Number);
  const inYears = month - 1 + months;
  const firstOf = (ahead: number) =>
    epochDay(year + Math.floor((inYears + ahead) / 12), ((inYears + ahead) % 12) + 1, 1);
  const end = Math.min(firstOf(0) + day - 1, firstOf(1) - 1);
  return from + (end - today + days) * DAY;
}

function isUnderWay(shipment: PlanShipment): boolean {
  return !hasArrived(shipment) && !hasEnded(shipment);
}

function named({ shipments }: InboundPlan, { id, confirmationId }: PlanShipment) {
  return shipments.length > 1 ? { shipment: confirmationId ?? id } : {};
}
