import type { ReportRecord } from '../entities.ts';
import { storeName } from '../listings/views.ts';
import type { Order, OrderLine } from '../orders/entities.ts';
import { isOpen } from '../orders/life.ts';
import { decimal, totalOf } from '../orders/view-2026.ts';
import type { Turn } from '../turn.ts';
import { type Columns, nothing, offsetTime, tableOf } from './table.ts';

type Row = { readonly order: Order; readonly line: OrderLine; readonly now: number };

const ADDRESS: Columns<Row> = [
  ['recipient-name', ({ order }) => order.buyer.name],
  ['ship-address-1', ({ order }) => order.buyer.addressLine1],
  ['ship-address-2', nothing],
  ['ship-address-3', nothing],
  ['ship-city', ({ order }) => order.buyer.city],
  ['ship-state', ({ order }) => order.buyer.state ?? ''],
  ['ship-postal-code', ({ order }) => order.buyer.postalCode],
  ['ship-country', ({ order }) => order.buyer.country],
];

const SALES_CHANNEL: Columns<Row>[number] = [
  'sales-channel',
  ({ order }) => storeName(order.marketplaceId),
];

const UNSHIPPED: Columns<Row> = [
  ['order-id', ({ order }) => order.id],
  ['order-item-id', ({ line }) => line.itemId],
  ['purchase-date', ({ order }) => offsetTime(order.placedAt)],
  ['payments-date', ({ order }) => offsetTime(order.releasedAt ?? order.placedAt)],
  ['reporting-date', ({ now }) => offsetTime(now)],
  ['promise-date', ({ order }) => offsetTime(order.shipBy)],
  ['days-past-promise', ({ order, now }) => String(Math.floor((now - order.shipBy) / 86_400_000))],
  ['buyer-email', ({ order }) => order.buyer.email],
  ['buyer-name', ({ order }) => order.buyer.name],
  ['buyer-phone-number', ({ order }) => order.buyer.phone],
  ['sku', ({ line }) => line.sku],
  ['product-name', ({ line }) => line.title],
  ['quantity-purchased', ({ line }) => String(line.ordered)],
  ['quantity-shipped', ({ line }) => String(line.fulfilled)],
  ['quantity-to-ship', ({ line }) => String(line.ordered - line.fulfilled - line.cancelled)],
  ['ship-service-level', () => 'Standard'],
  ...ADDRESS,
  ['is-business-order', ({ order }) => String(order.business)],
  ['purchase-order-number', ({ order }) => order.buyer.purchaseOrder ?? ''],
  ['price-designation', nothing],
  ['is-prime', ({ order }) => String(order.prime)],
  ['is-buyer-requested-cancellation', ({ line }) => String(line.cancelRequest !== undefined)],
  ['buyer-requested-cancel-reason', ({ line }) => line.cancelRequest ?? ''],
  ['verge-of-cancellation', ({ order, now }) => String(now > order.shipBy)],
  ['verge-of-lateShipment', ({ order, now }) => String(now > order.shipBy - 86_400_000)],
];

const ORDERS: Columns<Row> = [
  ['order-id', ({ order }) => order.id],
  ['order-item-id', ({ line }) => line.itemId],
  ['purchase-date', ({ order }) => offsetTime(order.placedAt)],
  ['payments-date', ({ order }) => offsetTime(order.releasedAt ?? order.placedAt)],
  ['buyer-email', ({ order }) => order.buyer.email],
  ['buyer-name', ({ order }) => order.buyer.name],
  ['buyer-phone-number', ({ order }) => order.buyer.phone],
  ['sku', ({ line }) => line.sku],
  ['product-name', ({ line }) => line.title],
  ['quantity-purchased', ({ line }) => String(line.ordered)],
  ['currency', ({ order }) => order.currency],
  ['item-price', ({ order, line }) => decimal(order, totalOf([line]))],
  ['item-tax', ({ order }) => decimal(order, 0)],
  ['shipping-price', ({ order }) => decimal(order, 0)],
  ['shipping-tax', ({ order }) => decimal(order, 0)],
  ['ship-service-level', () => 'Standard'],
  ...ADDRESS,
  ['ship-phone-number', ({ order }) => order.buyer.phone],
  ['item-promotion-discount', nothing],
  ['item-promotion-id', nothing],
  ['ship-promotion-discount', nothing],
  ['ship-promotion-id', nothing],
  ['delivery-start-date', nothing],
  ['delivery-end-date', nothing],
  ['delivery-time-zone', nothing],
  ['delivery-Instructions', nothing],
  SALES_CHANNEL,
  ['earliest-ship-date', ({ order }) => offsetTime(order.shipFrom)],
  ['latest-ship-date', ({ order }) => offsetTime(order.shipBy)],
  ['earliest-delivery-date', ({ order }) => offsetTime(order.deliverFrom)],
  ['latest-delivery-date', ({ order }) => offsetTime(order.deliverBy)],
  ['is-business-order', ({ order }) => String(order.business)],
  ['purchase-order-number', ({ order }) => order.buyer.purchaseOrder ?? ''],
  ['price-designation', nothing],
  ['is-prime', ({ order }) => String(order.prime)],
  ['tax-collection-model', nothing],
  ['tax-collection-responsible-party', nothing],
];

