import type { Context } from '#lib/context/server';
import { transaction } from '#lib/db';
import { type Instant, optional } from '#lib/kernel';
import { NOTICE_KINDS, type NoticeKind } from '../core/kinds.ts';

export type KnownNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly marketplaceId: string;
  /** Empty for what is about a file of many. */
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly at: Instant;
  /** When it was noted, by the wall clock; the place of the notice in the list. */
  readonly notedAt: Instant;
  readonly isNew: boolean;
};

export type NoticePage = {
  readonly notices: readonly KnownNotice[];
  /** Where the next page begins, if there is one. */
  readonly next?: string;
};

/** Who reads, and through which connection; more is not needed to count. */
export type Reader = Pick<Context, 'db' | 'workspaceId' | 'actor'> & {
  readonly connection: Pick<Context['connection'], 'id'>;
};

export type NoticeQuery = {
  readonly kind?: NoticeKind;
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
};

/** The notices of the connection, the latest first; new is what the member has not seen yet. */
export async function listNotices(
  reader: Reader,
  { kind, limit = 50, after }: NoticeQuery = {},
): Promise<NoticePage> {
  const seen = await seenBy(reader);
  const cursor = after === undefined ? undefined : readCursor(after);
  const rows = await reader.db.notice.findMany({
    where: {
      ...scopeOf(reader),
      ...optional('kind', kind),
      ...optional(
        'OR',
        cursor && [
          { notedAt: { lt: cursor.notedAt } },
          { notedAt: cursor.notedAt, id: { lt: cursor.id } },
        ],
      ),
    },
    orderBy: [{ notedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    notices: shown.map((row) => ({
      id: row.id,
      // Written by `insertNotices` alone.
      kind: row.kind as NoticeKind,
      marketplaceId: row.marketplaceId,
      subjectId: row.subjectId,
      facts: row.facts as KnownNotice['facts'],
      at: row.at.getTime(),
      notedAt: row.notedAt.getTime(),
      isNew: row.notedAt.getTime() > (seen.get(row.kind) ?? 0),
    })),
    ...optional(
      'next',
      rows.length > limit && last ? `${last.notedAt.getTime()}_${last.id}` : undefined,
    ),
  };
}

function readCursor(text: string): { readonly notedAt: Date; readonly id: string } | undefined {
  const [time = '', id = ''] = text.split('_');
  const at = Number(time);
  return /^\d{1,15}$/.test(time) ? { notedAt: new Date(at), id } : undefined;
}

/** Beyond this nobody counts; the bell then says "99+". */
export const MOST_COUNTED = 100;

/** How many notices the member has not seen, by kind; counting ends at a hundred. */
export async function countNewNotices(
  reader: Reader,
): Promise<{ readonly all: number; readonly byKind: ReadonlyMap<NoticeKind, number> }> {
  const seen = await seenBy(reader);
  const rows = await reader.db.notice.findMany({
    where: {
      ...scopeOf(reader),
      OR: NOTICE_KINDS.map((kind) => ({
        kind,
        notedAt: { gt: new Date(seen.get(kind) ?? 0) },
      })),
    },
    select: { kind: true },
    take: MOST_COUNTED,
  });
  const byKind = new Map<NoticeKind, number>();
  for (const kind of NOTICE_KINDS) {
    const count = rows.filter((row) => row.kind === kind).length;
    if (count > 0) byKind.set(kind, count);
  }
  return { all: rows.length, byKind };
}

/** The member has seen what was noted up to then, of one kind or of all. */
export async function seeNotices(
  reader: Reader,
  { until, kind }: { readonly until: Instant; readonly kind?: NoticeKind },
): Promise<void> {
  const { workspaceId, actor, connection } = reader;
  const { id: userId } = actor;
  if (userId === undefined) return;
  const seenAt = new Date(until);
  await transaction(reader.db, async (tx) => {
    for (const each of kind === undefined ? NOTICE_KINDS : [kind]) {
      const key = { connectionId: connection.id, userId, kind: each };
      await tx.noticeSeen.upsert({
        where: { connectionId_userId_kind: key },
        create: { workspaceId, ...key, seenAt },
        update: {},
      });
      // A page that was left open must not make what was seen since then new again.
      await tx.noticeSeen.updateMany({
        where: { ...key, workspaceId, seenAt: { lt: seenAt } },
        data: { seenAt },
      });
    }
  });
}

function scopeOf({ workspaceId, connection }: Reader) {
  return { workspaceId, connectionId: connection.id };
}

async function seenBy({ db, workspaceId, connection, actor }: Reader) {
  if (actor.id === undefined) return new Map<string, Instant>();
  const rows = await db.noticeSeen.findMany({
    where: { workspaceId, connectionId: connection.id, userId: actor.id },
  });
  return new Map(rows.map(({ kind, seenAt }) => [kind, seenAt.getTime()]));
}
