import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { DAY, type Instant } from '#lib/kernel';

/**
 * Long after anything could still come of it: an order's last deadline is weeks after it was placed,
 * so nothing that is taken away is found out anew.
 */
const KEPT_MS = 180 * DAY;

/** Takes away what was told half a year of the wall clock ago, and how it reached people. */
export async function purgeNotices(context: Context, now: Instant = Date.now()): Promise<number> {
  const { db, workspaceId, connection } = context;
  const old = { lt: new Date(now - KEPT_MS) };
  const where = { workspaceId, connectionId: connection.id, notedAt: old };
  return transaction(db, async (tx) => {
    const { count } = await tx.notice.deleteMany({ where });
    // Sendings are of the workspace; what is left of them has no notice any more.
    await tx.noticeSending.deleteMany({
      where: { workspaceId, createdAt: old, deliveries: { none: {} } },
    });
    if (count > 0)
      await writeAudit(tx, context, {
        objectType: 'notices',
        objectId: connection.id,
        verb: 'purge-notices',
        after: { count },
      });
    return count;
  });
}
