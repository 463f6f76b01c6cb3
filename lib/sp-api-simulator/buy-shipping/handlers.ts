import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { HOUR } from '#lib/kernel';

import { accepted, type Answer, badRequest, notFound } from '../answer.ts';
import { denied } from '../auth.ts';
import { handler } from '../call.ts';
import type { BoughtLabel, Seller } from '../entities.ts';
import { confirmPackage } from '../orders/confirm.ts';
import type { Order } from '../orders/entities.ts';
import { isOpen } from '../orders/life.ts';
import { stamp, type Turn } from '../turn.ts';
import { writePdf } from '../write-pdf.ts';
import { CreateShipment, type Details, GetInputs, GetServices } from './schemas.ts';
import {
  offerOf,
  ouncesOf,
  rateMinor,
  type Service,
  servicesFrom,
  serviceView,
} from './services.ts';

const API = 'merchant-fulfillment';

const getEligibleShipmentServices = handler(
  API,
  'getEligibleShipmentServices',
  { body: GetServices },
  (turn, { body: { ShipmentRequestDetails: details }, seller }) => {
    const open = openOrder(turn, seller, details);
    if ('answer' in open) return open.answer;
    const { order } = open;
    const { fit, unfit } = sorted(details);
    return accepted({
      payload: {
        ShippingServiceList: fit.map((service) =>
          serviceView(turn, service, details, {
            currency: order.currency,
            minor: rateMinor(service, details),
          }),
        ),
        RejectedShippingServiceList: unfit.map((service) => ({
          CarrierName: service.carrier,
          ShippingServiceName: service.name,
          ShippingServiceId: service.id,
          RejectionReasonCode: 'WEIGHT_LIMIT_EXCEEDED',
          RejectionReasonMessage: 'The parcel is heavier than the service allows.',
        })),
        TemporarilyUnavailableCarrierList: [],
        TermsAndConditionsNotAcceptedCarrierList: [],
      },
    });
  },
);

const createShipment = handler(
  API,
  'createShipment',
  { body: CreateShipment },
  (turn, { body, seller, dataElements }) => {
    if (!dataElements) return RESTRICTED;
    const { ShipmentRequestDetails: details } = body;
    const open = openOrder(turn, seller, details);
    if ('answer' in open) return open.answer;
    const { order } = open;
    const service = sorted(details).fit.find(({ id }) => id === body.ShippingServiceId);
    const offer = body.ShippingServiceOfferId;
    if (!service || (offer !== undefined && offer !== offerOf(turn, service, details)))
      return badRequest(API, 'The shipping service is not offered for this shipment.');
    const label = buy(turn, order, service, details);
    // A label bought here confirms the shipment by itself.
    const refusal = confirmPackage(turn, order, {
      packageReferenceId: String(order.packages.length + 1),
      carrierCode: service.carrier,
      shippingMethod: service.name,
      trackingNumber: label.tracking,
      shipDate: details.ShipDate ?? turn.now,
      orderItems: details.ItemList.map(({ OrderItemId, Quantity }) => ({
        orderItemId: OrderItemId,
        quantity: Quantity,
      })),
    });
    if (refusal !== undefined) return badRequest(API, refusal);
    turn.world.put('bought-label', label);
    return accepted({ payload: shipmentView(turn, label, order) });
  },
);

const getShipment = handler(API, 'getShipment', {}, (turn, call) =>
  onLabel(turn, call, (label, order) => accepted({ payload: shipmentView(turn, label, order) })),
);

const cancelShipment = handler(API, 'cancelShipment', {}, (turn, call) =>
  onLabel(turn, call, (label, order) => {
    if (label.status !== 'Purchased')
      return badRequest(API, 'The shipment has been cancelled already.');
    const parcel = order.packages.find(({ tracking }) => tracking === label.tracking);
    if (parcel?.scan !== undefined)
      return badRequest(API, 'The carrier has scanned the parcel; the label cannot be refunded.');
    const asked: BoughtLabel = { ...label, status: 'RefundPending', updatedAt: turn.now };
    turn.world.put('bought-label', asked);
    turn.schedule({ at: turn.now + 24 * HOUR, kind: 'refund', ref: label.id });
    return accepted({ payload: shipmentView(turn, asked, order) });
  }),
);

/** A day after it was asked for, the carrier gives the money for a label back. */
export function refundLabel(turn: Turn, id: string): void {
  const label = turn.world.read('bought-label', id);
  if (label?.status !== 'RefundPending') return;
  turn.world.put('bought-label', { ...label, status: 'RefundApplied', updatedAt: turn.now });
}

const getAdditionalSellerInputs = handler(
  API,
  'getAdditionalSellerInputs',
  { body: GetInputs },
  (turn, { body, seller }) => {
    if (turn.world.read('order', body.OrderId)?.sellerId !== seller.id)
      return notFound('The order was not found.');
    // None of the services asks for more than it is told.
    return accepted({ payload: { ShipmentLevelFields: [], ItemLevelFieldsList: [] } });
  },
);

