import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import type { FactoryChoices } from '#lib/flat-files';
import { ok, problem, refuse, type Result } from '#lib/kernel';

export type FactoryLayout = { readonly name: string; readonly choices: FactoryChoices };

const LONGEST_NAME = 80;

/** The factories whose lists were read before, the last one first. */
export async function factoryLayouts(context: Context): Promise<readonly FactoryLayout[]> {
  const rows = await context.db.factoryLayout.findMany({
    where: { workspaceId: context.workspaceId },
    orderBy: [{ updatedAt: 'desc' }, { name: 'asc' }],
    take: 200,
  });
  // Written by `saveFactoryLayout` alone.
  return rows.map(({ name, choices }) => ({ name, choices: choices as FactoryChoices }));
}

/** Remembers how a factory's list was read; what was known of the factory gives way. */
export async function saveFactoryLayout(
  context: Context,
  layout: FactoryLayout,
): Promise<Result<{ readonly name: string }>> {
  const notAllowed = forbidden(context, 'pack');
  if (notAllowed) return refuse(notAllowed);
  const name = layout.name.trim();
  if (name === '') return refuse(problem('factory-name-needed', {}, 'name'));
  if (name.length > LONGEST_NAME) {
    return refuse(
      problem('factory-name-too-long', { most: LONGEST_NAME, length: name.length }, 'name'),
    );
  }
  return transaction(context.db, async (tx) => {
    const { workspaceId } = context;
    const where = { workspaceId_name: { workspaceId, name } };
    const known = await tx.factoryLayout.findUnique({ where });
    const id = known?.id ?? crypto.randomUUID();
    const choices = toJson(layout.choices);
    const updatedAt = new Date(context.clock.now());
    await tx.factoryLayout.upsert({
      where,
      create: { id, workspaceId, name, choices, updatedAt },
      update: { choices, updatedAt },
    });
    await writeAudit(tx, context, {
      objectType: 'factory-layout',
      objectId: id,
      verb: 'save-factory-layout',
      before: known,
      after: { name, choices },
    });
    return ok({ name });
  });
}
