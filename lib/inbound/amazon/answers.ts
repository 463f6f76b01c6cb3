import {
  type Address,
  type Dimensions,
  dimensionsOf,
  grams,
  type Instant,
  moneyFromDecimal,
  optional,
  sortedSides,
  type Weight,
  weightOf,
} from '#lib/kernel';
import type {
  Address as WireAddress,
  Box,
  ContentUpdatePreview,
  DeliveryWindowOption,
  Dimensions as WireDimensions,
  Incentive,
  Item,
  MskuPrepDetail,
  PackingConfiguration,
  PackingOption,
  PlacementOption,
  Shipment,
  TransportationOption,
  Weight as WireWeight,
} from '@sp-api-sdk/fulfillment-inbound-api-2024-03-20';
import type { ContentPreview } from '../core/content-change.ts';
import type {
  Charge,
  GroupItem,
  OfferedShipment,
  Owner,
  PackingOffer,
  PlacementOffer,
  PlanShipment,
  PrepFacts,
  ShipmentBox,
  TransportOffer,
  WindowOffer,
} from '../core/inbound-plan.ts';

export function readPackingOffer(option: PackingOption): PackingOffer {
  const configuration =
    option.supportedConfigurations.find(isForSmallParcels) ?? option.supportedConfigurations[0];
  const weight = configuration?.boxRequirements?.weight;
  return {
    id: option.packingOptionId,
    status: option.status,
    ...optional('expiresAt', readInstant(option.expiration)),
    groupIds: option.packingGroups,
    fees: option.fees.map(readCharge),
    discounts: option.discounts.map(readCharge),
    boxWeight: weight
      ? { min: weightOf(weight.minimum, weight.unit), max: weightOf(weight.maximum, weight.unit) }
      : {},
    contentMethods: configuration?.boxPackingMethods ?? ['BOX_CONTENT_PROVIDED'],
  };
}

function isForSmallParcels(configuration: PackingConfiguration): boolean {
  const { shippingRequirements = [] } = configuration;
  return shippingRequirements.some(({ modes }) => modes.includes('GROUND_SMALL_PARCEL'));
}

export function readGroupItem(item: Item): GroupItem {
  return {
    sku: item.msku,
    quantity: item.quantity,
    ...optional('expiry', item.expiration),
    prepOwner: readOwner(item.prepInstructions[0]?.prepOwner),
    labelOwner: readOwner(item.labelOwner),
  };
}

export function readPlacementOffer(
  option: PlacementOption,
  shipments: readonly OfferedShipment[],
): PlacementOffer {
  return {
    id: option.placementOptionId,
    status: option.status,
    ...optional('expiresAt', readInstant(option.expiration)),
    fees: option.fees.map(readCharge),
    discounts: option.discounts.map(readCharge),
    shipments,
  };
}

/** What is known of a shipment before its placement is confirmed. */
export function readOfferedShipment(
  shipment: Shipment,
  items: readonly Item[],
  boxes: readonly Box[],
): OfferedShipment {
  const { address, warehouseId } = shipment.destination;
  const place = address && [address.city, address.stateOrProvinceCode].filter(Boolean).join(', ');
  return {
    id: shipment.shipmentId,
    ...optional('warehouseId', warehouseId),
    ...optional('destination', place),
    unitCount: items.reduce((sum, item) => sum + item.quantity, 0),
    boxCount: boxes.reduce((sum, box) => sum + (box.quantity ?? 1), 0),
    ...optional('grams', sumOfBoxes(boxes, gramsOf)),
    ...optional('cubicCentimetres', sumOfBoxes(boxes, cubicCentimetresOf)),
  };
}

/** A figure over all boxes, rounded up; undefined without boxes, or where one does not have it. */
function sumOfBoxes(
  boxes: readonly Box[],
  figure: (box: Box) => number | undefined,
): number | undefined {
  if (boxes.length === 0) return undefined;
  let sum = 0;
  for (const box of boxes) {
    const one = figure(box);
    if (one === undefined) return undefined;
    sum += one * (box.quantity ?? 1);
  }
  return Math.ceil(sum);
}

function gramsOf({ weight }: Box): number | undefined {
  return weight && grams(readWeight(weight));
}

function cubicCentimetresOf({ dimensions }: Box): number | undefined {
  if (!dimensions) return undefined;
  const [length, width, height] = sortedSides(readDimensions(dimensions));
  return (length / 1e7) * (width / 1e7) * (height / 1e7);
}

export function readTransportOffer(option: TransportationOption): TransportOffer {
  const { quote, carrier } = option;
  // Amazon has sent the literal text "$cost.amount" in place of a number: then there is no quote.
  const cost = quote && Number.isFinite(quote.cost.amount) ? quote.cost : undefined;
  return {
    id: option.transportationOptionId,
    shipmentId: option.shipmentId,
    solution: option.shippingSolution,
    mode: option.shippingMode,
    carrierName: carrier.name ?? carrier.alphaCode ?? 'Other',
    ...optional('carrierCode', carrier.alphaCode),
    preconditions: option.preconditions,
    ...optional('cost', cost && moneyFromDecimal(cost.amount, cost.code)),
    ...optional('quoteExpiresAt', readInstant(quote?.expiration)),
    ...optional('voidableUntil', readInstant(quote?.voidableUntil)),
  };
}

