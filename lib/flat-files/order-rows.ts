import { ok, optional, readDecimal, refuse, type Result } from '#lib/kernel';
import { type CellReader, cellReader } from './cells.ts';
import { type ColumnNames, findTable, type Header } from './columns.ts';
import type { FlatFileProblem } from './problem.ts';
import { type RefusedRow, refusedRow } from './refused-row.ts';
import { openFile, whatItIs } from './source.ts';

/** One item of an order with its buyer, as the reports for shipping tell it; absent where they do not. */
export type OrderRow = {
  readonly line: number;
  readonly orderId: string;
  readonly orderItemId: string;
  readonly sku: string;
  readonly title: string;
  readonly ordered: number;
  readonly shipped: number;
  /** ISO 8601 with offset, as written. */
  readonly purchasedAt: string;
  readonly shipBy?: string;
  readonly deliverBy?: string;
  readonly serviceLevel?: string;
  readonly isPrime: boolean;
  readonly isBusiness: boolean;
  readonly isTransparency: boolean;
  readonly cancelReason?: string;
  readonly isCancelAsked: boolean;
  readonly originalOrderId?: string;
  readonly iossNumber?: string;
  readonly currency?: string;
  /** The line's total as written, not the price of one. */
  readonly itemPrice?: string;
  readonly buyer: OrderRowBuyer;
};

export type OrderRowBuyer = {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly companyName?: string;
  readonly purchaseOrderNumber?: string;
  readonly recipient?: string;
  readonly lines: readonly string[];
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly giftMessage?: string;
};

export type OrderRows = {
  readonly rows: readonly OrderRow[];
  readonly refused: readonly RefusedRow[];
};

/** Columns of the Unshipped Orders and the Order report; sellers choose which (2026-11-23). */
const COLUMNS = {
  orderId: ['order-id', 'amazon-order-id'],
  orderItemId: ['order-item-id', 'amazon-order-item-id'],
  sku: ['sku'],
  title: ['product-name'],
  ordered: ['quantity-purchased'],
  shipped: ['quantity-shipped'],
  purchasedAt: ['purchase-date'],
  shipBy: ['promise-date', 'latest-ship-date'],
  deliverBy: ['latest-delivery-date'],
  serviceLevel: ['ship-service-level'],
  prime: ['is-prime'],
  business: ['is-business-order'],
  transparency: ['is-transparency'],
  cancelAsked: ['is-buyer-requested-cancellation'],
  cancelReason: ['buyer-requested-cancel-reason'],
  originalOrderId: ['original-order-id'],
  iossNumber: ['ioss-number', 'ioss'],
  currency: ['currency'],
  itemPrice: ['item-price'],
  buyerName: ['buyer-name'],
  buyerEmail: ['buyer-email'],
  buyerPhone: ['ship-phone-number', 'buyer-phone-number'],
  company: ['buyer-company-name'],
  orderNumber: ['purchase-order-number'],
  recipient: ['recipient-name'],
  line1: ['ship-address-1'],
  line2: ['ship-address-2'],
  line3: ['ship-address-3'],
  city: ['ship-city'],
  state: ['ship-state'],
  postalCode: ['ship-postal-code'],
  country: ['ship-country'],
  giftMessage: ['gift-message-text'],
} as const;
type Field = keyof typeof COLUMNS;

const EXPECTED = ['order-id', 'order-item-id', 'purchase-date', 'quantity-purchased'];

/** Reads a report of orders to be shipped; one row per item, however the seller set its columns. */
export function readOrderRows(bytes: Uint8Array): Result<OrderRows, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const columns: ColumnNames<Field> = COLUMNS;
  const table = findTable(opened.value.sources, columns, isOrderHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const rows: OrderRow[] = [];
  const refused: RefusedRow[] = [];
  for (const row of table.rows) {
    const cells = cellReader(row, table.header);
    const read = readRow(cells, row.line);
    if (cells.refusals.length === 0) rows.push(read);
    else refused.push(...cells.refusals.map((refusal) => refusedRow(row, refusal, table.header)));
  }
  return ok({ rows, refused });
}

function isOrderHeader({ positions }: Header<Field>): boolean {
  return (['orderId', 'orderItemId', 'purchasedAt', 'ordered'] as const).every((field) =>
    positions.has(field),
  );
}

function readRow(cells: CellReader<Field>, line: number): OrderRow {
  const { text } = cells;
  for (const field of ['orderId', 'orderItemId'] as const)
    if (text(field) === '') cells.refuse(field, 'order-not-named');
  const maybe = <Key extends string>(key: Key, field: Field): { readonly [key in Key]?: string } =>
    optional(key, text(field) || undefined);
  return {
    line,
    orderId: text('orderId'),
    orderItemId: text('orderItemId'),
    sku: text('sku'),
    title: text('title'),
    ordered: countOf(cells, 'ordered'),
    shipped: countOf(cells, 'shipped'),
    purchasedAt: text('purchasedAt'),
    ...maybe('shipBy', 'shipBy'),
    ...maybe('deliverBy', 'deliverBy'),
    ...maybe('serviceLevel', 'serviceLevel'),
    isPrime: isTrue(text('prime')),
    isBusiness: isTrue(text('business')),
    isTransparency: isTrue(text('transparency')),
    isCancelAsked: isTrue(text('cancelAsked')),
    ...maybe('cancelReason', 'cancelReason'),
    ...maybe('originalOrderId', 'originalOrderId'),
    ...maybe('iossNumber', 'iossNumber'),
    ...maybe('currency', 'currency'),
    ...maybe('itemPrice', 'itemPrice'),
    buyer: {
      lines: [text('line1'), text('line2'), text('line3')].filter((part) => part !== ''),
      ...maybe('name', 'buyerName'),
      ...maybe('email', 'buyerEmail'),
      ...maybe('phone', 'buyerPhone'),
      ...maybe('companyName', 'company'),
      ...maybe('purchaseOrderNumber', 'orderNumber'),
      ...maybe('recipient', 'recipient'),
      ...maybe('city', 'city'),
      ...maybe('state', 'state'),
      ...maybe('postalCode', 'postalCode'),
      ...maybe('country', 'country'),
      ...maybe('giftMessage', 'giftMessage'),
    },
  };
}

function countOf(cells: CellReader<Field>, field: Field): number {
  const read = readDecimal(cells.text(field) || '0', 0);
  return read.ok ? read.value : (cells.refuse(field, 'quantity-unreadable') ?? 0);
}

function isTrue(text: string): boolean {
  return /^(?:true|yes|y|1)$/i.test(text);
}
