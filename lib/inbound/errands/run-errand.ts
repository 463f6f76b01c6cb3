import type { Context } from '#lib/context/server';
import { type Instant, optional, type Problem, SECOND } from '#lib/kernel';
import { type AmazonFailure, operationProblems } from '#lib/sp-api';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { loadPlan, type StoredPlan } from '../store.ts';
import type { Errand, TranscriptLine } from './errand.ts';
import { finishErrand, loadErrand, saveAttempt, saveMove, saveMoved } from './errand-store.ts';
import type { Move, MoveAid, Sent } from './move.ts';
import { failureProblems, refusedProblems } from './problems.ts';
import { scriptOf } from './scripts.ts';

/** How often something that may pass is tried before the seller is told. */
const MOST_ATTEMPTS = 6;
/** How long to wait before asking again whether Amazon is done, growing while it is not. */
const POLLS_SECONDS = [1, 2, 3, 5, 8, 13, 15] as const;
/** A run gives the worker back after this; the job is put into the queue again. */
const RUN_SECONDS = 45;
/** While all changes at Amazon are stopped, an errand waits where it stands. */
const SECONDS_WHILE_STOPPED = 15;

/** What is to become of the job: over, or to be taken up again in so many seconds. */
export type RunOutcome = { readonly again?: number };

/**
 * Carries an errand on from wherever it stands: after a crash, a restart, or a wait. Each step is
 * written down before and after Amazon is called, and nothing is called twice that must not be.
 */
export async function runErrand(
  context: Context,
  errandId: string,
  sleep: (ms: number) => Promise<void>,
): Promise<RunOutcome> {
  const endsAt = performance.now() + RUN_SECONDS * SECOND;
  for (;;) {
    const errand = await loadErrand(context.db, errandId);
    if (errand?.state !== 'running') return {};
    const stored = await loadPlan(context, errand.planId);
    if (!stored) return {};
    const step = await stepOn(context, errand, stored, { sleep, endsAt });
    if (step !== 'on') return step;
  }
}

type Surroundings = {
  readonly sleep: (ms: number) => Promise<void>;
  readonly endsAt: number;
};

async function stepOn(
  context: Context,
  errand: Errand,
  stored: StoredPlan,
  around: Surroundings,
): Promise<RunOutcome | 'on'> {
  const moves = scriptOf(errand.kind)(stored.plan, errand.input, {
    isStopAsked: errand.stopAskedAt !== undefined,
    ...optional('underway', errand.move?.key),
  });
  const move = moves.find((candidate) => !errand.moved.includes(candidate.key));
  if (!move) {
    await finishErrand(context, errand, stored, { problems: [] });
    return {};
  }
  const asked = await ask(context, errand, move);
  if (!asked.ok)
    return giveUpOrWait(context, asked.errand, stored, { move, failure: asked.failure });
  const { errand: accepted, sent } = asked;
  const outcome = await awaitOperation(context, sent, around);
  if (outcome.kind === 'waiting') return { again: outcome.seconds };
  if (outcome.kind === 'failure') {
    return giveUpOrWait(context, accepted, stored, { move, failure: outcome.failure });
  }
  const answered =
    outcome.kind === 'refused' ? move.whenRefused?.(outcome.problems, sent) : undefined;
  if (outcome.kind === 'refused' && answered) {
    await saveMoved(context, accepted, stored, {
      absorbed: { plan: answered },
      key: move.key,
      line: line(context, move, 'failed', { messages: messagesOf(outcome.problems), ...sent }),
    });
    return 'on';
  }
  if (outcome.kind === 'refused' && mayPassAfterAll(accepted, outcome.problems)) {
    const { move: _, ...rest } = accepted;
    await saveAttempt(context, rest, line(context, move, 'failed', sent));
    return { again: 2 ** (errand.attempts + 1) };
  }
  if (outcome.kind === 'refused') {
    await finishErrand(context, accepted, stored, {
      problems: outcome.problems,
      plan: settleRefusal(stored.plan, outcome.problems),
      line: line(context, move, 'failed', { messages: messagesOf(outcome.problems), ...sent }),
    });
    return {};
  }
  const absorbed = await move.absorb(context.amazon, sent, aid(context, errand));
  if (!absorbed.ok)
    return giveUpOrWait(context, accepted, stored, { move, failure: absorbed.failure });
  await saveMoved(context, accepted, stored, {
    absorbed: absorbed.value,
    key: move.key,
    line: line(context, move, 'done', { ...sent, requestId: absorbed.requestId }),
  });
  return 'on';
}

