import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import {
  type Dimensions,
  ok,
  problem,
  type Problem,
  refuse,
  type Result,
  type Weight,
} from '#lib/kernel';
import { type CasePackFacts, checkCasePack, MOST_CASE_PACKS } from '../core/case-pack.ts';

export type CasePack = CasePackFacts & { readonly id: string; readonly sku: string };

/** The case packs of the given SKUs, the oldest first. */
export async function casePacks(
  context: Context,
  skus: readonly string[],
): Promise<readonly CasePack[]> {
  const rows = await context.db.casePack.findMany({
    where: { ...scope(context), sku: { in: [...skus] } },
    orderBy: [{ sku: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, sku, name, unitsPerCase, dimensions, weight }) => ({
    id,
    sku,
    name,
    unitsPerCase,
    // Written by `saveCasePack` alone.
    dimensions: dimensions as unknown as Dimensions,
    weight: weight as unknown as Weight,
  }));
}

export type SaveCasePackInput = {
  readonly sku: string;
  /** the one to be changed; absent for a new one */
  readonly id?: string;
} & CasePackFacts;

/** Keeps how a SKU is packed into cases; Amazon's page knows three ways per SKU, and so do we. */
export async function saveCasePack(
  context: Context,
  input: SaveCasePackInput,
): Promise<Result<{ readonly id: string }>> {
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  const found = checkCasePack(input);
  if (found.length > 0) return refuse(...found);
  const { sku, name, unitsPerCase, dimensions, weight } = input;
  return transaction(context.db, async (tx) => {
    const known = await tx.casePack.findMany({ where: { ...scope(context), sku } });
    const against = mayKeep(known, input);
    if (against) return refuse(against);
    const id = input.id ?? crypto.randomUUID();
    const data = {
      name: name.trim(),
      unitsPerCase,
      dimensions: toJson(dimensions),
      weight: toJson(weight),
    };
    if (input.id === undefined) {
      await tx.casePack.create({ data: { id, sku, ...scope(context), ...data } });
    } else {
      await tx.casePack.update({ where: { id }, data });
    }
    await writeAudit(tx, context, {
      objectType: 'case-pack',
      objectId: id,
      verb: 'save-case-pack',
      before: known.find((pack) => pack.id === id),
      after: { sku, ...data },
    });
    return ok({ id });
  });
}

function mayKeep(
  known: readonly { readonly id: string; readonly name: string }[],
  { id, sku, name }: SaveCasePackInput,
): Problem | undefined {
  if (id !== undefined && !known.some((pack) => pack.id === id)) {
    return problem('case-pack-not-found', { sku });
  }
  const others = known.filter((pack) => pack.id !== id);
  if (others.some((pack) => pack.name === name.trim())) {
    return problem('case-pack-name-taken', { sku, name: name.trim() }, 'name');
  }
  if (others.length >= MOST_CASE_PACKS) {
    return problem('too-many-case-packs', { sku, most: MOST_CASE_PACKS });
  }
  return undefined;
}

export async function removeCasePack(context: Context, id: string): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  return transaction(context.db, async (tx) => {
    const { count } = await tx.casePack.deleteMany({ where: { ...scope(context), id } });
    if (count === 0) return refuse(problem('case-pack-not-found', { sku: '' }));
    await writeAudit(tx, context, {
      objectType: 'case-pack',
      objectId: id,
      verb: 'remove-case-pack',
    });
    return ok(undefined);
  });
}

function scope({ workspaceId, connection }: Context) {
  return { workspaceId, connectionId: connection.id };
}
