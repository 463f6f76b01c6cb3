/** Called once by Next before the first request: the jobs run in the server's own process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('#lib/env');
  const { startJobs, tieToStarter } = await import('#lib/jobs');
  const { databaseUrl } = env();
  if (databaseUrl === undefined) return;
  const worker = await startJobs({
    url: databaseUrl,
    handlers: {},
    onError: (error, job) => process.stderr.write(`${job.name} ${job.id}: ${String(error)}\n`),
  });
  tieToStarter(worker.stop);
}
