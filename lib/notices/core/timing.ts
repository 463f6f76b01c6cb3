import { HOUR, type Instant, MINUTE, SECOND } from '#lib/kernel';

/** What is found out together is told together: a letter waits so long for others of its kind. */
export const GATHER_MS = 15 * SECOND;
/** After a letter the next one of the same kind waits, and then tells of all that came between. */
export const REST_MS = 5 * MINUTE;

/** How often something is tried before it is given up, over about seven hours. */
export const MOST_ATTEMPTS = 8;

/** How long to wait after the nth try that failed: 30 s, 2 min, 8 min, 32 min, then two hours each. */
export function waitAfter(attempt: number): number {
  return Math.min(30 * SECOND * 4 ** (attempt - 1), 2 * HOUR);
}

type Gathering = {
  /** When the oldest of the waiting notices was noted. */
  readonly oldestAt: Instant;
  /** When the last letter of this kind was made, if there was one. */
  readonly lastAt?: Instant;
};

/** From when on a letter of a kind may be made out of what waits for it. */
export function letterDueAt({ oldestAt, lastAt }: Gathering): Instant {
  return Math.max(oldestAt + GATHER_MS, lastAt === undefined ? 0 : lastAt + REST_MS);
}
