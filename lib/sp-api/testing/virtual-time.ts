export type VirtualTime = {
  readonly clock: { readonly now: () => number };
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Lets time pass, from one sleeper's waking to the next, until the work is done. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
};

/** Time that stands still while anything works and jumps when everything sleeps. */
export function createVirtualTime(start = 1_780_000_000_000): VirtualTime {
  let now = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  function wakeNext(): void {
    let first = 0;
    sleepers.forEach((sleeper, index) => {
      if (sleeper.at < (sleepers[first]?.at ?? 0)) first = index;
    });
    const [next] = sleepers.splice(first, 1);
    if (!next) throw new Error('everything waits and nobody sleeps');
    now = Math.max(now, next.at);
    next.wake();
  }

  return {
    clock: { now: () => now },
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, wake });
      }),
    async run(work) {
      let done = false;
      const watched = work.finally(() => {
        done = true;
      });
      for (;;) {
        await quiet();
        if (done) return watched;
        wakeNext();
      }
    },
  };
}

// Bodies are read over a few turns of the event loop; time must not pass meanwhile.
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
}
