import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openClient } from '#lib/db';
import { migrate, reachDatabase } from '#lib/db/server';
import type { Shop } from './filled-shop.ts';

type Print = (line: string) => void;
type Piece = (print: Print, shop: Shop) => Promise<void>;

/** Each is loaded when its turn comes, so that none counts as another's memory. */
const PIECES: Readonly<Record<string, Piece>> = {
  reading: async (print) => (await import('./reading.ts')).benchReading(print),
  files: async (print, shop) => (await import('./files.ts')).benchFiles(print, shop),
  lists: async (print, shop) => (await import('./lists.ts')).benchLists(print, shop),
};

const ORDERS = 1_000_000;

/** Manage Orders and its files at the size of a large seller; the orders are kept for the next run. */
export async function benchOrders(print: Print, words: readonly string[]): Promise<void> {
  const wish = (name: string) => words[words.indexOf(name) + 1];
  const orders = words.includes('--orders') ? Number(wish('--orders')) : ORDERS;
  const only = words.includes('--only') ? (wish('--only') ?? '').split(',') : Object.keys(PIECES);
  const folder = path.join(tmpdir(), `firstleg-bench-orders-${orders}`);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  // The keys that seal buyers lie beside the database they belong to.
  process.env.FIRSTLEG_DATA_DIR = folder;
  const database = await reachDatabase({ dataDir: folder, databaseUrl: undefined });
  const { filledShop } = await import('./filled-shop.ts');
  try {
    await migrate(database.url);
    const db = openClient(database.url, 4);
    try {
      const shop = await filledShop(db, orders);
      const filled = shop.filledMs === undefined ? 'kept from before' : seconds(shop.filledMs);
      print(`${count(shop.orders)} orders with ${count(shop.items)} items (${filled}).`);
      print('');
      for (const name of only) {
        const piece = PIECES[name];
        if (!piece) throw new Error(`there is no piece ${name}`);
        await piece(print, shop);
        print('');
      }
    } finally {
      await db.$disconnect();
    }
  } finally {
    await database.close();
  }
}

function seconds(ms: number): string {
  return `filled in ${(ms / 1_000).toFixed(0)} s`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
