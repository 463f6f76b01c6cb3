import { createOwner } from '#lib/auth/server';
import type { Context } from '#lib/context';
import { contextOfConnection, createPracticeConnection } from '#lib/context/server';
import type { Db } from '#lib/db';
import { DAY } from '#lib/kernel';
import { fillOrders, fillListings } from './million-orders.ts';

export const US = 'ATVPDKIKX0DER';
export const OWNER = { email: 'bench@firstleg.example', password: 'a million orders in a row' };
const NAME = 'Bench of orders';

export type Shop = {
  readonly context: Context;
  readonly orders: number;
  readonly items: number;
  /** What filling took; nothing when the orders were there already. */
  readonly filledMs?: number;
};

/** A seller with so many orders, made once and found again by later runs over the same folder. */
export async function filledShop(db: Db, orders: number): Promise<Shop> {
  const known = await db.connection.findFirst({ where: { name: NAME } });
  const connectionId = known?.id ?? (await openShop(db));
  const context = await contextOfConnection(db, connectionId);
  if (!context) throw new Error('the shop of the bench is gone');
  const has = await db.order.count({ where: { connectionId } });
  const start = performance.now();
  if (has === 0) {
    // Dates follow the clock, so that late risk and metrics mean what they say.
    const until = Math.floor(context.clock.now() / DAY) * DAY;
    await fillListings(context, US);
    await fillOrders(context, { marketplaceId: US, orders, until });
  } else if (has < orders)
    throw new Error(`${has} orders lie there, not ${orders}: another folder, please`);
  const filledMs = performance.now() - start;
  const items = await db.orderItem.count({ where: { connectionId } });
  return { context, orders: Math.max(has, orders), items, ...(has === 0 ? { filledMs } : {}) };
}

async function openShop(db: Db): Promise<string> {
  const devices = { db, clock: { now: Date.now } };
  const made = await createOwner(devices, { ...OWNER, name: 'Bench', workspaceName: NAME });
  if (!made.ok) throw new Error('the owner of the bench could not be made');
  const workspace = await db.workspace.findFirstOrThrow({ where: { name: NAME } });
  return createPracticeConnection(db, {
    workspaceId: workspace.id,
    name: NAME,
    marketplaceIds: [US],
    actor: { name: 'Bench', role: 'owner' },
  });
}
