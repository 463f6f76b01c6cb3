import type { Turn } from '../turn.ts';
import type { Owner } from '../inbound/entities.ts';
import type { Listing } from './entities.ts';

export type PrepRule = {
  readonly category: string;
  readonly types: readonly string[];
  readonly prepOwners: readonly Owner[];
  readonly labelOwners: readonly Owner[];
  readonly mustMatch: boolean;
};

const CLASSIFIED: Partial<Record<Listing['handling'], readonly [string, readonly string[]]>> = {
  textile: ['TEXTILE', ['ITEM_POLYBAGGING']],
  fragile: ['FRAGILE', ['ITEM_BUBBLEWRAP']],
  small: ['SMALL', ['ITEM_POLYBAGGING']],
  liquid: ['LIQUID', ['ITEM_POLYBAGGING', 'ITEM_CAP_SEALING']],
};

/** How a SKU is to be prepared, and who may do it. */
export function prepRuleOf(turn: Turn, listing: Listing): PrepRule {
  const [category, types] = classOf(turn, listing);
  const inUs = listing.marketplaceId === 'ATVPDKIKX0DER';
  // In the US Amazon neither preps nor labels since 2026-01-01 (model text, checked 2026-11-23).
  const helpers: readonly Owner[] = inUs ? ['SELLER'] : ['AMAZON', 'SELLER'];
  const prepped = types.some((type) => type !== 'ITEM_NO_PREP' && type !== 'ITEM_LABELING');
  const labelled = listing.fnsku !== listing.asin;
  return {
    category,
    types: prepped && labelled ? ['ITEM_LABELING', ...types] : types,
    prepOwners: prepped ? helpers : ['NONE'],
    labelOwners: labelled ? helpers : ['NONE'],
    mustMatch: prepped && labelled,
  };
}

function classOf(turn: Turn, listing: Listing): readonly [string, readonly string[]] {
  const chosen = turn.world.read('prep', listing.id);
  if (chosen) return [chosen.category, chosen.types.filter((type) => type !== 'ITEM_LABELING')];
  const classified = CLASSIFIED[listing.handling];
  if (classified) return classified;
  return listing.classified ? ['NONE', ['ITEM_NO_PREP']] : ['UNKNOWN', []];
}
