import type { Context } from '#lib/context/server';
import { type Availability, availabilityOf } from '../core/availability.ts';

export type StockOfSku = Availability & { readonly sku: string };

/**
 * What can still be bought of each SKU (R39). Amazon takes ordered units off a listing at once, so
 * what is on hand is the listing's quantity and what its orders hold.
 */
export async function availabilityOfSkus(
  context: Context,
  { marketplaceId, skus }: { readonly marketplaceId: string; readonly skus: readonly string[] },
): Promise<readonly StockOfSku[]> {
  const place = { connectionId: context.connection.id, marketplaceId, sku: { in: [...skus] } };
  const [listings, held] = await Promise.all([
    context.db.listing.findMany({
      where: { ...place, workspaceId: context.workspaceId, channel: 'merchant' },
      orderBy: { sku: 'asc' },
      select: { sku: true, quantity: true },
    }),
    context.db.orderItem.groupBy({
      by: ['sku', 'stage'],
      where: { ...place, openUnits: { gt: 0 }, order: { workspaceId: context.workspaceId } },
      _sum: { openUnits: true },
    }),
  ]);
  return listings.map(({ sku, quantity }) => {
    const units = (isPending: boolean) =>
      held
        .filter((row) => row.sku === sku && (row.stage === 'pending') === isPending)
        .reduce((total, { _sum: sums }) => total + (sums.openUnits ?? 0), 0);
    const demand = { pending: units(true), unshipped: units(false) };
    const onHand = (quantity ?? 0) + demand.pending + demand.unshipped;
    return { sku, ...availabilityOf(onHand, demand) };
  });
}
