import type { Context } from '#lib/context/server';
import { type Money, problem, refuse, type Result } from '#lib/kernel';
import type { PlacementOffer } from '../core/inbound-plan.ts';
import { checkPlacement } from '../core/placement.ts';
import { loadOffers } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';

export type ConfirmPlacementInput = PlanRef & {
  readonly offerId: string;
  /** the amount that stood on the button */
  readonly agreed: Money;
};

/** Confirms a placement; final for the plan, so the amount must be the one agreed to. */
export async function confirmPlacement(
  context: Context,
  input: ConfirmPlacementInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'spend-money', step: 'placement' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const offers = await loadOffers<PlacementOffer>(context, plan.id, 'placement');
  const { blocking } = checkPlacement(plan, offers, input, context.clock.now());
  if (blocking.length > 0) return refuse(...blocking);
  const offer = offers.find((candidate) => candidate.id === input.offerId);
  if (!offer) return refuse(problem('placement-gone'));
  return startErrand(context, opened.value, { kind: 'confirm-placement', input: { offer } });
}

/** Asks Amazon for placement options anew. */
export async function renewPlacement(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'spend-money', step: 'placement' });
  if (!opened.ok) return opened;
  return startErrand(context, opened.value, { kind: 'renew-placement', input: {} });
}
