/** What a list looked like when its first page was asked for, so that later pages fit to it. */
export type Snapshots = {
  readonly keep: (id: string, items: readonly unknown[]) => void;
  readonly find: (id: string) => readonly unknown[] | undefined;
};

const KEPT = 500;

export function createSnapshots(): Snapshots {
  const lists = new Map<string, readonly unknown[]>();
  return {
    keep: (id, items) => {
      lists.delete(id);
      lists.set(id, items);
      const [oldest] = lists.keys();
      if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest);
    },
    find: (id) => lists.get(id),
  };
}
