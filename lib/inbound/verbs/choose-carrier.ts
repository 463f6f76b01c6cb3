import type { Context } from '#lib/context/server';
import { type Money, optional, problem, refuse, type Result } from '#lib/kernel';
import { parcelProposals, checkCarrier, checkShipDate } from '../core/carrier.ts';
import type { CarrierChoice, TransportOffer, WindowOffer } from '../core/inbound-plan.ts';
import { loadOffers } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import { instantOfDay, storeDay } from './store-day.ts';

export type OfferCarriersInput = PlanRef & { readonly shipDate: string };

/** Asks Amazon which carriers and delivery windows there are for a ship date. */
export async function offerCarriers(
  context: Context,
  input: OfferCarriersInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'spend-money', step: 'carrier' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const { blocking } = checkShipDate(input.shipDate, storeDay(context, plan));
  if (blocking.length > 0) return refuse(...blocking);
  const { shipDate } = input;
  const readyAt = instantOfDay(context, plan, shipDate);
  return startErrand(context, opened.value, {
    kind: 'offer-carriers',
    input: { shipDate, readyAt: new Date(readyAt).toISOString() },
  });
}

export type ConfirmCarrierInput = PlanRef & {
  readonly proposalId: string;
  /** the window picked for each shipment that wants one */
  readonly windows: Readonly<Record<string, string>>;
  /** the amount that stood on the button, where there was one */
  readonly agreed?: Money;
};

/** Confirms the carrier for all shipments at once. */
export async function confirmCarrier(
  context: Context,
  input: ConfirmCarrierInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'spend-money', step: 'carrier' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const transport = await loadOffers<TransportOffer>(context, plan.id, 'transport');
  const windows = await loadOffers<WindowOffer>(context, plan.id, 'windows');
  const ids = plan.shipments.map((shipment) => shipment.id);
  const proposal = parcelProposals(transport, ids).find(({ id }) => id === input.proposalId);
  if (!proposal) return refuse(problem('carrier-gone'));
  const choice: CarrierChoice = {
    solution: proposal.solution,
    picks: proposal.offers.map((offer) => ({
      shipmentId: offer.shipmentId,
      transportId: offer.id,
      ...(proposal.needsWindow ? optional('windowId', input.windows[offer.shipmentId]) : {}),
    })),
  };
  const consent = { choice, ...optional('agreed', input.agreed) };
  const offers = { transport, windows };
  const { blocking } = checkCarrier(plan, offers, consent, context.clock.now());
  if (blocking.length > 0) return refuse(...blocking);
  const picked = new Set(choice.picks.flatMap((pick) => [pick.transportId, pick.windowId]));
  return startErrand(context, opened.value, {
    kind: 'confirm-carrier',
    input: {
      choice,
      transport: transport.filter((offer) => picked.has(offer.id)),
      windows: windows.filter((window) => picked.has(window.id)),
    },
  });
}