const STATUSES: Readonly<Record<Order['status'], string>> = {
  PENDING: 'Pending',
  UNSHIPPED: 'Unshipped',
  PARTIALLY_SHIPPED: 'Shipping',
  SHIPPED: 'Shipped',
  CANCELLED: 'Cancelled',
};

const priced = (text: (row: Row) => string) => (row: Row) =>
  row.order.status === 'PENDING' ? '' : text(row);

const TRACKING: Columns<Row> = [
  ['amazon-order-id', ({ order }) => order.id],
  ['merchant-order-id', ({ order }) => order.id],
  ['purchase-date', ({ order }) => offsetTime(order.placedAt)],
  ['last-updated-date', ({ order }) => offsetTime(order.updatedAt)],
  ['order-status', ({ order }) => STATUSES[order.status]],
  ['fulfillment-channel', () => 'Merchant'],
  SALES_CHANNEL,
  ['order-channel', nothing],
  ['ship-service-level', () => 'Standard'],
  ['product-name', ({ line }) => line.title],
  ['sku', ({ line }) => line.sku],
  ['asin', ({ line }) => line.asin],
  ['item-status', ({ order, line }) => itemStatus(order, line)],
  ['quantity', ({ line }) => String(line.ordered - line.cancelled)],
  ['currency', ({ order }) => order.currency],
  ['item-price', priced(({ order, line }) => decimal(order, totalOf([line])))],
  ['item-tax', nothing],
  ['shipping-price', nothing],
  ['shipping-tax', nothing],
  ['gift-wrap-price', nothing],
  ['gift-wrap-tax', nothing],
  ['item-promotion-discount', nothing],
  ['ship-promotion-discount', nothing],
  ['ship-city', priced(({ order }) => order.buyer.city)],
  ['ship-state', priced(({ order }) => order.buyer.state ?? '')],
  ['ship-postal-code', priced(({ order }) => order.buyer.postalCode)],
  ['ship-country', priced(({ order }) => order.buyer.country)],
  ['promotion-ids', nothing],
  ['is-business-order', ({ order }) => String(order.business)],
  ['purchase-order-number', ({ order }) => order.buyer.purchaseOrder ?? ''],
  ['price-designation', nothing],
];

/** GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: what waits to be shipped. */
export function unshippedReport(turn: Turn, report: ReportRecord): string | undefined {
  const rows = rowsOf(turn, report, isOpen).filter(
    ({ line }) => line.ordered > line.fulfilled + line.cancelled,
  );
  const withChannel = report.reportOptions?.['ShowSalesChannel'] === 'true';
  return tableOf(withChannel ? [...UNSHIPPED, SALES_CHANNEL] : UNSHIPPED, rows);
}

/** GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING: orders by the moment at which they left Pending. */
export function orderReport(turn: Turn, report: ReportRecord): string | undefined {
  const within = spanOf(turn, report);
  return tableOf(
    ORDERS,
    rowsOf(turn, report, ({ releasedAt }) => releasedAt !== undefined && within(releasedAt)),
  );
}

/** GET_FLAT_FILE_ALL_ORDERS_DATA_BY_…: every order, without its buyer. */
export function trackingReport(by: 'placedAt' | 'updatedAt') {
  return (turn: Turn, report: ReportRecord): string | undefined => {
    const within = spanOf(turn, report);
    return tableOf(
      TRACKING,
      rowsOf(turn, report, (order) => within(order[by])),
    );
  };
}

function spanOf(turn: Turn, report: ReportRecord): (at: number) => boolean {
  const from = report.dataStartTime === undefined ? 0 : Date.parse(report.dataStartTime);
  const to = report.dataEndTime === undefined ? turn.now : Date.parse(report.dataEndTime);
  return (at) => at >= from && at <= to;
}

function rowsOf(turn: Turn, report: ReportRecord, take: (order: Order) => boolean): Row[] {
  return turn.world
    .having('order', `seller ${report.sellerId}`)
    .flatMap((id) => turn.world.read('order', id) ?? [])
    .filter((order) => report.marketplaceIds.includes(order.marketplaceId) && take(order))
    .sort((a, b) => a.placedAt - b.placedAt || (a.id < b.id ? -1 : 1))
    .flatMap((order) => order.lines.map((line): Row => ({ order, line, now: turn.now })));
}

function itemStatus(order: Order, line: OrderLine): string {
  if (line.cancelled === line.ordered) return 'Cancelled';
  if (order.status === 'PENDING') return '';
  return line.fulfilled + line.cancelled === line.ordered ? 'Shipped' : 'Unshipped';
}
