import { type Instant, type Money, moneyFromDecimal, optional } from '#lib/kernel';
import type {
  CustomerAddress,
  ItemShippingConstraints,
  Order as AmazonOrder,
  OrderItem as AmazonItem,
  OrderPackage as AmazonPackage,
} from '@sp-api-sdk/orders-api-2026-01-01';
import type { Buyer, BuyerAddress, BuyerState } from '../core/buyer.ts';
import {
  type CanceledBy,
  type Order,
  ORDER_STATUSES,
  type OrderItem,
  type OrderPackage,
  type OrderStatus,
  PACKAGE_STATUSES,
  type ShippingConstraint,
} from '../core/order.ts';

/** What is asked of Amazon with every order; without FULFILLMENT an order has no status. */
export const INCLUDED_DATA = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
] as const;

/** The same without what wants a role for personal data. */
export const INCLUDED_WITHOUT_BUYER = INCLUDED_DATA.filter(
  (part) => part !== 'BUYER' && part !== 'RECIPIENT',
);

/** An order as one source told it, and how much of it that was. */
export type OrderReading = {
  readonly order: Order;
  readonly buyer?: Buyer;
  readonly buyerState: Exclude<BuyerState, 'purged'>;
  /** A report or a notification names only a part; the rest is asked for. */
  readonly isPartial: boolean;
};

/** Reads an order of Orders 2026-01-01; undefined where it lacks what no order can lack. */
export function readOrder(amazon: AmazonOrder): OrderReading | undefined {
  const { fulfillment } = amazon;
  const status = ORDER_STATUSES.find((known) => known === fulfillment?.fulfillmentStatus);
  const marketplaceId = amazon.salesChannel?.marketplaceId;
  const purchasedAt = instantOf(amazon.createdTime);
  const updatedAt = instantOf(amazon.lastUpdatedTime);
  if (!status || !marketplaceId || purchasedAt === undefined || updatedAt === undefined)
    return undefined;
  const items = (amazon.orderItems ?? []).map((item) => readItem(item, status));
  const original = amazon.associatedOrders?.find(({ associationType }) =>
    associationType?.endsWith('_ORIGINAL_ID'),
  );
  const order: Order = {
    orderId: amazon.orderId,
    marketplaceId,
    fulfilledBy: fulfillment?.fulfilledBy === 'AMAZON' ? 'AMAZON' : 'MERCHANT',
    status,
    purchasedAt,
    updatedAt,
    programs: (amazon.programs ?? []).map(String),
    ...optional('serviceLevel', fulfillment?.fulfillmentServiceLevel),
    ...optional('shipBy', windowOf(fulfillment?.shipByWindow)),
    ...optional('deliverBy', windowOf(fulfillment?.deliverByWindow)),
    ...optional('labelFrom', instantOf(fulfillment?.labelPrintingWindow?.earliestDateTime)),
    ...optional('originalOrderId', original?.orderId),
    ...optional('canceledBy', canceledBy(amazon)),
    ...optional('total', moneyOf(amazon.proceeds?.grandTotal)),
    items,
    packages: (amazon.packages ?? []).map(readPackage),
  };
  const buyer = readBuyer(amazon);
  const isTold =
    status !== 'PENDING' && status !== 'PENDING_AVAILABILITY' && status !== 'CANCELLED';
  return {
    order,
    ...optional('buyer', buyer),
    buyerState: buyer?.address ? 'sealed' : isTold ? 'role-missing' : 'not-told',
    isPartial: false,
  };
}

function readItem(item: AmazonItem, status: OrderStatus): OrderItem {
  const { product, fulfillment, cancellation } = item;
  const shipped = fulfillment?.quantityFulfilled ?? 0;
  const open = fulfillment?.quantityUnfulfilled ?? item.quantityOrdered - shipped;
  const request = cancellation?.cancellationRequest;
  const constraints = constraintsOf(fulfillment?.shipping?.shippingConstraints);
  return {
    orderItemId: item.orderItemId,
    sku: product?.sellerSku ?? '',
    asin: product?.asin ?? '',
    title: product?.title ?? '',
    ordered: item.quantityOrdered,
    shipped,
    cancelled:
      status === 'CANCELLED'
        ? item.quantityOrdered
        : Math.max(0, item.quantityOrdered - shipped - open),
    ...optional('unitPrice', moneyOf(product?.price?.unitPrice)),
    ...(item.programs?.some((program) => program === 'TRANSPARENCY')
      ? { isTransparency: true }
      : {}),
    ...optional('cancelRequest', request ? { reason: request.cancelReason ?? '' } : undefined),
    ...(constraints.length > 0 ? { constraints } : {}),
    ...optional('iossNumber', fulfillment?.shipping?.internationalShipping?.iossNumber),
  };
}

