import { accepted, type Answer } from './answer.ts';
import type { OperationProblem, OperationRecord } from './entities.ts';
import { delayOf, type Turn } from './turn.ts';

/** Does what an operation promised; a single ERROR among the problems means nothing was changed. */
export type Effect = (turn: Turn, operation: OperationRecord) => readonly OperationProblem[];
export type Effects = Readonly<Record<string, Effect>>;

export function failure(code: string, message: string, details = ''): OperationProblem {
  return { code, message, severity: 'ERROR', details };
}

export function warning(code: string, message: string, details = ''): OperationProblem {
  return { code, message, severity: 'WARNING', details };
}

type Start = {
  readonly name: string;
  readonly sellerId: string;
  /** The plan, or what stands for one. */
  readonly subject: string;
  readonly payload: unknown;
  readonly extra?: object;
};

/** Accepts a write: 202 and an operation to ask about. */
export function startOperation(turn: Turn, start: Start): Answer {
  const earlier = turn.world.having('operation', `subject ${start.subject}`);
  const id = turn.dice.id('', 'operation', start.subject, start.name, String(earlier.length));
  const running = earlier.some((each) => isRunning(turn, each));
  const operation: OperationRecord = {
    id,
    sellerId: start.sellerId,
    subject: start.subject,
    name: start.name,
    createdAt: turn.now,
    completesAt: turn.now + delayOf(turn, id),
    status: 'IN_PROGRESS',
    problems: running ? [CONCURRENT] : [],
    payload: start.payload,
  };
  turn.world.put('operation', operation);
  turn.schedule({ at: operation.completesAt, kind: 'operation', ref: id });
  return accepted({ operationId: id, ...start.extra }, 202);
}

/** Completes an operation at its time. */
export function completeOperation(turn: Turn, effects: Effects, id: string): void {
  const operation = turn.world.read('operation', id);
  if (operation?.status !== 'IN_PROGRESS' || turn.now < operation.completesAt) return;
  const effect = effects[operation.name];
  if (!effect) throw new Error(`no effect for ${operation.name}`);
  const problems = operation.problems.length > 0 ? operation.problems : effect(turn, operation);
  const failed = problems.some((each) => each.severity === 'ERROR');
  if (failed) abandonPlan(turn, operation.subject);
  const { payload: _, ...rest } = operation;
  turn.world.put('operation', {
    ...rest,
    problems,
    status: failed ? 'FAILED' : 'SUCCESS',
  });
}

const VOIDED_AFTER_MS = 5_000;

/** A plan that could not be created is void; in production only some seconds later (#4046). */
function abandonPlan(turn: Turn, planId: string): void {
  const plan = turn.world.read('plan', planId);
  if (plan?.status !== 'CREATING') return;
  const late = turn.quirks.has('voidedAfterFail');
  turn.world.put('plan', { ...plan, status: late ? 'ACTIVE' : 'VOIDED', updatedAt: turn.now });
  if (late) turn.schedule({ at: turn.now + VOIDED_AFTER_MS, kind: 'void', ref: planId });
}

export function voidPlan(turn: Turn, planId: string): void {
  const plan = turn.world.read('plan', planId);
  if (plan) turn.world.put('plan', { ...plan, status: 'VOIDED', updatedAt: turn.now });
}

function isRunning(turn: Turn, id: string): boolean {
  const operation = turn.world.read('operation', id);
  // One that was itself refused for the race does not block the next.
  return operation?.status === 'IN_PROGRESS' && operation.problems.length === 0;
}

// Amazon names a race on one plan only by this catch-all (#4344, #4457, #5349).
const CONCURRENT = failure(
  'FBA_INB_0115',
  'ERROR: Something went wrong. Please try again later.',
  'Another operation on this inbound plan has not finished.',
);
