import { ok, readDecimal, refuse, type Result } from '#lib/kernel';
import { cellReader } from '../cells.ts';
import { type ColumnNames, findTable, type Header } from '../columns.ts';
import type { FlatFileProblem } from '../problem.ts';
import { type RefusedRow, refusedRow } from '../refused-row.ts';
import { openFile, whatItIs } from '../source.ts';

/** One item of an order that waits to be shipped. Buyers and addresses are not even read. */
export type OpenItem = {
  readonly orderId: string;
  readonly orderItemId: string;
  readonly sku: string;
  readonly purchased: number;
  readonly toShip: number;
  /** yyyy-mm-dd of the order, in the report's own time zone. */
  readonly purchaseDate: string;
  readonly isTransparency: boolean;
  readonly isCancellationAsked: boolean;
};

export type UnshippedReport = {
  readonly items: readonly OpenItem[];
  readonly refused: readonly RefusedRow[];
};

type Field =
  | 'order-id'
  | 'order-item-id'
  | 'sku'
  | 'purchased'
  | 'shipped'
  | 'to-ship'
  | 'purchase-date'
  | 'transparency'
  | 'cancellation';

/** Columns of GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING; sellers choose which (2026-11-23). */
const COLUMNS: ColumnNames<Field> = {
  'order-id': ['order-id', 'amazon-order-id'],
  'order-item-id': ['order-item-id', 'amazon-order-item-id'],
  sku: ['sku'],
  purchased: ['quantity-purchased'],
  shipped: ['quantity-shipped'],
  'to-ship': ['quantity-to-ship'],
  'purchase-date': ['purchase-date'],
  transparency: ['is-transparency'],
  cancellation: ['is-buyer-requested-cancellation'],
};

const EXPECTED = ['order-id', 'order-item-id', 'quantity-purchased', 'quantity-to-ship'];

/** Reads the Unshipped Orders report as far as a confirmation is checked against it. */
export function readUnshipped(bytes: Uint8Array): Result<UnshippedReport, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, COLUMNS, isUnshippedHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const items: OpenItem[] = [];
  const refused: RefusedRow[] = [];
  for (const row of table.rows) {
    const cells = cellReader(row, table.header);
    const count = (field: Field) => {
      const read = readDecimal(cells.text(field) || '0', 0);
      return read.ok ? read.value : (cells.refuse(field, 'quantity-unreadable') ?? 0);
    };
    const purchased = count('purchased');
    const toShip = cells.text('to-ship') === '' ? purchased - count('shipped') : count('to-ship');
    for (const field of ['order-id', 'order-item-id'] as const)
      if (cells.text(field) === '') cells.refuse(field, 'order-not-named');
    refused.push(...cells.refusals.map((refusal) => refusedRow(row, refusal, table.header)));
    if (cells.refusals.length > 0) continue;
    items.push({
      orderId: cells.text('order-id'),
      orderItemId: cells.text('order-item-id'),
      sku: cells.text('sku'),
      purchased,
      toShip,
      purchaseDate: cells.text('purchase-date').slice(0, 10),
      isTransparency: isTrue(cells.text('transparency')),
      isCancellationAsked: isTrue(cells.text('cancellation')),
    });
  }
  return ok({ items, refused });
}

function isUnshippedHeader({ positions }: Header<Field>): boolean {
  return positions.has('order-id') && positions.has('order-item-id') && positions.has('purchased');
}

function isTrue(text: string): boolean {
  return /^(?:true|yes|y|1)$/i.test(text);
}
