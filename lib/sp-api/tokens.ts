import { HOUR, type Instant, MINUTE, SECOND } from '#lib/kernel';

import { type AmazonAnswer, ownMessage } from './answer.ts';
import { backoff, retryAfter } from './backoff.ts';
import { exchange, type Exchange } from './exchange.ts';
import { isRecord, readJson, readMessages } from './error-body.ts';
import { LWA, lwaRefused, lwaRequest } from './lwa.ts';
import { type GatewayOptions } from './options.ts';
import type { Redact } from './redact.ts';

export type Tokens = {
  /** A token good for some minutes yet; callers that come together share one request. */
  readonly get: () => Promise<AmazonAnswer<string>>;
  /** Amazon called this token expired: forget it, unless a newer one has taken its place. */
  readonly forget: (token: string) => void;
  readonly current: () => string | undefined;
  /** The token at hand, while it is good. */
  readonly fresh: () => string | undefined;
};

type Held = { readonly token: string; readonly obtainedAt: Instant; readonly goodForMs: number };

const ATTEMPTS = 4;

/** What a token is for: a seller's data, or what belongs to the application. */
export type Grant = 'seller' | 'notifications';

/**
 * Access tokens of Login with Amazon. Only time that passed here counts, never the time of day, so
 * a wrong clock does no harm; a clock set back makes the token old.
 */
export function createTokens(
  options: GatewayOptions,
  redact: Redact,
  grant: Grant = 'seller',
): Tokens {
  let held: Held | undefined;
  let flight: Promise<AmazonAnswer<string>> | undefined;

  function isFresh(token: Held): boolean {
    const age = options.clock.now() - token.obtainedAt;
    return age >= 0 && age < token.goodForMs - Math.min(5 * MINUTE, token.goodForMs / 4);
  }

  async function refresh(): Promise<AmazonAnswer<string>> {
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = options.clock.now();
      const outcome = await exchange(
        options.transport,
        (signal) => tokenRequest(options, grant, signal),
        options.attemptTimeoutMs ?? 30 * SECOND,
      );
      const read = readGrant(outcome, redact);
      options.record?.({
        operation: LWA,
        at: startedAt,
        attempt,
        milliseconds: options.clock.now() - startedAt,
        ...(outcome.answered ? { status: outcome.status } : {}),
        codes: read.ok ? [] : read.failure.messages.map((message) => message.code),
      });
      if (read.ok) {
        held = { ...read.value, obtainedAt: startedAt };
        return { ok: true, value: held.token };
      }
      const { kind } = read.failure;
      if (attempt === ATTEMPTS || (kind !== 'throttled' && kind !== 'unavailable')) return read;
      const asked = outcome.answered ? retryAfter(outcome.headers) : 0;
      await options.sleep(Math.max(asked, backoff(attempt, SECOND / 2, options.random)));
    }
  }

  return {
    current: () => held?.token,
    fresh: () => (held && isFresh(held) ? held.token : undefined),
    async get() {
      if (held && isFresh(held)) return { ok: true, value: held.token };
      flight ??= refresh().finally(() => {
        flight = undefined;
      });
      return flight;
    },
    forget(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

function tokenRequest(options: GatewayOptions, grant: Grant, signal: AbortSignal): Request {
  const { clientId, clientSecret, refreshToken } = options.credentials;
  const asked: Readonly<Record<string, string>> =
    grant === 'seller'
      ? { grant_type: 'refresh_token', refresh_token: refreshToken }
      : { grant_type: 'client_credentials', scope: 'sellingpartnerapi::notifications' };
  const words = { ...asked, client_id: clientId, client_secret: clientSecret };
  return lwaRequest(options.tokenEndpoint, words, signal);
}

type Granted = { readonly token: string; readonly goodForMs: number };

function readGrant(outcome: Exchange, redact: Redact): AmazonAnswer<Granted> {
  if (!outcome.answered)
    return lwaRefused({
      kind: 'unavailable',
      messages: [ownMessage(outcome.code, outcome.cause)],
    });
  const { status } = outcome;
  const text = new TextDecoder().decode(outcome.body);
  const body = readJson(text);
  const messages = readMessages(body, text, redact);
  if (status === 429) return lwaRefused({ kind: 'throttled', status, messages });
  if (status >= 500) return lwaRefused({ kind: 'unavailable', status, messages });
  if (status >= 400) return lwaRefused({ kind: 'unauthorized', status, messages });
  const token = isRecord(body) ? body['access_token'] : undefined;
  if (status !== 200 || typeof token !== 'string' || token === '')
    return lwaRefused({
      kind: 'unexpected-answer',
      status,
      messages: [ownMessage('unreadable-answer')],
    });
  const seconds = isRecord(body) ? Number(body['expires_in']) : Number.NaN;
  return { ok: true, value: { token, goodForMs: seconds > 0 ? seconds * SECOND : HOUR } };
}
