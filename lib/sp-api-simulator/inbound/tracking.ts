import { HOUR } from '#lib/kernel';

import type { Answer } from '../answer.ts';
import { handler } from '../call.ts';
import type { Effect } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { Shipment, TrackingItem } from './entities.ts';
import { refused, startOnPlan, withOpenShipment } from './guards.ts';
import { moveTo } from './journey.ts';
import { type TrackingInput, UpdateTracking } from './schemas.ts';
import { boxIdsOf } from './wire.ts';

const updateShipmentTrackingDetails = handler(
  'inbound',
  'updateShipmentTrackingDetails',
  { body: UpdateTracking },
  withOpenShipment('UpdateShipmentTrackingDetails', (turn, { body }, shipment) => {
    const wrong = refuseTracking(turn, shipment, body.trackingDetails);
    if (wrong) return wrong;
    const payload = { shipmentId: shipment.id, tracking: body.trackingDetails };
    const plan = { id: shipment.planId, sellerId: shipment.sellerId };
    return startOnPlan(turn, plan, 'updateShipmentTrackingDetails', payload);
  }),
);

export const TRACKING_HANDLERS = [updateShipmentTrackingDetails];

const OPEN = new Set<Shipment['status']>(['WORKING', 'READY_TO_SHIP', 'SHIPPED', 'IN_TRANSIT']);

function refuseTracking(
  turn: Turn,
  shipment: Shipment,
  tracking: TrackingInput,
): Answer | undefined {
  const { transport } = shipment;
  if (!transport || !OPEN.has(shipment.status))
    return refused(
      `Shipment ${shipment.id} in status ${shipment.status} is not in a state for tracking.`,
    );
  if (transport.solution === 'AMAZON_PARTNERED_CARRIER')
    return refused('Tracking details cannot be updated for Amazon partnered carrier shipments.');
  const { spdTrackingDetail: spd, ltlTrackingDetail: ltl } = tracking;
  if ((spd ? 1 : 0) + (ltl ? 1 : 0) !== 1)
    return refused('Exactly one of spdTrackingDetail and ltlTrackingDetail is required.');
  const parcels = transport.mode === 'GROUND_SMALL_PARCEL';
  if (parcels !== (spd !== undefined))
    return refused(
      parcels
        ? 'spdTrackingDetail is required for a small parcel shipment.'
        : 'ltlTrackingDetail is required for a freight shipment.',
    );
  return spd ? refuseParcels(turn, shipment, spd.spdTrackingItems) : undefined;
}

function refuseParcels(
  turn: Turn,
  shipment: Shipment,
  given: readonly { readonly boxId: string; readonly trackingId: string }[],
): Answer | undefined {
  const boxIds = new Set(boxIdsOf(shipment, turn.world.read('shipment-content', shipment.id)));
  const strange = given.filter(({ boxId }) => !boxIds.has(boxId)).map(({ boxId }) => boxId);
  if (strange.length > 0) return refused(`Invalid boxIds: [${strange.slice(0, 50).join(', ')}].`);
  const named = new Set(given.map(({ boxId }) => boxId));
  if (named.size !== given.length) return refused('A boxId may only be given once.');
  const missing = [...boxIds].filter((id) => !named.has(id));
  if (missing.length > 0)
    return refused(`Tracking ids are missing for boxIds: [${missing.slice(0, 50).join(', ')}].`);
  return undefined;
}

export const trackingEffect: Effect = (turn, operation) => {
  const payload = operation.payload as { shipmentId: string; tracking: TrackingInput };
  const shipment = turn.world.read('shipment', payload.shipmentId);
  if (!shipment) return [];
  const { spdTrackingDetail: spd, ltlTrackingDetail: ltl } = payload.tracking;
  const items = spd?.spdTrackingItems.map((item): TrackingItem => ({
    ...item,
    status: 'NOT_VALIDATED',
  }));
  const tracked: Shipment = {
    ...shipment,
    ...(items ? { spd: items } : {}),
    ...(ltl
      ? {
          ltl: {
            freightBillNumber: ltl.freightBillNumber,
            ...(ltl.billOfLadingNumber ? { bol: ltl.billOfLadingNumber } : {}),
          },
        }
      : {}),
    updatedAt: turn.now,
  };
  turn.world.put('shipment', tracked);
  const known = JSON.stringify(shipment.spd?.map(({ trackingId }) => trackingId));
  if (items && JSON.stringify(items.map(({ trackingId }) => trackingId)) !== known) {
    const hours = turn.dice.between(2, 9, 'validation', shipment.id);
    turn.schedule({ at: turn.now + hours * HOUR, kind: 'tracking', ref: shipment.id });
  }
  if (tracked.status === 'WORKING' || tracked.status === 'READY_TO_SHIP')
    moveTo(turn, tracked, 'SHIPPED');
  return [];
};

/** What carriers say after some hours: a number they know, or one they do not. */
export function validateTracking(turn: Turn, shipmentId: string): void {
  const shipment = turn.world.read('shipment', shipmentId);
  if (!shipment?.spd) return;
  const other = shipment.transport?.carrier.alphaCode === undefined;
  turn.world.put('shipment', {
    ...shipment,
    spd: shipment.spd.map((item) => ({
      ...item,
      status: other ? 'NOT_SUPPORTED' : isPlausible(item.trackingId) ? 'VALIDATED' : item.status,
    })),
  });
}

function isPlausible(trackingId: string): boolean {
  const plain = trackingId.replace(/[\s-]/g, '');
  return /^[A-Z0-9]{8,34}$/i.test(plain) && /\d{4}/.test(plain);
}
