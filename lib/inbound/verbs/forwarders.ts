import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { type ForwarderTariff, readTariff, type TypedTariff } from '../core/forwarder-tariff.ts';

export type KnownForwarder = { readonly id: string; readonly forwarder: ForwarderTariff };

/** More tariffs than this are no choice any more. */
const MOST_TARIFFS = 40;

/** The tariffs that the workspace compares, by name. */
export async function forwarders(
  context: Pick<Context, 'db' | 'workspaceId'>,
): Promise<readonly KnownForwarder[]> {
  const rows = await context.db.forwarderTariff.findMany({
    where: { workspaceId: context.workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  // Written by `saveForwarder` alone.
  return rows.map(({ id, tariff }) => ({
    id,
    forwarder: tariff as unknown as ForwarderTariff,
  }));
}

export type SaveForwarderInput = { readonly currency: string; readonly typed: TypedTariff };

/** Keeps a forwarder's tariff; one of the same name takes the new figures. */
export async function saveForwarder(
  context: Context,
  { currency, typed }: SaveForwarderInput,
): Promise<Result<{ readonly id: string }>> {
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  const read = readTariff(typed, currency);
  if (!read.ok) return read;
  const { workspaceId } = context;
  const { name } = read.value;
  return transaction(context.db, async (tx) => {
    const where = { workspaceId_name: { workspaceId, name } };
    const before = await tx.forwarderTariff.findUnique({ where });
    if (!before && (await tx.forwarderTariff.count({ where: { workspaceId } })) >= MOST_TARIFFS) {
      return refuse(problem('too-many-tariffs', { most: MOST_TARIFFS }));
    }
    const data = { tariff: toJson(read.value), updatedAt: new Date(context.clock.now()) };
    const { id } = await tx.forwarderTariff.upsert({
      where,
      create: { id: crypto.randomUUID(), workspaceId, name, ...data },
      update: data,
    });
    await writeAudit(tx, context, {
      objectType: 'forwarder-tariff',
      objectId: id,
      verb: 'save-forwarder',
      before: before?.tariff,
      after: read.value,
    });
    return ok({ id });
  });
}

export async function removeForwarder(context: Context, id: string): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  return transaction(context.db, async (tx) => {
    const { count } = await tx.forwarderTariff.deleteMany({
      where: { id, workspaceId: context.workspaceId },
    });
    if (count === 0) return refuse(problem('forwarder-not-found'));
    await writeAudit(tx, context, {
      objectType: 'forwarder-tariff',
      objectId: id,
      verb: 'remove-forwarder',
    });
    return ok(undefined);
  });
}
