import { marketplaceById } from '#lib/kernel';

import type { FeedRecord, ReportRecord } from '../entities.ts';
import type { Listing, Stock } from '../listings/entities.ts';
import { inboundUnits } from '../listings/inventory.ts';
import { issuesOf } from '../listings/issues.ts';
import { storeName } from '../listings/views.ts';
import type { Order } from '../orders/entities.ts';
import { cancelledAt } from '../orders/life.ts';
import { V0_STATUSES } from '../orders/v0.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Change } from '../world.ts';

/** Something that a subscriber may want to know. */
export type News = {
  readonly type: string;
  /** What tells it apart from other news of the same instant. */
  readonly about: string;
  readonly payload: object;
  readonly spelling: 'camel' | 'pascal';
  readonly marketplaceId?: string;
  readonly orderChangeType?: string;
};

/** Which notification types a change of each kind may bring. */
export const TYPES_OF_KIND: Readonly<Record<Change['kind'], readonly string[]>> = {
  order: ['ORDER_CHANGE'],
  listing: [
    'LISTINGS_ITEM_STATUS_CHANGE',
    'LISTINGS_ITEM_ISSUES_CHANGE',
    'LISTINGS_ITEM_MFN_QUANTITY_CHANGE',
  ],
  stock: ['FBA_INVENTORY_AVAILABILITY_CHANGES'],
  report: ['REPORT_PROCESSING_FINISHED'],
  feed: ['FEED_PROCESSING_FINISHED'],
};

/** The notification types that this Amazon sends. */
export const NOTIFICATION_TYPES: readonly string[] = Object.values(TYPES_OF_KIND).flat();

export function newsOf(turn: Turn, change: Change): News[] {
  switch (change.kind) {
    case 'order':
      return change.after ? orderNews(turn, change.before, change.after) : [];
    case 'listing':
      return listingNews(turn, change.before, change.after);
    case 'stock':
      return change.after ? [stockNews(turn, change.after)] : [];
    case 'report':
      return change.after ? reportNews(change.before, change.after) : [];
    case 'feed':
      return change.after ? feedNews(change.before, change.after) : [];
  }
}

function orderNews(turn: Turn, before: Order | undefined, after: Order): News[] {
  const asks = (order: Order | undefined) =>
    order?.lines.some(({ cancelRequest }) => cancelRequest !== undefined) ?? false;
  const news: News[] = [];
  if (before?.status !== after.status)
    news.push(orderChange(turn, after, 'OrderStatusChange', V0_STATUSES[after.status]));
  if (asks(after) && !asks(before))
    news.push(orderChange(turn, after, 'BuyerRequestedChange', 'Buyer Requested Cancel'));
  return news;
}

function orderChange(turn: Turn, order: Order, kind: string, reason: string): News {
  const country = marketplaceById(order.marketplaceId)?.country;
  const told = order.status !== 'PENDING' && order.status !== 'CANCELLED';
  const count = (of: (line: Order['lines'][number]) => number) =>
    order.lines.reduce((sum, line) => sum + of(line), 0);
  const open = (line: Order['lines'][number]) => line.ordered - line.fulfilled - line.cancelled;
  return {
    type: 'ORDER_CHANGE',
    about: `${order.id} ${kind} ${order.status}`,
    spelling: 'pascal',
    marketplaceId: order.marketplaceId,
    orderChangeType: kind,
    payload: {
      OrderChangeNotification: {
        NotificationLevel: 'OrderLevel',
        SellerId: order.sellerId,
        AmazonOrderId: order.id,
        OrderChangeType: kind,
        OrderChangeTrigger: { TimeOfOrderChange: stamp(turn, turn.now), ChangeReason: reason },
        Summary: {
          MarketplaceId: order.marketplaceId,
          OrderStatus: V0_STATUSES[order.status],
          PurchaseDate: stamp(turn, order.placedAt),
          DestinationPostalCode: told ? order.buyer.postalCode : null,
          FulfillmentType: 'MFN',
          OrderType: 'StandardOrder',
          NumberOfItemsShipped: count((line) => line.fulfilled),
          NumberOfItemsUnshipped: count(open),
          EarliestShipDate: stamp(turn, order.shipFrom),
          LatestShipDate: stamp(turn, order.shipBy),
          EarliestDeliveryDate: stamp(turn, order.deliverFrom),
          LatestDeliveryDate: stamp(turn, order.deliverBy),
          CancelNotifyDate: stamp(turn, cancelledAt(order.shipBy, country)),
          OrderPrograms: [
            ...(order.business ? ['Business'] : []),
            ...(order.prime ? ['Prime'] : []),
          ],
          ShippingPrograms: [],
          OrderItems: order.lines.map((line) => ({
            OrderItemId: line.itemId,
            SellerSKU: line.sku,
            SupplySourceId: null,
            OrderItemStatus: open(line) > 0 ? 'Unshipped' : 'Shipped',
            Quantity: line.ordered,
            QuantityShipped: line.fulfilled,
            IsBuyerRequestedCancel: line.cancelRequest !== undefined,
          })),
        },
      },
    },
  };
}

