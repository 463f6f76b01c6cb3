import { db } from '#lib/db';
import { env } from '#lib/env';
import { tieToStarter } from '#lib/jobs';
import { beginWork, ensureDemo } from '#lib/worker/server';

/** Starts the jobs, ties them to whoever started this server, and fills the demo where it belongs. */
export async function beginServing(): Promise<void> {
  const { databaseUrl, dataDir, demo } = env();
  if (databaseUrl === undefined) return;
  const worker = await beginWork(db(), databaseUrl, (error, job) => {
    process.stderr.write(`${job.name} ${job.id}: ${String(error)}\n`);
  });
  tieToStarter(worker.stop);
  if (demo) await ensureDemo(db(), dataDir);
}
