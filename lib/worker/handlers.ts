import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, transaction } from '#lib/db';
import { addressOfHouse } from '#lib/env';
import {
  carryDefects,
  connectionOfDefectRead,
  connectionOfErrand,
  connectionOfPlan,
  DEFECTS_JOB,
  ERRAND_JOB,
  noteClocks,
  plansAtAmazon,
  refreshShipments,
  runErrand,
} from '#lib/inbound/server';
import { enqueue, type JobHandlers } from '#lib/jobs';
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
import { carryChannel, NOTICES_JOB } from '#lib/notices/server';
import { post } from '#lib/post/server';
import { carrying } from './carrying.ts';
import { orderHandlers } from './order-handlers.ts';

const NOTE_CLOCKS_JOB = 'inbound.note-clocks';
const LOOK_AFTER_JOB = 'inbound.look-after-shipments';
export const LOOK_AFTER_ALL_JOB = 'inbound.look-after-all';
/** Amazon counts for days; looking every ten minutes is soon enough for a page left open. */
const LOOK_AFTER_SECONDS = 600;

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
    [NOTE_CLOCKS_JOB]: carrying(db, {
      subject: 'connectionId',
      connectionOf: async (_, id) => id,
      carry: async (context) => {
        await noteClocks(context);
        return {};
      },
    }),
    [DEFECTS_JOB]: carrying(db, {
      subject: 'readId',
      connectionOf: connectionOfDefectRead,
      carry: carryDefects,
    }),
    ...orderHandlers(db),
    [NOTICES_JOB]: async (data) => {
      const { channelId = '' } = data as Readonly<Record<string, string>>;
      const carrier = { db, clock: { now: Date.now }, post: post(), baseUrl: addressOfHouse() };
      const { again } = await carryChannel(carrier, channelId);
      return again === undefined ? undefined : { againInSeconds: again };
    },
    [LOOK_AFTER_ALL_JOB]: async () => {
      const plans = await plansAtAmazon(db);
      await transaction(db, async (tx) => {
        for (const { id } of plans) {
          await enqueue(tx, LOOK_AFTER_JOB, { planId: id }, { singletonKey: id });
        }
        for (const id of new Set(plans.map(({ connectionId }) => connectionId))) {
          await enqueue(tx, NOTE_CLOCKS_JOB, { connectionId: id }, { singletonKey: id });
        }
      });
      return { againInSeconds: LOOK_AFTER_SECONDS };
    },
  };
}
