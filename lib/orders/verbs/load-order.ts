import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { snapshot, transaction } from '#lib/db';
import {
  type Instant,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
} from '#lib/kernel';
import type { Buyer, BuyerState } from '../core/buyer.ts';
import { deadlinesOf, type OrderDeadlines } from '../core/deadlines.ts';
import { type Guidance, guidanceFor } from '../core/guidance.ts';
import type { Order } from '../core/order.ts';
import type { TransitionId } from '../core/transitions.ts';
import { openBuyer } from '../store/buyer-seal.ts';
import { asOrder } from '../store/order-row.ts';

/** What Amazon was told of an order, and what it answered. */
export type Told = {
  readonly id: string;
  readonly kind: 'confirm' | 'edit' | 'cancel' | 'adjust';
  readonly state: 'waiting' | 'sending' | 'accepted' | 'refused';
  readonly isByFile: boolean;
  readonly input: unknown;
  readonly problems: readonly Problem[];
  readonly actorName: string;
  readonly askedAt: Instant;
  readonly answeredAt?: Instant;
};

export type OneOrder = {
  readonly id: string;
  readonly version: number;
  readonly order: Order;
  readonly deadlines?: OrderDeadlines;
  readonly guidance: readonly Guidance[];
  readonly history: readonly { readonly transition: TransitionId; readonly at: Instant }[];
  readonly told: readonly Told[];
  readonly buyerState: BuyerState;
  /** When the buyer's data will be gone. */
  readonly purgeAt: Instant;
  readonly isPartial: boolean;
};

/** An order by Amazon's number, without the buyer. */
export async function loadOrder(context: Context, orderId: string): Promise<Result<OneOrder>> {
  // A reading changes an order and adds to its history at once, and is seen in both or in neither.
  const row = await snapshot(context.db, (tx) =>
    tx.order.findFirst({
      where: { ...scope(context), orderId },
      include: {
        events: { orderBy: [{ at: 'asc' }, { step: 'asc' }] },
        messages: { orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: 50 },
      },
    }),
  );
  if (!row) return refuse(problem('order-not-found', { orderId }));
  const order = asOrder(row);
  return ok({
    id: row.id,
    version: row.version,
    order,
    ...optional('deadlines', deadlinesOf(order, context.clock.now())),
    guidance: guidanceFor(order),
    // Written by the store alone, so the codes are known.
    history: row.events.map(({ transition, at }) => ({
      transition: transition as TransitionId,
      at: at.getTime(),
    })),
    told: row.messages.map((message) => ({
      id: message.id,
      kind: message.kind as Told['kind'],
      state: message.state as Told['state'],
      isByFile: message.feedId !== null,
      input: message.input,
      problems: message.problems as unknown as readonly Problem[],
      actorName: message.actorName,
      askedAt: message.askedAt.getTime(),
      ...optional('answeredAt', message.answeredAt?.getTime()),
    })),
    buyerState: row.buyerState as BuyerState,
    purgeAt: row.purgeAt.getTime(),
    isPartial: row.isPartial,
  });
}

/** Who bought, and where it goes. Each reading is in the audit log, without what was read. */
export async function readBuyer(
  context: Context,
  orderId: string,
  purpose: 'look' | 'slip' | 'copy' = 'look',
): Promise<Result<Buyer>> {
  const notAllowed = forbidden(context, 'read-buyers');
  if (notAllowed) return refuse(notAllowed);
  const row = await context.db.order.findFirst({
    where: { ...scope(context), orderId },
    select: { id: true, connectionId: true, orderId: true, buyerSealed: true, buyerState: true },
  });
  if (!row) return refuse(problem('order-not-found', { orderId }));
  const { buyerSealed } = row;
  if (buyerSealed === null) return refuse(notTold(row.buyerState, orderId));
  return transaction(context.db, async (tx) => {
    await writeAudit(tx, context, {
      objectType: 'order',
      objectId: row.id,
      verb: 'read-buyer',
      after: { orderId, purpose },
    });
    return ok(openBuyer(row, buyerSealed));
  });
}

function notTold(state: string, orderId: string): Problem {
  if (state === 'purged') return problem('buyer-purged', { orderId });
  if (state === 'role-missing') return problem('buyer-role-missing', { orderId });
  return problem('buyer-not-told', { orderId });
}

function scope({ workspaceId, connection }: Context) {
  return { workspaceId, connectionId: connection.id };
}
