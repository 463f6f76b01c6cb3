import type { Problem } from '#lib/kernel';

/** What became of one try. `isFinal`: trying again would not help. */
export type Carried =
  | { readonly ok: true }
  | { readonly ok: false; readonly isFinal: boolean; readonly problem: Problem };

export function notCarried(problem: Problem, { isFinal = false } = {}): Carried {
  return { ok: false, isFinal, problem };
}
