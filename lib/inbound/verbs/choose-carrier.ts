import type { Context } from '#lib/context/server';
import { type Money, optional, problem, refuse, type Result } from '#lib/kernel';
import {
  checkCarrier,
  checkShipDate,
  MIXED,
  proposalsFor,
  proposalsOfShipment,
} from '../core/carrier.ts';
import { blocking, type Findings, gather } from '../core/findings.ts';
import { checkFreight } from '../core/freight.ts';
import type {
  CarrierChoice,
  Freight,
  InboundPlan,
  TransportOffer,
  WindowOffer,
} from '../core/inbound-plan.ts';
import { loadOffers } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import { instantOfDay, storeDay } from './store-day.ts';

export type OfferCarriersInput = PlanRef & {
  readonly shipDate: string;
  /** pallets instead of parcels */
  readonly freight?: Freight;
};

/** Asks Amazon which carriers and delivery windows there are for a ship date, by parcel or pallet. */
export async function offerCarriers(
  context: Context,
  input: OfferCarriersInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'spend-money', step: 'carrier' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const { shipDate, freight } = input;
  const today = storeDay(context, plan);
  const { freight: _, ...rest } = plan;
  const after = { ...rest, ...optional('freight', freight) };
  const { blocking } = gather(
    checkShipDate(shipDate, today),
    freight ? checkFreight(plan, freight, { shipDate, today }) : checkParcelRoad(plan),
  );
  if (blocking.length > 0) return refuse(...blocking);
  const readyAt = new Date(instantOfDay(context, plan, shipDate)).toISOString();
  return startErrand(
    context,
    opened.value,
    { kind: 'offer-carriers', input: { shipDate, readyAt, ...optional('freight', freight) } },
    after,
  );
}

// Small parcels are not offered for boxes told afterwards (Amazon's inbound skill, 2026-11-23).
function checkParcelRoad(plan: InboundPlan): Findings {
  return blocking(plan.packsLater ? problem('pack-later-by-pallet-only', {}, 'mode') : undefined);
}

export type ConfirmCarrierInput = PlanRef & {
  readonly proposalId: string;
  /** the proposal of each shipment, where they do not all go the same way */
  readonly perShipment?: Readonly<Record<string, string>>;
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
  const chosen = input.perShipment
    ? chosenApart(plan, transport, input.perShipment)
    : proposalsFor(plan, transport).filter(({ id }) => id === input.proposalId);
  const [proposal] = chosen;
  if (!proposal) return refuse(problem('carrier-gone'));
  const solutions = new Set(chosen.map(({ solution }) => solution));
  const choice: CarrierChoice = {
    solution: solutions.size > 1 ? MIXED : proposal.solution,
    picks: chosen.flatMap(({ offers, needsWindow }) =>
      offers.map((offer) => ({
        shipmentId: offer.shipmentId,
        transportId: offer.id,
        ...(needsWindow ? optional('windowId', input.windows[offer.shipmentId]) : {}),
      })),
    ),
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

function chosenApart(
  plan: InboundPlan,
  transport: readonly TransportOffer[],
  perShipment: Readonly<Record<string, string>>,
) {
  const found = plan.shipments.flatMap(({ id }) =>
    proposalsOfShipment(transport, id).filter((proposal) => proposal.id === perShipment[id]),
  );
  return found.length === plan.shipments.length ? found : [];
}
