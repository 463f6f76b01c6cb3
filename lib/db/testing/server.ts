import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded.ts';
import { generateClient } from '../generate.ts';
import { migrate } from '../migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database to clone; its server is there for this run only. */
    templateDatabase: string;
  }
}

const PREFIX = 'firstleg-test-';

/** One PostgreSQL for the whole run, with a migrated database that every test file clones. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  await sweep();
  const folder = join(tmpdir(), PREFIX + process.pid);
  await mkdir(folder);
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder, { isThrowaway: true });
  await migrate(server.url);
  project.provide('templateDatabase', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
}

// A run that was killed leaves its server behind; the next one clears it away.
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    const folder = join(tmpdir(), name);
    const server = await startEmbedded(folder, { isThrowaway: true }).catch(() => undefined);
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
