import { type Context, contextOfConnection } from '#lib/context/server';
import type { Db } from '#lib/db';
import type { JobHandler, JobOutcome } from '#lib/jobs';

export type Carry = {
  /** what the job's data calls its object */
  readonly subject: string;
  readonly connectionOf: (db: Db, id: string) => Promise<string | undefined>;
  readonly carry: (context: Context, id: string) => Promise<{ readonly again?: number }>;
};

/** A job that carries one object on, through the connection it belongs to. */
export function carrying(db: Db, { subject, connectionOf, carry }: Carry): JobHandler {
  return async (data): Promise<JobOutcome> => {
    const id = (data as Readonly<Record<string, string>>)[subject] ?? '';
    const connectionId = await connectionOf(db, id);
    if (connectionId === undefined) return undefined;
    const context = await contextOfConnection(db, connectionId);
    if (!context) return undefined;
    const { again } = await carry(context, id);
    return again === undefined ? undefined : { againInSeconds: again };
  };
}
