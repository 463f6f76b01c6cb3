import type { Context } from '#lib/context/server';
import { readItem } from '../amazon.ts';
import { fbaWithoutFnsku, saveFnskus } from '../store.ts';

export const FNSKU_JOB = 'listings.read-fnskus';
/** Listings looked at one by one in a run, where the inventory does not know them. */
const ONE_BY_ONE = 50;

/**
 * Fills in the FNSKUs that no listings report has: from the inventory, which tells them by the
 * thousand, and for what has never been in stock from the listing itself.
 */
export async function readFnskus(
  context: Context,
  marketplaceId: string,
): Promise<{ readonly again?: number }> {
  const missing = new Set(await fbaWithoutFnsku(context, marketplaceId));
  if (missing.size === 0) return {};
  const summaries = await context.amazon.pages(
    (nextToken) =>
      context.amazon.inventory.getInventorySummaries({
        granularityType: 'Marketplace',
        granularityId: marketplaceId,
        marketplaceIds: [marketplaceId],
        nextToken,
      }),
    (page) => page.payload?.inventorySummaries,
  );
  if (!summaries.ok) return { again: 60 };
  const found = new Map<string, string>();
  for (const { sellerSku, fnSku } of summaries.value) {
    if (sellerSku !== undefined && fnSku !== undefined && missing.has(sellerSku)) {
      found.set(sellerSku, fnSku);
    }
  }
  for (const sku of [...missing].filter((sku) => !found.has(sku)).slice(0, ONE_BY_ONE)) {
    const item = await context.amazon.listings.getListingsItem({
      sku,
      marketplaceIds: [marketplaceId],
      includedData: ['summaries'],
    });
    const fnsku = item.ok ? readItem(item.value, marketplaceId).fnsku : undefined;
    if (fnsku !== undefined) found.set(sku, fnsku);
  }
  await saveFnskus(context, marketplaceId, found);
  return {};
}
