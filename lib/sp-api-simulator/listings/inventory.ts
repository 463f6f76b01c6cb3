import { DAY, SECOND } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest } from '../answer.ts';
import { handler, list, one, word } from '../call.ts';
import type { Shipment } from '../inbound/entities.ts';
import { pageOf } from '../paging.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Listing } from './entities.ts';

const Query = z.object({
  details: word(['true', 'false']).optional(),
  granularityType: word(['Marketplace']),
  granularityId: one.pipe(z.string().min(1)),
  startDateTime: one.optional(),
  sellerSkus: list(50).optional(),
  sellerSku: one.optional(),
  nextToken: one.optional(),
  marketplaceIds: list(1),
});

// The token of this list lives thirty seconds (fbaInventory model, checked 2026-11-23).
const TOKEN_LIFETIME_MS = 30 * SECOND;
const PAGE_SIZE = 50;
const EARLIEST = 18 * 30 * DAY;

const getInventorySummaries = handler(
  'inventory',
  'getInventorySummaries',
  { query: Query },
  (turn, call) => {
    const { query, seller } = call;
    const marketplaceId = query.marketplaceIds[0] ?? '';
    const since = query.startDateTime === undefined ? 0 : Date.parse(query.startDateTime);
    if (Number.isNaN(since) || (since !== 0 && since < turn.now - EARLIEST))
      return badRequest('inventory', 'startDateTime must be a date-time of the last 18 months.');
    const skus = query.sellerSkus ?? (query.sellerSku ? [query.sellerSku] : undefined);
    const found = inventoryListings(turn, seller.id, marketplaceId).filter(
      (listing) => (!skus || skus.includes(listing.sku)) && lastChange(turn, listing) >= since,
    );
    const paged = pageOf(
      turn,
      {
        api: 'inventory',
        operation: 'getInventorySummaries',
        sellerId: seller.id,
        filters: call.filters,
        pageSize: PAGE_SIZE,
        token: query.nextToken,
        lifetimeMs: TOKEN_LIFETIME_MS,
      },
      found,
    );
    if ('answer' in paged) return paged.answer;
    const inbound = inboundUnits(turn, seller.id, marketplaceId);
    const detailed = query.details === 'true';
    return accepted({
      payload: {
        granularity: { granularityType: 'Marketplace', granularityId: query.granularityId },
        inventorySummaries: paged.page.items.map((listing) =>
          summaryOf(turn, listing, inbound, detailed),
        ),
      },
      ...(paged.page.nextToken ? { pagination: { nextToken: paged.page.nextToken } } : {}),
    });
  },
);

export const INVENTORY_HANDLERS = [getInventorySummaries];

/** A seller's listings in a store that are or were fulfilled by Amazon. */
export function inventoryListings(turn: Turn, sellerId: string, marketplaceId: string): Listing[] {
  return turn.world
    .having('listing', `seller ${sellerId}`)
    .flatMap((id) => turn.world.read('listing', id) ?? [])
    .filter((listing) => listing.marketplaceId === marketplaceId && listing.fnsku !== undefined)
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

function lastChange(turn: Turn, listing: Listing): number {
  return turn.world.read('stock', listing.id)?.updatedAt ?? listing.updatedAt;
}

export type InboundUnits = { working: number; shipped: number; receiving: number };

/** Units on their way, per seller SKU, by how far they are. */
export function inboundUnits(
  turn: Turn,
  sellerId: string,
  marketplaceId: string,
): Map<string, InboundUnits> {
  const units = new Map<string, InboundUnits>();
  for (const id of turn.world.having('shipment', `seller ${sellerId}`)) {
    const shipment = turn.world.read('shipment', id);
    const bucket = shipment && BUCKETS[shipment.status];
    if (!shipment || !bucket || shipment.marketplaceId !== marketplaceId) continue;
    for (const item of turn.world.read('shipment-content', id)?.items ?? []) {
      const own = units.get(item.msku) ?? { working: 0, shipped: 0, receiving: 0 };
      const receipt = shipment.receipts.find(({ msku }) => msku === item.msku);
      const arrived = (receipt?.received ?? 0) + (receipt?.damaged ?? 0);
      own[bucket] += Math.max(0, item.quantity - arrived);
      units.set(item.msku, own);
    }
  }
  return units;
}

const BUCKETS: Readonly<Partial<Record<Shipment['status'], keyof InboundUnits>>> = {
  WORKING: 'working',
  READY_TO_SHIP: 'working',
  SHIPPED: 'shipped',
  IN_TRANSIT: 'shipped',
  DELIVERED: 'shipped',
  CHECKED_IN: 'receiving',
  RECEIVING: 'receiving',
};

function summaryOf(
  turn: Turn,
  listing: Listing,
  inbound: ReadonlyMap<string, InboundUnits>,
  detailed: boolean,
): Record<string, unknown> {
  const stock = turn.world.read('stock', listing.id);
  const way = inbound.get(listing.sku) ?? { working: 0, shipped: 0, receiving: 0 };
  const [fulfillable, damaged] = [stock?.fulfillable ?? 0, stock?.damaged ?? 0];
  return {
    asin: listing.asin,
    fnSku: listing.fnsku,
    sellerSku: listing.sku,
    condition: listing.condition === 'new_new' ? 'NewItem' : 'UsedItem',
    ...(detailed ? { inventoryDetails: detailsOf(fulfillable, damaged, way) } : {}),
    lastUpdatedTime: stamp(turn, lastChange(turn, listing)),
    productName: listing.title,
    totalQuantity: fulfillable + damaged + way.working + way.shipped + way.receiving,
    stores: [],
  };
}

function detailsOf(fulfillable: number, damaged: number, way: InboundUnits): object {
  return {
    fulfillableQuantity: fulfillable,
    inboundWorkingQuantity: way.working,
    inboundShippedQuantity: way.shipped,
    inboundReceivingQuantity: way.receiving,
    reservedQuantity: {
      totalReservedQuantity: 0,
      pendingCustomerOrderQuantity: 0,
      pendingTransshipmentQuantity: 0,
      fcProcessingQuantity: 0,
    },
    researchingQuantity: { totalResearchingQuantity: 0, researchingQuantityBreakdown: [] },
    unfulfillableQuantity: {
      totalUnfulfillableQuantity: damaged,
      customerDamagedQuantity: 0,
      warehouseDamagedQuantity: 0,
      distributorDamagedQuantity: 0,
      carrierDamagedQuantity: damaged,
      defectiveQuantity: 0,
      expiredQuantity: 0,
    },
  };
}
