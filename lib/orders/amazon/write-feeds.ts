import { ADJUSTMENT_FIELDS, CLASSIC_FIELDS, writeTsv } from '#lib/flat-files';
import { type Money, toDecimal } from '#lib/kernel';
import type { Adjustment } from '../core/adjust.ts';

export const CONFIRMATION_FEED = 'POST_FLAT_FILE_FULFILLMENT_DATA';
export const CANCELLATION_FEED = 'POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA';
export const ADJUSTMENT_FEED = 'POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA';

/** The one charset that Amazon recommends for every store (Feeds 2021-06-30). */
export const FEED_CONTENT_TYPE = 'text/tab-separated-values; charset=UTF-8';

export type Cells = Readonly<Record<string, string>>;

/** A shipping confirmation: the eight classic columns, and what the rows have beyond them. */
export function writeConfirmations(rows: readonly Cells[]): string {
  const classic: ReadonlySet<string> = new Set(CLASSIC_FIELDS);
  const further = new Set(
    rows.flatMap((row) => Object.keys(row)).filter((name) => !classic.has(name)),
  );
  const columns = [...CLASSIC_FIELDS, ...further];
  return writeTsv([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]);
}

export type Cancellation = {
  readonly orderId: string;
  /** Empty where a file cancels a whole order without one. */
  readonly reason: string;
  /** Absent for the whole order. */
  readonly orderItemId?: string;
};

/** R30: a reason comes with an item code; a row for the whole order names neither. */
export function writeCancellations(
  rows: readonly Cancellation[],
  itemsOf: (orderId: string) => readonly string[],
): string {
  const lines = rows.flatMap(({ orderId, reason, orderItemId }) => {
    if (reason === '') return [[orderId, '', '']];
    const items = orderItemId === undefined ? itemsOf(orderId) : [orderItemId];
    return items.map((item) => [orderId, reason, item]);
  });
  return writeTsv([
    ['TemplateType=OrderCancellation', 'Version=1.0/1.0.3', REMARK],
    ['order-id', 'cancellation-reason-code', 'amazon-order-item-code'],
    ...lines,
  ]);
}

const REMARK = 'This row for Amazon.com use only.  Do not modify or delete.';

/** A row of a seller's own file goes as it is written, with the columns that we do not read. */
export type AdjustmentMessage = Adjustment & { readonly cells?: Cells };

/** Refunds, in the columns of the adjustment template. */
export function writeAdjustments(
  rows: readonly { readonly orderId: string; readonly adjustment: AdjustmentMessage }[],
): string {
  const lines = rows.map(({ orderId, adjustment }) => {
    const cells: Cells = {
      'order-id': orderId,
      'order-item-id': adjustment.orderItemId,
      'adjustment-reason-code': adjustment.reason,
      currency: adjustment.itemPrice.currency,
      'item-price-adj': amount(adjustment.itemPrice),
      'shipping-price-adj': adjustment.shippingPrice ? amount(adjustment.shippingPrice) : '',
      'quantity-cancelled': String(adjustment.quantityCancelled ?? ''),
      ...adjustment.cells,
    };
    return ADJUSTMENT_FIELDS.map((name) => cells[name] ?? '');
  });
  return writeTsv([[...ADJUSTMENT_FIELDS], ...lines]);
}

function amount(value: Money): string {
  return String(toDecimal(value));
}
