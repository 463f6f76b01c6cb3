import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import type { Json, Tx } from '#lib/db';

export const SCHEMA = 'jobs';
export const QUEUE = 'firstleg';
/** What a commit says to the worker, so that a job does not wait for the next look. */
export const CHANNEL = 'firstleg_jobs';

/** A job as it lies in the queue. */
export type Envelope = { readonly job: string; readonly data: Json };

export type EnqueueOptions = {
  /** Jobs of one name and key never run at once, and only one of them waits. */
  readonly singletonKey?: string;
  readonly startAfterSeconds?: number;
};

/**
 * Puts a job into the queue when the caller's transaction commits. Where one with the same key
 * waits already, that one stays, and starts at the earlier of the two times.
 */
export async function enqueue(
  tx: Tx,
  job: string,
  data: Json,
  { singletonKey = randomUUID(), startAfterSeconds = 0 }: EnqueueOptions = {},
): Promise<void> {
  const key = `${job}:${singletonKey}`;
  const envelope: Envelope = { job, data };
  const id = await writer().send(QUEUE, envelope, {
    db: { executeSql: (text, values) => execute(tx, text, values) },
    singletonKey: key,
    startAfter: startAfterSeconds,
  });
  if (id === null) {
    await tx.$executeRaw`
      UPDATE jobs.job
      SET start_after = LEAST(start_after, now() + make_interval(secs => ${startAfterSeconds}::float8))
      WHERE name = ${QUEUE} AND singleton_key = ${key} AND state = 'created'`;
  }
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, '')`;
}

let boss: PgBoss | undefined;

// Never started: it only words the insert, which the caller's transaction carries out.
function writer(): PgBoss {
  const nowhere = { executeSql: () => Promise.reject(new Error('enqueue without transaction')) };
  boss ??= new PgBoss({ db: nowhere, schema: SCHEMA, migrate: false, schedule: false });
  return boss;
}

async function execute(tx: Tx, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const plain = values.map((value) =>
    value === undefined ? null : typeof value === 'object' ? asJson(value) : value,
  );
  return { rows: await tx.$queryRawUnsafe(text, ...plain) };
}

function asJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
