import { type Context, forbidden } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { listingsById } from '#lib/listings/server';
import { lineOf } from '../core/lines.ts';
import { LONGEST_PLAN_NAME } from '../core/plan.ts';
import { insertPlan } from '../store.ts';

export type StartPlanInput = {
  readonly marketplaceId: string;
  readonly name: string;
  /** listings chosen on the way here; more may be chosen in the first step */
  readonly listingIds: readonly string[];
};

/** Begins a plan: a draft of ours, of which Amazon knows nothing yet. */
export async function startPlan(
  context: Context,
  input: StartPlanInput,
): Promise<Result<{ readonly planId: string }>> {
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  if (!context.connection.marketplaceIds.includes(input.marketplaceId)) {
    return refuse(problem('marketplace-not-connected', { marketplace: input.marketplaceId }));
  }
  const listings = await listingsById(context, input.listingIds);
  const fitting = listings.filter(
    (listing) => listing.marketplaceId === input.marketplaceId && !listing.isParent,
  );
  const planId = crypto.randomUUID();
  await insertPlan(context, {
    id: planId,
    marketplaceId: input.marketplaceId,
    name: input.name.trim().slice(0, LONGEST_PLAN_NAME),
    createdAt: context.clock.now(),
    lines: fitting.map(lineOf),
    boxes: [],
    shipments: [],
  });
  return ok({ planId });
}
