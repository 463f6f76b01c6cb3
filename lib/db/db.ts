import { env } from '#lib/env';
import { currentDb, type Db, useDatabase } from './client.ts';

/** The database of this process. */
export function db(): Db {
  const open = currentDb();
  if (open) return open;
  const { databaseUrl } = env();
  if (databaseUrl === undefined) {
    throw new Error('No database is open here: Firstleg is started with npm start.');
  }
  return useDatabase(databaseUrl);
}
