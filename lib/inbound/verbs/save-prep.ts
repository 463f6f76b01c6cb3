import type { Context } from '#lib/context/server';
import { ok, optional, refuse, type Result } from '#lib/kernel';
import { listingsBySku } from '#lib/listings/server';
import { type Findings, gather } from '../core/findings.ts';
import { askedSince } from '../errands/errand-store.ts';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { enterPrep, type PrepEntry } from '../core/lines.ts';
import { checkPlan } from '../core/plan.ts';
import { checkPrep } from '../core/prep.ts';
import type { StoredPlan } from '../store.ts';
import { keep, openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import type { SavedWithFindings } from './save-plan.ts';
import { storeDay } from './store-day.ts';

export type SavePrepInput = PlanRef & { readonly lines: readonly PrepEntry[] };

/** Keeps sizes, weights, prep and owners as entered, complete or not. */
export async function savePrep(
  context: Context,
  input: SavePrepInput,
): Promise<Result<SavedWithFindings>> {
  const entered = await enter(context, input);
  if (!entered.ok) return entered;
  const { stored, after, findings } = entered.value;
  const saved = await keep(context, stored, after, 'save-prep');
  return saved.ok ? ok({ ...saved.value, findings }) : saved;
}

/**
 * Creates the plan at Amazon: new sizes and missing prep categories are set first, packing options
 * are asked for right after.
 */
export async function createAtAmazon(
  context: Context,
  input: SavePrepInput,
): Promise<Result<Saved>> {
  const entered = await enter(context, input);
  if (!entered.ok) return entered;
  const { stored, after, findings } = entered.value;
  if (findings.blocking.length > 0) {
    await keep(context, stored, after, 'save-prep');
    return refuse(...findings.blocking);
  }
  const errand = {
    kind: 'create-plan' as const,
    input: {
      prepSkus: skusWithNewPrep(after),
      sized: await newSizes(context, stored, after),
      ...optional('askedSince', await askedSince(context, after.id)),
    },
  };
  return startErrand(context, stored, errand, after);
}

async function enter(context: Context, input: SavePrepInput) {
  const opened = await openPlan(context, input, { act: 'edit-plans', step: 'prep' });
  if (!opened.ok) return opened;
  const stored = opened.value;
  const after = enterPrep(stored.plan, input.lines);
  const findings: Findings = gather(checkPlan(after, storeDay(context, after)), checkPrep(after));
  return ok({ stored, after, findings });
}

// A category that Amazon did not have is the seller's word, and is told to Amazon.
function skusWithNewPrep(plan: InboundPlan): string[] {
  const changed = plan.lines.filter(
    ({ prep }) => prep?.told !== undefined && prep.told !== prep.category,
  );
  return [...new Set(changed.map((line) => line.sku))];
}

async function newSizes(context: Context, stored: StoredPlan, after: InboundPlan) {
  const place = { connectionId: stored.connectionId, marketplaceId: after.marketplaceId };
  const listings = await listingsBySku(
    context,
    place,
    after.lines.map((line) => line.sku),
  );
  const bySku = new Map(after.lines.map((line) => [line.sku, line]));
  return listings.flatMap((listing) => {
    const line = bySku.get(listing.sku);
    const { unitDimensions, unitWeight } = line ?? {};
    if (!unitDimensions || !unitWeight) return [];
    const same =
      JSON.stringify(listing.dimensions) === JSON.stringify(unitDimensions) &&
      JSON.stringify(listing.weight) === JSON.stringify(unitWeight);
    if (same) return [];
    const productType = listing.productType ?? 'PRODUCT';
    return [{ sku: listing.sku, productType, dimensions: unitDimensions, weight: unitWeight }];
  });
}
