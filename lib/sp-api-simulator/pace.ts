import type { Clock, Instant } from '#lib/kernel';

import type { ClockState } from './entities.ts';
import type { World } from './world.ts';

/** A simulated time, and how fast it runs from there. */
export type Pace = { readonly at: Instant; readonly speed: number };

export type WorldClock = {
  readonly now: () => Instant;
  readonly speed: () => number;
  /** Sets a clock that was never set. */
  readonly begin: () => void;
  readonly skip: (ms: number) => void;
  readonly pace: (speed: number) => void;
};

/** The clock on the wall of a world: kept in it, driven by the clock outside. */
export function worldClock(world: World, outside: Clock, first: Pace | undefined): WorldClock {
  const read = () => world.read('clock', 'clock');
  const now = () => readTime(read(), outside.now());
  return {
    now,
    speed: () => read()?.pace?.speed ?? 1,
    begin: () => {
      if (first && !read()) world.put('clock', paced(outside.now(), first));
    },
    skip: (ms) => world.put('clock', skipped(read(), ms)),
    pace: (speed) => world.put('clock', paced(outside.now(), { at: now(), speed })),
  };
}

function readTime(clock: ClockState | undefined, wall: Instant): Instant {
  if (!clock?.pace) return wall + (clock?.offsetMs ?? 0);
  const { at, since, speed } = clock.pace;
  return Math.floor(at + (wall - since) * speed);
}

function skipped(clock: ClockState | undefined, ms: number): ClockState {
  if (!clock?.pace) return { id: 'clock', offsetMs: (clock?.offsetMs ?? 0) + ms };
  return { ...clock, pace: { ...clock.pace, at: clock.pace.at + ms } };
}

/** The clock that shows `at` at this moment of the wall's. */
function paced(wall: Instant, { at, speed }: Pace): ClockState {
  if (speed === 1) return { id: 'clock', offsetMs: at - wall };
  // A clock that stands still does not depend on the wall's, so neither does the state of the world.
  return { id: 'clock', offsetMs: 0, pace: { at, since: speed === 0 ? 0 : wall, speed } };
}
