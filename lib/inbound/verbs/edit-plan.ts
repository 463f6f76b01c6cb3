import type { Act } from '#lib/auth';
import { type Context, forbidden } from '#lib/context/server';
import { ok, problem, type Problem, refuse, type Result } from '#lib/kernel';
import { insertErrand } from '../errands/errand-store.ts';
import type { ErrandKind } from '../core/inbound-plan.ts';
import type { ErrandInputs } from '../errands/scripts.ts';
import { mayWorkOn, type StepId } from '../core/steps.ts';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { loadPlan, savePlan, type StoredPlan } from '../store.ts';

/** Which plan, and the version that the seller was looking at. */
export type PlanRef = { readonly planId: string; readonly version: number };
/** The version that the next form sends. */
export type Saved = { readonly planId: string; readonly version: number };

/** What is to be done, and in which step; no step for what concerns the whole plan. */
export type Work = { readonly act: Act; readonly step?: StepId };

/**
 * Finds the plan and makes sure that it may be worked on: it exists in this workspace, the actor's
 * role allows it, it is as the seller saw it, is not waiting for Amazon, and the step is open.
 */
export async function openPlan(
  context: Context,
  ref: PlanRef,
  { act, step }: Work,
): Promise<Result<StoredPlan>> {
  const stored = await loadPlan(context, ref.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, act);
  if (notAllowed) return refuse(notAllowed);
  const { plan, version } = stored;
  const waits = whyWaiting(plan);
  if (waits) return refuse(waits);
  if (version !== ref.version) return refuse(problem('plan-changed'));
  const closed = whyClosed(plan, step);
  return closed ? refuse(closed) : ok(stored);
}

/** Why nothing may be done to a plan, or in one of its steps, for the moment. */
export function whyNotNow(plan: InboundPlan, step: StepId): Problem | undefined {
  return whyWaiting(plan) ?? whyClosed(plan, step);
}

function whyWaiting({ errand }: InboundPlan): Problem | undefined {
  if (errand?.state !== 'running') return undefined;
  return problem('awaiting-amazon', { errand: errand.kind });
}

function whyClosed(plan: InboundPlan, step: StepId | undefined): Problem | undefined {
  if (plan.cancelledAt !== undefined) return problem('plan-cancelled');
  if (step && !mayWorkOn(plan, step)) return problem('step-locked', { step });
  return undefined;
}

/** Saves a change of a plan that `openPlan` has let through. */
export async function keep(
  context: Context,
  stored: StoredPlan,
  after: InboundPlan,
  verb: string,
): Promise<Result<Saved>> {
  const { errand: _, ...free } = after;
  if (!(await savePlan(context, { stored, after: free, verb }))) {
    return refuse(problem('plan-changed'));
  }
  return ok({ planId: after.id, version: stored.version + 1 });
}

/** Asks Amazon for something: written down first, then carried out by a job. */
export async function startErrand<Kind extends ErrandKind>(
  context: Context,
  stored: StoredPlan,
  errand: { readonly kind: Kind; readonly input: ErrandInputs[Kind] },
  after: InboundPlan = stored.plan,
): Promise<Result<Saved>> {
  if (context.connection.isStopped) return refuse(problem('amazon-stopped'));
  const id = crypto.randomUUID();
  if (!(await insertErrand(context, stored, { id, ...errand }, after))) {
    return refuse(problem('plan-changed'));
  }
  return ok({ planId: after.id, version: stored.version + 1 });
}
