import type { Db } from '../client.ts';

/** Everything that stands in the tables at one moment. */
export type Mark = { readonly tables: string };

export type Rewind = {
  readonly mark: () => Promise<Mark>;
  /** Puts the tables back to what they were at the mark. */
  readonly rewind: (mark: Mark) => Promise<void>;
};

/** Lets a test play something again and again from the same beginning. */
export async function rewindable(db: Db): Promise<Rewind> {
  await db.$executeRawUnsafe(MARK);
  await db.$executeRawUnsafe(REWIND);
  return {
    mark: async () => {
      const [row] = await db.$queryRaw<{ tables: string }[]>`SELECT test_mark()::text AS tables`;
      if (!row) throw new Error('the tables cannot be read');
      return row;
    },
    rewind: async ({ tables }) => {
      await db.$executeRaw`SELECT test_rewind(${tables}::jsonb)`;
    },
  };
}

const MARK = `
CREATE OR REPLACE FUNCTION test_mark() RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  name text;
  found jsonb;
  marked jsonb := '{}';
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(t)), ''[]'') FROM %I t', name) INTO found;
    marked := marked || jsonb_build_object(name, found);
  END LOOP;
  RETURN marked;
END $$`;

// Without foreign keys the order of the tables does not matter.
const REWIND = `
CREATE OR REPLACE FUNCTION test_rewind(marked jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE name text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT jsonb_object_keys(marked) LOOP
    EXECUTE format('DELETE FROM %I', name);
    EXECUTE format('INSERT INTO %I SELECT * FROM jsonb_populate_recordset(NULL::%I, $1)', name, name)
      USING marked -> name;
  END LOOP;
END $$`;
