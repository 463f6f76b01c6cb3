import type { Db } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** A database in the middle of a transaction, or outside of one: what stores are handed. */
export type Tx = Prisma.TransactionClient;

/** Everything `work` does happens, or none of it. Amazon is never called in here. */
export function transaction<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.$transaction(work);
}
