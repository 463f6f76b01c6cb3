import type { Context } from '#lib/context/server';
import { type Money, problem, refuse, type Result } from '#lib/kernel';
import type { PlacementOffer } from '../core/inbound-plan.ts';
import { checkShipDate } from '../core/carrier.ts';
import { checkPlacement, hasLapsed } from '../core/placement.ts';
import { loadOffers } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import { instantOfDay, storeDay } from './store-day.ts';

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

export type ComparePlacementsInput = PlanRef & { readonly shipDate: string };

/** Asks Amazon for the carriers and windows of every placement on offer, before one is accepted. */
export async function comparePlacements(
  context: Context,
  input: ComparePlacementsInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'spend-money', step: 'placement' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  if (plan.placementConfirmed) return refuse(problem('placement-already-confirmed'));
  // Amazon names no carriers for boxes it has not been told (#4083, checked 2026-11-23).
  if (plan.packsLater) return refuse(problem('compare-needs-boxes'));
  const { shipDate } = input;
  const { blocking } = checkShipDate(shipDate, storeDay(context, plan));
  if (blocking.length > 0) return refuse(...blocking);
  const now = context.clock.now();
  const offers = await loadOffers<PlacementOffer>(context, plan.id, 'placement');
  const placements = offers
    .filter(({ status, expiresAt }) => status !== 'EXPIRED' && !hasLapsed(expiresAt, now))
    .map(({ id, shipments }) => ({ id, shipmentIds: shipments.map((shipment) => shipment.id) }));
  if (placements.length === 0) return refuse(problem('placement-expired'));
  const readyAt = new Date(instantOfDay(context, plan, shipDate)).toISOString();
  return startErrand(context, opened.value, {
    kind: 'compare-placements',
    input: { shipDate, readyAt, placements },
  });
}
