import type { Db, Prisma } from '#lib/db';
import { type Instant, optional } from '#lib/kernel';

/** What a test message is among the kinds. */
export const TEST_KIND = 'test';

export type WaitingKind = {
  readonly kind: string;
  readonly oldestAt: Instant;
  /** When the last letter of the kind was made. */
  readonly lastAt?: Instant;
};

/** The kinds of which something waits to be sent through a channel. */
export async function waitingKinds(db: Db, channelId: string): Promise<readonly WaitingKind[]> {
  const waiting = await db.noticeDelivery.groupBy({
    by: ['kind'],
    where: { channelId, sendingId: null },
    _min: { askedAt: true },
  });
  return Promise.all(
    waiting.map(async ({ kind, _min }) => {
      const last = await db.noticeSending.findFirst({
        where: { channelId, kind },
        orderBy: { createdAt: 'desc' },
        select: { createdAt: true },
      });
      return {
        kind,
        oldestAt: _min.askedAt?.getTime() ?? 0,
        ...optional('lastAt', last?.createdAt.getTime()),
      };
    }),
  );
}

/** What is waiting of a kind, the oldest first; what was found out together, in a fixed order. */
export async function waitingNotices(
  db: Db,
  { channelId, kind }: { readonly channelId: string; readonly kind: string },
  most: number,
): Promise<readonly string[]> {
  const rows = await db.noticeDelivery.findMany({
    where: { channelId, kind, sendingId: null },
    orderBy: [{ askedAt: 'asc' }, { noticeId: 'asc' }],
    take: most,
    select: { noticeId: true },
  });
  return rows.map(({ noticeId }) => noticeId);
}

export const SENDING_WITH_NOTICES = {
  deliveries: {
    include: { notice: true },
    orderBy: [{ notice: { at: 'asc' } }, { noticeId: 'asc' }],
  },
} satisfies Prisma.NoticeSendingInclude;

export type SendingRow = Prisma.NoticeSendingGetPayload<{ include: typeof SENDING_WITH_NOTICES }>;