export function readContentPreview(
  preview: ContentUpdatePreview,
  shipmentId: string,
): ContentPreview {
  return {
    id: preview.contentUpdatePreviewId,
    shipmentId,
    ...optional('expiresAt', readInstant(preview.expiration)),
    boxes: (preview.requestedUpdates.boxes ?? []).flatMap((box) =>
      Array.from({ length: box.quantity }, () => ({
        ...optional('packageId', box.packageId),
        dimensions: readDimensions(box.dimensions),
        weight: readWeight(box.weight),
        items: (box.items ?? []).map(({ msku, quantity, expiration }) => ({
          sku: msku,
          quantity,
          ...optional('expiry', expiration),
        })),
      })),
    ),
    transport: readTransportOffer(preview.transportationOption),
  };
}

export function readWindowOffer(option: DeliveryWindowOption, shipmentId: string): WindowOffer {
  return {
    id: option.deliveryWindowOptionId,
    shipmentId,
    availability: option.availabilityType,
    startsAt: readInstant(option.startDate) ?? 0,
    endsAt: readInstant(option.endDate) ?? 0,
    validUntil: readInstant(option.validUntil) ?? 0,
  };
}

export function readShipment(
  shipment: Shipment,
  items: readonly Item[],
  boxes: readonly Box[],
): PlanShipment {
  const { address, warehouseId } = shipment.destination;
  const numbers = new Map(
    (shipment.trackingDetails?.spdTrackingDetail?.spdTrackingItems ?? []).map((item) => [
      item.boxId,
      item,
    ]),
  );
  return {
    id: shipment.shipmentId,
    ...optional('confirmationId', shipment.shipmentConfirmationId),
    ...optional('name', shipment.name),
    status: shipment.status ?? 'WORKING',
    ...optional('warehouseId', warehouseId),
    ...optional('destination', address && readAddress(address)),
    ...optional('window', readConfirmedWindow(shipment)),
    ...optional('freightBill', readFreightBill(shipment)),
    items: shippedBySku(items),
    boxes: boxes
      .map((box) => readBox(box, box.boxId === undefined ? undefined : numbers.get(box.boxId)))
      .toSorted((a, b) => (a.boxId ?? '').localeCompare(b.boxId ?? '')),
  };
}

function readFreightBill({ trackingDetails }: Shipment): PlanShipment['freightBill'] {
  const told = trackingDetails?.ltlTrackingDetail;
  const number = told?.freightBillNumber?.[0];
  if (number === undefined) return undefined;
  return { number, ...optional('billOfLading', told?.billOfLadingNumber) };
}

/** The window that was confirmed, with the end of the time in which it may be changed. */
function readConfirmedWindow(shipment: Shipment): WindowOffer | undefined {
  const { selectedDeliveryWindow: window, shipmentId } = shipment;
  if (!window) return undefined;
  return {
    id: window.deliveryWindowOptionId,
    shipmentId,
    availability: window.availabilityType,
    startsAt: readInstant(window.startDate) ?? 0,
    endsAt: readInstant(window.endDate) ?? 0,
    ...optional('editableUntil', readInstant(window.editableUntil)),
  };
}

// Amazon lists a SKU once per expiry date; received quantities come per SKU only.
function shippedBySku(items: readonly Item[]): PlanShipment['items'] {
  const shipped = new Map<string, number>();
  for (const item of items) shipped.set(item.msku, (shipped.get(item.msku) ?? 0) + item.quantity);
  return [...shipped].map(([sku, quantity]) => ({ sku, shipped: quantity }));
}

export function readBox(
  box: Box,
  tracking?: { readonly trackingId?: string; readonly trackingNumberValidationStatus?: string },
): ShipmentBox {
  return {
    packageId: box.packageId,
    ...optional('boxId', box.boxId),
    ...optional('dimensions', box.dimensions && readDimensions(box.dimensions)),
    ...optional('weight', box.weight && readWeight(box.weight)),
    items: (box.items ?? []).map((item) => ({
      sku: item.msku,
      quantity: item.quantity,
      ...optional('expiry', item.expiration),
    })),
    ...optional('tracking', tracking?.trackingId),
    ...optional('trackingStatus', tracking?.trackingNumberValidationStatus),
  };
}

export function readPrepFacts(detail: MskuPrepDetail): PrepFacts {
  return {
    category: detail.prepCategory,
    types: detail.prepTypes,
    ...optional('prepOwnerConstraint', detail.prepOwnerConstraint),
    ...optional('labelOwnerConstraint', detail.labelOwnerConstraint),
    ownersMustMatch: detail.allOwnersConstraint === 'MUST_MATCH',
  };
}

/** Amazon writes instants with and without seconds ("2024-01-01T00:00Z"). */
export function readInstant(text: string | undefined): Instant | undefined {
  const instant = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

function readCharge(incentive: Incentive): Charge {
  return {
    target: incentive.target,
    description: incentive.description,
    value: moneyFromDecimal(incentive.value.amount, incentive.value.code),
  };
}

function readOwner(owner: string | undefined): Owner {
  return owner === 'AMAZON' || owner === 'NONE' ? owner : 'SELLER';
}

function readDimensions(wire: WireDimensions): Dimensions {
  return dimensionsOf([wire.length, wire.width, wire.height], wire.unitOfMeasurement);
}

function readWeight(wire: WireWeight): Weight {
  return weightOf(wire.value, wire.unit);
}

function readAddress(wire: WireAddress): Address {
  return {
    name: wire.name,
    ...optional('companyName', wire.companyName),
    addressLine1: wire.addressLine1,
    ...optional('addressLine2', wire.addressLine2),
    city: wire.city,
    ...optional('stateOrProvinceCode', wire.stateOrProvinceCode),
    postalCode: wire.postalCode,
    countryCode: wire.countryCode,
    phoneNumber: wire.phoneNumber ?? '',
    ...optional('email', wire.email),
  };
}
