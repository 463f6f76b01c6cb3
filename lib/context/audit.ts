import { optional } from '#lib/kernel';
import { type Tx, toJson } from '#lib/db';
import type { Context } from './context.ts';

export type AuditFacts = {
  readonly objectType: string;
  readonly objectId: string;
  readonly verb: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Writes who did what, in the transaction that does it. */
export async function writeAudit(
  transaction: Tx,
  context: Pick<Context, 'workspaceId' | 'actor' | 'clock'>,
  facts: AuditFacts,
): Promise<void> {
  const { before, after, ...what } = facts;
  await transaction.auditEntry.create({
    data: {
      ...what,
      workspaceId: context.workspaceId,
      ...optional('actorId', context.actor.id),
      actorName: context.actor.name,
      at: new Date(context.clock.now()),
      ...optional('before', before === undefined ? undefined : toJson(before)),
      ...optional('after', after === undefined ? undefined : toJson(after)),
    },
  });
}
