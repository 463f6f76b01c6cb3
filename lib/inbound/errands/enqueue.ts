import type { Context } from '#lib/context/server';

/** The job that carries an errand on. */
export const ERRAND_JOB = 'inbound.carry-errand';

/** One job an errand: the errand's row says what is to be done, the job only that it is time. */
export async function enqueueErrand(
  context: Pick<Context, 'enqueue'>,
  errandId: string,
  startAfterSeconds = 0,
): Promise<void> {
  await context.enqueue(ERRAND_JOB, { errandId }, { singletonKey: errandId, startAfterSeconds });
}
