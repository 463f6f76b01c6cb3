/** Called once by Next before the first request: the jobs run in the server's own process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { db } = await import('#lib/db');
  const { env } = await import('#lib/env');
  const { tieToStarter } = await import('#lib/jobs');
  const { beginWork, ensureDemo } = await import('#lib/worker/server');
  const { databaseUrl, dataDir, demo } = env();
  if (databaseUrl === undefined) return;
  const worker = await beginWork(db(), databaseUrl, (error, job) => {
    process.stderr.write(`${job.name} ${job.id}: ${String(error)}\n`);
  });
  tieToStarter(worker.stop);
  if (demo) await ensureDemo(db(), dataDir);
}
