import { vault } from '#lib/auth/server';
import type { Db, NoticeChannel, Tx } from '#lib/db';
import { isLocale, type Locale } from '#lib/i18n';
import { type Instant, optional } from '#lib/kernel';
import { isNoticeKind, type NoticeKind } from '../core/kinds.ts';

export type ChannelFacts = {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly channel: 'email' | 'webhook';
  /** The address; for its owner's eyes and the carrier's. */
  readonly target: string;
  readonly kinds: readonly NoticeKind[];
  readonly locale: Locale;
  /** Nothing is told where nobody knows yet whether messages arrive. */
  readonly verifiedAt?: Instant;
  readonly codeUntil?: Instant;
  readonly codeTries: number;
};

type Part = 'target' | 'secret' | 'code';

/** Seals a part of a channel so that it opens nowhere else. */
export function sealPart(channelId: string, part: Part, text: string): string {
  return vault().seal(text, contextOf(channelId, part));
}

export function openPart(channelId: string, part: Part, sealed: string): string {
  return vault().open(sealed, contextOf(channelId, part));
}

function contextOf(channelId: string, part: Part): string {
  return `notice-channel:${channelId}:${part}`;
}

export function channelFacts(row: NoticeChannel): ChannelFacts {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    userId: row.userId,
    channel: row.channel === 'webhook' ? 'webhook' : 'email',
    target: openPart(row.id, 'target', row.targetSealed),
    kinds: row.kinds.filter(isNoticeKind),
    locale: isLocale(row.locale) ? row.locale : 'en',
    ...optional('verifiedAt', row.verifiedAt?.getTime()),
    ...optional('codeUntil', row.codeUntil?.getTime()),
    codeTries: row.codeTries,
  };
}

/** A member's own channel; for anybody else it does not exist. */
export async function findOwnChannel(
  db: Db | Tx,
  owner: { readonly workspaceId: string; readonly userId: string },
  channelId: string,
): Promise<NoticeChannel | undefined> {
  const row = await db.noticeChannel.findFirst({ where: { ...owner, id: channelId } });
  return row ?? undefined;
}
