import type { Order, OrderLine } from '../orders/entities.ts';
import { isOpen } from '../orders/life.ts';
import type { Turn } from '../turn.ts';

type Row = { readonly order: Order; readonly line: OrderLine; readonly now: number };
type Column = readonly [header: string, cell: (row: Row) => string];

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

/** The columns of the Unshipped Orders Report, in the order in which Amazon writes them. */
const COLUMNS: readonly Column[] = [
  ['order-id', ({ order }) => order.id],
  ['order-item-id', ({ line }) => line.itemId],
  ['purchase-date', ({ order }) => iso(order.placedAt)],
  ['payments-date', ({ order }) => iso(order.placedAt)],
  ['reporting-date', ({ now }) => iso(now)],
  ['promise-date', ({ order }) => iso(order.shipBy)],
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
  ['recipient-name', ({ order }) => order.buyer.name],
  ['ship-address-1', ({ order }) => order.buyer.addressLine1],
  ['ship-address-2', () => ''],
  ['ship-address-3', () => ''],
  ['ship-city', ({ order }) => order.buyer.city],
  ['ship-state', ({ order }) => order.buyer.state ?? ''],
  ['ship-postal-code', ({ order }) => order.buyer.postalCode],
  ['ship-country', ({ order }) => order.buyer.country],
  ['is-business-order', ({ order }) => String(order.business)],
  ['purchase-order-number', () => ''],
  ['price-designation', () => ''],
  ['is-prime', ({ order }) => String(order.prime)],
];

/** GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING, or undefined when nothing waits. */
export function unshippedReport(
  turn: Turn,
  sellerId: string,
  marketplaceIds: readonly string[],
): string | undefined {
  const rows = turn.world
    .having('order', `seller ${sellerId}`)
    .flatMap((id) => turn.world.read('order', id) ?? [])
    .filter((order) => isOpen(order) && marketplaceIds.includes(order.marketplaceId))
    .flatMap((order) =>
      order.lines
        .filter((line) => line.ordered > line.fulfilled + line.cancelled)
        .map((line): Row => ({ order, line, now: turn.now })),
    );
  if (rows.length === 0) return undefined;
  const lines = [
    COLUMNS.map(([header]) => header),
    ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row).replace(/[\t\r\n]+/g, ' '))),
  ];
  return `${lines.map((line) => line.join('\t')).join('\r\n')}\r\n`;
}
