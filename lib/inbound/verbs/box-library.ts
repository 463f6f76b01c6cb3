import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import { type Dimensions, ok, problem, refuse, type Result } from '#lib/kernel';

export type BoxSize = {
  readonly id: string;
  readonly name: string;
  readonly dimensions: Dimensions;
};

const LONGEST_NAME = 40;
/** More sizes than any shelf holds; a list to choose from has an end. */
const MOST_SIZES = 100;

/** The sizes of box that the workspace keeps, by name. */
export async function boxSizes(context: Context): Promise<readonly BoxSize[]> {
  const rows = await context.db.boxSize.findMany({
    where: { workspaceId: context.workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  // Written by `saveBoxSize` alone.
  return rows.map(({ id, name, dimensions }) => ({
    id,
    name,
    dimensions: dimensions as unknown as Dimensions,
  }));
}

export type SaveBoxSizeInput = { readonly name: string; readonly dimensions: Dimensions };

/** Keeps a size of box; one of the same name takes the new size. */
export async function saveBoxSize(
  context: Context,
  input: SaveBoxSizeInput,
): Promise<Result<{ readonly id: string }>> {
  const notAllowed = forbidden(context, 'pack');
  if (notAllowed) return refuse(notAllowed);
  const name = input.name.trim();
  if (name === '') return refuse(problem('box-size-name-needed', {}, 'name'));
  if (name.length > LONGEST_NAME) {
    return refuse(
      problem('box-size-name-too-long', { most: LONGEST_NAME, length: name.length }, 'name'),
    );
  }
  const { length, width, height } = input.dimensions;
  if (Math.min(length, width, height) <= 0) {
    return refuse(problem('box-size-needed', {}, 'length'));
  }
  return transaction(context.db, async (tx) => {
    const { workspaceId } = context;
    const known = await tx.boxSize.findUnique({
      where: { workspaceId_name: { workspaceId, name } },
    });
    if (!known && (await tx.boxSize.count({ where: { workspaceId } })) >= MOST_SIZES) {
      return refuse(problem('too-many-box-sizes', { most: MOST_SIZES }));
    }
    const id = known?.id ?? crypto.randomUUID();
    const dimensions = toJson(input.dimensions);
    await tx.boxSize.upsert({
      where: { workspaceId_name: { workspaceId, name } },
      create: { id, workspaceId, name, dimensions, createdAt: new Date(context.clock.now()) },
      update: { dimensions },
    });
    await writeAudit(tx, context, {
      objectType: 'box-size',
      objectId: id,
      verb: 'save-box-size',
      before: known,
      after: { name, dimensions },
    });
    return ok({ id });
  });
}

export async function removeBoxSize(context: Context, id: string): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'pack');
  if (notAllowed) return refuse(notAllowed);
  return transaction(context.db, async (tx) => {
    const { count } = await tx.boxSize.deleteMany({
      where: { id, workspaceId: context.workspaceId },
    });
    if (count === 0) return refuse(problem('box-size-not-found'));
    await writeAudit(tx, context, {
      objectType: 'box-size',
      objectId: id,
      verb: 'remove-box-size',
    });
    return ok(undefined);
  });
}
