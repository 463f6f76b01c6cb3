import type { Context } from '#lib/context/server';
import { type Db, transaction } from '#lib/db';
import { insertNotices } from '#lib/notices/server';
import { confirmationOf, type NumberedPackage } from '../amazon/tell-amazon.ts';
import type { Order } from '../core/order.ts';
import { answerMessage } from '../store/message-store.ts';
import { asOrder } from '../store/order-row.ts';
import { isPassing, problemOf } from './failure.ts';
import { readOneOrder } from './sync-orders.ts';

const AGAIN_SECONDS = 20;

/**
 * Tells Amazon, package by package, what waits to be told of an order. A call whose answer was lost
 * is looked up before it is made again, and the order is read anew at the end.
 */
export async function carryTelling(
  context: Context,
  orderRowId: string,
): Promise<{ readonly again?: number }> {
  const row = await context.db.order.findFirst({
    where: {
      id: orderRowId,
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
    },
    include: {
      messages: {
        where: { feedId: null, state: { in: ['waiting', 'sending'] } },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!row || row.messages.length === 0) return {};
  const order = asOrder(row);
  for (const message of row.messages) {
    // Written by `confirmShipment` and `editPackage` alone.
    const parcel = message.input as unknown as NumberedPackage;
    if (message.state === 'sending' && (await isKnownThere(context, order, parcel))) {
      await answerMessage(context.db, context, message.id, { state: 'accepted' });
      continue;
    }
    await answerMessage(context.db, context, message.id, { state: 'sending' });
    const answer = await context.amazon.ordersV0.confirmShipment({
      orderId: order.orderId,
      payload: confirmationOf(order, parcel, context.clock.now()),
    });
    if (answer.ok) {
      await answerMessage(context.db, context, message.id, { state: 'accepted' });
      continue;
    }
    const { failure } = answer;
    if (failure.uncertain || isPassing(failure)) return { again: AGAIN_SECONDS };
    await refuseMessage(context, { order, messageId: message.id }, problemOf(failure));
  }
  const failure = await readOneOrder(context, order.orderId);
  if (failure)
    await context.db.order.update({ where: { id: orderRowId }, data: { isPartial: true } });
  return {};
}

type Refused = { readonly order: Order; readonly messageId: string };

async function refuseMessage(
  context: Context,
  { order, messageId }: Refused,
  wrong: ReturnType<typeof problemOf>,
): Promise<void> {
  const { orderId, marketplaceId } = order;
  await transaction(context.db, async (tx) => {
    await answerMessage(tx, context, messageId, { state: 'refused', problems: [wrong] });
    const notice = {
      marketplaceId,
      subjectId: orderId,
      kind: 'message-refused' as const,
      facts: {},
    };
    await insertNotices(tx, context, [{ ...notice, dedupe: `message-refused ${messageId}` }]);
  });
}

/** Whether Amazon has the package already, with this very number. */
async function isKnownThere(
  context: Context,
  { orderId }: Order,
  { reference, draft }: NumberedPackage,
): Promise<boolean> {
  const answer = await context.amazon.orders.getOrder({ orderId, includedData: ['PACKAGES'] });
  if (!answer.ok) return false;
  return (answer.value.order.packages ?? []).some(
    (parcel) =>
      parcel.packageReferenceId === reference &&
      parcel.trackingNumber === draft.trackingNumber.trim(),
  );
}

export async function connectionOfOrder(db: Db, orderRowId: string): Promise<string | undefined> {
  const row = await db.order.findUnique({
    where: { id: orderRowId },
    select: { connectionId: true },
  });
  return row?.connectionId;
}
