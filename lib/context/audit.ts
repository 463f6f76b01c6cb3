import { recordAudit, type Tx } from '#lib/db';
import { optional } from '#lib/kernel';
import type { Context } from './context.ts';

export type AuditFacts = {
  readonly objectType: string;
  readonly objectId: string;
  readonly verb: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Leaves the trace of what the context's actor does, in the transaction that does it. */
export async function writeAudit(
  tx: Tx,
  context: Pick<Context, 'workspaceId' | 'actor' | 'clock'>,
  facts: AuditFacts,
): Promise<void> {
  await recordAudit(tx, {
    ...facts,
    workspaceId: context.workspaceId,
    ...optional('actorId', context.actor.id),
    actorName: context.actor.name,
    at: context.clock.now(),
  });
}
