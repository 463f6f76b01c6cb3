import { DAY } from '#lib/kernel';

import { accepted, NO_CONTENT } from '../answer.ts';
import { handler } from '../call.ts';
import { stamp, type Turn } from '../turn.ts';
import { centreOf } from './centres.ts';
import type { Shipment } from './entities.ts';
import { pageAnswer, pagingQuery, withOpenShipment, withShipment } from './guards.ts';
import { UpdateName } from './schemas.ts';
import { windowWire } from './windows.ts';
import { boxesOf, boxIdAt, boxWire, byMsku, itemWire } from './wire.ts';

const getShipment = handler(
  'inbound',
  'getShipment',
  {},
  withShipment((turn, _call, shipment) => accepted(shipmentWire(turn, shipment))),
);

const listShipmentItems = handler(
  'inbound',
  'listShipmentItems',
  { query: pagingQuery(1000) },
  withShipment((turn, call, shipment) => {
    const items = turn.world.read('shipment-content', shipment.id)?.items ?? [];
    return pageAnswer(turn, call, { operation: 'listShipmentItems', items }, (page) => ({
      items: page.map((item) => itemWire(item)),
    }));
  }),
);

const listShipmentBoxes = handler(
  'inbound',
  'listShipmentBoxes',
  { query: pagingQuery(1000) },
  withShipment((turn, call, shipment) => {
    const content = turn.world.read('shipment-content', shipment.id);
    const known = byMsku(content?.items ?? []);
    const centre = centreOf(shipment.centre);
    const region = { countryCode: centre.countryCode, warehouseId: centre.code };
    const items = boxesOf(content?.runs ?? []).map((box, index) => ({
      box,
      boxId: boxIdAt(shipment, content ?? {}, index),
    }));
    return pageAnswer(turn, call, { operation: 'listShipmentBoxes', items }, (page) => ({
      boxes: page.map(({ box, boxId }) => boxWire(turn, box, { items: known, boxId, region })),
    }));
  }),
);

const updateShipmentName = handler(
  'inbound',
  'updateShipmentName',
  { body: UpdateName(100) },
  withOpenShipment('UpdateShipmentName', (turn, { body }, shipment) => {
    if (body.name !== shipment.name)
      turn.world.put('shipment', { ...shipment, name: body.name, updatedAt: turn.now });
    return NO_CONTENT;
  }),
);

export const SHIPMENT_HANDLERS = [
  getShipment,
  listShipmentItems,
  listShipmentBoxes,
  updateShipmentName,
];

function shipmentWire(turn: Turn, shipment: Shipment): Record<string, unknown> {
  const { code, ...address } = centreOf(shipment.centre);
  const { window, transport } = shipment;
  return {
    ...(shipment.referenceId ? { amazonReferenceId: shipment.referenceId } : {}),
    ...(shipment.contact ? { contactInformation: shipment.contact } : {}),
    ...(shipment.readyFrom === undefined ? {} : { dates: datesWire(turn, shipment.readyFrom) }),
    destination: { address, destinationType: 'AMAZON_WAREHOUSE', warehouseId: code },
    ...(shipment.freight ? { freightInformation: shipment.freight } : {}),
    name: shipment.name,
    placementOptionId: shipment.placementOptionId,
    ...(window
      ? {
          selectedDeliveryWindow: {
            ...windowWire(turn, window),
            editableUntil: stamp(turn, window.editableUntil),
          },
        }
      : {}),
    ...(transport ? { selectedTransportationOptionId: transport.optionId } : {}),
    ...(shipment.confirmationId ? { shipmentConfirmationId: shipment.confirmationId } : {}),
    shipmentId: shipment.id,
    source: { address: shipment.source, sourceType: 'SELLER_FACILITY' },
    status: shipment.status,
    ...(shipment.spd || shipment.ltl ? { trackingDetails: trackingWire(turn, shipment) } : {}),
  };
}

function datesWire(turn: Turn, readyFrom: number): object {
  return {
    readyToShipWindow: { start: stamp(turn, readyFrom), end: stamp(turn, readyFrom + DAY) },
  };
}

function trackingWire(turn: Turn, shipment: Shipment): object {
  if (shipment.ltl)
    return {
      ltlTrackingDetail: {
        ...(shipment.ltl.bol ? { billOfLadingNumber: shipment.ltl.bol } : {}),
        freightBillNumber: shipment.ltl.freightBillNumber,
      },
    };
  return {
    spdTrackingDetail: {
      spdTrackingItems: (shipment.spd ?? []).map((item) => ({
        boxId: item.boxId,
        trackingId: item.trackingId,
        // Production answers a word that no model knows (#557, #4035).
        trackingNumberValidationStatus:
          turn.quirks.has('unknownEnum') && item.status === 'VALIDATED'
            ? 'RECOGNIZED'
            : item.status,
      })),
    },
  };
}
