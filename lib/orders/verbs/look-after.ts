import type { Context } from '#lib/context/server';
import { transaction } from '#lib/db';
import { enqueue } from '#lib/jobs';
import { DAY, optional } from '#lib/kernel';
import { insertNotices, type NewNotice, purgeNotices } from '#lib/notices/server';
import { alarmsOf } from '../core/deadlines.ts';
import { asOrder } from '../store/order-row.ts';
import { keepMetrics } from './metrics.ts';
import { isPerformanceKnown, PERFORMANCE_JOB } from './performance.ts';
import { purgeBuyers } from './purge-buyers.ts';
import { subscribeToChanges } from './hear-changes.ts';
import { carryOrdersSync, syncKey } from './sync-orders.ts';

/** Everything that a store's orders need from time to time, in one go. */
export async function lookAfterOrders(context: Context, marketplaceId: string): Promise<void> {
  await subscribeToChanges(context);
  await carryOrdersSync(context, marketplaceId);
  await noteDeadlines(context, marketplaceId);
  await purgeBuyers(context);
  await purgeNotices(context);
  await keepMetrics(context, marketplaceId);
  if (await isPerformanceKnown(context, marketplaceId)) return;
  const key = syncKey(context.connection.id, marketplaceId);
  await transaction(context.db, (tx) =>
    enqueue(tx, PERFORMANCE_JOB, { key }, { singletonKey: key }),
  );
}

/** Nothing is still open so long after its ship-by date. */
const LOOK_BACK_MS = 30 * DAY;
const MOST = 5_000;

/** R26: tells of deadlines that came near or passed, each once; of several, the latest alone. */
export async function noteDeadlines(context: Context, marketplaceId: string): Promise<number> {
  const now = context.clock.now();
  const rows = await context.db.order.findMany({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      stage: { in: ['unshipped', 'partial'] },
      dueAt: { gte: new Date(now - LOOK_BACK_MS), lte: new Date(now + DAY) },
    },
    orderBy: { dueAt: 'asc' },
    take: MOST,
    select: { orderId: true, doc: true },
  });
  const notices = rows.flatMap((row): NewNotice[] => {
    const order = asOrder(row);
    const due = alarmsOf(order).filter(({ at }) => at <= now);
    const alarm = due.at(-1);
    if (!alarm) return [];
    const { kind, businessDay = 0 } = alarm;
    const { orderId: subjectId } = row;
    const dedupe = `${kind} ${subjectId} ${businessDay}`;
    const facts = {
      ...optional('shipBy', order.shipBy?.latest),
      ...optional('businessDay', businessDay > 0 ? businessDay : undefined),
    };
    return [{ marketplaceId, subjectId, kind, dedupe, facts }];
  });
  return transaction(context.db, (tx) => insertNotices(tx, context, notices));
}
