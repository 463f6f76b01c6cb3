import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { ok, problem, refuse, type Result } from '#lib/kernel';

export type OrderView = { readonly id: string; readonly name: string; readonly query: string };

const MOST_VIEWS = 20;
const LONGEST_NAME = 40;

/** The member's own ways of looking at Manage Orders. */
export async function listViews(context: Context): Promise<readonly OrderView[]> {
  const rows = await context.db.orderView.findMany({
    where: ownedBy(context),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, query }) => ({ id, name, query }));
}

/** Keeps what stands after the question mark under a name; the same name again replaces it. */
export async function saveView(
  context: Context,
  { name, query }: { readonly name: string; readonly query: string },
): Promise<Result<{ readonly id: string }>> {
  const plain = name.trim();
  if (!isName(plain)) return refuse(problem('view-name', { most: LONGEST_NAME }, 'name'));
  const owner = ownedBy(context);
  return transaction(context.db, async (tx) => {
    const known = await tx.orderView.findFirst({ where: { ...owner, name: plain } });
    if (!known && (await tx.orderView.count({ where: owner })) >= MOST_VIEWS)
      return refuse(problem('too-many-views', { most: MOST_VIEWS }));
    const id = known?.id ?? crypto.randomUUID();
    const createdAt = new Date(context.clock.now());
    await tx.orderView.upsert({
      where: { id },
      create: { id, ...owner, name: plain, query, createdAt },
      update: { query },
    });
    await writeAudit(tx, context, {
      objectType: 'order-view',
      objectId: id,
      verb: 'save-view',
      after: { name: plain },
    });
    return ok({ id });
  });
}

/** Another name for a view; one that is taken stays with the view that has it. */
export async function renameView(
  context: Context,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Result<undefined>> {
  const plain = name.trim();
  if (!isName(plain)) return refuse(problem('view-name', { most: LONGEST_NAME }, 'name'));
  const owner = ownedBy(context);
  return transaction(context.db, async (tx) => {
    const known = await tx.orderView.findFirst({ where: { ...owner, id } });
    if (!known) return refuse(problem('view-not-found'));
    const namesake = await tx.orderView.findFirst({ where: { ...owner, name: plain } });
    if (namesake && namesake.id !== id)
      return refuse(problem('view-name-taken', { name: plain }, 'name'));
    await tx.orderView.update({ where: { id }, data: { name: plain } });
    await writeAudit(tx, context, {
      objectType: 'order-view',
      objectId: id,
      verb: 'rename-view',
      before: { name: known.name },
      after: { name: plain },
    });
    return ok(undefined);
  });
}

export async function removeView(context: Context, id: string): Promise<Result<undefined>> {
  return transaction(context.db, async (tx) => {
    const { count } = await tx.orderView.deleteMany({ where: { ...ownedBy(context), id } });
    if (count === 0) return refuse(problem('view-not-found'));
    await writeAudit(tx, context, { objectType: 'order-view', objectId: id, verb: 'remove-view' });
    return ok(undefined);
  });
}

function isName(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NAME;
}

function ownedBy({ workspaceId, actor }: Context) {
  return { workspaceId, userId: actor.id ?? '' };
}
