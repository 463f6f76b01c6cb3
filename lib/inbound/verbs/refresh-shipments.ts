import { type Actor, type Context, forbidden } from '#lib/context/server';
import { MINUTE, ok, optional, problem, refuse, type Result } from '#lib/kernel';
import type { AmazonAnswer } from '#lib/sp-api';
import { fromOutside, type Seen, shipmentChanges } from '../core/foreign-changes.ts';
import type { ForeignChange, InboundPlan, PlanShipment } from '../core/inbound-plan.ts';
import { withRelabels } from '../core/relabel.ts';
import { failureProblems } from '../errands/problems.ts';
import { readShipments } from '../errands/reads.ts';
import { keepOurs } from '../errands/shipping-scripts.ts';
import { loadPlan, noteLooked, savePlan } from '../store.ts';
import type { PlanRef, Saved } from './edit-plan.ts';
import { lookAtAmazon } from './look-at-amazon.ts';

/**
 * Looks how a plan is at Amazon: what was changed there, and of its shipments status, tracking and
 * what Amazon has counted.
 */
export async function refreshShipments(
  context: Context,
  planId: string,
): Promise<Result<InboundPlan>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { plan } = stored;
  if (plan.errand?.state === 'running') {
    return refuse(problem('awaiting-amazon', { errand: plan.errand.kind }));
  }
  if (plan.amazonPlanId === undefined || plan.cancelledAt !== undefined) return ok(plan);
  const looked = await look(context, plan, plan.amazonPlanId);
  if (!looked.ok) return refuse(...failureProblems(looked.failure));
  const after = noted(plan, looked.value);
  const ways = plan.transportConfirmedAt === undefined ? 'plan' : 'shipments';
  if (JSON.stringify(after) === JSON.stringify(plan)) {
    await noteLooked(context, plan.id, ways);
    return ok(plan);
  }
  // A lost race means that somebody else has saved something newer; the next look sees both.
  const outside = fromOutside(plan, looked.value.changes);
  await savePlan(outside.length > 0 ? { ...context, actor: OUTSIDE } : context, {
    stored,
    after,
    verb: verbFor(outside),
  });
  await noteLooked(context, plan.id, ways);
  return ok(after);
}

// In the history it stands for whoever it was: Seller Central, another tool, or Amazon itself.
const OUTSIDE: Actor = { name: 'Amazon', role: 'viewer' };

function verbFor([first, ...more]: readonly ForeignChange[]): string {
  if (!first) return 'refresh-shipments';
  return more.every(({ kind }) => kind === first.kind)
    ? `outside-${first.kind}`
    : 'outside-several';
}

/** The plan with what is new about it; what we had taken for failed is not. */
function noted(before: InboundPlan, { plan, changes }: Seen): InboundPlan {
  if (changes.length === 0) return plan;
  const outside = fromOutside(before, changes);
  const { errand, ...free } = plan;
  const isSettled = outside.length < changes.length;
  return {
    ...free,
    ...(errand && !isSettled ? { errand } : {}),
    ...(outside.length > 0 ? { foreign: [...(plan.foreign ?? []), ...outside] } : {}),
  };
}

async function look(
  context: Context,
  plan: InboundPlan,
  inboundPlanId: string,
): Promise<AmazonAnswer<Seen>> {
  const seen = await lookAtAmazon(context, plan, inboundPlanId);
  if (!seen.ok || plan.transportConfirmedAt === undefined) return seen;
  const ids = plan.shipments.map((shipment) => shipment.id);
  const read = await readShipments(context.amazon, inboundPlanId, ids);
  if (!read.ok) return read;
  const shipments: PlanShipment[] = [];
  for (const before of plan.shipments) {
    const fresh = read.value.find((candidate) => candidate.id === before.id);
    const shipment = fresh ? keepOurs(before, fresh) : before;
    const counted = await withReceived(context, shipment);
    if (!counted.ok) return counted;
    shipments.push(counted.value);
  }
  const { changes } = seen.value;
  // A plan that was cancelled takes its shipments with it.
  const more =
    seen.value.plan.cancelledAt === undefined
      ? shipmentChanges(plan, shipments, context.clock.now())
      : [];
  return {
    ok: true,
    value: {
      plan: withRelabels(plan, { ...seen.value.plan, shipments }, context.clock.now()),
      changes: [...changes, ...more],
    },
  };
}

/** How old a look may be when a step of the plan is opened. */
const FRESH_ENOUGH = MINUTE;

// While Amazon does not answer, pages that are opened again share the look that waits for it.
const glances = new Map<string, Promise<unknown>>();

/** Looks at Amazon before a page of the plan is shown, unless that was done a moment ago. */
export async function glanceAtAmazon(context: Context, planId: string): Promise<void> {
  const stored = await loadPlan(context, planId);
  if (!stored || stored.plan.errand?.state === 'running') return;
  const last = Math.max(stored.plan.seenAt ?? 0, stored.plan.lookedAt ?? 0);
  const age = context.clock.now() - last;
  if (age >= 0 && age < FRESH_ENOUGH) return;
  const look = glances.get(planId) ?? refreshShipments(context, planId);
  glances.set(planId, look);
  await look.finally(() => glances.delete(planId));
}

/** Whoever has read what was changed from outside need not read it again. */
export async function noteForeignChanges(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const stored = await loadPlan(context, ref.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  const { foreign: _, ...after } = stored.plan;
  if (after.errand?.state === 'running') {
    return refuse(problem('awaiting-amazon', { errand: after.errand.kind }));
  }
  const saved = await savePlan(context, { stored, after, verb: 'note-outside' });
  if (!saved) return refuse(problem('plan-changed'));
  return ok({ planId: ref.planId, version: stored.version + 1 });
}

const COUNTED = new Set(['CHECKED_IN', 'RECEIVING', 'CLOSED']);

// Received quantities exist in v0 only (fulfillmentInbound 2024-03-20 has none, 2026-11-23).
async function withReceived(
  context: Context,
  shipment: PlanShipment,
): Promise<AmazonAnswer<PlanShipment>> {
  const { confirmationId } = shipment;
  if (confirmationId === undefined || !COUNTED.has(shipment.status)) {
    return { ok: true, value: shipment };
  }
  const items = await context.amazon.pages(
    () => context.amazon.inboundV0.getShipmentItemsByShipmentId({ shipmentId: confirmationId }),
    (page) => page.payload?.ItemData,
  );
  if (!items.ok) return items;
  const received = new Map<string, number>();
  for (const item of items.value) {
    const before = received.get(item.SellerSKU) ?? 0;
    received.set(item.SellerSKU, before + (item.QuantityReceived ?? 0));
  }
  return {
    ok: true,
    value: {
      ...shipment,
      items: shipment.items.map((item) => ({
        ...item,
        ...optional('received', received.get(item.sku) ?? item.received),
      })),
    },
  };
}
