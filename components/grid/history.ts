/** A value with the ways back and forward to what it was. */
export type History<State> = {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last change was made of; changes of one kind in a row are one step. */
  readonly tag?: string;
};

const STEPS_KEPT = 200;

export function historyOf<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/** A new present. With the tag of the change before, it takes that one's place in the way back. */
export function record<State>(history: History<State>, next: State, tag?: string): History<State> {
  const { past, present } = history;
  if (Object.is(next, present)) return history;
  const continues = tag !== undefined && tag === history.tag;
  return {
    past: continues ? past : [...past, present].slice(-STEPS_KEPT),
    present: next,
    future: [],
    ...(tag === undefined ? {} : { tag }),
  };
}

export function undo<State>({ past, present, future }: History<State>): History<State> {
  const before = past.at(-1);
  if (past.length === 0 || before === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [next, ...rest] = future;
  if (future.length === 0 || next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: rest };
}
