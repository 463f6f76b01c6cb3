import { randomBytes } from 'node:crypto';
import { type Context, forbidden } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { searchState, standingSearch, tellsOf } from '../core/culprit-search.ts';
import type { CulpritSearch, InboundPlan, SearchStage } from '../core/inbound-plan.ts';
import { withoutSkus } from '../core/take-out.ts';
import type { Errand } from '../errands/errand.ts';
import { askToStop, loadErrand } from '../errands/errand-store.ts';
import { loadPlan } from '../store.ts';
import { keep, openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';

// Which calls the SKUs of a plan can make fail, by the key of their move.
const STAGES: Readonly<Record<string, SearchStage>> = {
  'create-plan': 'create',
  'generate-packing': 'packing',
  'send-boxes': 'boxes',
  'generate-placement': 'placement',
};

/** How far the plan got when Amazon stumbled over it and did not say why; undefined otherwise. */
function searchableStage(
  plan: InboundPlan,
  errand: Pick<Errand, 'move' | 'problems'> | undefined,
): SearchStage | undefined {
  const skus = skusOf(plan);
  const opaque = skus.length > 1 && tellsOf(errand?.problems ?? [], skus) === 'opaque';
  return opaque ? STAGES[errand?.move?.key ?? ''] : undefined;
}

/** Begins the search for the SKUs that Amazon stumbles over, or goes on with one that broke off. */
export async function findCulprit(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'edit-plans' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const search = brokenOff(plan) ?? (await begun(context, plan));
  if (!search) return refuse(problem('nothing-to-search'));
  const errand = { kind: 'find-culprit', input: {} } as const;
  return startErrand(context, opened.value, errand, { ...plan, search });
}

function brokenOff({ search }: InboundPlan): CulpritSearch | undefined {
  return search && (search.endedAt === undefined || search.open.length > 0) ? search : undefined;
}

async function begun(context: Context, plan: InboundPlan): Promise<CulpritSearch | undefined> {
  const failed = plan.errand && (await loadErrand(context.db, plan.errand.id));
  const stage = searchableStage(plan, failed);
  if (!stage) return undefined;
  return {
    tag: randomBytes(4).toString('hex'),
    stage,
    startedAt: context.clock.now(),
    skus: skusOf(plan),
    tries: [],
    open: [],
  };
}

/** Ends a search early: the call under way is waited for, and every shadow plan is cancelled. */
export async function stopSearch(
  context: Context,
  { planId }: Pick<PlanRef, 'planId'>,
): Promise<Result<{ readonly planId: string }>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  const { errand } = stored.plan;
  if (errand?.kind !== 'find-culprit' || errand.state !== 'running')
    return refuse(problem('nothing-to-stop'));
  await askToStop(context, planId, errand.id);
  return ok({ planId });
}

/**
 * Takes the SKUs that a search has found out of the plan. A plan that Amazon has is cancelled there
 * first and goes on as a draft, since quantities at Amazon are settled.
 */
export async function takeOutCulprits(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'edit-plans' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const found = culpritsOf(plan);
  if (found.length === 0) return refuse(problem('nothing-to-take-out'));
  if (plan.amazonPlanId === undefined)
    return keep(context, opened.value, withoutSkus(plan, found), 'take-out');
  return startErrand(context, opened.value, { kind: 'take-out', input: { skus: found } });
}

function culpritsOf(plan: InboundPlan): readonly string[] {
  const search = standingSearch(plan);
  if (search?.endedAt === undefined) return [];
  const { culprits } = searchState(search);
  return plan.lines.every(({ sku }) => culprits.includes(sku)) ? [] : culprits;
}

function skusOf(plan: InboundPlan): readonly string[] {
  return [...new Set(plan.lines.map(({ sku }) => sku))];
}

export type SearchOffer = { readonly skus: number };

/** Whether a search can be begun for what failed last. */
export function searchOffer(
  plan: InboundPlan,
  failed: Errand | undefined,
): SearchOffer | undefined {
  return searchableStage(plan, failed) ? { skus: skusOf(plan).length } : undefined;
}