type Asked =
  | { readonly ok: true; readonly errand: Errand; readonly sent: Sent }
  | { readonly ok: false; readonly errand: Errand; readonly failure: AmazonFailure };

/** Makes the call, unless it was made before: then finds out what became of it. */
async function ask(context: Context, errand: Errand, move: Move): Promise<Asked> {
  const progress = errand.move?.key === move.key ? errand.move : undefined;
  if (progress?.phase === 'accepted') return { ok: true, errand, sent: progress.sent ?? {} };
  const before = progress?.since ?? move.askedSince;
  const found = before === undefined ? undefined : await lookBack(context, errand, move, before);
  if (found) return found;
  const since = before ?? context.clock.now();
  const calling = await saveMove(
    context,
    errand,
    { key: move.key, phase: 'calling', since },
    line(context, move, 'asked'),
  );
  const answer = await move.send(context.amazon);
  if (answer.ok) {
    const { requestId } = answer;
    return accept(context, calling, move, { sent: answer.value, how: 'accepted', requestId });
  }
  // What Amazon has done already it refuses to do again (#4194, #4216); then it is done.
  const isRefused = answer.failure.kind === 'rejected';
  const done = isRefused ? await lookBack(context, calling, move, since) : undefined;
  return done?.ok === true ? done : { ok: false, errand: calling, failure: answer.failure };
}

/** Looks whether Amazon has what was asked for at `since` or later; undefined when it has not. */
async function lookBack(
  context: Context,
  errand: Errand,
  move: Move,
  since: Instant,
): Promise<Asked | undefined> {
  const found = await move.readBack?.(context.amazon, since, aid(context, errand));
  if (!found) return undefined;
  if (!found.ok) return { ok: false, errand, failure: found.failure };
  if (!found.value) return undefined;
  return accept(context, errand, move, { sent: found.value, how: 'read-back' });
}

async function accept(
  context: Context,
  errand: Errand,
  move: Move,
  answer: {
    readonly sent: Sent;
    readonly how: 'accepted' | 'read-back';
    readonly requestId?: string | undefined;
  },
): Promise<Asked> {
  const { sent, how, requestId } = answer;
  const since = errand.move?.since ?? context.clock.now();
  const accepted = await saveMove(
    context,
    errand,
    { key: move.key, phase: 'accepted', since, sent },
    line(context, move, how, { ...sent, requestId }),
  );
  return { ok: true, errand: accepted, sent };
}

type OperationOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failure'; readonly failure: AmazonFailure };

async function awaitOperation(
  context: Context,
  sent: Sent,
  around: Surroundings,
): Promise<OperationOutcome> {
  const { operationId } = sent;
  if (operationId === undefined) return { kind: 'done' };
  for (let poll = 0; ; poll += 1) {
    const status = await context.amazon.inbound.getInboundOperationStatus({ operationId });
    if (!status.ok) return { kind: 'failure', failure: status.failure };
    if (status.value.operationStatus === 'SUCCESS') return { kind: 'done' };
    if (status.value.operationStatus === 'FAILED') {
      return { kind: 'refused', problems: refusedProblems(operationProblems(status.value)) };
    }
    const seconds = POLLS_SECONDS[Math.min(poll, POLLS_SECONDS.length - 1)] ?? 15;
    if (performance.now() + seconds * SECOND > around.endsAt) return { kind: 'waiting', seconds };
    await around.sleep(seconds * SECOND);
  }
}

