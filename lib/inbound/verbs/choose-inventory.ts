import type { Context } from '#lib/context/server';
import { problem, refuse, type Result } from '#lib/kernel';
import { listingsById, listingsBySku } from '#lib/listings/server';
import { chooseLines } from '../core/lines.ts';
import { MOST_SKUS } from '../core/plan.ts';
import { keep, openPlan, type PlanRef, type Saved } from './edit-plan.ts';

export type ChooseInventoryInput = PlanRef & {
  readonly add: readonly string[];
  readonly removeSkus: readonly string[];
};

/** Adds listings to the plan, by their ids, and takes SKUs out of it. */
export async function chooseInventory(
  context: Context,
  input: ChooseInventoryInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'edit-plans', step: 'inventory' });
  if (!opened.ok) return opened;
  const { plan, connectionId } = opened.value;
  const added = await listingsById(context, input.add);
  const strangers = added.filter((listing) => listing.marketplaceId !== plan.marketplaceId);
  if (strangers.length > 0) {
    return refuse(...strangers.map(({ sku }) => problem('listing-of-other-marketplace', { sku })));
  }
  const parents = added.filter((listing) => listing.isParent);
  if (parents.length > 0) {
    return refuse(...parents.map(({ sku }) => problem('parent-not-convertible', { sku })));
  }
  const gone = new Set(input.removeSkus);
  const keptSkus = plan.lines.map((line) => line.sku).filter((sku) => !gone.has(sku));
  const place = { connectionId, marketplaceId: plan.marketplaceId };
  const kept = await listingsBySku(context, place, keptSkus);
  const bySku = new Map([...kept, ...added].map((listing) => [listing.sku, listing]));
  if (bySku.size > MOST_SKUS) {
    return refuse(problem('too-many-skus', { count: bySku.size, most: MOST_SKUS }));
  }
  return keep(context, opened.value, chooseLines(plan, [...bySku.values()]), 'choose-inventory');
}