const CONSTRAINTS: readonly (readonly [keyof ItemShippingConstraints, ShippingConstraint])[] = [
  ['palletDelivery', 'pallet-delivery'],
  ['cashOnDelivery', 'cash-on-delivery'],
  ['signatureConfirmation', 'signature'],
  ['recipientIdentityVerification', 'identity-check'],
  ['recipientAgeVerification', 'age-check'],
];

function constraintsOf(
  constraints: ItemShippingConstraints | undefined,
): readonly ShippingConstraint[] {
  return CONSTRAINTS.filter(([name]) => constraints?.[name] === 'MANDATORY').map(
    ([, ours]) => ours,
  );
}

function readPackage(parcel: AmazonPackage): OrderPackage {
  const status = parcel.packageStatus?.status;
  return {
    reference: parcel.packageReferenceId,
    carrier: parcel.carrier ?? '',
    trackingNumber: parcel.trackingNumber ?? '',
    shippedAt: instantOf(parcel.shipTime) ?? instantOf(parcel.createdTime) ?? 0,
    status: PACKAGE_STATUSES.find((known) => known === status) ?? 'SHIPPED',
    ...optional('shipMethod', parcel.shippingService),
    ...optional('confirmedAt', instantOf(parcel.createdTime)),
    ...optional('detailedStatus', parcel.packageStatus?.detailedStatus),
    items: (parcel.packageItems ?? []).map(({ orderItemId, quantity, transparencyCodes }) => ({
      orderItemId,
      quantity,
      ...optional('transparencyCodes', transparencyCodes),
    })),
  };
}

function canceledBy(amazon: AmazonOrder): CanceledBy | undefined {
  const by = amazon.orderItems
    ?.map(({ cancellation }) => cancellation?.cancellationExecution?.cancelledBy)
    .find((party) => party !== undefined);
  return (['BUYER', 'MERCHANT', 'AMAZON'] as const).find((party) => party === by);
}

function readBuyer({ buyer, recipient, orderItems }: AmazonOrder): Buyer | undefined {
  const gifts = (orderItems ?? [])
    .map(({ fulfillment }) => fulfillment?.packing?.giftOption?.giftMessage)
    .filter((message) => message !== undefined);
  const preference = recipient?.deliveryPreference;
  const read: Buyer = {
    ...optional('name', buyer?.buyerName),
    ...optional('email', buyer?.buyerEmail),
    ...optional('companyName', buyer?.buyerCompanyName),
    ...optional('purchaseOrderNumber', buyer?.buyerPurchaseOrderNumber),
    ...optional('address', readAddress(recipient?.deliveryAddress)),
    ...optional('deliveryInstruction', preference?.addressInstruction),
    ...optional('dropOffLocation', preference?.dropOffLocation),
    ...(gifts.length > 0 ? { giftMessages: gifts } : {}),
  };
  return Object.keys(read).length > 0 ? read : undefined;
}

function readAddress(address: CustomerAddress | undefined): BuyerAddress | undefined {
  if (!address) return undefined;
  const lines = [address.addressLine1, address.addressLine2, address.addressLine3];
  return {
    lines: lines.filter((line) => line !== undefined && line !== '').map(String),
    ...optional('name', address.name),
    ...optional('companyName', address.companyName),
    ...optional('city', address.city),
    ...optional('district', address.districtOrCounty),
    ...optional('stateOrRegion', address.stateOrRegion),
    ...optional('postalCode', address.postalCode),
    ...optional('countryCode', address.countryCode),
    ...optional('phone', address.phone),
    ...(address.addressType === 'COMMERCIAL' ? { isCommercial: true } : {}),
  };
}

function moneyOf(
  value: { readonly amount: string; readonly currencyCode: string } | undefined,
): Money | undefined {
  const amount = Number(value?.amount);
  return value && Number.isFinite(amount)
    ? moneyFromDecimal(amount, value.currencyCode)
    : undefined;
}

export function instantOf(text: string | undefined): Instant | undefined {
  const at = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

function windowOf(
  range: { readonly earliestDateTime?: string; readonly latestDateTime?: string } | undefined,
) {
  if (!range) return undefined;
  const earliest = instantOf(range.earliestDateTime);
  const latest = instantOf(range.latestDateTime);
  return earliest === undefined && latest === undefined
    ? undefined
    : { ...optional('earliest', earliest), ...optional('latest', latest) };
}
