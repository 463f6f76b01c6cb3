import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, toJsonOrNothing, transaction } from '#lib/db';
import {
  compareWeights,
  type Dimensions,
  type Money,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
  sortedSides,
  type Weight,
} from '#lib/kernel';
import type { ShelfBox } from '../core/pack-shelf.ts';

export type BoxSize = ShelfBox & { readonly id: string };

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
  return rows.map(({ id, name, dimensions, inner, tare, maxWeight, price, stock }) => ({
    id,
    name,
    dimensions: dimensions as unknown as Dimensions,
    ...(inner !== null && { inner: inner as unknown as Dimensions }),
    ...(tare !== null && { tare: tare as unknown as Weight }),
    ...(maxWeight !== null && { maxWeight: maxWeight as unknown as Weight }),
    ...(price !== null && { price: price as unknown as Money }),
    ...optional('stock', stock ?? undefined),
  }));
}

export type SaveBoxSizeInput = ShelfBox;

/** Keeps a box; one of the same name takes the new figures. */
export async function saveBoxSize(
  context: Context,
  input: SaveBoxSizeInput,
): Promise<Result<{ readonly id: string }>> {
  const notAllowed = forbidden(context, 'pack');
  if (notAllowed) return refuse(notAllowed);
  const name = input.name.trim();
  const problems = faultsOf({ ...input, name });
  if (problems.length > 0) return refuse(...problems);
  return transaction(context.db, async (tx) => {
    const { workspaceId } = context;
    const known = await tx.boxSize.findUnique({
      where: { workspaceId_name: { workspaceId, name } },
    });
    if (!known && (await tx.boxSize.count({ where: { workspaceId } })) >= MOST_SIZES) {
      return refuse(problem('too-many-box-sizes', { most: MOST_SIZES }));
    }
    const id = known?.id ?? crypto.randomUUID();
    const figures = columnsOf(input);
    await tx.boxSize.upsert({
      where: { workspaceId_name: { workspaceId, name } },
      create: { id, workspaceId, name, ...figures, createdAt: new Date(context.clock.now()) },
      update: figures,
    });
    await writeAudit(tx, context, {
      objectType: 'box-size',
      objectId: id,
      verb: 'save-box-size',
      before: known,
      after: { ...input, name },
    });
    return ok({ id });
  });
}

function faultsOf({ name, dimensions, inner, tare, maxWeight, stock }: ShelfBox): Problem[] {
  const smallest = (size: Dimensions) => Math.min(size.length, size.width, size.height);
  const outside = sortedSides(dimensions);
  const isInside = inner && sortedSides(inner).every((side, at) => side <= (outside[at] ?? 0));
  return [
    name === '' ? problem('box-size-name-needed', {}, 'name') : undefined,
    name.length > LONGEST_NAME
      ? problem('box-size-name-too-long', { most: LONGEST_NAME, length: name.length }, 'name')
      : undefined,
    smallest(dimensions) <= 0 ? problem('box-size-needed', {}, 'length') : undefined,
    inner && (smallest(inner) <= 0 || !isInside)
      ? problem('box-inner-size-outside', {}, 'innerLength')
      : undefined,
    tare && maxWeight && compareWeights(tare, maxWeight) >= 0
      ? problem('box-tare-too-heavy', {}, 'tare')
      : undefined,
    stock !== undefined && (!Number.isSafeInteger(stock) || stock < 0)
      ? problem('box-stock-not-whole', {}, 'stock')
      : undefined,
  ].filter((found) => found !== undefined);
}

function columnsOf({ dimensions, inner, tare, maxWeight, price, stock }: ShelfBox) {
  return {
    dimensions: toJson(dimensions),
    inner: toJsonOrNothing(inner),
    tare: toJsonOrNothing(tare),
    maxWeight: toJsonOrNothing(maxWeight),
    price: toJsonOrNothing(price),
    stock: stock ?? null,
  };
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
