import type { Operation } from '#lib/sp-api-contract';
import { z } from 'zod';

import { type Answer, refusal } from './answer.ts';
import { denied } from './auth.ts';
import type { Dice } from './hash.ts';
import { failure } from './operations.ts';
import type { Turn } from './turn.ts';

/**
 * A trouble that is made on purpose. It strikes the calls of an operation (`*` for all) that `nth`
 * names, or each with `probability` drawn from the seed, and at most `times` times; with `match`
 * only calls that say this in their path or body, or are about a plan that holds this SKU. With `after` the call is carried out and only its
 * answer is lost.
 */
export const FaultRule = z.object({
  operation: z.string().min(1),
  kind: z.enum([
    'http400',
    'http429',
    'http500',
    'http503',
    'timeout',
    'reset',
    'slow',
    'tokenExpired',
    'opFailed',
    'opStuck',
    'emptyList',
    'malformed',
  ]),
  nth: z.number().int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
  times: z.number().int().min(1).optional(),
  match: z.string().min(1).optional(),
  after: z.boolean().optional(),
  code: z.string().optional(),
  text: z.string().optional(),
  delayMs: z.number().int().min(0).max(600_000).optional(),
});
export type FaultRule = z.infer<typeof FaultRule>;

export type Faults = {
  readonly rules: () => readonly FaultRule[];
  readonly replace: (rules: readonly FaultRule[]) => void;
  /** The rules that strike this call; every call is counted. */
  readonly strike: (dice: Dice, operation: Operation, said: string) => readonly FaultRule[];
};

export function createFaults(): Faults {
  let active: { rule: FaultRule; seen: number; struck: number }[] = [];
  return {
    rules: () => active.map(({ rule }) => rule),
    replace: (rules) => {
      active = rules.map((rule) => ({ rule, seen: 0, struck: 0 }));
    },
    strike: (dice, operation, said) =>
      active.flatMap((entry, index) => {
        const { rule } = entry;
        if (rule.operation !== '*' && rule.operation !== operation.id) return [];
        if (rule.match !== undefined && !said.includes(rule.match)) return [];
        entry.seen += 1;
        if (entry.struck >= (rule.times ?? Number.POSITIVE_INFINITY)) return [];
        if (rule.nth !== undefined && rule.nth !== entry.seen) return [];
        const names = ['fault', String(index), operation.id, String(entry.seen)];
        if (rule.probability !== undefined && dice.fraction(...names) >= rule.probability)
          return [];
        entry.struck += 1;
        return [rule];
      }),
  };
}

/** What a fault answers instead of the operation; undefined when the operation runs. */
export function answerBefore(rules: readonly FaultRule[]): Answer | undefined {
  for (const rule of rules) {
    const answer = rule.after === true ? undefined : insteadOf(rule);
    if (answer) return answer;
  }
  return undefined;
}

function insteadOf(rule: FaultRule): Answer | undefined {
  if (rule.kind === 'http400')
    return refusal(400, rule.code ?? 'BadRequest', rule.text ?? PLACEMENT_UNSEEN);
  if (rule.kind === 'http429')
    return refusal(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');
  if (rule.kind === 'http500')
    return refusal(500, 'InternalFailure', 'We encountered an internal error. Please try again.');
  if (rule.kind === 'http503')
    return refusal(503, 'ServiceUnavailable', 'Service is temporarily unavailable.');
  if (rule.kind === 'tokenExpired') return denied('The access token you provided has expired.');
  if (rule.kind === 'reset' || rule.kind === 'timeout')
    return { status: 500, lost: { how: rule.kind, delayMs: rule.delayMs ?? 0 } };
  return undefined;
}

/** What a fault does to an answer that the operation has given. */
export function changeAfter(turn: Turn, rules: readonly FaultRule[], answer: Answer): Answer {
  let changed = answer;
  for (const rule of rules) changed = change(turn, rule, changed);
  return changed;
}

function change(turn: Turn, rule: FaultRule, answer: Answer): Answer {
  if (rule.after === true) return insteadOf(rule) ?? answer;
  if (rule.kind === 'slow')
    return { ...answer, lost: { how: 'late', delayMs: rule.delayMs ?? 1_000 } };
  if (rule.kind === 'opFailed') failOperation(turn, answer, rule.code ?? 'InternalServerError');
  if (rule.kind === 'opStuck') delayOperation(turn, answer);
  if (rule.kind === 'emptyList' && answer.status === 200) return emptied(answer);
  if (rule.kind === 'malformed' && answer.body !== undefined) return cutOff(answer);
  return answer;
}

// A part of Amazon that has not heard of a confirmation yet says this (#3979).
const PLACEMENT_UNSEEN = 'There is no confirmed placement option for the inbound plan.';

/** The operation was carried out, and half of its answer arrived. */
function cutOff({ body, ...rest }: Answer): Answer {
  const text = JSON.stringify(body);
  const headers = { ...rest.headers, 'content-type': 'application/json' };
  return { ...rest, headers, text: text.slice(0, Math.ceil(text.length / 2)) };
}

function operationOf(turn: Turn, answer: Answer) {
  const body = z.object({ operationId: z.string() }).safeParse(answer.body);
  return body.success ? turn.world.read('operation', body.data.operationId) : undefined;
}

function failOperation(turn: Turn, answer: Answer, code: string): void {
  const operation = operationOf(turn, answer);
  if (!operation) return;
  const problems = [failure(code, 'ERROR: Something went wrong. Please try again later.')];
  turn.world.put('operation', { ...operation, problems });
}

const A_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

function delayOperation(turn: Turn, answer: Answer): void {
  const operation = operationOf(turn, answer);
  if (!operation) return;
  const completesAt = turn.now + A_YEAR_MS;
  turn.world.put('operation', { ...operation, completesAt });
  turn.schedule({ at: completesAt, kind: 'operation', ref: operation.id });
}

function emptied(answer: Answer): Answer {
  if (answer.body === null || typeof answer.body !== 'object') return answer;
  const body = Object.fromEntries(
    Object.entries(answer.body)
      .filter(([name]) => name !== 'pagination')
      .map(([name, value]) => [name, Array.isArray(value) ? [] : (value as unknown)]),
  );
  return { ...answer, body };
}
