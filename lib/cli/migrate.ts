import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createMigration, migrate, startEmbedded } from '#lib/db/server';
import { withDatabase } from './database.ts';

const USAGE = `usage:
  migrate                   bring the database to this version
  migrate create ROOM_WHAT  write the next migration from what the schema files have changed`;

export async function runMigrate(words: readonly string[]): Promise<number> {
  const [what, name, ...rest] = words;
  if (what === undefined) return apply();
  if (what === 'create' && name !== undefined && rest.length === 0) return create(name);
  console.error(USAGE);
  return 2;
}

async function apply(): Promise<number> {
  const applied = await withDatabase((url) => migrate(url));
  console.log(applied.length === 0 ? 'The database is up to date.' : applied.join('\n'));
  return 0;
}

// Replays the migrations into a database of its own, so that no other can colour the difference.
async function create(name: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'firstleg-migration-'));
  const server = await startEmbedded(folder, { isThrowaway: true });
  try {
    const written = await createMigration(server.url, { name, now: Date.now() });
    console.log(
      written === undefined
        ? 'The migrations lead to the schema already.'
        : relative(process.cwd(), written),
    );
    return 0;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}
