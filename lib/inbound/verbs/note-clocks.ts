import type { Context } from '#lib/context/server';
import { transaction } from '#lib/db';
import { insertNotices } from '#lib/notices/server';
import { isToBeTold } from '../core/clocks.ts';
import { clocks } from './clocks.ts';

/** Tells, once for each moment, of the clocks that run out within a day; says how many were new. */
export async function noteClocks(context: Context): Promise<number> {
  const { clocks: found, now } = await clocks(context);
  const near = found.filter((clock) => isToBeTold(clock, now));
  const notices = near.map(({ kind, at, planId, planName, marketplaceId, shipment }) => ({
    marketplaceId,
    kind: 'plan-clock-near' as const,
    subjectId: planId,
    // A clock that was set anew is told of anew.
    dedupe: ['plan-clock-near', planId, kind, shipment ?? '', at].join(' '),
    facts: { clock: kind, plan: planName, until: at },
  }));
  return transaction(context.db, (tx) => insertNotices(tx, context, notices));
}
