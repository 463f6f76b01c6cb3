import type { Problem } from '#lib/kernel';
import type { CulpritSearch, InboundPlan, SearchTry } from './inbound-plan.ts';

/** With more culprits than this it is hardly the SKUs. */
export const MOST_CULPRITS = 10;
/** A SKU is named once Amazon has stumbled over it alone this often; one bad moment names nobody. */
const STUMBLES_ALONE = 2;
/** Culprits found without a single try that passed: then Amazon stumbles over everything. */
const MOST_WITHOUT_PASS = 3;

export type SearchVerdict =
  /** without the culprits Amazon takes the plan; with none of them, it takes the whole by now */
  | 'found'
  /** whatever is tried, Amazon stumbles */
  | 'nothing-passes'
  /** every SKU passes in some company, all of them together do not */
  | 'unclear'
  | 'too-many';

export type SearchState = {
  readonly culprits: readonly string[];
  /** among these is one, as far as is known */
  readonly suspects: readonly string[];
  /** what to show Amazon next; absent when the search is over */
  readonly next?: readonly string[];
  readonly verdict?: SearchVerdict;
  /** the most tries until the next culprit is named and the rest has passed */
  readonly triesLeft: number;
};

/**
 * The most tries that so many culprits among so many SKUs can take: halving down to one, two tries
 * of it alone, and one of the rest.
 */
export function mostTries(skus: number, culprits = 1): number {
  return culprits * (halvings(skus) + STUMBLES_ALONE + 1);
}

/** Where a search stands after its tries. It begins with what is known: all SKUs together stumble. */
export function searchState(search: Pick<CulpritSearch, 'skus' | 'tries'>): SearchState {
  let at: Stand = {
    skus: search.skus,
    culprits: [],
    innocent: new Set(),
    suspects: search.skus,
    alone: 0,
    passes: 0,
  };
  for (const each of search.tries) at = after(at, each);
  const { culprits, suspects, verdict } = at;
  if (verdict) return { culprits, suspects: [], verdict, triesLeft: 0 };
  const triesLeft = suspects.length === 0 ? 1 : mostTries(suspects.length) - at.alone;
  return { culprits, suspects, next: nextOf(at), triesLeft };
}

type Stand = {
  readonly skus: readonly string[];
  readonly culprits: readonly string[];
  readonly innocent: ReadonlySet<string>;
  /** empty while the rest is to be tried */
  readonly suspects: readonly string[];
  readonly alone: number;
  readonly passes: number;
  readonly verdict?: SearchVerdict;
};

function nextOf({ skus, culprits, suspects }: Stand): readonly string[] {
  if (suspects.length === 0) return skus.filter((sku) => !culprits.includes(sku));
  return suspects.slice(0, Math.ceil(suspects.length / 2));
}

function after(at: Stand, { outcome, named = [] }: SearchTry): Stand {
  const tried = nextOf(at);
  if (outcome === 'named') return convict(at, named);
  const passes = at.passes + (outcome === 'passed' ? 1 : 0);
  if (at.suspects.length === 0) return afterRest({ ...at, passes }, outcome);
  if (outcome === 'passed') return acquit({ ...at, passes }, tried);
  if (tried.length > 1) return { ...at, suspects: tried };
  const alone = at.alone + 1;
  return alone < STUMBLES_ALONE ? { ...at, suspects: tried, alone } : convict(at, tried);
}

function acquit(at: Stand, tried: readonly string[]): Stand {
  const innocent = new Set([...at.innocent, ...tried]);
  const suspects = at.suspects.filter((sku) => !innocent.has(sku));
  return { ...at, innocent, suspects, alone: 0 };
}

function convict(at: Stand, named: readonly string[]): Stand {
  const culprits = [...new Set([...at.culprits, ...named])];
  const next = { ...at, culprits, suspects: [], alone: 0 };
  return culprits.length < at.skus.length ? next : { ...next, verdict: 'nothing-passes' };
}

function afterRest(at: Stand, outcome: SearchTry['outcome']): Stand {
  if (outcome === 'passed') return { ...at, verdict: 'found' };
  const { culprits, innocent, passes } = at;
  if (passes === 0 && culprits.length >= MOST_WITHOUT_PASS)
    return { ...at, verdict: 'nothing-passes' };
  if (culprits.length >= MOST_CULPRITS) return { ...at, verdict: 'too-many' };
  const suspects = nextOf(at).filter((sku) => !innocent.has(sku));
  return suspects.length === 0 ? { ...at, verdict: 'unclear' } : { ...at, suspects };
}

/** The search of a plan while what it says still holds: over the same SKUs, as far as Amazon had them. */
export function standingSearch(plan: InboundPlan): CulpritSearch | undefined {
  const { search, amazonPlanId, placementConfirmed } = plan;
  if (!search || placementConfirmed || plan.cancelledAt !== undefined) return undefined;
  if (search.stage === 'create' && amazonPlanId !== undefined) return undefined;
  const skus = new Set(plan.lines.map(({ sku }) => sku));
  return skus.size === search.skus.length && search.skus.every((sku) => skus.has(sku))
    ? search
    : undefined;
}

function halvings(skus: number): number {
  return Math.ceil(Math.log2(Math.max(1, skus)));
}

// Codes that say no more than that something went wrong (selling-partner-api-models #4107, #4344,
// #4690, checked 2026-11-23).
const OPAQUE = new Set([
  'InternalServerError',
  'InternalFailure',
  'FBA_INB_0049',
  'FBA_INB_0059',
  'FBA_INB_0066',
  'FBA_INB_0115',
  'UNKNOWN_INB_ERROR_CODE',
]);

/**
 * What a refusal tells about the SKUs: those it names, or nothing because it is opaque; undefined
 * when it is about something else.
 */
export function tellsOf(
  problems: readonly Problem[],
  skus: readonly string[],
): 'opaque' | { readonly named: readonly string[] } | undefined {
  const named = problems.flatMap(({ facts }) => skus.filter((sku) => sku === facts['subject']));
  if (named.length > 0) return { named };
  return problems.length > 0 && problems.every(isOpaque) ? 'opaque' : undefined;
}

function isOpaque({ code, facts }: Problem): boolean {
  if (code === 'plan-voided-by-amazon') return true;
  if (code === 'amazon-refused')
    return facts['subject'] === undefined && OPAQUE.has(String(facts['amazonCode']));
  const codes = facts['codes'];
  return (
    code === 'amazon-unavailable' &&
    Array.isArray(codes) &&
    codes.some((each) => OPAQUE.has(String(each)))
  );
}
