import { transaction } from '#lib/db';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { writeAudit } from './audit.ts';
import type { Context } from './context.ts';
import { forbidden } from './permission.ts';

type Keeper = Pick<Context, 'db' | 'workspaceId' | 'actor' | 'clock'>;
type ListOfLabels = { readonly id: string; readonly name: string };

/** Takes a list off the page. What was printed of it stays known, and `restoreLabelList` brings it back. */
export async function removeLabelList(
  context: Keeper,
  listId: string,
): Promise<Result<ListOfLabels>> {
  return move(context, listId, 'remove-label-list');
}

/** Brings back a list that was removed. */
export async function restoreLabelList(
  context: Keeper,
  listId: string,
): Promise<Result<ListOfLabels>> {
  return move(context, listId, 'restore-label-list');
}

async function move(
  context: Keeper,
  id: string,
  verb: 'remove-label-list' | 'restore-label-list',
): Promise<Result<ListOfLabels>> {
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const { workspaceId, clock } = context;
  return transaction(context.db, async (tx) => {
    const list = await tx.labelList.findFirst({
      where: { id, workspaceId },
      select: { id: true, name: true, removedAt: true },
    });
    if (!list) return refuse(problem('label-list-not-found'));
    const { removedAt, ...known } = list;
    const isRemoved = verb === 'remove-label-list';
    if (isRemoved === (removedAt !== null)) return ok(known);
    await tx.labelList.update({
      where: { id, workspaceId },
      data: { removedAt: isRemoved ? new Date(clock.now()) : null },
    });
    await writeAudit(tx, context, { objectType: 'label-list', objectId: id, verb });
    return ok(known);
  });
}

/** The list that was removed a moment ago, for the page to offer it back. */
export async function removedLabelList(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  listId: string,
): Promise<ListOfLabels | undefined> {
  const list = await db.labelList.findFirst({
    where: { id: listId, workspaceId, removedAt: { not: null } },
    select: { id: true, name: true },
  });
  return list ?? undefined;
}
