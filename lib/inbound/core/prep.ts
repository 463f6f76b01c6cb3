import { problem, type Problem } from '#lib/kernel';
import { blocking, type Findings, gather } from './findings.ts';
import {
  type InboundPlan,
  type Owner,
  type OwnerConstraint,
  type PlanLine,
  PREP_CATEGORIES,
  type PrepFacts,
} from './inbound-plan.ts';

const UNITED_STATES = 'ATVPDKIKX0DER';

export type OwnerField = 'prepOwner' | 'labelOwner';

/**
 * Who may prepare or label a SKU (R22 to R24). Amazon itself does neither in the US for shipments
 * created from 2026-01-01 on.
 */
export function allowedOwners(
  facts: PrepFacts | undefined,
  field: OwnerField,
  marketplaceId: string,
): readonly Owner[] {
  const constraint =
    field === 'prepOwner' ? facts?.prepOwnerConstraint : facts?.labelOwnerConstraint;
  const owners = byConstraint(constraint, field, facts);
  return marketplaceId === UNITED_STATES ? owners.filter((owner) => owner !== 'AMAZON') : owners;
}

function byConstraint(
  constraint: OwnerConstraint | undefined,
  field: OwnerField,
  facts: PrepFacts | undefined,
): readonly Owner[] {
  if (constraint === 'AMAZON_ONLY') return ['AMAZON'];
  if (constraint === 'SELLER_ONLY') return ['SELLER'];
  if (constraint === 'NONE_ONLY') return ['NONE'];
  if (field === 'prepOwner' && facts?.category === 'NONE') return ['NONE', 'SELLER', 'AMAZON'];
  return ['SELLER', 'AMAZON'];
}

/** The owner to begin with: the only one allowed, else the first. */
export function proposedOwner(
  facts: PrepFacts | undefined,
  field: OwnerField,
  marketplaceId: string,
): Owner {
  const allowed = allowedOwners(facts, field, marketplaceId);
  // R24: where the owners must match, what only one of them may be would be refused at once.
  const other = allowedOwners(
    facts,
    field === 'prepOwner' ? 'labelOwner' : 'prepOwner',
    marketplaceId,
  );
  const shared = facts?.ownersMustMatch ? allowed.filter((owner) => other.includes(owner)) : [];
  return shared[0] ?? allowed[0] ?? 'SELLER';
}

/** R26: a category that a seller may choose and Amazon takes. */
export function isPrepCategory(
  category: string | undefined,
): category is (typeof PREP_CATEGORIES)[number] {
  return (PREP_CATEGORIES as readonly (string | undefined)[]).includes(category);
}

/** What stands in the way of creating the plan at Amazon (R7, R22 to R26). */
export function checkPrep(plan: InboundPlan): Findings {
  return gather(...plan.lines.map((line) => checkLine(line, plan.marketplaceId)));
}

function checkLine(line: PlanLine, marketplaceId: string): Findings {
  const at = `lines.${line.sku}`;
  return blocking(
    hasSize(line)
      ? undefined
      : problem('unit-needs-dimensions', { sku: line.sku }, `${at}.dimensions`),
    line.unitWeight && line.unitWeight.amount > 0
      ? undefined
      : problem('unit-needs-weight', { sku: line.sku }, `${at}.weight`),
    line.prep === undefined || line.prep.category === 'UNKNOWN'
      ? problem('prep-not-classified', { sku: line.sku }, `${at}.prepCategory`)
      : undefined,
    checkOwner(line, 'prepOwner', marketplaceId),
    checkOwner(line, 'labelOwner', marketplaceId),
    line.prep?.ownersMustMatch === true && line.prepOwner !== line.labelOwner
      ? problem('owners-must-match', { sku: line.sku }, `${at}.labelOwner`)
      : undefined,
  );
}

function hasSize(line: PlanLine): boolean {
  const size = line.unitDimensions;
  return size !== undefined && Math.min(size.length, size.width, size.height) > 0;
}

function checkOwner(line: PlanLine, field: OwnerField, marketplaceId: string): Problem | undefined {
  const allowed = allowedOwners(line.prep, field, marketplaceId);
  const owner = line[field];
  if (owner !== undefined && allowed.includes(owner)) return undefined;
  return problem(
    'owner-not-allowed',
    { sku: line.sku, field, owner: owner ?? '', allowed },
    `lines.${line.sku}.${field}`,
  );
}

// The customary prep of each category (setPrepDetails; Amazon's own matrix is not published).
const USUAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  NONE: ['ITEM_NO_PREP'],
  ADULT: ['ITEM_BLACK_SHRINKWRAP'],
  BABY: ['ITEM_POLYBAGGING'],
  FRAGILE: ['ITEM_BUBBLEWRAP'],
  GRANULAR: ['ITEM_POLYBAGGING'],
  HANGER: ['ITEM_HANG_GARMENT'],
  LIQUID: ['ITEM_POLYBAGGING'],
  PERFORATED: ['ITEM_POLYBAGGING'],
  SET: ['ITEM_SETSTK'],
  SHARP: ['ITEM_BUBBLEWRAP'],
  SMALL: ['ITEM_POLYBAGGING'],
  TEXTILE: ['ITEM_POLYBAGGING'],
};

export function usualPrepTypes(category: string): readonly string[] {
  return USUAL_TYPES[category] ?? ['ITEM_NO_PREP'];
}
