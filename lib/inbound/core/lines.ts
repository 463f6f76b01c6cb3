import { optional } from '#lib/kernel';
import type { Listing } from '#lib/listings';
import {
  type InboundPlan,
  lineKey,
  type PlanLine,
  type PrepCategory,
  type PrepFacts,
} from './inbound-plan.ts';
import { isPrepCategory, proposedOwner, usualPrepTypes } from './prep.ts';

/** A new line for a listing; the quantity is left to the plan step. */
export function lineOf(listing: Listing): PlanLine {
  return {
    sku: listing.sku,
    asin: listing.asin,
    title: listing.title,
    condition: listing.condition,
    ...optional('fnsku', listing.channel === 'amazon' ? listing.fnsku : undefined),
    quantity: 0,
    ...optional('unitDimensions', listing.dimensions),
    ...optional('unitWeight', listing.weight),
    ...optional('isJewelry', isJewelry(listing)),
  };
}

// Product types of Amazon's catalogue for jewelry and watches (checked 2026-11-23).
const JEWELRY =
  /^(?:WATCH|JEWELRY|(?:FINE|FASHION)(?:RING|EARRING|NECKLACE|OTHER)\w*|RING|EARRING|NECKLACE|BRACELET|ANKLET)$/;

function isJewelry({ productType = '' }: Listing): true | undefined {
  return JEWELRY.test(productType) ? true : undefined;
}

/** The plan with exactly the chosen listings: new ones added, others taken out, the rest kept. */
export function chooseLines(plan: InboundPlan, chosen: readonly Listing[]): InboundPlan {
  const skus = new Set(chosen.map((listing) => listing.sku));
  const known = new Set(plan.lines.map((line) => line.sku));
  const added = chosen.filter((listing) => !known.has(listing.sku)).map(lineOf);
  return { ...plan, lines: [...plan.lines.filter((line) => skus.has(line.sku)), ...added] };
}

/** Lines as the listings now are: converted, renamed or measured since the line was added. */
export function refreshLines(plan: InboundPlan, listings: readonly Listing[]): InboundPlan {
  const bySku = new Map(listings.map((listing) => [listing.sku, listing]));
  const lines = plan.lines.map((line) => {
    const listing = bySku.get(line.sku);
    return listing ? refreshLine(line, listing) : line;
  });
  return { ...plan, lines };
}

function refreshLine(line: PlanLine, listing: Listing): PlanLine {
  const { fnsku: _, ...rest } = line;
  return {
    ...rest,
    title: listing.title,
    condition: listing.condition,
    ...optional('fnsku', listing.channel === 'amazon' ? listing.fnsku : undefined),
    ...optional('unitDimensions', line.unitDimensions ?? listing.dimensions),
    ...optional('unitWeight', line.unitWeight ?? listing.weight),
    ...optional('isJewelry', isJewelry(listing)),
  };
}

/** What the seller enters for a line in the plan step. */
export type LineEntry = Pick<PlanLine, 'sku' | 'quantity' | 'expiry' | 'case'>;

/** The plan with quantities, cases and expiry dates as entered; unknown SKUs are left out. */
export function enterLines(plan: InboundPlan, entries: readonly LineEntry[]): InboundPlan {
  const bySku = new Map(plan.lines.map((line) => [line.sku, line]));
  const byKey = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const lines = entries.flatMap((entry) => {
    const line = byKey.get(lineKey(entry)) ?? bySku.get(entry.sku);
    if (!line) return [];
    const { expiry: _, case: __, ...rest } = line;
    return [
      {
        ...rest,
        quantity: entry.quantity,
        ...optional('expiry', entry.expiry),
        ...optional('case', entry.case),
      },
    ];
  });
  return { ...plan, lines };
}

/** What the seller enters for a SKU in the prep step; a SKU's lines share it. */
export type PrepEntry = {
  readonly sku: string;
  readonly unitDimensions?: PlanLine['unitDimensions'];
  readonly unitWeight?: PlanLine['unitWeight'];
  readonly prepCategory?: string;
  readonly prepTypes?: readonly string[];
  readonly prepOwner?: PlanLine['prepOwner'];
  readonly labelOwner?: PlanLine['labelOwner'];
};

export function enterPrep(plan: InboundPlan, entries: readonly PrepEntry[]): InboundPlan {
  const bySku = new Map(entries.map((entry) => [entry.sku, entry]));
  const lines = plan.lines.map((line) => {
    const entry = bySku.get(line.sku);
    return entry ? enterPrepOfLine(line, entry) : line;
  });
  return { ...plan, lines };
}

function enterPrepOfLine(line: PlanLine, entry: PrepEntry): PlanLine {
  const { prep } = line;
  const category = entry.prepCategory;
  const chosen =
    prep && isPrepCategory(category)
      ? {
          ...prep,
          told: prep.told ?? prep.category,
          category,
          types: entry.prepTypes ?? typesFor(category, prep),
        }
      : prep;
  return {
    ...line,
    ...optional('unitDimensions', entry.unitDimensions ?? line.unitDimensions),
    ...optional('unitWeight', entry.unitWeight ?? line.unitWeight),
    ...optional('prep', chosen),
    ...optional('prepOwner', entry.prepOwner ?? line.prepOwner),
    ...optional('labelOwner', entry.labelOwner ?? line.labelOwner),
  };
}

function typesFor(category: PrepCategory, prep: PrepFacts): readonly string[] {
  return category === prep.category ? prep.types : usualPrepTypes(category);
}

/** Puts what Amazon says about prep into the lines, and an allowed owner where none is chosen. */
export function takePrepFacts(
  plan: InboundPlan,
  facts: ReadonlyMap<string, NonNullable<PlanLine['prep']>>,
): InboundPlan {
  const lines = plan.lines.map((line) => {
    const prep = facts.get(line.sku);
    if (!prep) return line;
    return {
      ...line,
      prep,
      prepOwner: line.prepOwner ?? proposedOwner(prep, 'prepOwner', plan.marketplaceId),
      labelOwner: line.labelOwner ?? proposedOwner(prep, 'labelOwner', plan.marketplaceId),
    };
  });
  return { ...plan, lines };
}
