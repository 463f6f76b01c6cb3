import type { Bench } from '#lib/inbound';

const keyOf = (planId: string): string => `firstleg.bench.${planId}`;

/** What the bench of this tab had in mind before it was reloaded. */
export function rememberedBench(planId: string): Bench | undefined {
  const text = sessionStorage.getItem(keyOf(planId));
  // Written by `rememberBench` alone.
  return text === null ? undefined : (JSON.parse(text) as Bench);
}

export function rememberBench(planId: string, bench: Bench): void {
  sessionStorage.setItem(keyOf(planId), JSON.stringify(bench));
}

// Without I, L, O and U, which are taken for other signs when a label is read aloud.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NAME_LENGTH = 8;

/** A name for a bench that no other has: one of a million million. */
export function newStationName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LENGTH));
  return [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}
