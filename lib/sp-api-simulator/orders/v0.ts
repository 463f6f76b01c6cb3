import { DAY } from '#lib/kernel';
import { z } from 'zod';

import { accepted, type Answer, badRequest, notFound } from '../answer.ts';
import { type Call, handler, list, listOf, one, whole } from '../call.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { storeName } from '../listings/views.ts';
import { pageOf } from '../paging.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Order, OrderLine, OrderStatus } from './entities.ts';
import { ordersOf, readSpan } from './search.ts';
import { decimal, isPaidOnDelivery, totalOf } from './view-2026.ts';

/** The statuses in the words of the old API. */
export const V0_STATUSES: Readonly<Record<OrderStatus, string>> = {
  PENDING: 'Pending',
  UNSHIPPED: 'Unshipped',
  PARTIALLY_SHIPPED: 'PartiallyShipped',
  SHIPPED: 'Shipped',
  CANCELLED: 'Canceled',
};

const GetOrders = z.object({
  CreatedAfter: one.pipe(Timestamp).optional(),
  CreatedBefore: one.pipe(Timestamp).optional(),
  LastUpdatedAfter: one.pipe(Timestamp).optional(),
  LastUpdatedBefore: one.pipe(Timestamp).optional(),
  OrderStatuses: list(10).optional(),
  MarketplaceIds: list(50),
  FulfillmentChannels: listOf(['MFN', 'AFN']).optional(),
  MaxResultsPerPage: whole(1, 100).optional(),
  NextToken: one.optional(),
  AmazonOrderIds: list(50).optional(),
});

const getOrders = handler('orders-v0', 'getOrders', { query: GetOrders }, (turn, call) => {
  const { query, seller } = call;
  const span = query.AmazonOrderIds
    ? ({ by: 'placedAt', after: 0, before: turn.now } as const)
    : readSpan(turn, {
        created: [query.CreatedAfter, query.CreatedBefore],
        updated: [query.LastUpdatedAfter, query.LastUpdatedBefore],
      });
  if ('refusal' in span) return badRequest('orders-v0', span.refusal);
  const found = () =>
    ordersOf(turn, seller.id, span).filter(
      (order) =>
        query.MarketplaceIds.includes(order.marketplaceId) &&
        (query.AmazonOrderIds?.includes(order.id) ?? true) &&
        (query.OrderStatuses?.includes(V0_STATUSES[order.status]) ?? true) &&
        (query.FulfillmentChannels?.includes('MFN') ?? true),
    );
  const { MaxResultsPerPage, NextToken, ...filters } = query;
  const paged = pageOf(
    turn,
    {
      api: 'orders-v0',
      operation: 'getOrders',
      sellerId: seller.id,
      filters: JSON.stringify(filters),
      pageSize: MaxResultsPerPage ?? 100,
      token: NextToken,
      lifetimeMs: DAY,
    },
    found,
  );
  if ('answer' in paged) return paged.answer;
  const key = span.by === 'placedAt' ? 'CreatedBefore' : 'LastUpdatedBefore';
  return accepted({
    payload: {
      Orders: paged.page.items.map((order) => orderV0(turn, call, order)),
      ...(paged.page.nextToken ? { NextToken: paged.page.nextToken } : {}),
      [key]: stamp(turn, span.before),
    },
  });
});

type AnyCall = Call<unknown, unknown>;

function onOrder(id: string, show: (turn: Turn, call: AnyCall, order: Order) => unknown) {
  return handler('orders-v0', id, {}, (turn, call: AnyCall): Answer => {
    const order = turn.world.read('order', call.parameters['orderId'] ?? '');
    if (order?.sellerId !== call.seller.id) return notFound('The order was not found.');
    return accepted({ payload: show(turn, call, order) });
  });
}

