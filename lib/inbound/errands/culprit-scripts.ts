import { invariant, MINUTE } from '#lib/kernel';
import type { AmazonAnswer, Gateway } from '#lib/sp-api';
import { readInstant } from '../amazon/answers.ts';
import { searchState, tellsOf } from '../core/culprit-search.ts';
import type { CulpritSearch, InboundPlan, SearchTry } from '../core/inbound-plan.ts';
import { lightShadow, nameOfShadow, shadowPlan } from '../core/shadow-plan.ts';
import { withoutSkus } from '../core/take-out.ts';
import { absorbed, type ErrandProgress, type ErrandScript, type Move, type Sent } from './move.ts';
import {
  confirmPacking,
  createPlan,
  generatePacking,
  generatePlacement,
  sendBoxes,
} from './plan-scripts.ts';
import { cancelPlanScript } from './shipping-scripts.ts';

/** How much earlier than our search a shadow plan may claim to have been created. */
const CLOCK_SKEW = 2 * MINUTE;

/**
 * Shows Amazon ever smaller parts of the plan, each on a shadow plan that is cancelled before the
 * next one is made. At the end, asked for or reached, whatever bears the search's tag is cancelled,
 * also what was made by a call whose answer never came.
 */
export const findCulpritScript: ErrandScript<Record<string, never>> = (plan, _, progress) => {
  const { search } = plan;
  invariant(search, 'a search was begun');
  const closing = search.open.map((id) => cancelShadow(plan, search, id));
  const ending = [...closing, sweep(plan, search, progress)];
  const isBegun = progress.underway?.startsWith(`${tryKey(search)}:`) === true;
  if (search.endedAt !== undefined) return closing;
  if (progress.isStopAsked && !isBegun) return ending;
  const { next } = searchState(search);
  if (search.shadow) return [stepOfTry(plan, search, next ?? [])];
  if (closing.length > 0) return closing;
  return next ? [stepOfTry(plan, search, next)] : ending;
};

function tryKey(search: CulpritSearch): string {
  return `try-shadow:${search.tries.length + 1}`;
}

/** The next call for the SKUs on trial, as it would be made for a plan of its own. */
function stepOfTry(plan: InboundPlan, search: CulpritSearch, skus: readonly string[]): Move {
  const shadow = shadowPlan(plan, search, skus);
  const { move, isLast } = stepOfShadow(search, shadow);
  const key = `${tryKey(search)}:${move.key}`;
  const over = (change: Partial<CulpritSearch>, outcome: SearchTry): InboundPlan => {
    const { shadow: _, ...rest } = search;
    return { ...plan, search: { ...rest, ...change, tries: [...search.tries, outcome] } };
  };
  const size = skus.length;
  return {
    ...move,
    key,
    absorb: async (amazon, accepted, aid) => {
      const inner = await move.absorb(amazon, accepted, aid);
      if (!inner.ok) return inner;
      const made = inner.value.plan;
      const open = withId(search.open, made.amazonPlanId);
      if (isLast) return absorbed(over({ open }, { size, outcome: 'passed' }));
      return absorbed({ ...plan, search: { ...search, open, shadow: lightShadow(made) } });
    },
    whenRefused: (problems, accepted) => {
      const tells = tellsOf(problems, skus);
      if (tells === undefined) return undefined;
      const open = withId(search.open, idOf(accepted));
      return tells === 'opaque'
        ? over({ open }, { size, outcome: 'stumbled' })
        : over({ open }, { size, outcome: 'named', named: tells.named });
    },
  };
}

function stepOfShadow(
  search: CulpritSearch,
  shadow: InboundPlan,
): { readonly move: Move; readonly isLast: boolean } {
  const { stage } = search;
  const { amazonPlanId, packing } = shadow;
  if (amazonPlanId === undefined) return { move: createPlan(shadow), isLast: stage === 'create' };
  if (!packing) return { move: generatePacking(shadow, amazonPlanId), isLast: stage === 'packing' };
  if (!packing.confirmed && packing.offer)
    return { move: confirmPacking(shadow, amazonPlanId, packing.offer.id), isLast: false };
  if (shadow.boxesSentAt === undefined)
    return { move: sendBoxes(shadow, amazonPlanId), isLast: stage === 'boxes' };
  return { move: generatePlacement(shadow, amazonPlanId), isLast: true };
}

