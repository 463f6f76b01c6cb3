import type { Instant } from '#lib/kernel';

import type { ClockState } from './entities.ts';

/** A simulated time, and how fast it runs from there. */
export type Pace = { readonly at: Instant; readonly speed: number };

export function readTime(clock: ClockState | undefined, wall: Instant): Instant {
  if (!clock?.pace) return wall + (clock?.offsetMs ?? 0);
  const { at, since, speed } = clock.pace;
  return Math.floor(at + (wall - since) * speed);
}

export function skipped(clock: ClockState | undefined, ms: number): ClockState {
  if (!clock?.pace) return { id: 'clock', offsetMs: (clock?.offsetMs ?? 0) + ms };
  return { ...clock, pace: { ...clock.pace, at: clock.pace.at + ms } };
}

/** The clock that shows `pace.at` at this moment of the wall clock. */
export function repaced(
  clock: ClockState | undefined,
  wall: Instant,
  { at, speed }: Pace,
): ClockState {
  if (speed === 1) return { id: 'clock', offsetMs: at - wall };
  // A clock that stands still does not depend on the wall's, so neither does the state of the world.
  const since = speed === 0 ? 0 : wall;
  return { id: 'clock', offsetMs: clock?.offsetMs ?? 0, pace: { at, since, speed } };
}
