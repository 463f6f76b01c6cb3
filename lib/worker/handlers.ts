import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, contextOfConnection } from '#lib/context/server';
import { type Db, transaction } from '#lib/db';
import {
  connectionOfErrand,
  connectionOfPlan,
  ERRAND_JOB,
  plansOnTheirWay,
  refreshShipments,
  runErrand,
} from '#lib/inbound/server';
import { enqueue, type JobHandler, type JobHandlers, type JobOutcome } from '#lib/jobs';
import {
  carryConversion,
  carrySync,
  connectionOfImport,
  connectionOfListing,
  CONVERSION_JOB,
  FNSKU_JOB,
  marketplaceOfImport,
  readFnskus,
  SYNC_JOB,
} from '#lib/listings/server';
import {
  carryFeed,
  carryOrderReport,
  carryOrdersSync,
  carryTelling,
  connectionOfFeed,
  connectionOfOrder,
  FEED_JOB,
  ORDERS_REPORT_JOB,
  ORDERS_SYNC_JOB,
  purgeBuyers,
  storesWithOrders,
  SYNC_EVERY_SECONDS,
  syncKey,
  TELL_JOB,
} from '#lib/orders/server';

const LOOK_AFTER_JOB = 'inbound.look-after-shipments';
export const LOOK_AFTER_ALL_JOB = 'inbound.look-after-all';
export const LOOK_AFTER_ORDERS_JOB = 'orders.look-after-all';
/** Amazon counts for days; looking every ten minutes is soon enough for a page left open. */
const LOOK_AFTER_SECONDS = 600;

type Carry = {
  /** what the job's data calls its object */
  readonly subject: string;
  readonly connectionOf: (db: Db, id: string) => Promise<string | undefined>;
  readonly carry: (context: Context, id: string) => Promise<{ readonly again?: number }>;
};

/** Every job there is, by name. Each carries its object on from wherever it stands. */
export function jobHandlers(db: Db): JobHandlers {
  return {
    [ERRAND_JOB]: carrying(db, {
      subject: 'errandId',
      connectionOf: connectionOfErrand,
      carry: (context, id) => runErrand(context, id, (ms) => sleep(ms)),
    }),
    [CONVERSION_JOB]: carrying(db, {
      subject: 'listingId',
      connectionOf: connectionOfListing,
      carry: carryConversion,
    }),
    [SYNC_JOB]: carrying(db, {
      subject: 'importId',
      connectionOf: connectionOfImport,
      carry: carrySync,
    }),
    [FNSKU_JOB]: carrying(db, {
      subject: 'importId',
      connectionOf: connectionOfImport,
      carry: async (context, id) => {
        const marketplaceId = await marketplaceOfImport(context, id);
        return marketplaceId === undefined ? {} : readFnskus(context, marketplaceId);
      },
    }),
    [LOOK_AFTER_JOB]: carrying(db, {
      subject: 'planId',
      connectionOf: connectionOfPlan,
      carry: async (context, id) => {
        await refreshShipments(context, id);
        return {};
      },
    }),
    [ORDERS_SYNC_JOB]: carrying(db, {
      subject: 'key',
      connectionOf: connectionOfStore,
      carry: async (context, key) => {
        await carryOrdersSync(context, storeIn(key));
        await purgeBuyers(context);
        return {};
      },
    }),
    [ORDERS_REPORT_JOB]: carrying(db, {
      subject: 'key',
      connectionOf: connectionOfStore,
      carry: (context, key) => carryOrderReport(context, storeIn(key)),
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
    [LOOK_AFTER_ALL_JOB]: async () => {
      const plans = await plansOnTheirWay(db);
      await transaction(db, async (tx) => {
        for (const { id } of plans) {
          await enqueue(tx, LOOK_AFTER_JOB, { planId: id }, { singletonKey: id });
        }
      });
      return { againInSeconds: LOOK_AFTER_SECONDS };
    },
  };
}

// A store's jobs are keyed by connection and marketplace.
function connectionOfStore(_db: Db, key: string): Promise<string | undefined> {
  return Promise.resolve(key.split(' ')[0]);
}

function storeIn(key: string): string {
  return key.split(' ')[1] ?? '';
}

function carrying(db: Db, { subject, connectionOf, carry }: Carry): JobHandler {
  return async (data): Promise<JobOutcome> => {
    const id = (data as Readonly<Record<string, string>>)[subject] ?? '';
    const connectionId = await connectionOf(db, id);
    if (connectionId === undefined) return undefined;
    const context = await contextOfConnection(db, connectionId);
    if (!context) return undefined;
    const { again } = await carry(context, id);
    return again === undefined ? undefined : { againInSeconds: again };
  };
}
