import {
  type Address,
  type Dimensions,
  optional,
  toDecimal,
  toNumber,
  type Weight,
} from '#lib/kernel';
import type {
  AddressInput,
  BoxInput,
  ConfirmTransportationOptionsRequest,
  CreateInboundPlanRequest,
  Dimensions as WireDimensions,
  GenerateShipmentContentUpdatePreviewsRequest,
  GenerateTransportationOptionsRequest,
  ItemInput,
  MskuPrepDetailInput,
  PalletInput,
  SetPackingInformationRequest,
  UpdateShipmentTrackingDetailsRequest,
  Weight as WireWeight,
} from '@sp-api-sdk/fulfillment-inbound-api-2024-03-20';
import { asPlanned, type ChangedBox } from '../core/content-change.ts';
import { asTold, contentMethodOf } from '../core/content-methods.ts';
import type {
  CarrierChoice,
  Freight,
  FreightBill,
  InboundPlan,
  Pallet,
  PlanLine,
  PlannedBox,
} from '../core/inbound-plan.ts';
import { lineKey } from '../core/inbound-plan.ts';
import { isPrepCategory } from '../core/prep.ts';
import type { TrackingEntry } from '../core/tracking.ts';

export function createPlanRequest(plan: InboundPlan): CreateInboundPlanRequest {
  if (!plan.shipFrom) throw new Error('a plan without ship-from does not go to Amazon');
  return {
    name: plan.name,
    sourceAddress: wireAddress(plan.shipFrom),
    destinationMarketplaces: [plan.marketplaceId],
    items: plan.lines.map((line) => wireItem(line, line.quantity)),
  };
}

/** The prep categories the seller chose where Amazon had none. */
export function prepDetailsRequest(lines: readonly PlanLine[]): MskuPrepDetailInput[] {
  const bySku = new Map(lines.map((line) => [line.sku, line]));
  return [...bySku.values()].flatMap(({ sku, prep }) =>
    prep && isPrepCategory(prep.category)
      ? [
          {
            msku: sku,
            prepCategory: prep.category,
            prepTypes: prep.types as MskuPrepDetailInput['prepTypes'],
          },
        ]
      : [],
  );
}

/**
 * All groups at once, or all shipments, as Amazon wants them; item quantities are per box, `quantity`
 * multiplies. Boxes with 2D barcodes go one by one, for of several alike Amazon has not told all ids
 * (R60, #4320).
 */
export function packingRequest(plan: InboundPlan): SetPackingInformationRequest {
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const groups = plan.packing?.groups ?? [];
  const method = contentMethodOf(plan);
  const boxes = asTold(plan, plan.boxes).flatMap((box) =>
    method === 'BARCODE_2D'
      ? Array.from({ length: box.copies }, () => ({ ...box, copies: 1 }))
      : [box],
  );
  return {
    packageGroupings: groups.map((group) => ({
      ...(plan.packsLater ? { shipmentId: group.id } : { packingGroupId: group.id }),
      boxes: boxes
        .filter((box) => box.groupId === group.id)
        .map((box) => ({ contentInformationSource: method, ...wireBox(box, lines) })),
    })),
  };
}

/** R89: the complete boxes and items of a shipment as they are to be; what is not named is taken out. */
export function contentRequest(
  plan: InboundPlan,
  boxes: readonly ChangedBox[],
): GenerateShipmentContentUpdatePreviewsRequest {
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const units = new Map<string, number>();
  for (const item of boxes.flatMap(({ items }) => items)) {
    units.set(lineKey(item), (units.get(lineKey(item)) ?? 0) + item.quantity);
  }
  return {
    boxes: boxes.map((box) => ({
      contentInformationSource: contentMethodOf(plan),
      ...wireBox(asPlanned(box, ''), lines),
      ...optional('packageId', box.packageId),
    })),
    items: [...units].map(([key, quantity]) => wireItem(lineOf(lines, key), quantity)),
  };
}

function lineOf(lines: ReadonlyMap<string, PlanLine>, key: string): PlanLine {
  const line = lines.get(key);
  if (!line) throw new Error(`a box holds ${key}, which the plan does not`);
  return line;
}

