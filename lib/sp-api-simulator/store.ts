/** One thing in the world as it is kept: the JSON of an entity. */
export type StoredEntity = { readonly kind: string; readonly id: string; readonly json: string };

export type WorldStore = {
  load(): Promise<readonly StoredEntity[]>;
  /** Awaited before the response leaves; all of it or nothing. */
  save(
    put: readonly StoredEntity[],
    remove: readonly { readonly kind: string; readonly id: string }[],
  ): Promise<void>;
};

/** Keeps the world in memory for as long as the process lives. */
export function memoryStore(): WorldStore {
  const rows = new Map<string, StoredEntity>();
  const keyOf = (row: { readonly kind: string; readonly id: string }) => `${row.kind} ${row.id}`;
  return {
    load: async () => [...rows.values()],
    save: async (put, remove) => {
      for (const row of remove) rows.delete(keyOf(row));
      for (const row of put) rows.set(keyOf(row), row);
    },
  };
}
