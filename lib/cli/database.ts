import { reachDatabase } from '#lib/db/server';
import { env } from '#lib/env';
import { isRunning } from './processes.ts';
import { readRunning } from './running.ts';

/** Works on the database of this installation, beside a running Firstleg or alone. */
export async function withDatabase<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const { dataDir } = env();
  const database = await reachDatabase(env());
  try {
    return await work(database.url);
  } finally {
    // A start that came up meanwhile has taken the server over, and stops it in its own time.
    const running = await readRunning(dataDir);
    if (!running || !(await isRunning(running.starter))) await database.close();
  }
}
