import { MINUTE } from '#lib/kernel';

import type { Turn } from './turn.ts';

// How long a code lives is not documented; five minutes is what callers report (2026-11-23).
const CODE_LIVES_MS = 5 * MINUTE;

/** A code that a seller's consent gives the application. */
export function codeFor(turn: Turn, sellerId: string): string {
  const earlier = [...turn.world.all('code')].length;
  const code = turn.dice.letters(20, 'code', sellerId, String(turn.now), String(earlier));
  turn.world.put('code', { id: code, sellerId, expiresAt: turn.now + CODE_LIVES_MS, used: false });
  return code;
}

/** Whose code it is; a code is good once, and only for a while. */
export function redeemCode(turn: Pick<Turn, 'world' | 'now'>, code: string): string | undefined {
  const known = turn.world.read('code', code);
  if (!known || known.used || turn.now >= known.expiresAt) return undefined;
  turn.world.put('code', { ...known, used: true });
  return known.sellerId;
}
