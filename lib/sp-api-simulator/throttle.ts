import { type Clock, type Instant, SECOND } from '#lib/kernel';
import type { Operation } from '#lib/sp-api-contract';

import { type Answer, refusal } from './answer.ts';

/** One token bucket per seller and operation, refilled by the simulated clock. */
export type Throttle = {
  /** The refusal, or nothing when the call may pass. */
  readonly admit: (sellerId: string, operation: Operation, now: Instant) => Answer | undefined;
  readonly clear: () => void;
};

/** Simulated time fills the buckets, and so does the time of another clock, where one is given. */
export function createThrottle(besides?: Clock): Throttle {
  const buckets = new Map<string, { tokens: number; at: Instant }>();
  return {
    clear: () => buckets.clear(),
    admit: (sellerId, operation, simulated) => {
      const now = simulated + (besides?.now() ?? 0);
      const key = `${sellerId} ${operation.api} ${operation.id}`;
      const bucket = buckets.get(key) ?? { tokens: operation.burst, at: now };
      buckets.set(key, bucket);
      const gained = (Math.max(0, now - bucket.at) / SECOND) * operation.rate;
      bucket.tokens = Math.min(operation.burst, bucket.tokens + gained);
      bucket.at = Math.max(bucket.at, now);
      // The nudge undoes binary noise: a client at exactly the rate is never refused.
      if (bucket.tokens + 1e-6 < 1)
        return refusal(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');
      bucket.tokens -= 1;
      return undefined;
    },
  };
}

export function rateHeader(operation: Operation): string {
  return Number.isInteger(operation.rate) ? operation.rate.toFixed(1) : String(operation.rate);
}
