import { transaction } from '#lib/db';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { checkPrinter, PAPER_SIZES, type PrinterProfile } from '#lib/labels';
import { writeAudit } from './audit.ts';
import type { Context } from './context.ts';
import { forbidden } from './permission.ts';

type Keeper = Pick<Context, 'db' | 'workspaceId' | 'actor' | 'clock'>;

export type KnownPrinter = PrinterProfile & { readonly id: string };

/** The workspace's printers, by workstation and name. */
export async function printersOf(
  context: Pick<Context, 'db' | 'workspaceId'>,
): Promise<readonly KnownPrinter[]> {
  const rows = await context.db.printer.findMany({
    where: { workspaceId: context.workspaceId },
    orderBy: [{ workstation: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ workspaceId: _, createdAt: __, paper, ...row }) => ({
    ...row,
    paper: PAPER_SIZES.find((size) => size === paper) ?? 'A4',
  }));
}

/** Keeps a new printer, or changes the one with that id. */
export async function savePrinter(
  context: Keeper,
  { id, ...entered }: PrinterProfile & { readonly id?: string },
): Promise<Result<{ readonly printerId: string }>> {
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const checked = checkPrinter(entered);
  if (!checked.ok) return checked;
  const profile = checked.value;
  const { workspaceId } = context;
  return transaction(context.db, async (tx) => {
    const before =
      id === undefined ? undefined : await tx.printer.findFirst({ where: { id, workspaceId } });
    if (id !== undefined && !before) return refuse(problem('printer-not-found'));
    const row = before
      ? await tx.printer.update({ where: { id: before.id, workspaceId }, data: profile })
      : await tx.printer.create({
          data: { ...profile, workspaceId, createdAt: new Date(context.clock.now()) },
        });
    await writeAudit(tx, context, {
      objectType: 'printer',
      objectId: row.id,
      verb: before ? 'change-printer' : 'add-printer',
      ...(before && { before: withoutOwner(before) }),
      after: profile,
    });
    return ok({ printerId: row.id });
  });
}

export async function removePrinter(
  context: Keeper,
  printerId: string,
): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const { workspaceId } = context;
  return transaction(context.db, async (tx) => {
    const before = await tx.printer.findFirst({ where: { id: printerId, workspaceId } });
    if (!before) return refuse(problem('printer-not-found'));
    await tx.printer.deleteMany({ where: { id: printerId, workspaceId } });
    await writeAudit(tx, context, {
      objectType: 'printer',
      objectId: printerId,
      verb: 'remove-printer',
      before: withoutOwner(before),
    });
    return ok(undefined);
  });
}

function withoutOwner<Row extends { readonly workspaceId: string; readonly createdAt: Date }>({
  workspaceId: _,
  createdAt: __,
  ...profile
}: Row): Omit<Row, 'workspaceId' | 'createdAt'> {
  return profile;
}
