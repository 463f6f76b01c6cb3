import { ok, refuse, type Result } from '#lib/kernel';
import { type ColumnNames, findTable } from '../columns.ts';
import { namedRows, type NamedRow, type NamedRows } from '../named-rows.ts';
import type { FlatFileProblem } from '../problem.ts';
import { openFile, type OpenFile, whatItIs } from '../source.ts';

/** POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA, which only cancels (Seller Central, 2026-11-23). */
const CANCELLATION = {
  'order-id': ['order-id', 'amazon-order-id', '订单编号', '订单号'],
  'cancellation-reason-code': ['cancellation-reason-code', 'cancellation-reason', '取消原因'],
  'amazon-order-item-code': ['amazon-order-item-code', 'order-item-id', '订单商品编号'],
} as const;

/** POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA (Feeds guide, 2026-11-23). */
const ADJUSTMENT = {
  'order-id': ['order-id', 'amazon-order-id', '订单编号', '订单号'],
  'order-item-id': ['order-item-id', 'amazon-order-item-code', '订单商品编号'],
  'adjustment-reason-code': ['adjustment-reason-code', 'adjustment-reason', '调整原因'],
  currency: ['currency', '币种', '货币'],
  'item-price-adj': ['item-price-adj'],
  'item-tax-adj': ['item-tax-adj'],
  'shipping-price-adj': ['shipping-price-adj'],
  'shipping-tax-adj': ['shipping-tax-adj'],
  'gift-wrap-price-adj': ['gift-wrap-price-adj'],
  'gift-wrap-tax-adj': ['gift-wrap-tax-adj'],
  'item-promotion-adj': ['item-promotion-adj'],
  'item-promotion-id': ['item-promotion-id'],
  'ship-promotion-adj': ['ship-promotion-adj'],
  'ship-promotion-id': ['ship-promotion-id'],
  'quantity-cancelled': ['quantity-cancelled', 'quantity-canceled'],
} as const;

export type CancellationField = keyof typeof CANCELLATION;
export type AdjustmentField = keyof typeof ADJUSTMENT;
export type CancellationRow = NamedRow<CancellationField>;
export type AdjustmentRow = NamedRow<AdjustmentField>;

export const CANCELLATION_FIELDS = Object.keys(CANCELLATION) as readonly CancellationField[];
export const ADJUSTMENT_FIELDS = Object.keys(ADJUSTMENT) as readonly AdjustmentField[];

export type OrderActFile =
  | ({ readonly kind: 'cancellation' } & NamedRows<CancellationField>)
  | ({ readonly kind: 'adjustment' } & NamedRows<AdjustmentField>);

const EXPECTED = ['order-id', 'cancellation-reason-code', 'adjustment-reason-code'];

/** Reads Amazon's order cancellation or order adjustment file, whichever it is. */
export function readOrderActs(bytes: Uint8Array): Result<OrderActFile, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const adjustments = rowsOf(opened.value, ADJUSTMENT, ADJUSTMENT_FIELDS, [
    'order-id',
    'adjustment-reason-code',
  ]);
  if (adjustments) return ok({ kind: 'adjustment', ...adjustments });
  const cancellations = rowsOf(opened.value, CANCELLATION, CANCELLATION_FIELDS, [
    'order-id',
    'cancellation-reason-code',
  ]);
  if (cancellations) return ok({ kind: 'cancellation', ...cancellations });
  return refuse(whatItIs(opened.value, EXPECTED));
}

function rowsOf<Field extends string>(
  { sources, encoding }: OpenFile,
  columns: ColumnNames<Field>,
  fields: readonly Field[],
  needed: readonly Field[],
): NamedRows<Field> | undefined {
  const table = findTable(sources, columns, ({ positions }) =>
    needed.every((field) => positions.has(field)),
  );
  return table && namedRows(table, encoding, fields);
}
