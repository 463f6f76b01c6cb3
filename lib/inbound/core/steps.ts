import type { InboundPlan } from './inbound-plan.ts';
import { linesToLabel } from './item-labels.ts';
import { boxesMeetGroups } from './packing.ts';
import { PARTNERED } from './carrier-words.ts';
import { lacksTracking } from './freight-bill.ts';
import { hasEnded } from './receiving.ts';

export const STEP_IDS = [
  'inventory',
  'convert',
  'plan',
  'prep',
  'item-labels',
  'packing',
  'placement',
  'carrier',
  'box-labels',
  'tracking',
  'receiving',
] as const;
export type StepId = (typeof STEP_IDS)[number];

export type StepState = {
  readonly id: StepId;
  /** open: may be worked on; done: may be seen; locked: not yet, or no longer needed */
  readonly state: 'done' | 'open' | 'locked';
  /** why a locked step is locked: the step that comes first, or a reason of its own */
  readonly reason?: LockReason;
  /** whether a done step may still be changed */
  readonly changeable: boolean;
};
export type LockReason =
  | { readonly kind: 'after'; readonly step: StepId }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-needed' };

type Step = {
  readonly id: StepId;
  /** the step that must be done first */
  readonly after?: StepId;
  readonly isDone: (plan: InboundPlan) => boolean;
  readonly isNeeded?: (plan: InboundPlan) => boolean;
  readonly mayChange: (plan: InboundPlan) => boolean;
};

const beforeAmazon = (plan: InboundPlan) => plan.amazonPlanId === undefined;
const beforePlacement = (plan: InboundPlan) => plan.placementConfirmed === undefined;
const beforeCarrier = (plan: InboundPlan) => plan.transportConfirmedAt === undefined;

/** The order of the way through, in the founding article's order; it lives nowhere else. */
const STEPS: readonly Step[] = [
  { id: 'inventory', isDone: (plan) => plan.lines.length > 0, mayChange: beforeAmazon },
  {
    id: 'convert',
    after: 'inventory',
    // What Amazon has accepted stays done, whatever becomes of the listing afterwards.
    isDone: (plan) => !beforeAmazon(plan) || plan.lines.every((line) => line.fnsku !== undefined),
    mayChange: beforeAmazon,
  },
  {
    id: 'plan',
    after: 'convert',
    isDone: (plan) => plan.shipFrom !== undefined && plan.lines.every((line) => line.quantity > 0),
    mayChange: beforeAmazon,
  },
  {
    id: 'prep',
    after: 'plan',
    isDone: (plan) => plan.amazonPlanId !== undefined,
    mayChange: beforeAmazon,
  },
  {
    id: 'item-labels',
    after: 'prep',
    isDone: (plan) => plan.labelsDoneAt !== undefined || !needsItemLabels(plan),
    mayChange: () => true,
  },
  {
    id: 'packing',
    after: 'prep',
    isDone: (plan) => plan.boxesSentAt !== undefined && boxesMeetGroups(plan),
    mayChange: beforePlacement,
  },
  {
    id: 'placement',
    after: 'packing',
    isDone: (plan) => plan.placementConfirmed !== undefined,
    mayChange: () => false,
  },
  {
    id: 'carrier',
    after: 'placement',
    isDone: (plan) => plan.transportConfirmedAt !== undefined,
    mayChange: () => false,
  },
  {
    id: 'box-labels',
    after: 'carrier',
    isDone: (plan) => plan.boxLabelsPrintedAt !== undefined,
    mayChange: () => true,
  },
  {
    id: 'tracking',
    after: 'carrier',
    isDone: (plan) => plan.shipments.every(isTracked),
    isNeeded: (plan) => plan.carrier?.solution !== PARTNERED,
    mayChange: () => true,
  },
  {
    id: 'receiving',
    after: 'carrier',
    isDone: (plan) => plan.shipments.length > 0 && plan.shipments.every(hasEnded),
    mayChange: () => false,
  },
];

// Boxes that are told per shipment come after the placement and may change until the carrier is
// confirmed (fulfillmentInbound 2024-03-20, setPackingInformation; checked 2026-11-23).
const PACKED_LATER: Readonly<Partial<Record<StepId, Partial<Step>>>> = {
  placement: { after: 'prep' },
  packing: { after: 'placement', mayChange: beforeCarrier },
  carrier: { after: 'packing' },
};
const SWAPPED: Readonly<Partial<Record<StepId, StepId>>> = {
  packing: 'placement',
  placement: 'packing',
};
const STEPS_PACKED_LATER: readonly Step[] = STEPS.flatMap(({ id }) =>
  STEPS.filter((step) => step.id === (SWAPPED[id] ?? id)).map((step) => ({
    ...step,
    ...PACKED_LATER[step.id],
  })),
);

/** Every step with its state for this plan, in the order of its road. */
export function stepStates(plan: InboundPlan): readonly StepState[] {
  const done = new Set<StepId>();
  const road = plan.packsLater ? STEPS_PACKED_LATER : STEPS;
  return road.map((step) => {
    const state = stateOf(step, plan, done);
    if (state.state === 'done' || state.reason?.kind === 'not-needed') done.add(step.id);
    return state;
  });
}

function stateOf(step: Step, plan: InboundPlan, done: ReadonlySet<StepId>): StepState {
  const isReached = step.after === undefined || done.has(step.after);
  if (!isReached && step.after !== undefined)
    return locked(step.id, { kind: 'after', step: step.after });
  if (step.isNeeded && !step.isNeeded(plan)) return locked(step.id, { kind: 'not-needed' });
  const isDone = step.isDone(plan);
  if (plan.cancelledAt !== undefined) {
    return isDone
      ? { id: step.id, state: 'done', changeable: false }
      : locked(step.id, { kind: 'cancelled' });
  }
  return { id: step.id, state: isDone ? 'done' : 'open', changeable: step.mayChange(plan) };
}

function locked(id: StepId, reason: LockReason): StepState {
  return { id, state: 'locked', reason, changeable: false };
}

/** The first step that waits for the seller; the last one when nothing does. */
export function currentStep(plan: InboundPlan): StepId {
  return stepStates(plan).find((step) => step.state === 'open')?.id ?? 'receiving';
}

/** Whether the step may be worked on now: reached, not cancelled, and not settled for good. */
export function mayWorkOn(plan: InboundPlan, id: StepId): boolean {
  const step = stepStates(plan).find((state) => state.id === id);
  return (
    step !== undefined && step.state !== 'locked' && (step.state === 'open' || step.changeable)
  );
}

/** R101: a unit whose label owner is NONE keeps its manufacturer barcode and gets no FNSKU label. */
export function needsItemLabels(plan: InboundPlan): boolean {
  return linesToLabel(plan).length > 0;
}

function isTracked(shipment: InboundPlan['shipments'][number]): boolean {
  return shipment.transport?.solution === PARTNERED || lacksTracking(shipment) === 0;
}
