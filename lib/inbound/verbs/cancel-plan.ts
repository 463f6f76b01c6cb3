import type { Context } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { isBeingReceived } from '../core/receiving.ts';
import { savePlan } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';

/**
 * Cancels the whole plan: parts of it cannot be (help GLMEBQLNBY97ANYY, checked 2026-11-23). A draft
 * is only put away, Amazon never heard of it.
 */
export async function cancelPlan(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'spend-money' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  if (isBeingReceived(plan)) return refuse(problem('plan-being-received'));
  if (plan.amazonPlanId !== undefined) {
    return startErrand(context, opened.value, { kind: 'cancel-plan', input: {} });
  }
  const { errand: _, ...rest } = plan;
  const after = { ...rest, cancelledAt: context.clock.now() };
  const saved = await savePlan(context, { stored: opened.value, after, verb: 'cancel-plan' });
  if (!saved) return refuse(problem('plan-changed'));
  return ok({ planId: plan.id, version: opened.value.version + 1 });
}
