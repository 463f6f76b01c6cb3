import { SECOND } from '#lib/kernel';

const LONGEST = 30 * SECOND;

/** Full jitter: anything up to twice as long as before, so that callers do not meet again. */
export function backoff(attempt: number, firstMs: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST, firstMs * 2 ** (attempt - 1)));
}

/** What a Retry-After header asks for in milliseconds; zero when it asks for nothing readable. */
export function retryAfter(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * SECOND, LONGEST) : 0;
}
