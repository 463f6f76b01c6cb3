import { optional, problem } from '#lib/kernel';
import type { AmazonAnswer, Gateway } from '#lib/sp-api';
import { freightTrackingRequest, trackingRequest, transportSelection } from '../amazon/requests.ts';
import type {
  CarrierChoice,
  FreightBill,
  InboundPlan,
  PlacementOffer,
  PlanShipment,
  TransportOffer,
  WindowOffer,
} from '../core/inbound-plan.ts';
import type { TrackingEntry } from '../core/tracking.ts';
import {
  type Absorbed,
  absorbed,
  amazonPlanOf,
  type ErrandScript,
  listIncomplete,
  type Move,
  type MoveAid,
  notAsAsked,
  type Sent,
  sent,
} from './move.ts';
import { mapAnswer, readShipmentGroups, readShipments } from './reads.ts';
import { groupedByShipment } from '../core/regroup.ts';

export const confirmPlacementScript: ErrandScript<{ readonly offer: PlacementOffer }> = (
  plan,
  { offer },
) => {
  const inboundPlanId = amazonPlanOf(plan);
  return [
    {
      key: 'confirm-placement',
      operation: 'confirmPlacementOption',
      send: async (amazon) =>
        sent(
          await amazon.inbound.confirmPlacementOption({
            inboundPlanId,
            placementOptionId: offer.id,
          }),
        ),
      readBack: async (amazon) =>
        mapAnswer(await amazon.inbound.getInboundPlan({ inboundPlanId }), (found) =>
          found.placementOptions?.some(
            (option) => option.placementOptionId === offer.id && option.status === 'ACCEPTED',
          )
            ? {}
            : undefined,
        ),
      absorb: async (amazon, _, aid) => {
        const ids = offer.shipments.map((shipment) => shipment.id);
        const shipments = await readShipments(amazon, inboundPlanId, ids);
        if (!shipments.ok) return shipments;
        const mayLack = plan.packsLater ? hasNoItems : isShort;
        if (aid.mayAskAgain && shipments.value.some(mayLack)) {
          return listIncomplete('listShipmentItems');
        }
        const placementConfirmed = { offer, at: aid.now() };
        const placed = { ...plan, placementConfirmed, shipments: shipments.value };
        if (!plan.packsLater) return absorbed(placed);
        const groups = await readShipmentGroups(amazon, inboundPlanId, shipments.value);
        if (!groups.ok) return groups;
        return absorbed(groupedByShipment(placed, groups.value));
      },
    },
  ];
};

export type ConfirmCarrierInput = {
  readonly choice: CarrierChoice;
  readonly transport: readonly TransportOffer[];
  readonly windows: readonly WindowOffer[];
};

/** Confirms the windows first, where a carrier wants one, then all carriers in one call. */
export const confirmCarrierScript: ErrandScript<ConfirmCarrierInput> = (plan, input) => {
  const inboundPlanId = amazonPlanOf(plan);
  const windows = input.choice.picks.flatMap((pick) =>
    pick.windowId === undefined
      ? []
      : [confirmWindow(plan, { inboundPlanId, shipmentId: pick.shipmentId, id: pick.windowId })],
  );
  return [...windows, confirmCarriers(plan, inboundPlanId, input)];
};

function confirmWindow(
  plan: InboundPlan,
  window: { readonly inboundPlanId: string; readonly shipmentId: string; readonly id: string },
): Move {
  const { inboundPlanId, shipmentId, id } = window;
  return {
    key: `confirm-window:${shipmentId}`,
    operation: 'confirmDeliveryWindowOptions',
    send: async (amazon) =>
      sent(
        await amazon.inbound.confirmDeliveryWindowOptions({
          inboundPlanId,
          shipmentId,
          deliveryWindowOptionId: id,
        }),
      ),
    readBack: async (amazon) =>
      mapAnswer(await amazon.inbound.getShipment({ inboundPlanId, shipmentId }), (found) =>
        found.selectedDeliveryWindow?.deliveryWindowOptionId === id ? {} : undefined,
      ),
    absorb: async () => absorbed(plan),
  };
}

function confirmCarriers(
  plan: InboundPlan,
  inboundPlanId: string,
  { choice, transport, windows }: ConfirmCarrierInput,
): Move {
  const ids = plan.shipments.map((shipment) => shipment.id);
  return {
    key: 'confirm-carriers',
    operation: 'confirmTransportationOptions',
    send: async (amazon) =>
      sent(
        await amazon.inbound.confirmTransportationOptions({
          inboundPlanId,
          body: transportSelection(choice),
        }),
      ),
    readBack: async (amazon) => carriersConfirmed(amazon, inboundPlanId, choice),
    absorb: async (amazon, _, aid) => {
      const shipments = await readShipments(amazon, inboundPlanId, ids);
      if (!shipments.ok) return shipments;
      const unlabelled = shipments.value.find(
        (shipment) =>
          shipment.confirmationId === undefined ||
          shipment.boxes.length === 0 ||
          shipment.boxes.some((box) => box.boxId === undefined),
      );
      if (unlabelled) {
        return notAsAsked('listShipmentBoxes', problem('box-ids-not-there-yet'));
      }
      if (aid.mayAskAgain && shipments.value.some(isShort)) {
        return listIncomplete('listShipmentItems');
      }
      return absorbed({
        ...plan,
        carrier: choice,
        transportConfirmedAt: aid.now(),
        shipments: shipments.value.map((shipment) =>
          withCarrier(shipment, choice, transport, windows),
        ),
      });
    },
  };
}

