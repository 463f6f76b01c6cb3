import { type Context, forbidden } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { planAgain as drawUpAgain } from '../core/plan-again.ts';
import { insertPlan, loadPlan } from '../store.ts';

/** Begins a new plan with the goods and the boxes of another, which stays as it is. */
export async function planAgain(
  context: Context,
  { planId }: { readonly planId: string },
): Promise<Result<{ readonly planId: string }>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  const { plan } = stored;
  if (plan.lines.length === 0) return refuse(problem('plan-is-empty'));
  if (plan.errand?.state === 'running') {
    return refuse(problem('awaiting-amazon', { errand: plan.errand.kind }));
  }
  const { marketplaceId } = plan;
  const { connection, clock } = context;
  if (!connection.marketplaceIds.includes(marketplaceId)) {
    return refuse(problem('marketplace-not-connected', { marketplace: marketplaceId }));
  }
  const id = crypto.randomUUID();
  await insertPlan(context, drawUpAgain(plan, { id, createdAt: clock.now() }), 'plan-again');
  return ok({ planId: id });
}
