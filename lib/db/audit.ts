import type { Instant } from '#lib/kernel';
import { toJsonOrNothing } from './json.ts';
import type { Tx } from './transaction.ts';

export type Audit = {
  readonly workspaceId: string;
  /** Absent when Firstleg itself acts, as a job does. */
  readonly actorId?: string;
  readonly actorName: string;
  readonly at: Instant;
  readonly objectType: string;
  readonly objectId: string;
  readonly verb: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Leaves the trace of a write; called in the transaction that writes. */
export async function recordAudit(tx: Tx, audit: Audit): Promise<void> {
  await tx.auditEntry.create({
    data: {
      workspaceId: audit.workspaceId,
      actorId: audit.actorId ?? null,
      actorName: audit.actorName,
      at: new Date(audit.at),
      objectType: audit.objectType,
      objectId: audit.objectId,
      verb: audit.verb,
      before: toJsonOrNothing(audit.before),
      after: toJsonOrNothing(audit.after),
    },
  });
}