export const BUY_SHIPPING_HANDLERS = [
  getEligibleShipmentServices,
  createShipment,
  getShipment,
  cancelShipment,
  getAdditionalSellerInputs,
];

const RESTRICTED = denied('This operation shows an address and needs a restricted data token.');

function onLabel(
  turn: Turn,
  call: {
    readonly parameters: Readonly<Record<string, string>>;
    readonly seller: Seller;
    readonly dataElements?: readonly string[];
  },
  act: (label: BoughtLabel, order: Order) => Answer,
): Answer {
  if (!call.dataElements) return RESTRICTED;
  const label = turn.world.read('bought-label', call.parameters['shipmentId'] ?? '');
  const order = label && turn.world.read('order', label.orderId);
  if (label?.sellerId !== call.seller.id || !order) return notFound('The shipment was not found.');
  return act(label, order);
}

function openOrder(
  turn: Turn,
  seller: Seller,
  details: Details,
): { readonly order: Order } | { readonly answer: Answer } {
  const order = turn.world.read('order', details.AmazonOrderId);
  if (order?.sellerId !== seller.id) return { answer: notFound('The order was not found.') };
  if (!isOpen(order)) return { answer: badRequest(API, 'The order is not open for shipping.') };
  const wrong = details.ItemList.find(({ OrderItemId, Quantity }) => {
    const line = order.lines.find(({ itemId }) => itemId === OrderItemId);
    return !line || Quantity > line.ordered - line.fulfilled - line.cancelled;
  });
  if (wrong)
    return { answer: badRequest(API, `The item ${wrong.OrderItemId} cannot be shipped so.`) };
  return { order };
}

function sorted(details: Details): { readonly fit: Service[]; readonly unfit: Service[] } {
  const services = servicesFrom(details.ShipFromAddress.CountryCode);
  const fits = ({ mostOunces }: Service) => ouncesOf(details) <= mostOunces;
  return { fit: services.filter(fits), unfit: services.filter((each) => !fits(each)) };
}

function buy(turn: Turn, order: Order, service: Service, details: Details): BoughtLabel {
  const earlier = turn.world.having('bought-label', `order ${order.id}`).length;
  const id = turn.dice.id('', 'bought label', order.id, String(earlier));
  return {
    id,
    sellerId: order.sellerId,
    orderId: order.id,
    details,
    serviceId: service.id,
    rateMinor: rateMinor(service, details),
    currency: order.currency,
    tracking: service.tracking(turn.dice, id),
    at: turn.now,
    updatedAt: turn.now,
    status: 'Purchased',
  };
}

function shipmentView(turn: Turn, label: BoughtLabel, { buyer }: Order): object {
  const { details } = label;
  const service = servicesFrom(details.ShipFromAddress.CountryCode).find(
    ({ id }) => id === label.serviceId,
  );
  const money = { currency: label.currency, minor: label.rateMinor };
  return {
    ShipmentId: label.id,
    AmazonOrderId: label.orderId,
    ItemList: details.ItemList,
    ShipFromAddress: details.ShipFromAddress,
    ShipToAddress: {
      Name: buyer.name.slice(0, 30),
      AddressLine1: buyer.addressLine1,
      Email: buyer.email,
      City: buyer.city,
      ...(buyer.state ? { StateOrProvinceCode: buyer.state } : {}),
      PostalCode: buyer.postalCode,
      CountryCode: buyer.country,
      Phone: buyer.phone,
    },
    PackageDimensions: details.PackageDimensions,
    Weight: { Value: ouncesOf(details), Unit: 'oz' },
    Insurance: { CurrencyCode: label.currency, Amount: 0 },
    ShippingService: service ? serviceView(turn, service, details, money) : {},
    Label: labelView(label, details),
    Status: label.status,
    TrackingId: label.tracking,
    CreatedDate: stamp(turn, label.at),
    LastUpdatedDate: stamp(turn, label.updatedAt),
  };
}

function labelView(label: BoughtLabel, details: Details): object {
  const text = details.LabelCustomization?.CustomTextForLabel;
  const pdf = writePdf([
    [
      'SIMULATED - not valid for any carrier',
      label.serviceId,
      label.tracking,
      ...(text ? [text] : []),
    ],
  ]);
  return {
    ...(text ? { CustomTextForLabel: text } : {}),
    Dimensions: { Length: 6, Width: 4, Unit: 'inches' },
    FileContents: {
      Contents: gzipSync(pdf).toString('base64'),
      FileType: 'application/pdf',
      Checksum: createHash('md5').update(pdf).digest('base64'),
    },
    LabelFormat: 'PDF',
  };
}
