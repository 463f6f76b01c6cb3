import type { Db } from './client.ts';
import { Prisma } from './generated/client.ts';

/** A database in the middle of a transaction, or outside of one: what stores are handed. */
export type Tx = Prisma.TransactionClient;

/** Everything `work` does happens, or none of it. Amazon is never called in here. */
export function transaction<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.$transaction(work);
}

/**
 * Everything `read` asks is answered as of one moment. Needed wherever a row is read with its
 * relations: each is a question of its own, and another's write may fall between them.
 */
export function snapshot<Value>(db: Db, read: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.$transaction(read, {
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  });
}
