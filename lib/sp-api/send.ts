import { MINUTE, SECOND, unreachable } from '#lib/kernel';
import { isGrantless, type Operation } from '#lib/sp-api-contract';

import { type AmazonAnswer, ownMessage } from './answer.ts';
import { backoff } from './backoff.ts';
import { type Bucket, createBucket } from './bucket.ts';
import { effectOf, nameOf, safeToRepeat } from './effects.ts';
import { exchange } from './exchange.ts';
import type { GatewayOptions } from './options.ts';
import { createRedact } from './redact.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { judge, type Reached, type Verdict } from './verdict.ts';

/** One call as it goes out, but for the ordinary token. */
export type Call = {
  readonly operation: Operation;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A restricted data token that goes in place of the ordinary one. */
  readonly token?: string;
};

export type Send = (call: Call) => Promise<AmazonAnswer<unknown>>;

const ATTEMPTS = 5;
// Amazon refuses at the door and says so: asking again costs nothing but time.
const ATTEMPTS_WHEN_NOT_ACCEPTED = 8;

// The documented form, https://developer-docs.amazon.com/sp-api (checked 2026-11-23).
export const USER_AGENT = 'Firstleg/0.1 (Language=TypeScript; Platform=Node)';

/** Everything between a call and its answer: token, turn, attempts, and what may be repeated. */
export function createSend(options: GatewayOptions): Send {
  const { clientSecret, refreshToken } = options.credentials;
  const redact = createRedact(() => [
    sellers.current(),
    applications.current(),
    clientSecret,
    refreshToken,
  ]);
  const sellers: Tokens = createTokens(options, redact);
  const applications: Tokens = createTokens(options, redact, 'notifications');
  const buckets = new Map<string, Bucket>();

  function bucketOf(operation: Operation): Bucket {
    const name = nameOf(operation);
    const bucket =
      buckets.get(name) ??
      createBucket(
        {
          rate: operation.rate,
          burst: operation.burst,
          patienceMs: options.patienceMs ?? 2 * MINUTE,
        },
        options,
      );
    buckets.set(name, bucket);
    return bucket;
  }

  function isStopped(operation: Operation): boolean {
    return effectOf(operation) !== 'read' && options.stopWrites?.() === true;
  }

  async function attempt(call: Call, number: number): Promise<Verdict> {
    const tokens = isGrantless(call.operation) ? applications : sellers;
    const token = await tokens.get();
    if (!token.ok)
      return end({ ok: false, failure: { ...token.failure, operation: nameOf(call.operation) } });
    const bucket = bucketOf(call.operation);
    const turn = await bucket.take();
    if (!turn.ok) return end(waitedTooLong(call.operation, turn.retryAt));
    if (isStopped(call.operation)) return end(writesStopped(call.operation));
    const startedAt = options.clock.now();
    const outcome = await exchange(
      options.transport,
      (signal) => buildRequest(call, call.token ?? token.value, signal),
      options.attemptTimeoutMs ?? 30 * SECOND,
    );
    bucket.answered(turn.entry, {
      throttled: outcome.answered && outcome.status === 429,
      limit: outcome.answered ? outcome.headers.get('x-amzn-ratelimit-limit') : null,
    });
    const now = options.clock.now();
    const verdict = judge(call.operation, outcome, redact, now);
    if (verdict.reached === 'expired-token') tokens.forget(token.value);
    options.record?.({
      operation: nameOf(call.operation),
      at: startedAt,
      attempt: number,
      milliseconds: now - startedAt,
      ...whatAmazonSaid(verdict.answer, outcome.answered ? outcome.status : undefined),
    });
    return verdict;
  }

  return async (call) => {
    let refreshed = false;
    for (let number = 1; ; number += 1) {
      if (isStopped(call.operation)) return writesStopped(call.operation);
      const verdict = await attempt(call, number);
      if (verdict.answer.ok || !mayRepeat(call.operation, verdict.reached, number, refreshed))
        return verdict.answer;
      if (verdict.reached === 'expired-token') refreshed = true;
      else
        await options.sleep(Math.max(verdict.waitMs, backoff(number, SECOND / 2, options.random)));
    }
  };
}

function mayRepeat(
  operation: Operation,
  reached: Reached,
  attempts: number,
  refreshed: boolean,
): boolean {
  switch (reached) {
    case 'end':
      return false;
    case 'expired-token':
      return !refreshed;
    case 'not-accepted':
      return attempts < ATTEMPTS_WHEN_NOT_ACCEPTED;
    case 'not-sent':
      return attempts < ATTEMPTS;
    case 'unknown':
      return attempts < ATTEMPTS && safeToRepeat(operation);
    default:
      return unreachable(reached);
  }
}

function buildRequest(call: Call, token: string, signal: AbortSignal): Request {
  return new Request(call.url, {
    method: call.operation.method,
    headers: {
      accept: 'application/json',
      ...call.headers,
      'user-agent': USER_AGENT,
      'x-amz-access-token': token,
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    // A redirect must not carry the token to another host.
    redirect: 'manual',
    signal,
  });
}

function end(answer: AmazonAnswer<never>): Verdict {
  return { answer, reached: 'end', waitMs: 0 };
}

function waitedTooLong(operation: Operation, retryAt: number): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind: 'throttled',
      operation: nameOf(operation),
      retryAt,
      messages: [ownMessage('waiting-too-long')],
      uncertain: false,
    },
  };
}

function writesStopped(operation: Operation): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind: 'rejected',
      operation: nameOf(operation),
      messages: [ownMessage('writes-stopped')],
      uncertain: false,
    },
  };
}

function whatAmazonSaid(
  answer: AmazonAnswer<unknown>,
  status: number | undefined,
): { status?: number; requestId?: string; codes: readonly string[] } {
  const requestId = answer.ok ? answer.requestId : answer.failure.requestId;
  return {
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
    codes: answer.ok ? [] : answer.failure.messages.map((message) => message.code),
  };
}
