import { ok, problem, refuse, type Result } from '#lib/kernel';
import { findTable, type Header, normaliseName, type Table } from './columns.ts';
import { type ListingRow, readListing } from './listing-row.ts';
import { KNOWN_UNUSED, LISTING_COLUMNS, type ListingField } from './listings-columns.ts';
import type { FlatFileProblem } from './problem.ts';
import { type RefusedRow, refusedRow } from './refused-row.ts';
import { openFile, type OpenFile, whatItIs } from './source.ts';

export type ListingsReport = {
  readonly listings: readonly ListingRow[];
  readonly refused: readonly RefusedRow[];
  readonly unknownColumns: readonly string[];
  readonly encoding: OpenFile['encoding'];
  readonly headerLine: number;
};

/** Columns that every variant of the report has beside SKU and channel; two of them make it one. */
const TELLING: readonly ListingField[] = ['asin', 'price', 'quantity', 'listing-id', 'open-date'];

/**
 * Reads GET_MERCHANT_LISTINGS_ALL_DATA and its sisters (active, inactive, cancelled listings) from
 * a file as downloaded, or as a spreadsheet saved it. Every row is a listing or a refusal.
 */
export function readListingsReport(bytes: Uint8Array): Result<ListingsReport, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, LISTING_COLUMNS, isListingsHeader);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  return ok({
    ...sortRows(table),
    unknownColumns: table.header.unknown.filter((name) => !KNOWN_UNUSED.has(normaliseName(name))),
    encoding: opened.value.encoding,
    headerLine: table.header.line,
  });
}

const EXPECTED = ['seller-sku', 'asin1', 'price', 'quantity', 'fulfillment-channel'];

function isListingsHeader(header: Header<ListingField>): boolean {
  const telling = TELLING.filter((field) => header.positions.has(field));
  const hasBoth = header.positions.has('sku') && header.positions.has('channel');
  return hasBoth && telling.length >= 2;
}

function sortRows(table: Table<ListingField>): Pick<ListingsReport, 'listings' | 'refused'> {
  const listings: ListingRow[] = [];
  const refused: RefusedRow[] = [];
  const lineOfSku = new Map<string, number>();
  for (const row of table.rows) {
    const read = readListing(row, table.header);
    if ('refusal' in read) {
      refused.push(refusedRow(row, read.refusal, table.header));
      continue;
    }
    const { sku } = read.listing;
    const earlier = lineOfSku.get(sku);
    if (earlier === undefined) {
      lineOfSku.set(sku, row.line);
      listings.push(read.listing);
    } else {
      const repeated = problem('row-repeats-sku', { sku, firstLine: earlier });
      refused.push(refusedRow(row, { field: 'sku', problem: repeated }, table.header));
    }
  }
  return { listings, refused };
}
