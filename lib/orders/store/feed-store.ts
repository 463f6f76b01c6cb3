import type { Context } from '#lib/context/server';
import { type Db, type Prisma, toJson, transaction, type Tx } from '#lib/db';
import { enqueue } from '#lib/jobs';
import type { Problem } from '#lib/kernel';

export const FEED_JOB = 'orders.feed';

export type FeedRow = Prisma.OrderFeedGetPayload<object>;
export type FeedMessage = Prisma.OrderMessageGetPayload<{ include: { order: true } }>;

/**
 * The file that is being filled for a store and a kind, which is begun where none is. Amazon takes
 * one file in two minutes, so what comes meanwhile goes with the next.
 */
export async function openFeed(
  tx: Tx,
  { workspaceId, connection, clock }: Context,
  { marketplaceId, feedType }: { readonly marketplaceId: string; readonly feedType: string },
): Promise<string> {
  const place = { workspaceId, connectionId: connection.id, marketplaceId, feedType };
  const waiting = await tx.orderFeed.findFirst({ where: { ...place, state: 'waiting' } });
  if (waiting) return waiting.id;
  const id = crypto.randomUUID();
  const createdAt = new Date(clock.now());
  await tx.orderFeed.create({ data: { id, ...place, state: 'waiting', problems: [], createdAt } });
  await enqueue(tx, FEED_JOB, { feedId: id }, { singletonKey: id });
  return id;
}

export async function readFeed(context: Context, feedId: string): Promise<FeedRow | undefined> {
  const row = await context.db.orderFeed.findFirst({
    where: { id: feedId, workspaceId: context.workspaceId, connectionId: context.connection.id },
  });
  return row ?? undefined;
}

/** When a file of this kind was last sent, by Amazon's clock. */
export async function lastSentAt(context: Context, feedType: string): Promise<number | undefined> {
  const row = await context.db.orderFeed.findFirst({
    where: { connectionId: context.connection.id, feedType, sentAt: { not: null } },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true },
  });
  return row?.sentAt?.getTime();
}

/** Closes a file to further messages and hands out those that are in it. */
export async function sealFeed(context: Context, feed: FeedRow): Promise<readonly FeedMessage[]> {
  return transaction(context.db, async (tx) => {
    if (feed.state === 'waiting') {
      const count = await tx.orderMessage.count({ where: { feedId: feed.id } });
      await tx.orderFeed.update({
        where: { id: feed.id },
        data: { state: 'sending', rowCount: count },
      });
      await tx.orderMessage.updateMany({ where: { feedId: feed.id }, data: { state: 'sending' } });
    }
    return tx.orderMessage.findMany({
      where: { feedId: feed.id },
      include: { order: true },
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    });
  });
}

export type FeedOutcome = {
  readonly state: 'done' | 'failed';
  readonly problems: readonly Problem[];
  /** What Amazon refused, by message. */
  readonly refused: ReadonlyMap<string, readonly Problem[]>;
};

/** Notes what became of a file and of every message in it; their orders are then asked for. */
export async function closeFeed(
  context: Context,
  feed: FeedRow,
  { state, problems, refused }: FeedOutcome,
  also: (tx: Tx) => Promise<void>,
): Promise<void> {
  const answeredAt = new Date(context.clock.now());
  await transaction(context.db, async (tx) => {
    await tx.orderMessage.updateMany({
      where: { feedId: feed.id, id: { notIn: [...refused.keys()] } },
      data: { state: 'accepted', answeredAt },
    });
    for (const [id, wrong] of refused)
      await tx.orderMessage.update({
        where: { id },
        data: { state: 'refused', problems: toJson(wrong), answeredAt },
      });
    await tx.order.updateMany({
      where: { messages: { some: { feedId: feed.id } } },
      data: { isPartial: true },
    });
    await tx.orderFeed.update({
      where: { id: feed.id },
      data: {
        state,
        problems: toJson(problems),
        refusedCount: refused.size,
        finishedAt: answeredAt,
      },
    });
    await also(tx);
  });
}

export async function connectionOfFeed(db: Db, feedId: string): Promise<string | undefined> {
  const row = await db.orderFeed.findUnique({
    where: { id: feedId },
    select: { connectionId: true },
  });
  return row?.connectionId;
}