async function carriersConfirmed(
  amazon: Gateway,
  inboundPlanId: string,
  choice: CarrierChoice,
): Promise<AmazonAnswer<Sent | undefined>> {
  for (const pick of choice.picks) {
    const found = await amazon.inbound.getShipment({ inboundPlanId, shipmentId: pick.shipmentId });
    if (!found.ok) return found;
    if (found.value.selectedTransportationOptionId !== pick.transportId) {
      return { ok: true, value: undefined };
    }
  }
  return { ok: true, value: {} };
}

function withCarrier(
  shipment: PlanShipment,
  choice: CarrierChoice,
  transport: readonly TransportOffer[],
  windows: readonly WindowOffer[],
): PlanShipment {
  const pick = choice.picks.find((candidate) => candidate.shipmentId === shipment.id);
  const offer = transport.find((candidate) => candidate.id === pick?.transportId);
  const window = windows.find((candidate) => candidate.id === pick?.windowId);
  return {
    ...shipment,
    ...optional('transport', offer),
    ...optional('window', shipment.window ?? window),
  };
}

export type SendTrackingInput = {
  readonly shipments: readonly ToldTracking[];
};

/** One number per box, or one for a whole freight shipment. */
export type ToldTracking = {
  readonly shipmentId: string;
  readonly entries: readonly TrackingEntry[];
  readonly freightBill?: FreightBill;
};

export const sendTrackingScript: ErrandScript<SendTrackingInput> = (plan, input) => {
  const inboundPlanId = amazonPlanOf(plan);
  return input.shipments.map(({ shipmentId, entries, freightBill }) => ({
    key: `send-tracking:${shipmentId}`,
    operation: 'updateShipmentTrackingDetails',
    send: async (amazon) =>
      sent(
        await amazon.inbound.updateShipmentTrackingDetails({
          inboundPlanId,
          shipmentId,
          body: freightBill ? freightTrackingRequest(freightBill) : trackingRequest(entries),
        }),
      ),
    absorb: async (amazon, _, aid) => {
      const told = plan.shipments.map((shipment) =>
        shipment.id === shipmentId ? { ...shipment, trackedAt: aid.now() } : shipment,
      );
      return absorbShipment(amazon, { ...plan, shipments: told }, shipmentId, aid);
    },
  }));
};

export type ChangeWindowInput = { readonly shipmentId: string; readonly windowId: string };

/** Takes another of the delivery windows on offer; the confirmed one is replaced. */
export const changeWindowScript: ErrandScript<ChangeWindowInput> = (plan, input) => {
  const { shipmentId, windowId } = input;
  const inboundPlanId = amazonPlanOf(plan);
  return [
    {
      ...confirmWindow(plan, { inboundPlanId, shipmentId, id: windowId }),
      absorb: async (amazon, _, aid) => absorbShipment(amazon, plan, shipmentId, aid),
    },
  ];
};

async function absorbShipment(
  amazon: Gateway,
  plan: InboundPlan,
  shipmentId: string,
  aid: MoveAid,
): Promise<AmazonAnswer<Absorbed>> {
  const read = await readShipments(amazon, amazonPlanOf(plan), [shipmentId]);
  if (!read.ok) return read;
  if (aid.mayAskAgain && read.value.some(isShort)) return listIncomplete('listShipmentBoxes');
  return absorbed(withFresh(plan, read.value));
}

/** The plan with some of its shipments as Amazon now tells them. */
export function withFresh(
  plan: InboundPlan,
  fresh: readonly PlanShipment[],
  tell: typeof keepOurs = keepOurs,
): InboundPlan {
  const told = new Map(fresh.map((shipment) => [shipment.id, shipment]));
  const shipments = plan.shipments.map((before) => {
    const found = told.get(before.id);
    return found ? tell(before, found) : before;
  });
  return { ...plan, shipments };
}

function hasNoItems({ items }: PlanShipment): boolean {
  return items.length === 0;
}

// A shipment of a plan that was packed first has both from the day it is offered.
function isShort({ items, boxes }: PlanShipment): boolean {
  return items.length === 0 || boxes.length === 0;
}

/**
 * A shipment as Amazon now tells it, with what only we know: the offers taken, the counts. Of what
 * is in it a list that is empty for the moment tells nothing (#3983).
 */
export function keepOurs(before: PlanShipment, fresh: PlanShipment): PlanShipment {
  const known = new Map(before.items.map((item) => [item.sku, item]));
  const { items, boxes } = fresh;
  return {
    ...fresh,
    boxes: boxes.length === 0 ? before.boxes : boxes,
    ...optional('transport', before.transport),
    ...optional('changedAt', before.changedAt),
    ...optional('window', fresh.window ?? before.window),
    ...optional('trackedAt', before.trackedAt),
    items: (items.length === 0 ? before.items : items).map((item) => ({
      ...item,
      ...optional('received', known.get(item.sku)?.received),
      ...optional('confirmed', known.get(item.sku)?.confirmed),
    })),
  };
}

export const cancelPlanScript: ErrandScript<Record<string, never>> = (plan) => {
  const inboundPlanId = amazonPlanOf(plan);
  return [
    {
      key: 'cancel-plan',
      operation: 'cancelInboundPlan',
      send: async (amazon) => sent(await amazon.inbound.cancelInboundPlan({ inboundPlanId })),
      readBack: async (amazon) =>
        mapAnswer(await amazon.inbound.getInboundPlan({ inboundPlanId }), (found) =>
          found.status === 'VOIDED' ? {} : undefined,
        ),
      absorb: async (_, __, aid) => absorbed({ ...plan, cancelledAt: aid.now() }),
    },
  ];
};
