import type { Context } from '#lib/context/server';
import {
  type Instant,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
} from '#lib/kernel';
import { type Deadline, deadlinesOf } from '../core/deadlines.ts';
import type {
  InboundPlan,
  PlacementOffer,
  TransportOffer,
  WindowOffer,
} from '../core/inbound-plan.ts';
import { withOwnContents } from '../core/own-contents.ts';
import { currentStep, type StepId, type StepState, stepStates } from '../core/steps.ts';
import type { Errand } from '../errands/errand.ts';
import { loadErrands } from '../errands/errand-store.ts';
import { scriptOf } from '../errands/scripts.ts';
import { loadOffers, loadPlan } from '../store.ts';
import { type SearchOffer, searchOffer } from './find-culprit.ts';

/** Everything that a page of a plan shows around its own step. */
export type PlanView = {
  readonly plan: InboundPlan;
  readonly version: number;
  readonly steps: readonly StepState[];
  readonly current: StepId;
  readonly deadlines: readonly Deadline[];
  /** what Amazon was asked, the newest first */
  readonly errands: readonly Errand[];
  /** why the last thing asked of Amazon failed, while nothing else was asked since */
  readonly problems: readonly Problem[];
  /** present when Amazon stumbled and did not say over what, and the SKUs can be searched */
  readonly searchOffer?: SearchOffer;
  /** whether somebody has asked the running errand to end early */
  readonly isStopAsked: boolean;
  /** how many of the requests to Amazon are over, while something is asked */
  readonly progress?: Progress;
  readonly now: Instant;
};

export type Progress = { readonly done: number; readonly of: number };

const ERRANDS_SHOWN = 20;

export async function viewPlan(context: Context, planId: string): Promise<Result<PlanView>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const errands = await loadErrands(context, planId, ERRANDS_SHOWN);
  const { version } = stored;
  const plan = withOwnContents(stored.plan);
  const failed = plan.errand?.state === 'failed' ? plan.errand : undefined;
  const lastFailed = errands.find((errand) => errand.id === failed?.id);
  return ok({
    plan,
    version,
    steps: stepStates(plan),
    current: currentStep(plan),
    deadlines: deadlinesOf(plan),
    errands,
    problems: lastFailed?.problems ?? [],
    ...optional('searchOffer', searchOffer(plan, lastFailed)),
    isStopAsked: errands.some(
      ({ id, stopAskedAt }) => id === plan.errand?.id && stopAskedAt !== undefined,
    ),
    ...optional('progress', progressOf(plan, errands)),
    now: context.clock.now(),
  });
}

function progressOf(plan: InboundPlan, errands: readonly Errand[]): Progress | undefined {
  const running = errands.find(({ id, state }) => id === plan.errand?.id && state === 'running');
  if (!running) return undefined;
  const { kind, input, moved, move, stopAskedAt } = running;
  const moves = scriptOf(kind)(plan, input, {
    isStopAsked: stopAskedAt !== undefined,
    ...optional('underway', move?.key),
  });
  const left = moves.filter(({ key }) => !moved.includes(key));
  return { done: moved.length, of: moved.length + left.length };
}

export function placementOffers(
  context: Context,
  planId: string,
): Promise<readonly PlacementOffer[]> {
  return loadOffers<PlacementOffer>(context, planId, 'placement');
}

export function transportOffers(
  context: Context,
  planId: string,
): Promise<readonly TransportOffer[]> {
  return loadOffers<TransportOffer>(context, planId, 'transport');
}

export function windowOffers(context: Context, planId: string): Promise<readonly WindowOffer[]> {
  return loadOffers<WindowOffer>(context, planId, 'windows');
}

export type HistoryEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly verb: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Who did what to a plan, the newest first. */
export async function planHistory(
  context: Context,
  planId: string,
  most: number,
): Promise<readonly HistoryEntry[]> {
  const rows = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectType: 'inbound-plan', objectId: planId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return rows.map(({ id, at, actorName, verb, before, after }) => ({
    id,
    at: at.getTime(),
    actorName,
    verb,
    before,
    after,
  }));
}
