import type { Clock, Instant } from '#lib/kernel';

export type Turn =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly retryAt: Instant };

type Entry = { readonly sentAt: Instant; arrived: boolean };

export type Bucket = {
  /** Waits in line for a token; refuses when that would take longer than the caller's patience. */
  readonly take: () => Promise<Turn>;
  readonly answered: (entry: Entry, answer: { throttled: boolean; limit: string | null }) => void;
  /** Calls a second at present, as Amazon has told and as it has let through. */
  readonly rate: () => number;
};

type Limits = { readonly rate: number; readonly burst: number; readonly patienceMs: number };
type Time = { readonly clock: Clock; readonly sleep: (milliseconds: number) => Promise<void> };

// Requests reach Amazon in another rhythm than they leave: within this time of leaving, unless the
// answer came first. Below it a bucket of 1/s still gets 96 % of what it allows.
const SPREAD_MS = 40;
const SLOWEST = 0.25;

/**
 * A token bucket that never holds more than Amazon's does: a request counts where it may arrive
 * last, and what is under way is never lent twice. A 429 empties it and slows it down for a while,
 * since Amazon throttles below the documented rate at times (selling-partner-api-models #4197).
 */
export function createBucket(limits: Limits, time: Time): Bucket {
  const state = { level: limits.burst, at: time.clock.now(), rate: limits.rate, pace: 1 };
  let underway: Entry[] = [];
  let line: Promise<unknown> = Promise.resolve();

  function refillTo(moment: Instant): void {
    const perMillisecond = (state.rate * state.pace) / 1_000;
    const passed = Math.max(0, moment - state.at);
    state.level = Math.min(limits.burst, state.level + passed * perMillisecond);
    state.at = moment;
  }

  function arrive(entry: Entry, moment: Instant): void {
    refillTo(moment);
    state.level -= 1;
    entry.arrived = true;
  }

  function settle(now: Instant): void {
    for (const entry of underway)
      if (entry.sentAt + SPREAD_MS <= now) arrive(entry, entry.sentAt + SPREAD_MS);
    underway = underway.filter((entry) => !entry.arrived);
    refillTo(now);
  }

  function millisecondsToWait(now: Instant): number {
    const missing = 1 - (state.level - underway.length);
    if (missing <= 0) return 0;
    const first = underway[0];
    if (first && state.level + missing > limits.burst)
      return Math.max(1, first.sentAt + SPREAD_MS - now);
    return Math.max(1, Math.ceil((missing * 1_000) / (state.rate * state.pace)));
  }

  async function wait(since: Instant): Promise<Turn> {
    for (;;) {
      const now = time.clock.now();
      settle(now);
      const pause = millisecondsToWait(now);
      if (pause === 0) {
        const entry = { sentAt: now, arrived: false };
        underway.push(entry);
        return { ok: true, entry };
      }
      if (now + pause - since > limits.patienceMs) return { ok: false, retryAt: now + pause };
      await time.sleep(pause);
    }
  }

  return {
    rate: () => state.rate * state.pace,
    take() {
      const since = time.clock.now();
      const turn = line.then(() => wait(since));
      line = turn.catch(() => undefined);
      return turn;
    },
    answered(entry, { throttled, limit }) {
      const now = time.clock.now();
      settle(now);
      if (!entry.arrived) {
        arrive(entry, now);
        underway = underway.filter((other) => other !== entry);
      }
      if (throttled) {
        state.level = Math.min(state.level, 0);
        state.pace = Math.max(SLOWEST, state.pace * 0.7);
        return;
      }
      state.pace = Math.min(1, state.pace + 0.05);
      const rate = Number(limit ?? Number.NaN);
      if (Number.isFinite(rate) && rate > 0) state.rate = rate;
    },
  };
}
