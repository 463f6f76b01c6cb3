import type { Context } from '#lib/context/server';
import { type Instant, optional } from '#lib/kernel';
import type { OrderNoticeKind } from './note-happenings.ts';

export type OrderNotice = {
  readonly id: string;
  readonly kind: OrderNoticeKind;
  readonly marketplaceId: string;
  /** Empty for what is about a file of many. */
  readonly orderId: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly at: Instant;
  readonly isNew: boolean;
};

/** The latest notices of the workspace; new is what the member has not seen yet. */
export async function listNotices(
  context: Context,
  { limit = 50, before }: { readonly limit?: number; readonly before?: Instant } = {},
): Promise<readonly OrderNotice[]> {
  const seenAt = await seenBy(context);
  const rows = await context.db.orderNotice.findMany({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      ...optional('at', before === undefined ? undefined : { lt: new Date(before) }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id,
    // Written by `insertNotices` alone.
    kind: row.kind as OrderNoticeKind,
    marketplaceId: row.marketplaceId,
    orderId: row.orderId,
    facts: row.facts as OrderNotice['facts'],
    at: row.at.getTime(),
    isNew: row.at.getTime() > seenAt,
  }));
}

export async function countNewNotices(context: Context): Promise<number> {
  const seenAt = await seenBy(context);
  return context.db.orderNotice.count({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      at: { gt: new Date(seenAt) },
    },
  });
}

/** The member has seen everything up to now. */
export async function seeNotices(context: Context): Promise<void> {
  const { workspaceId, actor } = context;
  if (actor.id === undefined) return;
  const seenAt = new Date(context.clock.now());
  await context.db.noticeSeen.upsert({
    where: { workspaceId_userId: { workspaceId, userId: actor.id } },
    create: { workspaceId, userId: actor.id, seenAt },
    update: { seenAt },
  });
}

async function seenBy({ db, workspaceId, actor }: Context): Promise<Instant> {
  if (actor.id === undefined) return 0;
  const row = await db.noticeSeen.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: actor.id } },
  });
  return row?.seenAt.getTime() ?? 0;
}
