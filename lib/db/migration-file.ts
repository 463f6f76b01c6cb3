import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#lib/kernel';
import { migrate, MIGRATIONS_FOLDER } from './migrations.ts';
import { schemaDifference } from './schema-engine.ts';

/**
 * Writes the next migration: what the schema files ask for beyond the migrations so far.
 * `url` is an empty database that may be filled. Returns its folder, or undefined for no difference.
 */
export async function createMigration(
  url: string,
  { name, now }: { readonly name: string; readonly now: Instant },
): Promise<string | undefined> {
  if (!/^[a-z]+(_[a-z0-9]+)+$/.test(name))
    throw new Error('A migration is named <room>_<what>, in lower case: inbound_add_tracking.');
  await migrate(url);
  const sql = await schemaDifference(url);
  if (sql === '') return undefined;
  const stamp = new Date(now).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  return folder;
}
