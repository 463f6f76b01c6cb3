import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Json } from '#lib/db';
import { type Locks, openLocks } from './locks.ts';
import { type Envelope, QUEUE, SCHEMA } from './queue.ts';

export type JobRun = {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** When this one throws, the job has failed for good. */
  readonly isLastAttempt: boolean;
  /** Aborted when the worker stops; the job is then begun again after the next start. */
  readonly signal: AbortSignal;
};

/** Done, or to be called again: what waits for Amazon looks again instead of sitting there. */
export type JobOutcome = void | { readonly againInSeconds: number };
export type JobHandler = (data: Json, run: JobRun) => Promise<JobOutcome>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export type Worker = {
  /** Takes no further job, lets the running ones end, and puts back those that do not. */
  readonly stop: () => Promise<void>;
};

type Settings = {
  readonly url: string;
  readonly handlers: JobHandlers;
  /** Told of every try that threw, for the log; it gets no data of the job. */
  readonly onError: (error: unknown, job: { readonly name: string; readonly id: string }) => void;
  readonly concurrency?: number;
  readonly patienceMs?: number;
};

type Job = PgBoss.JobWithMetadata<Envelope>;

const LOOK_EVERY_MS = 1_000;
const RESCUE_EVERY_MS = 3_000;

/** Starts to work on the queue in this process. */
export async function startJobs(settings: Settings): Promise<Worker> {
  const { url, concurrency = 8, patienceMs = 8_000 } = settings;
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: 4,
    migrate: false,
    schedule: false,
  });
  boss.on('error', (error) => settings.onError(error, { name: 'queue', id: '' }));
  await boss.start();
  const running = new Map<string, { readonly key: string; readonly done: Promise<void> }>();
  const stopping = new AbortController();
  const lost = new Map<string, AbortController>();
  let wake = () => undefined as void;
  const locks = await openLocks(url, {
    onNews: () => wake(),
    onLost: (key) => lost.get(key)?.abort(),
  });

  async function work(job: Job): Promise<void> {
    const key = keyOf(job);
    if (!(await locks.take(key))) return putBack(boss, job, { seconds: 1 });
    const ownLoss = new AbortController();
    lost.set(key, ownLoss);
    try {
      if (!(await isStillOurs(boss, job))) return;
      const signal = AbortSignal.any([stopping.signal, ownLoss.signal]);
      await attempt(boss, job, { ...settings, signal });
    } finally {
      lost.delete(key);
      await locks.release(key);
    }
  }

  const loop = (async () => {
    let rescuedAt = 0;
    while (!stopping.signal.aborted) {
      if (Date.now() - rescuedAt > RESCUE_EVERY_MS) {
        rescuedAt = Date.now();
        await rescue(boss, locks, new Set(running.keys())).catch(() => undefined);
      }
      const news = new Promise<void>((resolve) => (wake = resolve));
      const free = concurrency - running.size;
      const jobs = free > 0 ? await fetchJobs(boss, free) : [];
      for (const job of jobs) {
        const done = work(job)
          .catch((error: unknown) => settings.onError(error, { name: job.data.job, id: job.id }))
          .finally(() => {
            running.delete(job.id);
            wake();
          });
        running.set(job.id, { key: keyOf(job), done });
      }
      if (jobs.length === 0) await Promise.race([news, sleep(LOOK_EVERY_MS)]);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      wake();
      await loop;
      const all = Promise.all([...running.values()].map(({ done }) => done));
      await Promise.race([all, sleep(patienceMs, undefined, { ref: false })]);
      // What still runs loses its lock with the connection; the next start begins it again.
      await locks.close();
      await boss.stop({ graceful: false, wait: true });
    },
  };
}

async function fetchJobs(boss: PgBoss, batchSize: number): Promise<Job[]> {
  return boss.fetch<Envelope>(QUEUE, { batchSize, includeMetadata: true });
}

async function attempt(
  boss: PgBoss,
  job: Job,
  { handlers, onError, signal }: Settings & { readonly signal: AbortSignal },
): Promise<void> {
  const { job: name, data } = job.data;
  const run: JobRun = {
    id: job.id,
    attempt: job.retryCount + 1,
    isLastAttempt: job.retryCount >= job.retryLimit,
    signal,
  };
  try {
    const handler = handlers[name];
    if (!handler) throw new Error(`no handler for the job ${name}`);
    const outcome = await handler(data, run);
    if (outcome) await putBack(boss, job, { seconds: outcome.againInSeconds, isFresh: true });
    else await boss.complete(QUEUE, job.id);
  } catch (error) {
    if (signal.aborted) return putBack(boss, job, { seconds: 0 });
    onError(error, { name, id: job.id });
    await boss.fail(QUEUE, job.id, { message: messageOf(error) });
  }
}

function keyOf(job: { readonly id: string; readonly singletonKey: string | null }): string {
  return `firstleg job ${job.singletonKey ?? job.id}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'thrown value';
}

// A start that was put off is no failed try: without started_on, pg-boss does not count it.
async function putBack(
  boss: PgBoss,
  job: Job,
  { seconds, isFresh = false }: { readonly seconds: number; readonly isFresh?: boolean },
): Promise<void> {
  await boss.getDb().executeSql(
    `UPDATE jobs.job SET state = 'retry', started_on = NULL,
       start_after = now() + make_interval(secs => $3::float8),
       retry_count = CASE WHEN $4::bool THEN 0 ELSE retry_count END
     WHERE name = $1 AND id = $2 AND state = 'active'`,
    [QUEUE, job.id, seconds, isFresh],
  );
}

// Between fetching and locking, a rescuer may have taken the job for abandoned.
async function isStillOurs(boss: PgBoss, job: Job): Promise<boolean> {
  const { rows } = await boss.getDb().executeSql(
    `SELECT 1 FROM jobs.job
     WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`,
    [QUEUE, job.id, job.retryCount],
  );
  return rows.length === 1;
}

/** Finds jobs that are marked as running while nobody holds their lock, and lets them run again. */
async function rescue(boss: PgBoss, locks: Locks, own: ReadonlySet<string>): Promise<void> {
  const { rows } = await boss.getDb().executeSql(
    `SELECT id, singleton_key AS "singletonKey" FROM jobs.job
     WHERE name = $1 AND state = 'active' AND started_on < now() - interval '2 seconds'`,
    [QUEUE],
  );
  for (const job of rows as { id: string; singletonKey: string | null }[]) {
    if (own.has(job.id)) continue;
    const key = keyOf(job);
    if (!(await locks.take(key))) continue;
    try {
      const { rows: again } = await boss.getDb().executeSql(
        `UPDATE jobs.job SET state = 'retry', start_after = now()
         WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count < retry_limit
         RETURNING id`,
        [QUEUE, job.id],
      );
      if (again.length === 0) await boss.fail(QUEUE, job.id, { message: 'its worker died' });
    } finally {
      await locks.release(key);
    }
  }
}