function wireBox(
  box: PlannedBox,
  lines: ReadonlyMap<string, PlanLine>,
): Omit<BoxInput, 'contentInformationSource'> {
  if (!box.dimensions || !box.weight) throw new Error('a box without size does not go to Amazon');
  return {
    dimensions: wireDimensions(box.dimensions),
    weight: wireWeight(box.weight),
    quantity: box.copies,
    items: box.items.map((item) => wireItem(lineOf(lines, lineKey(item)), item.quantity)),
  };
}

function wireItem(line: PlanLine, quantity: number): ItemInput {
  return {
    msku: line.sku,
    quantity,
    prepOwner: line.prepOwner ?? 'SELLER',
    labelOwner: line.labelOwner ?? 'SELLER',
    ...(line.expiry === undefined ? {} : { expiration: line.expiry }),
  };
}

/** `readyAt` is when the boxes may be picked up, an ISO instant. */
export function transportRequest(
  placementOptionId: string,
  shipmentIds: readonly string[],
  { readyAt, freight }: { readonly readyAt: string; readonly freight?: Freight },
): GenerateTransportationOptionsRequest {
  return {
    placementOptionId,
    shipmentTransportationConfigurations: shipmentIds.map((shipmentId) => ({
      shipmentId,
      readyToShipWindow: { start: readyAt },
      ...(freight ? wireFreight(freight, shipmentId) : {}),
    })),
  };
}

function wireFreight({ contact, shipments }: Freight, shipmentId: string) {
  const own = shipments.find((candidate) => candidate.shipmentId === shipmentId);
  if (!own || own.pallets.length === 0) return {};
  const { declaredValue, freightClass } = own;
  return {
    ...(contact ? { contactInformation: contact } : {}),
    pallets: own.pallets.map(wirePallet),
    freightInformation: {
      ...(declaredValue
        ? { declaredValue: { amount: toDecimal(declaredValue), code: declaredValue.currency } }
        : {}),
      ...(freightClass === undefined ? {} : { freightClass }),
    },
  };
}

function wirePallet({ count, dimensions, weight, isStackable }: Pallet): PalletInput {
  return {
    quantity: count,
    ...(dimensions ? { dimensions: wireDimensions(dimensions) } : {}),
    ...(weight ? { weight: wireWeight(weight) } : {}),
    stackability: isStackable ? 'STACKABLE' : 'NON_STACKABLE',
  };
}

export function transportSelection(choice: CarrierChoice): ConfirmTransportationOptionsRequest {
  return {
    transportationSelections: choice.picks.map((pick) => ({
      shipmentId: pick.shipmentId,
      transportationOptionId: pick.transportId,
    })),
  };
}

export function trackingRequest(
  entries: readonly TrackingEntry[],
): UpdateShipmentTrackingDetailsRequest {
  return {
    trackingDetails: {
      spdTrackingDetail: {
        spdTrackingItems: entries.map((entry) => ({
          boxId: entry.boxId,
          trackingId: entry.number,
        })),
      },
    },
  };
}

/** R105: one PRO for the whole shipment, and the bill of lading where there is one. */
export function freightTrackingRequest({
  number,
  billOfLading,
}: FreightBill): UpdateShipmentTrackingDetailsRequest {
  return {
    trackingDetails: {
      ltlTrackingDetail: {
        freightBillNumber: [number],
        ...(billOfLading === undefined ? {} : { billOfLadingNumber: billOfLading }),
      },
    },
  };
}

export function wireDimensions(dimensions: Dimensions): WireDimensions {
  return {
    length: toNumber(dimensions.length),
    width: toNumber(dimensions.width),
    height: toNumber(dimensions.height),
    unitOfMeasurement: dimensions.unit,
  };
}

export function wireWeight(weight: Weight): WireWeight {
  return { value: toNumber(weight.amount), unit: weight.unit };
}

function wireAddress(address: Address): AddressInput {
  const { companyName, addressLine2, stateOrProvinceCode, email, ...needed } = address;
  return {
    ...needed,
    ...(companyName === undefined ? {} : { companyName }),
    ...(addressLine2 === undefined ? {} : { addressLine2 }),
    ...(stateOrProvinceCode === undefined ? {} : { stateOrProvinceCode }),
    ...(email === undefined ? {} : { email }),
  };
}
