import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Db = PrismaClient;

/** A client of the database at `url`; whoever opens one disconnects it. */
export function openClient(url: string, connections = 10): Db {
  const adapter = new PrismaPg({ connectionString: url, max: connections });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}

// On globalThis because a development server loads this file again after every edit.
const shared = globalThis as { firstlegDb?: Db | undefined };

/** Makes `url` the database of this process. */
export function useDatabase(url: string): Db {
  if (shared.firstlegDb) throw new Error('this process has its database already');
  shared.firstlegDb = openClient(url);
  return shared.firstlegDb;
}

export function currentDb(): Db | undefined {
  return shared.firstlegDb;
}

export async function closeDb(): Promise<void> {
  await shared.firstlegDb?.$disconnect();
  shared.firstlegDb = undefined;
}