// Only a plan's creation answers with a plan's id; a try's later steps have it in `open` already.
function idOf(accepted: Sent | undefined): string | undefined {
  return accepted?.subject;
}

function withId(open: readonly string[], id: string | undefined): readonly string[] {
  return id === undefined || open.includes(id) ? open : [...open, id];
}

function cancelShadow(plan: InboundPlan, search: CulpritSearch, id: string): Move {
  const { shadow: _, ...rest } = search;
  return {
    // What the sweep still finds is cancelled once more.
    key: `cancel-shadow:${id}:${search.endedAt === undefined ? 'after-try' : 'swept'}`,
    operation: 'cancelInboundPlan',
    send: async (amazon) => cancelUnlessVoid(amazon, id),
    absorb: async () =>
      absorbed({ ...plan, search: { ...rest, open: search.open.filter((each) => each !== id) } }),
  };
}

// A plan that could not be made is voided by Amazon itself, some seconds later (#4046, 2026-11-23).
async function cancelUnlessVoid(
  amazon: Gateway,
  inboundPlanId: string,
): Promise<AmazonAnswer<Sent>> {
  const found = await amazon.inbound.getInboundPlan({ inboundPlanId });
  if (!found.ok) return found;
  if (found.value.status === 'VOIDED') return { ok: true, value: {} };
  const cancelled = await amazon.inbound.cancelInboundPlan({ inboundPlanId });
  if (cancelled.ok) return { ok: true, value: { operationId: cancelled.value.operationId } };
  if (cancelled.failure.kind !== 'rejected') return cancelled;
  const again = await amazon.inbound.getInboundPlan({ inboundPlanId });
  return again.ok && again.value.status === 'VOIDED' ? { ok: true, value: {} } : cancelled;
}

/** Looks for shadow plans that nobody has an id of, and ends the search. */
function sweep(plan: InboundPlan, search: CulpritSearch, { isStopAsked }: ErrandProgress): Move {
  return {
    key: 'sweep-shadows',
    operation: 'listInboundPlans',
    send: async () => ({ ok: true, value: {} }),
    absorb: async (amazon, _, aid) => {
      const found = await shadowsAt(amazon, search);
      if (!found.ok) return found;
      const isStopped = isStopAsked && searchState(search).next !== undefined;
      return absorbed({
        ...plan,
        search: {
          ...search,
          open: found.value,
          endedAt: aid.now(),
          ...(isStopped ? { isStopped } : {}),
        },
      });
    },
  };
}

async function shadowsAt(amazon: Gateway, search: CulpritSearch): Promise<AmazonAnswer<string[]>> {
  const ids: string[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await amazon.inbound.listInboundPlans({
      pageSize: 30,
      sortBy: 'CREATION_TIME',
      sortOrder: 'DESC',
      status: 'ACTIVE',
      paginationToken,
    });
    if (!page.ok) return page;
    const plans = page.value.inboundPlans ?? [];
    const recent = plans.filter(
      ({ createdAt }) => (readInstant(createdAt) ?? 0) >= search.startedAt - CLOCK_SKEW,
    );
    for (const { name, inboundPlanId } of recent)
      if (name.startsWith(nameOfShadow(search.tag, ''))) ids.push(inboundPlanId);
    paginationToken = recent.length === plans.length ? page.value.pagination?.nextToken : undefined;
  } while (paginationToken !== undefined);
  return { ok: true, value: ids };
}

/** Takes SKUs out of a plan that Amazon has: it is cancelled there and goes on as a draft. */
export const takeOutScript: ErrandScript<{ readonly skus: readonly string[] }> = (
  plan,
  { skus },
  progress,
) => {
  if (plan.amazonPlanId === undefined) return [];
  return cancelPlanScript(plan, {}, progress).map((move) => ({
    ...move,
    key: 'take-out-of-amazon',
    absorb: async () => absorbed(withoutSkus(plan, skus)),
  }));
};
