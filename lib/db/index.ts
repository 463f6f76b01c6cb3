// The database: one client per process, transactions, rows. Knows no business and asks no
// questions of its own; the stores of the other rooms do.
export { type Audit, recordAudit } from './audit.ts';
export { closeDb, type Db, openClient, useDatabase } from './client.ts';
export { db } from './db.ts';
export * from './generated/enums.ts';
export { Prisma } from './generated/client.ts';
export type * from './generated/client.ts';
export { type Json, toJson, toJsonOrNothing } from './json.ts';
export { snapshot, transaction, type Tx } from './transaction.ts';
