import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';

const CHUNK = 1_000;

/**
 * Takes the buyers out of the orders whose time has come (R44): names, addresses, and what they were
 * found by. Nothing else of an order ever holds them.
 */
export async function purgeBuyers(context: Context): Promise<number> {
  const { workspaceId, connection, clock } = context;
  const where = {
    workspaceId,
    connectionId: connection.id,
    buyerState: { not: 'purged' },
    purgeAt: { lte: new Date(clock.now()) },
  };
  let purged = 0;
  for (;;) {
    const count = await transaction(context.db, async (tx) => {
      const rows = await tx.order.findMany({
        where,
        orderBy: { purgeAt: 'asc' },
        take: CHUNK,
        select: { id: true },
      });
      if (rows.length === 0) return 0;
      await tx.order.updateMany({
        where: { id: { in: rows.map(({ id }) => id) } },
        data: { buyerSealed: null, buyerDigests: [], buyerState: 'purged' },
      });
      await writeAudit(tx, context, {
        objectType: 'orders',
        objectId: connection.id,
        verb: 'purge-buyers',
        after: { count: rows.length },
      });
      return rows.length;
    });
    if (count === 0) return purged;
    purged += count;
  }
}
