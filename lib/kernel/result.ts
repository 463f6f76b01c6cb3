import type { Problem } from './problem.ts';

/** The outcome of something that may be refused: a value, or the problems that stand in its way. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem<Code>[] };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Refuses with one problem or several; an empty list is a bug in the caller. */
export function refuse<Code extends string>(
  ...problems: readonly Problem<Code>[]
): { readonly ok: false; readonly problems: readonly Problem<Code>[] } {
  if (problems.length === 0) throw new Error('a refusal needs at least one problem');
  return { ok: false, problems };
}
