import { createHash } from 'node:crypto';
import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import { type ConfirmationMapping } from '#lib/flat-files';
import { ok, refuse, type Result } from '#lib/kernel';

/** The mapping that somebody of the workspace made for files with this header, if anybody has. */
export async function recallMapping(
  context: Context,
  header: readonly string[],
): Promise<ConfirmationMapping | undefined> {
  const { workspaceId } = context;
  const row = await context.db.confirmationMap.findUnique({
    where: { workspaceId_signature: { workspaceId, signature: signatureOf(header) } },
  });
  // Written by `rememberMapping` alone.
  return row ? (row.columns as unknown as ConfirmationMapping) : undefined;
}

/** Keeps which column of such files stands for which of Amazon's, for the next one. */
export async function rememberMapping(
  context: Context,
  {
    header,
    mapping,
  }: { readonly header: readonly string[]; readonly mapping: ConfirmationMapping },
): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'ship-orders');
  if (notAllowed) return refuse(notAllowed);
  const { workspaceId } = context;
  const signature = signatureOf(header);
  const data = { columns: toJson(mapping), updatedAt: new Date(context.clock.now()) };
  await transaction(context.db, async (tx) => {
    const { id } = await tx.confirmationMap.upsert({
      where: { workspaceId_signature: { workspaceId, signature } },
      create: { id: crypto.randomUUID(), workspaceId, signature, ...data },
      update: data,
    });
    await writeAudit(tx, context, {
      objectType: 'confirmation-map',
      objectId: id,
      verb: 'remember-mapping',
      after: mapping,
    });
  });
  return ok(undefined);
}

// Two files are alike when their headers are, in whatever case.
function signatureOf(header: readonly string[]): string {
  const names = header.map((name) => name.trim().toLowerCase()).join('\t');
  return createHash('sha256').update(names).digest('base64url');
}
