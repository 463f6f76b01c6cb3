import { DAY, type Instant } from '#lib/kernel';

import type { OperationProblem } from '../entities.ts';
import { listingId } from '../listings/add.ts';
import { inboundObstacles } from '../listings/eligibility.ts';
import type { Listing } from '../listings/entities.ts';
import { isFba } from '../listings/issues.ts';
import { isOversize, packageGrams, packageSidesMm, tierOf } from '../listings/measures.ts';
import { prepRuleOf } from '../listings/prep.ts';
import { failure } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { PlanItem } from './entities.ts';
import type { ItemInput } from './schemas.ts';

// Remaining life that FBA wants of dated goods at creation (FBA_INB_0181, reports as of 2026-11-23).
const SHELF_LIFE_MS = 105 * DAY;

export function listingOfMsku(
  turn: Turn,
  sellerId: string,
  marketplaceId: string,
  msku: string,
): Listing | undefined {
  return turn.world.read('listing', listingId(sellerId, marketplaceId, msku));
}

/** What is wrong with a plan's items before Amazon even looks at the products: refused at once. */
export function refuseItems(
  turn: Turn,
  sellerId: string,
  marketplaceId: string,
  items: readonly ItemInput[],
): string | undefined {
  const seen = new Set<string>();
  const unavailable: string[] = [];
  for (const item of items) {
    if (seen.has(item.msku)) return `Duplicate MSKU '${item.msku}' in items.`;
    seen.add(item.msku);
    const listing = listingOfMsku(turn, sellerId, marketplaceId, item.msku);
    if (!listing || !isFba(listing) || !listing.fnsku) unavailable.push(item.msku);
    else {
      const owners = refuseOwners(turn, listing, item);
      if (owners !== undefined) return owners;
    }
  }
  if (unavailable.length === 0) return undefined;
  return (
    'The following MSKUs are not available for inbound. If these were recently added, ' +
    `please try again later. MSKUs: [${unavailable.join(', ')}].`
  );
}

function refuseOwners(turn: Turn, listing: Listing, item: ItemInput): string | undefined {
  const rule = prepRuleOf(turn, listing);
  const pairs = [
    ['prepOwner', item.prepOwner, rule.prepOwners],
    ['labelOwner', item.labelOwner, rule.labelOwners],
  ] as const;
  for (const [field, owner, allowed] of pairs) {
    if (allowed.includes(owner)) continue;
    const values = `Accepted values: [${allowed.join(', ')}]`;
    if (owner === 'NONE') return `${item.msku} requires ${field} but NONE was assigned. ${values}`;
    if (allowed.includes('NONE'))
      return `${item.msku} does not require ${field} but ${owner} was assigned. ${values}`;
    return `${item.msku} does not accept ${owner} as ${field}. ${values}`;
  }
  if (rule.mustMatch && item.prepOwner !== item.labelOwner)
    return `${item.msku} requires prepOwner and labelOwner to match.`;
  return undefined;
}

export type Resolved = {
  readonly items: readonly PlanItem[];
  readonly problems: readonly OperationProblem[];
};

/** The items as Amazon takes them up, and what it finds wrong with the products. */
export function resolveItems(
  turn: Turn,
  plan: { readonly sellerId: string; readonly marketplaceId: string; readonly createdAt: Instant },
  inputs: readonly ItemInput[],
): Resolved {
  const items: PlanItem[] = [];
  const problems: OperationProblem[] = [];
  for (const input of inputs) {
    const listing = listingOfMsku(turn, plan.sellerId, plan.marketplaceId, input.msku);
    if (!listing) continue;
    problems.push(...productProblems(turn, listing, input, plan.createdAt));
    const item = planItem(turn, listing, input);
    if (item) items.push(item);
  }
  const told = turn.quirks.has('partialProblems') ? problems.slice(0, 1) : problems;
  return { items, problems: told };
}

function planItem(turn: Turn, listing: Listing, input: ItemInput): PlanItem | undefined {
  const sides = packageSidesMm(listing);
  const grams = packageGrams(listing);
  if (!sides || !grams || !listing.fnsku) return undefined;
  const rule = prepRuleOf(turn, listing);
  return {
    msku: input.msku,
    asin: listing.asin,
    fnsku: listing.fnsku,
    quantity: input.quantity,
    prepOwner: input.prepOwner,
    labelOwner: input.labelOwner,
    prepTypes: rule.types,
    ...(input.expiration ? { expiration: input.expiration } : {}),
    ...(input.manufacturingLotCode ? { manufacturingLotCode: input.manufacturingLotCode } : {}),
    sizeClass: isOversize(sides, grams) ? 'oversize' : 'standard',
    handling: handlingGroup(listing),
    hazmat: listing.handling === 'battery' || listing.handling === 'hazmat',
    grams,
    tier: tierOf(sides, grams),
  };
}

function handlingGroup(listing: Listing): string {
  if (listing.handling === 'fragile' || listing.handling === 'liquid') return 'fragile';
  if (listing.handling === 'textile') return 'textile';
  return 'general';
}

function productProblems(
  turn: Turn,
  listing: Listing,
  input: ItemInput,
  at: Instant,
): OperationProblem[] {
  const about = `There's an input error with the resource '${input.msku}'.`;
  const problems: OperationProblem[] = [];
  const add = (code: string, message: string) =>
    problems.push(failure(code, `ERROR: ${message}`, about));
  for (const code of inboundObstacles(listing))
    if (code !== 'FBA_INB_0004') add(code, OBSTACLES[code] ?? UNFIT);
  if (!packageSidesMm(listing)) add('FBA_INB_0004', missing('dimensions'));
  if (!packageGrams(listing)) add('FBA_INB_0005', missing('weight'));
  if (prepRuleOf(turn, listing).category === 'UNKNOWN') add('FBA_INB_0182', UNCLASSIFIED);
  if (listing.handling === 'dated' && !input.expiration)
    add('FBA_INB_0180', 'Expiration date required.');
  if (input.expiration && Date.parse(input.expiration) < at + SHELF_LIFE_MS)
    add('FBA_INB_0181', 'Expiration date must be at least 105 days from today.');
  return problems;
}

const missing = (what: string) =>
  `This product is missing necessary information; ${what} need to be provided in the ` +
  "manufacturer's original packaging.";

const UNCLASSIFIED =
  'Prep classification for this SKU was missing. Choose the prep category that applies to this ' +
  'SKU and apply any required prep and labeling to each sellable unit.';

const UNFIT = 'This product is not eligible for Fulfillment by Amazon.';

const OBSTACLES: Readonly<Record<string, string>> = {
  FBA_INB_0009: 'This product needs a safety data sheet before dangerous goods review can end.',
  FBA_INB_0015: 'This product is an unfulfillable dangerous good.',
  FBA_INB_0038: 'A parent ASIN cannot be sent to Amazon. Send its variations instead.',
  FBA_INB_0056: 'Used products other than media cannot be sent to Amazon.',
};
