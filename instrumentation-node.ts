import { exposePractice } from '#lib/context/server';
import { db } from '#lib/db';
import { env } from '#lib/env';
import { tieToStarter } from '#lib/jobs';
import { beginWork, ensureDemo } from '#lib/worker/server';

/**
 * Starts the jobs, ties them to whoever started this server, fills the demo where it belongs, and
 * lets local clients in where they were asked for.
 */
export async function beginServing(): Promise<void> {
  const { databaseUrl, dataDir, demo, simulatorPort } = env();
  if (databaseUrl === undefined) return;
  const worker = await beginWork(db(), databaseUrl, (error, job) => {
    process.stderr.write(`${job.name} ${job.id}: ${String(error)}\n`);
  });
  tieToStarter(worker.stop);
  if (demo) await ensureDemo(db(), dataDir);
  if (simulatorPort !== undefined) await expose(simulatorPort);
}

async function expose(port: number): Promise<void> {
  try {
    const { endpoint } = await exposePractice(db(), port);
    process.stdout.write(`The practice Amazon listens on ${endpoint}.\n`);
  } catch (error) {
    process.stderr.write(`The practice Amazon cannot listen on port ${port}: ${String(error)}\n`);
  }
}
