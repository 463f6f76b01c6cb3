import type { Context } from '#lib/context/server';
import { toJson, type Tx } from '#lib/db';
import { enqueue } from '#lib/jobs';
import { SECOND } from '#lib/kernel';
import type { NoticeKind } from '../core/kinds.ts';
import { GATHER_MS } from '../core/timing.ts';

export const NOTICES_JOB = 'notices.carry';

export type NewNotice = {
  readonly marketplaceId: string;
  readonly kind: NoticeKind;
  /** The number of what it is about; empty for what is about many. */
  readonly subjectId: string;
  /** The same text for the same thing, so that it is told once. */
  readonly dedupe: string;
  /** Numbers and dates for its sentence, and never a person. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/**
 * Keeps notices, in the transaction that finds them out, and lays out their deliveries. What was
 * told before is not told again. Says how many were new.
 */
export async function insertNotices(
  tx: Tx,
  { workspaceId, connection, clock }: Pick<Context, 'workspaceId' | 'connection' | 'clock'>,
  notices: readonly NewNotice[],
): Promise<number> {
  if (notices.length === 0) return 0;
  const at = new Date(clock.now());
  const kept = await tx.notice.createManyAndReturn({
    data: notices.map(({ facts, ...notice }) => ({
      id: crypto.randomUUID(),
      workspaceId,
      connectionId: connection.id,
      ...notice,
      facts: toJson(facts),
      at,
    })),
    skipDuplicates: true,
    select: { id: true, kind: true },
  });
  if (kept.length === 0) return 0;
  const channels = await tx.noticeChannel.findMany({
    where: { workspaceId, verifiedAt: { not: null } },
    select: { id: true, kinds: true },
  });
  for (const { id: channelId, kinds } of channels) {
    const wanted = kept.filter(({ kind }) => kinds.includes(kind));
    if (wanted.length === 0) continue;
    await tx.noticeDelivery.createMany({
      data: wanted.map(({ id, kind }) => ({ noticeId: id, channelId, kind })),
    });
    await wakeChannel(tx, channelId, GATHER_MS / SECOND);
  }
  return kept.length;
}

/** Lets the carrier look at a channel; asking again does not make it look twice. */
export async function wakeChannel(
  tx: Tx,
  channelId: string,
  startAfterSeconds: number,
): Promise<void> {
  await enqueue(tx, NOTICES_JOB, { channelId }, { singletonKey: channelId, startAfterSeconds });
}
