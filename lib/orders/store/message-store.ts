import type { Context } from '#lib/context/server';
import { Prisma, toJson, type Tx } from '#lib/db';
import type { Problem } from '#lib/kernel';
import type { Order } from '../core/order.ts';
import { insertRows } from './insert-rows.ts';
import { asOrder } from './order-row.ts';
import { rowId } from './row-id.ts';
import { rowsAsText } from './rows-as-text.ts';

export type MessageKind = 'confirm' | 'edit' | 'cancel' | 'adjust';
export type MessageState = 'waiting' | 'sending' | 'accepted' | 'refused';

export type NewMessage = {
  readonly orderRowId: string;
  readonly kind: MessageKind;
  readonly input: unknown;
  readonly feedId?: string;
};

/** Writes down what Amazon is to be told, before it is. */
export async function insertMessages(
  tx: Tx,
  { workspaceId, actor, clock }: Context,
  messages: readonly NewMessage[],
): Promise<void> {
  const askedAt = new Date(clock.now());
  await insertRows(
    tx,
    'OrderMessage',
    messages.map(({ orderRowId, kind, input, feedId }) => ({
      id: rowId(),
      workspaceId,
      orderRowId,
      kind,
      input: toJson(input),
      state: 'waiting',
      feedId: feedId ?? null,
      problems: [],
      actorName: actor.name,
      askedAt,
      answeredAt: null,
    })),
  );
}

export type KnownOrder = { readonly id: string; readonly version: number; readonly order: Order };

type Named = readonly [id: string, version: number, orderId: string, doc: Prisma.JsonValue];

/** Orders by Amazon's number; those of others do not exist. */
export async function ordersByNumber(
  tx: Pick<Tx, '$queryRaw'>,
  { workspaceId, connection }: Context,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, KnownOrder>> {
  const known = new Map<string, KnownOrder>();
  for (let start = 0; start < orderIds.length; start += 5_000) {
    const part = orderIds.slice(start, start + 5_000);
    const rows = await rowsAsText<Named>(
      tx,
      Prisma.sql`SELECT json_build_array("id", "version", "orderId", "doc") FROM "Order"
        WHERE "workspaceId" = ${workspaceId} AND "connectionId" = ${connection.id}
          AND "orderId" = ANY(${part}::text[])`,
    );
    for (const [id, version, orderId, doc] of rows)
      known.set(orderId, { id, version, order: asOrder({ doc }) });
  }
  return known;
}

/** Whether Amazon is being told something about these orders right now. */
export async function ordersBeingTold(
  tx: Pick<Tx, '$queryRaw'>,
  orderRowIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsAsText<string>(
    tx,
    Prisma.sql`SELECT to_json("orderRowId") FROM "OrderMessage"
      WHERE "orderRowId" = ANY(${[...orderRowIds]}::text[]) AND "state" IN ('waiting', 'sending')`,
  );
  return new Set(rows);
}

export async function answerMessage(
  tx: Pick<Tx, 'orderMessage'>,
  { clock }: Pick<Context, 'clock'>,
  id: string,
  {
    state,
    problems = [],
  }: { readonly state: MessageState; readonly problems?: readonly Problem[] },
): Promise<void> {
  const isOver = state === 'accepted' || state === 'refused';
  await tx.orderMessage.update({
    where: { id },
    data: {
      state,
      problems: toJson(problems),
      answeredAt: isOver ? new Date(clock.now()) : null,
    },
  });
}
