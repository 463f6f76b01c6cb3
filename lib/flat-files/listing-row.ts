import { problem, type Problem, readDecimal, writeDecimal } from '#lib/kernel';
import type { Header } from './columns.ts';
import type { ListingField } from './listings-columns.ts';
import type { FlatFileProblem } from './problem.ts';
import type { Row } from './rows.ts';

/** Condition numbers of the report, in the words of the Listings Items API; 9 is "not used". */
const CONDITIONS = {
  1: 'used_like_new',
  2: 'used_very_good',
  3: 'used_good',
  4: 'used_acceptable',
  5: 'collectible_like_new',
  6: 'collectible_very_good',
  7: 'collectible_good',
  8: 'collectible_acceptable',
  10: 'refurbished_refurbished',
  11: 'new_new',
} as const;

/** Product ID types as they appear in reports (samples seen 2026-11-23). */
const PRODUCT_ID_TYPES = { 1: 'ASIN', 2: 'ISBN', 3: 'UPC', 4: 'EAN' } as const;

const STATUSES = { active: 'Active', inactive: 'Inactive', incomplete: 'Incomplete' } as const;

export type ListingCondition = (typeof CONDITIONS)[keyof typeof CONDITIONS];
export type ProductIdType = (typeof PRODUCT_ID_TYPES)[keyof typeof PRODUCT_ID_TYPES];
export type ListingStatus = (typeof STATUSES)[keyof typeof STATUSES];

/** One listing; null stands for what the report leaves blank, leaves out or writes in an unknown code. */
export type ListingRow = {
  readonly line: number;
  readonly sku: string;
  readonly asin: string | null;
  readonly title: string;
  readonly listingId: string | null;
  /** The amount as written and as read; the currency is the store's. */
  readonly price: { readonly text: string; readonly amount: number } | null;
  readonly quantity: number | null;
  readonly pendingQuantity: number | null;
  /** In the store's own format and time zone, as written. */
  readonly openDate: string | null;
  readonly condition: ListingCondition | null;
  readonly fulfilledBy: 'MERCHANT' | 'AMAZON' | null;
  /** DEFAULT, AMAZON_NA, ... as written. */
  readonly channelCode: string | null;
  readonly status: ListingStatus | null;
  readonly productId: { readonly type: ProductIdType | null; readonly value: string } | null;
  readonly shippingGroup: string | null;
};

export type CellRefusal = {
  readonly field: ListingField | undefined;
  readonly problem: Problem<FlatFileProblem>;
};

type Cells = (field: ListingField) => string;
type Read<Value> = { readonly value: Value } | { readonly refusal: CellRefusal };

// Amazon's length limit for a seller SKU; a longer one is a neighbour's cell.
const LONGEST_SKU = 40;
const ASIN = /^[A-Z0-9]{10}$/;
const SPREADSHEET_NUMBER = /^\d(?:[.,]\d+)?E\+\d+$/;

/** Reads one row under its header, or says which cell stands in the way. */
export function readListing(
  row: Row,
  header: Header<ListingField>,
): { readonly listing: ListingRow } | { readonly refusal: CellRefusal } {
  const cells: Cells = (field) => {
    const at = header.positions.get(field);
    return at === undefined ? '' : (row.cells[at]?.trim() ?? '');
  };
  if (hasSurplus(row, header.names.length))
    return refusal(undefined, 'row-with-shifted-cells', {
      cells: row.cells.length,
      columns: header.names.length,
    });
  const sku = readSku(cells('sku'));
  if ('refusal' in sku) return sku;
  const asin = readAsin(cells, header.positions.has('asin'));
  if ('refusal' in asin) return asin;
  const price = readPrice(cells('price'));
  if ('refusal' in price) return price;
  const quantity = readQuantity(cells, 'quantity');
  if ('refusal' in quantity) return quantity;
  const pending = readQuantity(cells, 'pending-quantity');
  if ('refusal' in pending) return pending;
  const channel = readChannel(cells('channel'));
  if ('refusal' in channel) return channel;
  return {
    listing: {
      line: row.line,
      sku: sku.value,
      asin: asin.value,
      title: cells('title'),
      listingId: cells('listing-id') || null,
      price: price.value,
      quantity: quantity.value,
      pendingQuantity: pending.value,
      openDate: cells('open-date') || null,
      condition: lookUp(CONDITIONS, cells('condition')),
      fulfilledBy: channel.value,
      channelCode: cells('channel') || null,
      status: lookUp(STATUSES, cells('status').toLowerCase()),
      productId: readProductId(cells),
      shippingGroup: cells('shipping-group') || null,
    },
  };
}

function hasSurplus(row: Row, columns: number): boolean {
  return row.cells.length > columns && row.cells.slice(columns).some((cell) => cell.trim() !== '');
}

function readSku(text: string): Read<string> {
  if (text === '') return refusal('sku', 'row-without-sku');
  if (SPREADSHEET_NUMBER.test(text)) return refusal('sku', 'sku-damaged-by-spreadsheet', { text });
  // eslint-disable-next-line no-control-regex
  if (text.length > LONGEST_SKU || /[\u0000-\u001f\ufffd]/.test(text))
    return refusal('sku', 'sku-unreadable', { text: text.slice(0, 60), longest: LONGEST_SKU });
  return { value: text };
}

function readAsin(cells: Cells, reported: boolean): Read<string | null> {
  const byId = cells('product-id-type') === '1' ? cells('product-id') : '';
  const text = (cells('asin') || byId).toUpperCase();
  if (text === '')
    return reported ? refusal('asin', 'asin-missing', { sku: cells('sku') }) : { value: null };
  if (!ASIN.test(text))
    return refusal(cells('asin') ? 'asin' : 'product-id', 'asin-unreadable', {
      sku: cells('sku'),
      text: text.slice(0, 60),
    });
  return { value: text };
}

/** More decimals than any currency has, so that a spreadsheet's rounding noise is not a refusal. */
const PRICE_PLACES = 8;

function readPrice(text: string): Read<ListingRow['price']> {
  if (text === '') return { value: null };
  const read = readDecimal(text, PRICE_PLACES);
  if (!read.ok) return refusal('price', 'price-unreadable', { text: text.slice(0, 60) });
  return { value: { text, amount: Number(writeDecimal(read.value, PRICE_PLACES)) } };
}

function readQuantity(
  cells: Cells,
  field: 'quantity' | 'pending-quantity',
): Read<ListingRow['quantity']> {
  const text = cells(field);
  if (text === '') return { value: null };
  const read = readDecimal(text, 0);
  if (!read.ok) return refusal(field, 'quantity-unreadable', { text: text.slice(0, 60) });
  return { value: read.value };
}

function readChannel(text: string): Read<ListingRow['fulfilledBy']> {
  const code = text.toUpperCase();
  if (code === '') return { value: null };
  if (code === 'DEFAULT') return { value: 'MERCHANT' };
  if (/^AMAZON_[A-Z]+$/.test(code)) return { value: 'AMAZON' };
  return refusal('channel', 'channel-unknown', { text: text.slice(0, 60) });
}

function readProductId(cells: Cells): ListingRow['productId'] {
  const value = cells('product-id');
  return value === '' ? null : { type: lookUp(PRODUCT_ID_TYPES, cells('product-id-type')), value };
}

function lookUp<Value>(table: Readonly<Record<string | number, Value>>, key: string): Value | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}

function refusal(
  field: ListingField | undefined,
  code: FlatFileProblem,
  facts: Readonly<Record<string, string | number>> = {},
): { readonly refusal: CellRefusal } {
  return { refusal: { field, problem: problem(code, facts) } };
}
