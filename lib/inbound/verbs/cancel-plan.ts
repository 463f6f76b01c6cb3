import type { Context } from '#lib/context/server';
import { type Money, ok, problem, type Problem, refuse, type Result } from '#lib/kernel';
import { cancellingOf } from '../core/plan-money.ts';
import { isBeingReceived } from '../core/receiving.ts';
import { savePlan } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';

export type CancelPlanInput = PlanRef & {
  /** the freight that stays charged, as it stood on the button, where there was some */
  readonly stays?: Money;
};

/**
 * Cancels the whole plan: parts of it cannot be (R86; help GLMEBQLNBY97ANYY, checked 2026-11-23). A
 * draft is only put away, Amazon never heard of it.
 */
export async function cancelPlan(
  context: Context,
  { stays, ...ref }: CancelPlanInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'spend-money' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  if (isBeingReceived(plan)) return refuse(problem('plan-being-received'));
  if (plan.amazonPlanId !== undefined) {
    const charged = cancellingOf(plan, context.clock.now()).stays;
    const unlike = notAsAgreed(charged, stays);
    if (unlike) return refuse(unlike);
    return startErrand(context, opened.value, { kind: 'cancel-plan', input: {} });
  }
  const { errand: _, ...rest } = plan;
  const after = { ...rest, cancelledAt: context.clock.now() };
  const saved = await savePlan(context, { stored: opened.value, after, verb: 'cancel-plan' });
  if (!saved) return refuse(problem('plan-changed'));
  return ok({ planId: plan.id, version: opened.value.version + 1 });
}

// Between page and click the time for giving freight back may have run out.
function notAsAgreed(charged: Money | undefined, agreed: Money | undefined): Problem | undefined {
  if (charged === undefined || charged.minor === agreed?.minor) return undefined;
  return problem('cancel-freight-stays', { cost: charged.minor, currency: charged.currency });
}
