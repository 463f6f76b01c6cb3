import { money, toDecimal } from '#lib/kernel';

import type { ReportRecord } from '../entities.ts';
import type { Listing } from '../listings/entities.ts';
import { type InboundUnits, inboundUnits, inventoryListings } from '../listings/inventory.ts';
import { isFba } from '../listings/issues.ts';
import { packageSidesMm } from '../listings/measures.ts';
import type { Turn } from '../turn.ts';
import { type Columns, tableOf } from './table.ts';

type Row = {
  readonly listing: Listing;
  readonly way: InboundUnits;
  readonly fulfillable: number;
  readonly damaged: number;
};

const onTheWay = ({ way }: Row) => way.working + way.shipped + way.receiving;
const condition = ({ listing }: Row) => (listing.condition === 'new_new' ? 'New' : 'Used');
const yes = (truth: boolean) => (truth ? 'Yes' : 'No');

const MANAGED: Columns<Row> = [
  ['sku', ({ listing }) => listing.sku],
  ['fnsku', ({ listing }) => listing.fnsku ?? ''],
  ['asin', ({ listing }) => listing.asin],
  ['product-name', ({ listing }) => listing.title],
  ['condition', condition],
  ['your-price', ({ listing }) => String(toDecimal(money(listing.priceMinor, listing.currency)))],
  ['mfn-listing-exists', ({ listing }) => yes(!isFba(listing))],
  ['mfn-fulfillable-quantity', ({ listing }) => String(listing.availability[0]?.quantity ?? '')],
  ['afn-listing-exists', ({ listing }) => yes(isFba(listing))],
  ['afn-warehouse-quantity', ({ fulfillable, damaged }) => String(fulfillable + damaged)],
  ['afn-fulfillable-quantity', ({ fulfillable }) => String(fulfillable)],
  ['afn-unsellable-quantity', ({ damaged }) => String(damaged)],
  ['afn-reserved-quantity', () => '0'],
  ['afn-total-quantity', (row) => String(row.fulfillable + row.damaged + onTheWay(row))],
  ['per-unit-volume', ({ listing }) => cubicFeet(listing)],
  ['afn-inbound-working-quantity', ({ way }) => String(way.working)],
  ['afn-inbound-shipped-quantity', ({ way }) => String(way.shipped)],
  ['afn-inbound-receiving-quantity', ({ way }) => String(way.receiving)],
  ['afn-researching-quantity', () => '0'],
  ['afn-reserved-future-supply', () => '0'],
  ['afn-future-supply-buyable', () => '0'],
];

type Bucket = { readonly row: Row; readonly sellable: boolean; readonly quantity: number };

const AVAILABLE: Columns<Bucket> = [
  ['seller-sku', ({ row }) => row.listing.sku],
  ['fulfillment-channel-sku', ({ row }) => row.listing.fnsku ?? ''],
  ['asin', ({ row }) => row.listing.asin],
  ['condition-type', ({ row }) => (row.listing.condition === 'new_new' ? 'NewItem' : 'UsedItem')],
  ['Warehouse-Condition-code', ({ sellable }) => (sellable ? 'SELLABLE' : 'UNSELLABLE')],
  ['Quantity Available', ({ quantity }) => String(quantity)],
];

/** GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA: every SKU at Amazon with all of its quantities. */
export function managedInventoryReport(turn: Turn, report: ReportRecord): string | undefined {
  return tableOf(MANAGED, rowsOf(turn, report));
}

/** GET_AFN_INVENTORY_DATA: what lies in the warehouses, sellable and not. */
export function availableInventoryReport(turn: Turn, report: ReportRecord): string | undefined {
  const buckets = rowsOf(turn, report).flatMap((row): Bucket[] => [
    { row, sellable: true, quantity: row.fulfillable },
    ...(row.damaged > 0 ? [{ row, sellable: false, quantity: row.damaged }] : []),
  ]);
  return tableOf(AVAILABLE, buckets);
}

function rowsOf(turn: Turn, { sellerId, marketplaceIds }: ReportRecord): Row[] {
  return marketplaceIds.flatMap((marketplaceId) => {
    const inbound = inboundUnits(turn, sellerId, marketplaceId);
    return inventoryListings(turn, sellerId, marketplaceId).map((listing) => {
      const stock = turn.world.read('stock', listing.id);
      return {
        listing,
        way: inbound.get(listing.sku) ?? { working: 0, shipped: 0, receiving: 0 },
        fulfillable: stock?.fulfillable ?? 0,
        damaged: stock?.damaged ?? 0,
      };
    });
  });
}

const MM3_PER_CUBIC_FOOT = 304.8 ** 3;

function cubicFeet(listing: Listing): string {
  const sides = packageSidesMm(listing);
  if (!sides) return '';
  return (sides.reduce((volume, side) => volume * side, 1) / MM3_PER_CUBIC_FOOT).toFixed(2);
}
