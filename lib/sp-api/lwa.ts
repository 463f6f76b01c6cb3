import type { AmazonFailure } from './answer.ts';

/** What calls to Login with Amazon are named in failures and transcripts. */
export const LWA = 'lwa.token';

/** A question to Login with Amazon, as a form; a redirect is not followed, since secrets would go along. */
export function lwaRequest(
  endpoint: string,
  words: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Request {
  return new Request(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      accept: 'application/json',
    },
    body: new URLSearchParams(words).toString(),
    redirect: 'manual',
    signal,
  });
}

/** A refusal of Login with Amazon; nothing was changed by asking. */
export function lwaRefused(failure: Omit<AmazonFailure, 'operation' | 'uncertain'>): {
  readonly ok: false;
  readonly failure: AmazonFailure;
} {
  return { ok: false, failure: { ...failure, operation: LWA, uncertain: false } };
}
