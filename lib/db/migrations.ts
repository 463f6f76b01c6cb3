import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

// The number Prisma's own migrate takes, so that the two never work at once.
const LOCK = 72_707_369;

const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations of this version, oldest first. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrations = names.toSorted().map(async (name) => {
    const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
  return Promise.all(migrations);
}

/**
 * Brings the database to this version: applies what is missing, each migration in one transaction
 * with its line in Prisma's ledger. One process at a time; returns the names applied.
 */
export async function migrate(
  url: string,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const wanted = migrations ?? (await readMigrations());
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query("SET client_min_messages = 'warning'");
    await client.query(LEDGER);
    const missing = compare(wanted, await readLedger(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

type Line = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
};

async function readLedger(client: Client): Promise<readonly Line[]> {
  const { rows } = await client.query<Line>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

function compare(wanted: readonly Migration[], ledger: readonly Line[]): readonly Migration[] {
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  for (const line of ledger) {
    const migration = known.get(line.migration_name);
    if (!migration)
      throw new Error(
        `The database is newer than this version: it has the migration ${line.migration_name}.`,
      );
    if (line.finished_at === null)
      throw new Error(
        `The migration ${line.migration_name} was begun elsewhere and did not end: resolve it with "prisma migrate resolve".`,
      );
    if (line.checksum !== migration.checksum)
      throw new Error(
        `The migration ${line.migration_name} was changed after it was applied: restore its file.`,
      );
  }
  const applied = new Set(ledger.map((line) => line.migration_name));
  return wanted.filter((migration) => !applied.has(migration.name));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`The migration ${migration.name} did not run.`, { cause: error });
  }
}
