import { problem, readDecimal, writeDecimal } from '#lib/kernel';
import { faultOfSku, LONGEST_SKU } from './cells.ts';
import type { Header } from './columns.ts';
import type { ListingField } from './listings-columns.ts';
import type { FlatFileProblem } from './problem.ts';
import type { CellRefusal } from './refused-row.ts';
import type { Row } from './rows.ts';

/** Condition numbers of the report; 9 stands for no condition at all. */
const CONDITIONS = {
  1: 'used-like-new',
  2: 'used-very-good',
  3: 'used-good',
  4: 'used-acceptable',
  5: 'collectible-like-new',
  6: 'collectible-very-good',
  7: 'collectible-good',
  8: 'collectible-acceptable',
  10: 'refurbished',
  11: 'new',
} as const;

/** Product ID types as they appear in reports (samples seen 2026-11-23). */
const PRODUCT_ID_TYPES = { 1: 'ASIN', 2: 'ISBN', 3: 'UPC', 4: 'EAN' } as const;

const STATUSES = { active: 'active', inactive: 'inactive', incomplete: 'incomplete' } as const;

export type ListingCondition = (typeof CONDITIONS)[keyof typeof CONDITIONS] | 'unknown';
export type ListingStatus = keyof typeof STATUSES | 'unknown';
export type ProductIdType = (typeof PRODUCT_ID_TYPES)[keyof typeof PRODUCT_ID_TYPES] | 'unknown';

/** One listing; undefined stands for what the report leaves blank or leaves out. */
export type ListingRow = {
  /** The physical line of the file, the first being 1. */
  readonly line: number;
  readonly sku: string;
  /** Empty where the report has no ASIN column and names the product otherwise. */
  readonly asin: string;
  readonly title: string;
  readonly listingId: string | undefined;
  /** A plain decimal such as "19.99", however the file writes it; the currency is the store's. */
  readonly price: string | undefined;
  readonly quantity: number | undefined;
  readonly pendingQuantity: number | undefined;
  /** In the store's own format and time zone, as written. */
  readonly openDate: string | undefined;
  readonly condition: ListingCondition;
  readonly channel: 'merchant' | 'amazon';
  /** DEFAULT, AMAZON_NA, ... as written. */
  readonly channelCode: string;
  readonly status: ListingStatus;
  readonly productId: { readonly type: ProductIdType; readonly value: string } | undefined;
  readonly shippingGroup: string | undefined;
};

type Cells = (field: ListingField) => string;
type Refused = { readonly refusal: CellRefusal<ListingField> };
type Read<Value> = { readonly value: Value } | Refused;

const ASIN = /^[A-Z0-9]{10}$/;

/** Reads one row under its header, or says which cell stands in the way. */
export function readListing(
  row: Row,
  header: Header<ListingField>,
): { readonly listing: ListingRow } | Refused {
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
      listingId: cells('listing-id') || undefined,
      price: price.value,
      quantity: quantity.value,
      pendingQuantity: pending.value,
      openDate: cells('open-date') || undefined,
      condition: lookUp(CONDITIONS, cells('condition')),
      channel: channel.value,
      channelCode: cells('channel'),
      status: lookUp(STATUSES, cells('status').toLowerCase()),
      productId: readProductId(cells),
      shippingGroup: cells('shipping-group') || undefined,
    },
  };
}

function hasSurplus(row: Row, columns: number): boolean {
  return row.cells.length > columns && row.cells.slice(columns).some((cell) => cell.trim() !== '');
}

function readSku(text: string): Read<string> {
  const fault = faultOfSku(text);
  if (fault) return refusal('sku', fault, { text: text.slice(0, 60), longest: LONGEST_SKU });
  return { value: text };
}

function readAsin(cells: Cells, reported: boolean): Read<string> {
  const byId = cells('product-id-type') === '1' ? cells('product-id') : '';
  const text = (cells('asin') || byId).toUpperCase();
  if (text === '')
    return reported ? refusal('asin', 'asin-missing', { sku: cells('sku') }) : { value: '' };
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
  if (text === '') return { value: undefined };
  const read = readDecimal(text, PRICE_PLACES);
  if (!read.ok) return refusal('price', 'price-unreadable', { text: text.slice(0, 60) });
  return { value: writeDecimal(read.value, PRICE_PLACES) };
}

function readQuantity(
  cells: Cells,
  field: 'quantity' | 'pending-quantity',
): Read<ListingRow['quantity']> {
  const text = cells(field);
  if (text === '') return { value: undefined };
  const read = readDecimal(text, 0);
  if (!read.ok) return refusal(field, 'quantity-unreadable', { text: text.slice(0, 60) });
  return { value: read.value };
}

function readChannel(text: string): Read<ListingRow['channel']> {
  const code = text.toUpperCase();
  if (code === 'DEFAULT') return { value: 'merchant' };
  if (/^AMAZON_[A-Z]+$/.test(code)) return { value: 'amazon' };
  return refusal('channel', 'channel-unknown', { text: text.slice(0, 60) });
}

function readProductId(cells: Cells): ListingRow['productId'] {
  const value = cells('product-id');
  return value === ''
    ? undefined
    : { type: lookUp(PRODUCT_ID_TYPES, cells('product-id-type')), value };
}

function lookUp<Value>(
  table: Readonly<Record<string | number, Value>>,
  key: string,
): Value | 'unknown' {
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? 'unknown';
}

function refusal(
  field: ListingField | undefined,
  code: FlatFileProblem,
  facts: Readonly<Record<string, string | number>> = {},
): Refused {
  return { refusal: { field, problem: problem(code, facts) } };
}
