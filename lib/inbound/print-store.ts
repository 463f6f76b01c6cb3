import { type Context, writeAudit } from '#lib/context/server';
import { toJson, transaction, type Tx } from '#lib/db';
import type { Instant } from '#lib/kernel';
import type { PrintCounts } from '#lib/labels';

export const PAPER_KINDS = [
  'pick-list',
  'prep',
  'bench-sheet',
  'packing-guide',
  'pack-lists',
  'summary',
  'contents',
  'content-2d',
  'handling',
  'pallet-labels',
  'freight',
  'bill-of-lading',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export type PrintFacts = {
  readonly kind: 'item-labels' | 'box-labels' | PaperKind;
  readonly format: string;
  readonly labelCount: number;
  /** the shipment, where it is of one */
  readonly subject?: string;
  readonly counts?: PrintCounts;
  readonly printer?: string;
};

export type PrintEntry = {
  readonly kind: string;
  readonly format: string;
  readonly labelCount: number;
  readonly subject: string;
  readonly counts?: PrintCounts;
  readonly isReprint: boolean;
  readonly printer: string;
  readonly actorName: string;
  readonly printedAt: Instant;
};

const PRINTS_SHOWN = 200;

/** What was printed of a plan, the newest first. */
export async function printsOf(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<readonly PrintEntry[]> {
  const rows = await context.db.inboundPrint.findMany({
    where: { planId, workspaceId: context.workspaceId },
    orderBy: [{ printedAt: 'desc' }, { id: 'desc' }],
    take: PRINTS_SHOWN,
  });
  return rows.map(({ counts, printedAt, ...row }) => ({
    kind: row.kind,
    format: row.format,
    labelCount: row.labelCount,
    subject: row.subject,
    ...(counts !== null && { counts: asCounts(counts) }),
    isReprint: row.isReprint,
    printer: row.printer,
    actorName: row.actorName,
    printedAt: printedAt.getTime(),
  }));
}

/**
 * Notes a print, with its trace. `isReprint` decides from what was printed before, within the same
 * transaction; without it a print is a reprint when the same of the same shipment was printed.
 */
export async function insertPrint(
  context: Context,
  planId: string,
  facts: PrintFacts,
  isReprint?: (before: readonly PrintCounts[]) => boolean,
): Promise<void> {
  await transaction(context.db, async (tx) => {
    const { kind, format, labelCount, subject = '', counts, printer = '' } = facts;
    const before = await earlierPrints(tx, context, { planId, kind, subject });
    const again = isReprint ? isReprint(before) : before.length > 0;
    await tx.inboundPrint.create({
      data: {
        id: crypto.randomUUID(),
        workspaceId: context.workspaceId,
        planId,
        kind,
        format,
        labelCount,
        subject,
        ...(counts && { counts: toJson(counts) }),
        isReprint: again,
        printer,
        actorName: context.actor.name,
        printedAt: new Date(context.clock.now()),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'inbound-plan',
      objectId: planId,
      verb: `${again ? 'reprint' : 'print'}-${kind === 'item-labels' ? kind : kind === 'box-labels' ? 'shipment-labels' : 'paper'}`,
      after: { kind, format, labelCount, subject, printer },
    });
  });
}

async function earlierPrints(
  tx: Tx,
  context: Context,
  which: { readonly planId: string; readonly kind: string; readonly subject: string },
): Promise<readonly PrintCounts[]> {
  const rows = await tx.inboundPrint.findMany({
    where: { ...which, workspaceId: context.workspaceId },
    select: { counts: true },
  });
  return rows.map(({ counts }) => asCounts(counts ?? {}));
}

// The column is written by `insertPrint` alone, so its shape is known.
function asCounts(counts: unknown): PrintCounts {
  return counts as PrintCounts;
}
