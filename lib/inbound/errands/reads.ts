import { optional } from '#lib/kernel';
import type { AmazonAnswer, Gateway } from '#lib/sp-api';
import type { Box, Item } from '@sp-api-sdk/fulfillment-inbound-api-2024-03-20';
import {
  readBox,
  readGroupItem,
  readOfferedShipment,
  readPackingOffer,
  readPlacementOffer,
  readShipment,
  readTransportOffer,
  readWindowOffer,
} from '../amazon/answers.ts';
import type {
  PackingGroup,
  PackingOffer,
  PlacementOffer,
  PlanShipment,
  ShipmentBox,
  TransportOffer,
  WindowOffer,
} from '../core/inbound-plan.ts';

const LARGE_PAGE = 1_000;
const GROUP_PAGE = 100;
const OPTION_PAGE = 20;

/** Changes the value of an answer that is one; failures pass. */
export function mapAnswer<From, To>(
  answer: AmazonAnswer<From>,
  change: (value: From) => To,
): AmazonAnswer<To> {
  if (!answer.ok) return answer;
  return { ok: true, value: change(answer.value), ...optional('requestId', answer.requestId) };
}

export async function listPlanItems(
  amazon: Gateway,
  inboundPlanId: string,
): Promise<AmazonAnswer<readonly Item[]>> {
  return amazon.pages(
    (paginationToken) =>
      amazon.inbound.listInboundPlanItems({
        inboundPlanId,
        pageSize: LARGE_PAGE,
        paginationToken,
      }),
    (page) => page.items,
  );
}

export async function listPackingOffers(
  amazon: Gateway,
  inboundPlanId: string,
): Promise<AmazonAnswer<PackingOffer[]>> {
  const options = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listPackingOptions({
        inboundPlanId,
        pageSize: OPTION_PAGE,
        paginationToken,
      }),
    (page) => page.packingOptions,
  );
  return mapAnswer(options, (found) => found.map(readPackingOffer));
}

export async function readGroups(
  amazon: Gateway,
  inboundPlanId: string,
  groupIds: readonly string[],
): Promise<AmazonAnswer<PackingGroup[]>> {
  const groups: PackingGroup[] = [];
  for (const packingGroupId of groupIds) {
    const items = await amazon.pages(
      (paginationToken) =>
        amazon.inbound.listPackingGroupItems({
          inboundPlanId,
          packingGroupId,
          pageSize: GROUP_PAGE,
          paginationToken,
        }),
      (page) => page.items,
    );
    if (!items.ok) return items;
    groups.push({ id: packingGroupId, items: items.value.map(readGroupItem) });
  }
  return { ok: true, value: groups };
}

/** What each shipment is to hold, for boxes that are told per shipment. */
export async function readShipmentGroups(
  amazon: Gateway,
  inboundPlanId: string,
  shipments: readonly PlanShipment[],
): Promise<AmazonAnswer<PackingGroup[]>> {
  const groups: PackingGroup[] = [];
  for (const { id, warehouseId } of shipments) {
    const items = await listShipmentItems(amazon, inboundPlanId, id);
    if (!items.ok) return items;
    groups.push({
      id,
      ...optional('destination', warehouseId),
      items: items.value.map(readGroupItem),
    });
  }
  return { ok: true, value: groups };
}

/** The placements on offer, or the one that is named: the shipments of those not taken are gone. */
export async function listPlacementOffers(
  amazon: Gateway,
  inboundPlanId: string,
  only?: string,
): Promise<AmazonAnswer<PlacementOffer[]>> {
  const options = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listPlacementOptions({
        inboundPlanId,
        pageSize: OPTION_PAGE,
        paginationToken,
      }),
    (page) => page.placementOptions,
  );
  if (!options.ok) return options;
  const offers: PlacementOffer[] = [];
  for (const option of options.value) {
    if (only !== undefined && option.placementOptionId !== only) continue;
    const shipments = [];
    for (const shipmentId of option.shipmentIds) {
      const parts = await readShipmentParts(amazon, inboundPlanId, shipmentId);
      if (!parts.ok) return parts;
      const { shipment, items, boxes } = parts.value;
      shipments.push(readOfferedShipment(shipment, items, boxes));
    }
    offers.push(readPlacementOffer(option, shipments));
  }
  return { ok: true, value: offers };
}

export async function readShipments(
  amazon: Gateway,
  inboundPlanId: string,
  shipmentIds: readonly string[],
): Promise<AmazonAnswer<PlanShipment[]>> {
  const shipments: PlanShipment[] = [];
  for (const shipmentId of shipmentIds) {
    const parts = await readShipmentParts(amazon, inboundPlanId, shipmentId);
    if (!parts.ok) return parts;
    shipments.push(readShipment(parts.value.shipment, parts.value.items, parts.value.boxes));
  }
  return { ok: true, value: shipments };
}

async function readShipmentParts(amazon: Gateway, inboundPlanId: string, shipmentId: string) {
  const shipment = await amazon.inbound.getShipment({ inboundPlanId, shipmentId });
  if (!shipment.ok) return shipment;
  const items = await listShipmentItems(amazon, inboundPlanId, shipmentId);
  if (!items.ok) return items;
  const boxes: AmazonAnswer<readonly Box[]> = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listShipmentBoxes({
        inboundPlanId,
        shipmentId,
        pageSize: LARGE_PAGE,
        paginationToken,
      }),
    (page) => page.boxes,
  );
  if (!boxes.ok) return boxes;
  const value = { shipment: shipment.value, items: items.value, boxes: boxes.value };
  return { ok: true as const, value };
}

async function listShipmentItems(
  amazon: Gateway,
  inboundPlanId: string,
  shipmentId: string,
): Promise<AmazonAnswer<readonly Item[]>> {
  return amazon.pages(
    (paginationToken) =>
      amazon.inbound.listShipmentItems({
        inboundPlanId,
        shipmentId,
        pageSize: LARGE_PAGE,
        paginationToken,
      }),
    (page) => page.items,
  );
}

/** Boxes of the whole plan, one by one. */
export async function listPlanBoxes(
  amazon: Gateway,
  inboundPlanId: string,
): Promise<AmazonAnswer<readonly ShipmentBox[]>> {
  const boxes = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listInboundPlanBoxes({
        inboundPlanId,
        pageSize: LARGE_PAGE,
        paginationToken,
      }),
    (page) => page.boxes,
  );
  return mapAnswer(boxes, (found) =>
    found.flatMap((box) => Array.from({ length: box.quantity ?? 1 }, () => readBox(box))),
  );
}

export async function listTransportOffers(
  amazon: Gateway,
  inboundPlanId: string,
  placementOptionId: string,
): Promise<AmazonAnswer<TransportOffer[]>> {
  const options = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listTransportationOptions({
        inboundPlanId,
        placementOptionId,
        pageSize: OPTION_PAGE,
        paginationToken,
      }),
    (page) => page.transportationOptions,
  );
  return mapAnswer(options, (found) => found.map(readTransportOffer));
}

export async function listWindowOffers(
  amazon: Gateway,
  inboundPlanId: string,
  shipmentId: string,
): Promise<AmazonAnswer<WindowOffer[]>> {
  const options = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listDeliveryWindowOptions({
        inboundPlanId,
        shipmentId,
        pageSize: GROUP_PAGE,
        paginationToken,
      }),
    (page) => page.deliveryWindowOptions,
  );
  return mapAnswer(options, (found) => found.map((option) => readWindowOffer(option, shipmentId)));
}
