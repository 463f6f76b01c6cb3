import { type Instant, SECOND } from '#lib/kernel';
import type { Operation } from '#lib/sp-api-contract';

import { type AmazonAnswer, type AmazonFailure, type AmazonMessage, ownMessage } from './answer.ts';
import { retryAfter } from './backoff.ts';
import { effectOf, nameOf } from './effects.ts';
import type { Exchange } from './exchange.ts';
import { isRecord, readMessages } from './error-body.ts';
import type { Redact } from './redact.ts';
import { missingIn } from './shapes.ts';

/** How far the call got, which decides whether it may be sent again. */
export type Reached = 'end' | 'not-accepted' | 'expired-token' | 'not-sent' | 'unknown';

export type Verdict = {
  readonly answer: AmazonAnswer<unknown>;
  readonly reached: Reached;
  /** What Amazon asked us to wait before the next attempt. */
  readonly waitMs: number;
};

/** Reads what came back from one attempt. */
export function judge(
  operation: Operation,
  outcome: Exchange,
  redact: Redact,
  now: Instant,
): Verdict {
  if (!outcome.answered) return lost(operation, outcome);
  const { status, headers } = outcome;
  const text = new TextDecoder().decode(outcome.body);
  const body = text.trim() === '' ? undefined : parse(text);
  const requestId = headers.get('x-amzn-requestid') ?? undefined;
  const known = { operation: nameOf(operation), status, ...(requestId ? { requestId } : {}) };
  if (status >= 200 && status < 300)
    return { ...accepted(operation, body, known, redact), waitMs: 0 };
  const messages = readMessages(body === UNREADABLE ? undefined : body, text, redact);
  const waitMs = retryAfter(headers);
  const failed = (kind: AmazonFailure['kind'], reached: Reached, uncertain = false): Verdict => ({
    answer: { ok: false, failure: { ...known, kind, messages, uncertain } },
    reached,
    waitMs,
  });
  if (status === 429) {
    const retryAt = now + Math.max(waitMs, SECOND / operation.rate);
    return {
      answer: {
        ok: false,
        failure: { ...known, kind: 'throttled', messages, retryAt, uncertain: false },
      },
      reached: 'not-accepted',
      waitMs,
    };
  }
  if (status === 401 || status === 403)
    return failed('unauthorized', messages.some(saysExpired) ? 'expired-token' : 'end');
  if (status >= 500) return failed('unavailable', 'unknown', isWrite(operation));
  if (status >= 400) return failed('rejected', 'end');
  return failed('unexpected-answer', 'end');
}

type Known = { readonly operation: string; readonly status: number; readonly requestId?: string };

function accepted(
  operation: Operation,
  body: unknown,
  known: Known,
  redact: Redact,
): Omit<Verdict, 'waitMs'> {
  const unexpected = (message: AmazonMessage): Omit<Verdict, 'waitMs'> => ({
    answer: {
      ok: false,
      failure: {
        ...known,
        kind: 'unexpected-answer',
        messages: [message],
        uncertain: isWrite(operation),
      },
    },
    reached: 'unknown',
  });
  if (body === UNREADABLE) return unexpected(ownMessage('unreadable-answer'));
  // The older APIs can put errors where the payload should be and still answer 200.
  if (isRecord(body) && Array.isArray(body['errors']) && body['payload'] === undefined) {
    const messages = readMessages(body, '', redact);
    if (messages.length > 0)
      return {
        answer: { ok: false, failure: { ...known, kind: 'rejected', messages, uncertain: false } },
        reached: 'end',
      };
  }
  const missing = missingIn(operation, body);
  if (missing !== undefined) return unexpected(ownMessage('missing-in-answer', missing));
  const { requestId } = known;
  return {
    answer: { ok: true, value: body, ...(requestId ? { requestId } : {}) },
    reached: 'end',
  };
}

function lost(operation: Operation, outcome: Exchange & { answered: false }): Verdict {
  const sent = outcome.code !== 'not-reached';
  return {
    answer: {
      ok: false,
      failure: {
        kind: 'unavailable',
        operation: nameOf(operation),
        messages: [ownMessage(outcome.code, outcome.cause)],
        uncertain: sent && isWrite(operation),
      },
    },
    reached: sent ? 'unknown' : 'not-sent',
    waitMs: 0,
  };
}

const UNREADABLE = Symbol('unreadable');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

function isWrite(operation: Operation): boolean {
  return effectOf(operation) !== 'read';
}

// "The access token you provided has expired." against "… revoked, malformed or invalid."
function saysExpired({ message, details = '' }: AmazonMessage): boolean {
  return /expired/i.test(details) || /token.*expired/i.test(message);
}