async function giveUpOrWait(
  context: Context,
  errand: Errand,
  stored: StoredPlan,
  { move, failure }: { readonly move: Move; readonly failure: AmazonFailure },
): Promise<RunOutcome | 'on'> {
  if (failure.messages.some(({ code }) => code === 'writes-stopped')) {
    return { again: SECONDS_WHILE_STOPPED };
  }
  const note: TranscriptLine = {
    at: context.clock.now(),
    operation: failure.operation,
    outcome: 'failed',
    ...optional('requestId', failure.requestId),
    messages: failure.messages.map(({ code, message }) => ({ code, message })),
  };
  if (mayPass(failure) && errand.attempts < MOST_ATTEMPTS) {
    await saveAttempt(context, errand, note);
    return { again: Math.min(60, 2 ** errand.attempts) };
  }
  const problems = failureProblems(failure);
  const answered = move.whenRefused?.(problems, errand.move?.sent);
  if (answered) {
    await saveMoved(context, errand, stored, {
      absorbed: { plan: answered },
      key: move.key,
      line: note,
    });
    return 'on';
  }
  await finishErrand(context, errand, stored, {
    problems,
    plan: settleRefusal(stored.plan, problems),
    line: note,
  });
  return {};
}

// Right after a success Amazon's lists may still be empty or incomplete (issue threads 3983, 4095).
const NOT_THERE_YET = new Set([
  'amazon-list-incomplete',
  'box-ids-not-there-yet',
  'boxes-lost',
  'no-packing-options',
  'no-placement-options',
]);

// Right after it was confirmed, other parts of Amazon have not heard of a placement (#3978, #3979).
const NOT_HEARD_OF_YET = /no confirmed placement/i;

/** Whether the same may go well a little later; what is uncertain is looked up before it is sent. */
function mayPass({ kind, uncertain, messages }: AmazonFailure): boolean {
  return (
    kind === 'throttled' ||
    kind === 'unavailable' ||
    uncertain ||
    messages.some(({ code, message }) => NOT_THERE_YET.has(code) || NOT_HEARD_OF_YET.test(message))
  );
}

// Catch-alls that pass by themselves: another operation was running, Amazon had a bad moment, or it
// has not heard yet of the placement it confirmed (#4302).
const PASSING_CODES = new Set(['FBA_INB_0115', 'FBA_INB_0344', 'InternalServerError']);
const MOST_REPEATS = 3;

/** A failed operation has changed nothing, so it may be asked for again. */
function mayPassAfterAll(errand: Errand, problems: readonly Problem[]): boolean {
  return (
    errand.attempts < MOST_REPEATS &&
    problems.every((found) => PASSING_CODES.has(String(found.facts['amazonCode'])))
  );
}

/** What a refusal tells about the plan itself: lapsed packing options must be asked for anew. */
function settleRefusal(plan: InboundPlan, problems: readonly Problem[]): InboundPlan {
  const lapsed = problems.some((found) => found.facts['amazonCode'] === 'FBA_INB_0364');
  if (!lapsed || !plan.packing?.offer) return plan;
  const offer = { ...plan.packing.offer, status: 'EXPIRED' };
  return { ...plan, packing: { ...plan.packing, offer, confirmed: false } };
}

function aid(context: Context, { attempts }: Errand): MoveAid {
  const connectionId = context.connection.id;
  return {
    now: context.clock.now,
    mayAskAgain: attempts < MOST_REPEATS,
    isKnownAmazonPlan: async (amazonPlanId) =>
      (await context.db.inboundPlan.count({ where: { connectionId, amazonPlanId } })) > 0,
  };
}

function line(
  context: Context,
  move: Move,
  outcome: TranscriptLine['outcome'],
  facts: Sent & {
    readonly requestId?: string | undefined;
    readonly messages?: TranscriptLine['messages'];
  } = {},
): TranscriptLine {
  return {
    at: context.clock.now(),
    operation: move.operation,
    outcome,
    ...optional('operationId', facts.operationId),
    ...optional('requestId', facts.requestId),
    ...optional('messages', facts.messages),
  };
}

function messagesOf(problems: readonly Problem[]) {
  return problems.map(({ code, facts }) => ({
    code: String(facts['amazonCode'] ?? code),
    message: String(facts['amazonMessage'] ?? ''),
  }));
}