export const ORDERS_V0_HANDLERS = [
  getOrders,
  onOrder('getOrder', orderV0),
  onOrder('getOrderItems', (_turn, _call, order) => ({
    AmazonOrderId: order.id,
    OrderItems: order.lines.map((line) => lineV0(order, line)),
  })),
  onOrder('getOrderAddress', (_turn, call, order) => ({
    AmazonOrderId: order.id,
    ...(isTold(order) ? { ShippingAddress: addressV0(call, order) } : {}),
  })),
  onOrder('getOrderBuyerInfo', (_turn, call, order) => ({
    AmazonOrderId: order.id,
    BuyerEmail: order.buyer.email,
    ...(sees(call, 'buyerInfo') ? { BuyerName: order.buyer.name } : {}),
  })),
  onOrder('getOrderItemsBuyerInfo', (_turn, _call, order) => ({
    AmazonOrderId: order.id,
    OrderItems: order.lines.map(({ itemId }) => ({ OrderItemId: itemId })),
  })),
];

// Personal data comes only with a restricted data token that names it.
function sees(call: AnyCall | { readonly dataElements?: readonly string[] }, element: string) {
  return call.dataElements?.includes(element) ?? false;
}

function isTold(order: Order): boolean {
  return order.status !== 'PENDING' && order.status !== 'CANCELLED';
}

function orderV0(
  turn: Turn,
  call: { readonly dataElements?: readonly string[] },
  order: Order,
): Record<string, unknown> {
  const shipped = order.lines.reduce((sum, { fulfilled }) => sum + fulfilled, 0);
  const open = order.lines.reduce(
    (sum, { ordered, fulfilled, cancelled }) => sum + ordered - fulfilled - cancelled,
    0,
  );
  const told = order.status !== 'PENDING';
  return {
    AmazonOrderId: order.id,
    PurchaseDate: stamp(turn, order.placedAt),
    LastUpdateDate: stamp(turn, order.updatedAt),
    OrderStatus: V0_STATUSES[order.status],
    FulfillmentChannel: 'MFN',
    SalesChannel: storeName(order.marketplaceId),
    ShipServiceLevel: 'Std US D2D Dom',
    ...(told ? { OrderTotal: moneyV0(order, totalOf(order.lines)) } : {}),
    NumberOfItemsShipped: shipped,
    NumberOfItemsUnshipped: open,
    PaymentMethod: isPaidOnDelivery(order) ? 'COD' : 'Other',
    MarketplaceId: order.marketplaceId,
    ShipmentServiceLevelCategory: 'Standard',
    OrderType: 'StandardOrder',
    EarliestShipDate: stamp(turn, order.shipFrom),
    LatestShipDate: stamp(turn, order.shipBy),
    EarliestDeliveryDate: stamp(turn, order.deliverFrom),
    ...(isTold(order) ? { LatestDeliveryDate: stamp(turn, order.deliverBy) } : {}),
    IsBusinessOrder: order.business,
    IsPrime: order.prime,
    IsPremiumOrder: false,
    IsReplacementOrder: false,
    ...(isTold(order) ? { ShippingAddress: addressV0(call, order) } : {}),
    ...(sees(call, 'buyerInfo') && isTold(order)
      ? { BuyerInfo: { BuyerEmail: order.buyer.email, BuyerName: order.buyer.name } }
      : {}),
  };
}

function addressV0(call: { readonly dataElements?: readonly string[] }, { buyer }: Order): object {
  return {
    ...(sees(call, 'shippingAddress')
      ? { Name: buyer.name, AddressLine1: buyer.addressLine1, Phone: buyer.phone }
      : {}),
    City: buyer.city,
    ...(buyer.state ? { StateOrRegion: buyer.state } : {}),
    PostalCode: buyer.postalCode,
    CountryCode: buyer.country,
  };
}

function lineV0(order: Order, line: OrderLine): object {
  return {
    ASIN: line.asin,
    SellerSKU: line.sku,
    OrderItemId: line.itemId,
    Title: line.title,
    QuantityOrdered: line.ordered,
    QuantityShipped: line.fulfilled,
    // The price of all units together; unknown while the order is pending.
    ...(order.status === 'PENDING' ? {} : { ItemPrice: moneyV0(order, totalOf([line])) }),
    ConditionId: 'New',
    ...(line.cancelRequest
      ? {
          BuyerRequestedCancel: {
            IsBuyerRequestedCancel: 'true',
            BuyerCancelReason: line.cancelRequest,
          },
        }
      : {}),
  };
}

function moneyV0(order: Order, minor: number): { CurrencyCode: string; Amount: string } {
  return { CurrencyCode: order.currency, Amount: decimal(order, minor) };
}
