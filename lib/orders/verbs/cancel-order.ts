import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { ok, problem, type Problem, refuse, type Result } from '#lib/kernel';
import { ADJUSTMENT_FEED, CANCELLATION_FEED } from '../amazon/write-feeds.ts';
import { type Adjustment, checkAdjustments } from '../core/adjust.ts';
import { checkCancel } from '../core/cancel.ts';
import { openFeed } from '../store/feed-store.ts';
import {
  insertMessages,
  type KnownOrder,
  type NewMessage,
  ordersBeingTold,
  ordersByNumber,
} from '../store/message-store.ts';
import { mayTell } from './confirm-shipment.ts';

export type CancelOrdersInput = {
  readonly marketplaceId: string;
  readonly reason: string;
  readonly orders: readonly {
    readonly orderId: string;
    /** The items to cancel; the whole order when absent. */
    readonly orderItemIds?: readonly string[];
  }[];
};

export type Told = {
  readonly feedId: string;
  readonly sent: number;
  readonly warnings: readonly Problem[];
  /** Orders that were left out, each with its reason. */
  readonly refused: readonly Problem[];
};

/**
 * Cancels orders, or items of them. Amazon has no call for it, so it goes by file; what a file of many
 * may not have is left out and named, and one order alone is refused.
 */
export async function cancelOrders(
  context: Context,
  { marketplaceId, reason, orders }: CancelOrdersInput,
): Promise<Result<Told>> {
  return tellByFile(context, {
    marketplaceId,
    feedType: CANCELLATION_FEED,
    verb: 'cancel-order',
    orderIds: orders.map(({ orderId }) => orderId),
    messagesOf: ({ id, order }) => {
      const asked = orders.find(({ orderId }) => orderId === order.orderId);
      const orderItemIds = asked?.orderItemIds;
      const { blocking, warnings } = checkCancel(order, {
        reason,
        ...(orderItemIds === undefined ? {} : { orderItemIds }),
      });
      if (blocking.length > 0) return refuse(...blocking);
      const { orderId } = order;
      const inputs = orderItemIds?.map((orderItemId) => ({ orderId, reason, orderItemId })) ?? [
        { orderId, reason },
      ];
      return ok({
        messages: inputs.map((input) => ({ orderRowId: id, kind: 'cancel' as const, input })),
        warnings,
      });
    },
  });
}

/** Gives money back for items that were confirmed, in part or in whole. */
export async function adjustOrder(
  context: Context,
  input: {
    readonly marketplaceId: string;
    readonly orderId: string;
    readonly adjustments: readonly Adjustment[];
  },
): Promise<Result<Told>> {
  const { marketplaceId, orderId, adjustments } = input;
  return tellByFile(context, {
    marketplaceId,
    feedType: ADJUSTMENT_FEED,
    verb: 'adjust-order',
    orderIds: [orderId],
    messagesOf: ({ id, order }) => {
      const { blocking, warnings } = checkAdjustments(order, adjustments);
      if (blocking.length > 0) return refuse(...blocking);
      return ok({
        messages: adjustments.map((adjustment) => ({
          orderRowId: id,
          kind: 'adjust' as const,
          input: adjustment,
        })),
        warnings,
      });
    },
  });
}

type ByFile = {
  readonly marketplaceId: string;
  readonly feedType: string;
  readonly verb: string;
  readonly orderIds: readonly string[];
  readonly messagesOf: (known: KnownOrder) => Result<{
    readonly messages: readonly NewMessage[];
    readonly warnings: readonly Problem[];
  }>;
};

export async function tellByFile(context: Context, file: ByFile): Promise<Result<Told>> {
  const against = mayTell(context, 'cancel-orders');
  if (against) return refuse(against);
  const orderIds = [...new Set(file.orderIds)];
  if (orderIds.length === 0) return refuse(problem('orders-none-chosen'));
  return transaction(context.db, async (tx) => {
    const known = await ordersByNumber(tx, context, orderIds);
    const told = await ordersBeingTold(
      tx,
      [...known.values()].map(({ id }) => id),
    );
    const messages: NewMessage[] = [];
    const warnings: Problem[] = [];
    const refused: Problem[] = [];
    for (const orderId of orderIds) {
      const order = known.get(orderId);
      const outcome = !order
        ? refuse(problem('order-not-found', { orderId }))
        : told.has(order.id)
          ? refuse(problem('order-being-told', { orderId }))
          : file.messagesOf(order);
      if (!outcome.ok) refused.push(...outcome.problems);
      else {
        messages.push(...outcome.value.messages);
        warnings.push(...outcome.value.warnings);
      }
    }
    if (messages.length === 0) return refuse(...refused);
    const feedId = await openFeed(tx, context, file);
    await insertMessages(
      tx,
      context,
      messages.map((message) => ({ ...message, feedId })),
    );
    for (const orderRowId of new Set(messages.map((message) => message.orderRowId)))
      await writeAudit(tx, context, {
        objectType: 'order',
        objectId: orderRowId,
        verb: file.verb,
        after: { feedId, told: messages.filter((message) => message.orderRowId === orderRowId) },
      });
    return ok({ feedId, sent: messages.length, warnings, refused });
  });
}
