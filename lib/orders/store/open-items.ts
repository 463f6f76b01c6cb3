import type { Context } from '#lib/context/server';
import { Prisma } from '#lib/db';
import type { OpenItem } from '#lib/flat-files';
import { openItems } from '../core/confirm.ts';
import { isOpen, type Order } from '../core/order.ts';
import { rowsAsText } from './rows-as-text.ts';

const AT_ONCE = 5_000;

type Named = Pick<Order, 'orderId' | 'marketplaceId' | 'status' | 'purchasedAt' | 'items'>;

/** What waits to be shipped of the orders named, and nothing else of them: a file names many. */
export async function openItemsByNumber(
  { db, workspaceId, connection }: Context,
  marketplaceId: string,
  orderIds: readonly string[],
): Promise<readonly OpenItem[]> {
  const open: OpenItem[] = [];
  for (let start = 0; start < orderIds.length; start += AT_ONCE) {
    const part = orderIds.slice(start, start + AT_ONCE);
    // By number alone: of orders that have just come in, the planner does not know yet how many
    // are open, and would read all of them for each part of the file.
    const orders = await rowsAsText<Named>(
      db,
      Prisma.sql`SELECT json_build_object('orderId', "orderId", 'marketplaceId', "marketplaceId",
          'status', "status", 'purchasedAt', "doc"->'purchasedAt', 'items', "doc"->'items')
        FROM "Order" WHERE "workspaceId" = ${workspaceId} AND "connectionId" = ${connection.id}
          AND "orderId" = ANY(${part}::text[])`,
    );
    for (const order of orders)
      if (order.marketplaceId === marketplaceId && isOpen(order))
        open.push(...openItems({ ...order, packages: [] }));
  }
  return open;
}
