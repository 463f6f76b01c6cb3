import { invariant, optional } from '#lib/kernel';
import { transportRequest } from '../amazon/requests.ts';
import type { Freight, InboundPlan } from '../core/inbound-plan.ts';
import {
  absorbed,
  amazonPlanOf,
  type ErrandScript,
  listIncomplete,
  type Move,
  sent,
} from './move.ts';
import { listTransportOffers, listWindowOffers } from './reads.ts';

/** When the boxes leave: the day in the store's calendar, and the instant that Amazon is told. */
export type Departure = {
  readonly shipDate: string;
  readonly readyAt: string;
  readonly freight?: Freight;
};

/** A placement, as far as carriers are asked for it. */
export type PlacementToLookUp = { readonly id: string; readonly shipmentIds: readonly string[] };

/** Asks what carriers and delivery windows there are for a ship date. */
export const offerCarriersScript: ErrandScript<Departure> = (plan, departure) => {
  const id = plan.placementConfirmed?.offer.id;
  invariant(id, 'carriers for a plan are asked for after the placement');
  const shipmentIds = plan.shipments.map((shipment) => shipment.id);
  return lookUp(plan, { id, shipmentIds }, departure);
};

export type ComparePlacementsInput = Departure & {
  readonly placements: readonly PlacementToLookUp[];
};

/** Asks the same for every placement on offer, one call after the other, before one is accepted. */
export const comparePlacementsScript: ErrandScript<ComparePlacementsInput> = (plan, input) =>
  input.placements.flatMap((placement) => lookUp(plan, placement, input));

function lookUp(
  plan: InboundPlan,
  placement: PlacementToLookUp,
  { shipDate, readyAt, freight }: Departure,
): Move[] {
  return [
    generateCarriers(plan, placement, { shipDate, readyAt, ...optional('freight', freight) }),
    ...placement.shipmentIds.map((shipmentId) => generateWindows(plan, shipmentId)),
  ];
}

// The set belongs to its placement, so that the next one asked for the same takes its place.
function generateCarriers(
  plan: InboundPlan,
  placement: PlacementToLookUp,
  departure: Departure,
): Move {
  const inboundPlanId = amazonPlanOf(plan);
  const { id, shipmentIds } = placement;
  return {
    key: `generate-carriers:${id}:${departure.readyAt}`,
    operation: 'generateTransportationOptions',
    send: async (amazon) =>
      sent(
        await amazon.inbound.generateTransportationOptions({
          inboundPlanId,
          body: transportRequest(id, shipmentIds, departure),
        }),
      ),
    absorb: async (amazon, _, aid) => {
      const offers = await listTransportOffers(amazon, inboundPlanId, id);
      if (!offers.ok) return offers;
      if (aid.mayAskAgain && offers.value.length === 0) {
        return listIncomplete('listTransportationOptions');
      }
      return absorbed(
        { ...plan, shipDate: departure.shipDate },
        { kind: 'transport', subject: id, payload: offers.value, inputs: departure },
      );
    },
  };
}

function generateWindows(plan: InboundPlan, shipmentId: string): Move {
  const inboundPlanId = amazonPlanOf(plan);
  return {
    key: `generate-windows:${shipmentId}`,
    operation: 'generateDeliveryWindowOptions',
    send: async (amazon) =>
      sent(await amazon.inbound.generateDeliveryWindowOptions({ inboundPlanId, shipmentId })),
    absorb: async (amazon, _, aid) => {
      const offers = await listWindowOffers(amazon, inboundPlanId, shipmentId);
      if (!offers.ok) return offers;
      if (aid.mayAskAgain && offers.value.length === 0) {
        return listIncomplete('listDeliveryWindowOptions');
      }
      return absorbed(plan, {
        kind: 'windows',
        subject: shipmentId,
        payload: offers.value,
        inputs: {},
      });
    },
  };
}
