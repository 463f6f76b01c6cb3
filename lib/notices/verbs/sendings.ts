import { optional, type Instant, type Problem } from '#lib/kernel';
import { isNoticeKind, type NoticeKind } from '../core/kinds.ts';
import { TEST_KIND } from '../store/sending-store.ts';
import type { Keeper } from './channels.ts';

export type KnownSending = {
  readonly id: string;
  readonly channelId: string;
  readonly kind: NoticeKind | typeof TEST_KIND;
  /** How many notices went with it. */
  readonly notices: number;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly problems: readonly Problem[];
  readonly createdAt: Instant;
  readonly sentAt?: Instant;
};

/** What last went to the member, or did not, the latest first. */
export async function sendingsOf(keeper: Keeper, most = 20): Promise<readonly KnownSending[]> {
  const { workspaceId, actor } = keeper;
  const rows = await keeper.db.noticeSending.findMany({
    where: { workspaceId, channel: { workspaceId, userId: actor.id ?? '' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    include: { _count: { select: { deliveries: true } } },
  });
  return rows.map(({ _count: { deliveries: notices }, ...row }) => ({
    id: row.id,
    channelId: row.channelId,
    kind: isNoticeKind(row.kind) ? row.kind : TEST_KIND,
    notices,
    // Written by the carrier alone.
    state: row.state as KnownSending['state'],
    attempts: row.attempts,
    problems: row.problems as unknown as readonly Problem[],
    createdAt: row.createdAt.getTime(),
    ...optional('sentAt', row.sentAt?.getTime()),
  }));
}