function statusesOf(listing: Listing | undefined): readonly string[] {
  if (!listing) return [];
  const [own] = listing.availability;
  const sellable = own?.channel !== 'DEFAULT' || (own.quantity ?? 0) > 0;
  return listing.active && sellable ? ['BUYABLE', 'DISCOVERABLE'] : ['DISCOVERABLE'];
}

function listingNews(turn: Turn, before: Listing | undefined, after: Listing | undefined): News[] {
  const listing = after ?? before;
  if (!listing) return [];
  const about = {
    SellerId: listing.sellerId,
    MarketplaceId: listing.marketplaceId,
    Asin: listing.asin,
    Sku: listing.sku,
  };
  const tell = (type: string, payload: object): News => ({
    type,
    about: listing.id,
    spelling: 'pascal',
    marketplaceId: listing.marketplaceId,
    payload,
  });
  const news: News[] = [];
  if (statusesOf(before).join() !== statusesOf(after).join()) {
    const created = { CreatedDate: stamp(turn, listing.openedAt), Status: statusesOf(after) };
    news.push(tell('LISTINGS_ITEM_STATUS_CHANGE', { ...about, ...created }));
  }
  const severities = (each: Listing | undefined) =>
    [...new Set(each ? issuesOf(each).map(({ severity }) => severity) : [])].sort();
  if (severities(before).join() !== severities(after).join()) {
    const issues = { Severities: severities(after), EnforcementActions: [] };
    news.push(tell('LISTINGS_ITEM_ISSUES_CHANGE', { ...about, ...issues }));
  }
  const quantity = (each: Listing | undefined) =>
    each?.availability.find(({ channel }) => channel === 'DEFAULT')?.quantity;
  const units = quantity(after);
  if (units !== undefined && units !== quantity(before))
    news.push(
      tell('LISTINGS_ITEM_MFN_QUANTITY_CHANGE', {
        SellerId: listing.sellerId,
        FulfillmentChannelCode: 'DEFAULT',
        Sku: listing.sku,
        Quantity: units,
      }),
    );
  return news;
}

function stockNews(turn: Turn, stock: Stock): News {
  const listing = turn.world.read('listing', stock.id);
  const way = inboundUnits(turn, stock.sellerId, stock.marketplaceId).get(stock.msku);
  return {
    type: 'FBA_INVENTORY_AVAILABILITY_CHANGES',
    about: stock.id,
    spelling: 'pascal',
    marketplaceId: stock.marketplaceId,
    payload: {
      SellerId: stock.sellerId,
      FNSKU: listing?.fnsku ?? '',
      ASIN: listing?.asin ?? '',
      SKU: stock.msku,
      FulfillmentInventoryByMarketplace: [
        {
          MarketplaceId: stock.marketplaceId,
          ItemName: listing?.title ?? '',
          FulfillmentInventory: {
            InboundQuantityBreakdown: {
              Working: way?.working ?? 0,
              Shipped: way?.shipped ?? 0,
              Receiving: way?.receiving ?? 0,
            },
            Fulfillable: stock.fulfillable,
            Unfulfillable: stock.damaged,
            Researching: 0,
            ReservedQuantityBreakdown: {
              WarehouseProcessing: 0,
              WarehouseTransfer: 0,
              PendingCustomerOrder: 0,
            },
            FutureSupplyBuyable: 0,
            PendingCustomerOrderInTransit: 0,
          },
          Stores: [storeName(stock.marketplaceId)],
        },
      ],
    },
  };
}

function reportNews(before: ReportRecord | undefined, after: ReportRecord): News[] {
  if (after.status === 'IN_QUEUE' || before?.status === after.status) return [];
  return [
    {
      type: 'REPORT_PROCESSING_FINISHED',
      about: after.id,
      spelling: 'camel',
      payload: {
        reportProcessingFinishedNotification: {
          sellerId: after.sellerId,
          reportId: after.id,
          reportType: after.reportType,
          processingStatus: after.status,
          ...(after.fileId ? { reportDocumentId: after.fileId } : {}),
        },
      },
    },
  ];
}

function feedNews(before: FeedRecord | undefined, after: FeedRecord): News[] {
  if (after.status === 'IN_QUEUE' || before?.status === after.status) return [];
  return [
    {
      type: 'FEED_PROCESSING_FINISHED',
      about: after.id,
      spelling: 'camel',
      payload: {
        feedProcessingFinishedNotification: {
          sellerId: after.sellerId,
          feedId: after.id,
          feedType: after.feedType,
          processingStatus: after.status,
          ...(after.fileId ? { resultFeedDocumentId: after.fileId } : {}),
        },
      },
    },
  ];
}
