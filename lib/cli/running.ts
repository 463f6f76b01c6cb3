import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { end, isRunning } from './processes.ts';

const Mark = z.object({ pid: z.number(), startedAt: z.string() });
const Running = z.object({ starter: Mark, server: Mark.optional(), url: z.string() });

/** Who serves a data folder; kept in it, so that the next start knows. */
export type Running = z.infer<typeof Running>;

export async function readRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return Running.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function writeRunning(dataDir: string, running: Running): Promise<void> {
  await writeFile(file(dataDir), JSON.stringify(running), { mode: 0o600 });
}

export async function forgetRunning(dataDir: string): Promise<void> {
  await rm(file(dataDir), { force: true });
}

/** Ends a server whose starter was killed; throws one line when the starter is alive. */
export async function clearTheWay(dataDir: string): Promise<void> {
  const running = await readRunning(dataDir);
  if (!running) return;
  if (await isRunning(running.starter)) {
    throw new Error(
      `Firstleg already runs over this data folder at ${running.url} (process ${running.starter.pid}).`,
    );
  }
  if (running.server && (await isRunning(running.server))) await end(running.server);
  await forgetRunning(dataDir);
}

function file(dataDir: string): string {
  return join(dataDir, 'running.json');
}
