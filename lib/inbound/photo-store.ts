import { createHash } from 'node:crypto';
import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import type { Instant } from '#lib/kernel';
import type { PhotoKind } from './core/photo-kind.ts';

export type Photo = {
  readonly id: string;
  /** Amazon's id of the box, or nothing for the whole plan */
  readonly box: string;
  readonly mime: PhotoKind;
  readonly byteCount: number;
  readonly sha256: string;
  readonly note: string;
  readonly actorName: string;
  readonly at: Instant;
};

type Reader = Pick<Context, 'db' | 'workspaceId'>;
const FACTS = {
  id: true,
  box: true,
  mime: true,
  byteCount: true,
  sha256: true,
  note: true,
  actorName: true,
  at: true,
} as const;

/** The photographs of a plan without the pictures themselves, the oldest first. */
export async function photosOf(
  { db, workspaceId }: Reader,
  planId: string,
): Promise<readonly Photo[]> {
  const rows = await db.inboundPhoto.findMany({
    where: { planId, workspaceId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: FACTS,
  });
  // Written by `insertPhoto` alone.
  return rows.map(({ mime, at, ...row }) => ({
    ...row,
    mime: mime as PhotoKind,
    at: at.getTime(),
  }));
}

/** A picture; another workspace's, or another plan's, does not exist. */
export async function photoBytes(
  { db, workspaceId }: Reader,
  planId: string,
  id: string,
): Promise<{ readonly mime: PhotoKind; readonly bytes: Uint8Array } | undefined> {
  const row = await db.inboundPhoto.findFirst({
    where: { id, planId, workspaceId },
    select: { mime: true, bytes: true },
  });
  return row ? { mime: row.mime as PhotoKind, bytes: row.bytes } : undefined;
}

/** Keeps a photograph; the same picture of the same box is kept once. */
export async function insertPhoto(
  context: Context,
  photo: {
    readonly planId: string;
    readonly box: string;
    readonly mime: PhotoKind;
    readonly note: string;
    readonly bytes: Uint8Array;
  },
): Promise<void> {
  const { planId, box, mime, note, bytes } = photo;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await transaction(context.db, async (tx) => {
    const { count } = await tx.inboundPhoto.createMany({
      data: [
        {
          id: crypto.randomUUID(),
          workspaceId: context.workspaceId,
          planId,
          box,
          mime,
          bytes: new Uint8Array(bytes),
          byteCount: bytes.length,
          sha256,
          note,
          actorName: context.actor.name,
          at: new Date(context.clock.now()),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await writeAudit(tx, context, {
      objectType: 'inbound-plan',
      objectId: planId,
      verb: 'add-photo',
      after: { box, mime, sha256, byteCount: bytes.length },
    });
  });
}

/** The name of a photograph in the archive, by which the paper speaks of it. */
export function photoFile({ box, mime, sha256 }: Photo): string {
  const place = box === '' ? 'plan' : box.replace(/[^\w-]/g, '_');
  return `photos/${place}-${sha256.slice(0, 12)}.${mime === 'image/png' ? 'png' : 'jpg'}`;
}
