import type { Context } from '#lib/context/server';
import type { Tx } from '#lib/db';
import { optional } from '#lib/kernel';
import { insertNotices, type NewNotice } from '#lib/notices/server';
import { isOpen } from '../core/order.ts';
import { type NoticeKind, transitionOf } from '../core/transitions.ts';
import type { Happening } from '../store/save-readings.ts';

// No news where it was dealt with before Firstleg saw it, as with all that a first look brings.
const ASKS_TO_ACT: ReadonlySet<NoticeKind> = new Set(['new-order', 'cancel-asked']);

/** Tells of what became of orders, in the transaction that notes it. */
export async function noteHappenings(
  tx: Tx,
  context: Context,
  happenings: readonly Happening[],
): Promise<void> {
  const notices = happenings.flatMap(({ order, transitions, at }) =>
    transitions.flatMap((id): NewNotice[] => {
      const kind = transitionOf(id)?.notice;
      if (kind === undefined || (ASKS_TO_ACT.has(kind) && !isOpen(order))) return [];
      const { orderId: subjectId, marketplaceId } = order;
      const dedupe = `${kind} ${subjectId} ${at}`;
      const facts = optional('shipBy', order.shipBy?.latest);
      return [{ marketplaceId, subjectId, kind, dedupe, facts }];
    }),
  );
  await insertNotices(tx, context, notices);
}
