import type { Tx } from '#lib/db';
import { enqueue } from '#lib/jobs';

/** The job that carries an errand on. */
export const ERRAND_JOB = 'inbound.carry-errand';

/** One job an errand: the errand's row says what is to be done, the job only that it is time. */
export async function enqueueErrand(tx: Tx, errandId: string): Promise<void> {
  await enqueue(tx, ERRAND_JOB, { errandId }, { singletonKey: errandId });
}
