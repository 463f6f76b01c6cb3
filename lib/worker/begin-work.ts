import { type Db, transaction } from '#lib/db';
import { enqueue, startJobs, type Worker } from '#lib/jobs';
import { jobHandlers, LOOK_AFTER_ALL_JOB } from './handlers.ts';
import { HEAR_ALL_JOB, LOOK_AFTER_ORDERS_JOB } from './order-handlers.ts';

/** Starts to carry jobs on in this process; what a dead process left is taken up. */
export async function beginWork(
  db: Db,
  url: string,
  onError: (error: unknown, job: { readonly name: string; readonly id: string }) => void,
): Promise<Worker> {
  const worker = await startJobs({ url, handlers: jobHandlers(db), onError });
  await transaction(db, async (tx) => {
    for (const job of [LOOK_AFTER_ALL_JOB, LOOK_AFTER_ORDERS_JOB, HEAR_ALL_JOB])
      await enqueue(tx, job, {}, { singletonKey: 'all' });
  });
  return worker;
}
