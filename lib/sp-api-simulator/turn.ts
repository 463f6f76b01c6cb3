import type { Instant } from '#lib/kernel';

import type { EventKind } from './entities.ts';
import type { Dice } from './hash.ts';
import type { Snapshots } from './snapshots.ts';
import type { World } from './world.ts';

export type Quirks = { readonly has: (name: string) => boolean };

export type Latency = { readonly minMs: number; readonly maxMs: number };

/** One change of the world, at one instant. */
export type Turn = {
  readonly world: World;
  readonly now: Instant;
  readonly dice: Dice;
  readonly quirks: Quirks;
  readonly latency: Latency;
  readonly snapshots: Snapshots;
  readonly schedule: (event: {
    readonly at: Instant;
    readonly kind: EventKind;
    readonly ref: string;
    readonly step?: string;
  }) => void;
};

/** How long Amazon takes over something, by its name alone. */
export function delayOf(turn: Turn, ...parts: readonly string[]): number {
  return turn.dice.between(turn.latency.minMs, turn.latency.maxMs, 'latency', ...parts);
}

/** A time as Amazon writes it; in production the seconds are often missing (#4102, #4634). */
export function stamp(turn: { readonly quirks: Quirks }, at: Instant): string {
  const iso = new Date(at).toISOString();
  return turn.quirks.has('minuteTimestamps') ? `${iso.slice(0, 16)}Z` : iso;
}
