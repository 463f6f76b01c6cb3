import { type Db, transaction } from '#lib/db';
import { enqueue, type JobHandlers } from '#lib/jobs';
import {
  carryFeed,
  carryOrderReport,
  carryPerformance,
  carryTelling,
  connectionOfFeed,
  connectionOfOrder,
  FEED_JOB,
  HEAR_EVERY_SECONDS,
  hearChanges,
  lookAfterOrders,
  ORDERS_REPORT_JOB,
  ORDERS_SYNC_JOB,
  PERFORMANCE_JOB,
  QUEUE_JOB,
  storesWithOrders,
  subscribedConnections,
  SYNC_EVERY_SECONDS,
  syncKey,
  TELL_JOB,
} from '#lib/orders/server';
import { carrying } from './carrying.ts';

export const LOOK_AFTER_ORDERS_JOB = 'orders.look-after-all';
export const HEAR_ALL_JOB = 'orders.hear-all';

/** The jobs of the orders; those of a store are keyed by connection and marketplace. */
export function orderHandlers(db: Db): JobHandlers {
  return {
    [ORDERS_SYNC_JOB]: carrying(db, {
      subject: 'key',
      connectionOf: connectionOfStore,
      carry: async (context, key) => {
        await lookAfterOrders(context, storeIn(key));
        return {};
      },
    }),
    [ORDERS_REPORT_JOB]: carrying(db, {
      subject: 'key',
      connectionOf: connectionOfStore,
      carry: (context, key) => carryOrderReport(context, storeIn(key)),
    }),
    [PERFORMANCE_JOB]: carrying(db, {
      subject: 'key',
      connectionOf: connectionOfStore,
      carry: (context, key) => carryPerformance(context, storeIn(key)),
    }),
    [TELL_JOB]: carrying(db, {
      subject: 'orderRowId',
      connectionOf: connectionOfOrder,
      carry: carryTelling,
    }),
    [FEED_JOB]: carrying(db, {
      subject: 'feedId',
      connectionOf: connectionOfFeed,
      carry: carryFeed,
    }),
    [QUEUE_JOB]: carrying(db, {
      subject: 'connectionId',
      connectionOf: (_db, id) => Promise.resolve(id),
      carry: hearChanges,
    }),
    [HEAR_ALL_JOB]: async () => {
      const connections = await subscribedConnections(db);
      await transaction(db, async (tx) => {
        for (const connectionId of connections)
          await enqueue(tx, QUEUE_JOB, { connectionId }, { singletonKey: connectionId });
      });
      return { againInSeconds: HEAR_EVERY_SECONDS };
    },
    [LOOK_AFTER_ORDERS_JOB]: async () => {
      const stores = await storesWithOrders(db);
      await transaction(db, async (tx) => {
        for (const { connectionId, marketplaceId } of stores) {
          const key = syncKey(connectionId, marketplaceId);
          await enqueue(tx, ORDERS_SYNC_JOB, { key }, { singletonKey: key });
        }
      });
      return { againInSeconds: SYNC_EVERY_SECONDS };
    },
  };
}

function connectionOfStore(_db: Db, key: string): Promise<string | undefined> {
  return Promise.resolve(key.split(' ')[0]);
}

function storeIn(key: string): string {
  return key.split(' ')[1] ?? '';
}
