import { type Context, writeAudit } from '#lib/context/server';
import { toJson, transaction, type Tx } from '#lib/db';
import type { Instant } from '#lib/kernel';
import { listingsBySku } from '#lib/listings/server';
import { changesBetween } from './core/changes.ts';
import { deadlinesOf } from './core/deadlines.ts';
import { boxCount, type InboundPlan, unitCount } from './core/inbound-plan.ts';
import { refreshLines } from './core/lines.ts';
import { missingUnits } from './core/receiving.ts';
import { currentStep } from './core/steps.ts';
import type { OfferSet } from './errands/move.ts';
import { noteMilestonesIn } from './milestone-store.ts';
import { noteMoneyIn } from './money-store.ts';
import { noteReceiptsIn } from './receipt-store.ts';

export type StoredPlan = {
  readonly plan: InboundPlan;
  readonly version: number;
  readonly connectionId: string;
};

/**
 * A plan of the context's workspace; another workspace's does not exist. Until Amazon has it, its
 * lines follow their listings: a conversion that ended since is seen here.
 */
export async function loadPlan(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<StoredPlan | undefined> {
  const row = await context.db.inboundPlan.findFirst({
    where: { id: planId, workspaceId: context.workspaceId },
    select: { doc: true, version: true, connectionId: true },
  });
  if (!row) return undefined;
  const { version, connectionId } = row;
  const plan = asPlan(row.doc);
  if (plan.amazonPlanId !== undefined) return { plan, version, connectionId };
  const listings = await listingsBySku(
    context,
    { connectionId, marketplaceId: plan.marketplaceId },
    plan.lines.map((line) => line.sku),
  );
  return { plan: refreshLines(plan, listings), version, connectionId };
}

export async function insertPlan(
  context: Context,
  plan: InboundPlan,
  verb: 'start-plan' | 'plan-again' = 'start-plan',
): Promise<void> {
  await transaction(context.db, async (tx) => {
    await tx.inboundPlan.create({
      data: {
        id: plan.id,
        workspaceId: context.workspaceId,
        connectionId: context.connection.id,
        marketplaceId: plan.marketplaceId,
        createdAt: new Date(plan.createdAt),
        ...planColumns(plan, context.clock.now()),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'inbound-plan',
      objectId: plan.id,
      verb,
      after: { name: plan.name, lines: plan.lines },
    });
  });
}

export type PlanEdit = {
  readonly stored: StoredPlan;
  readonly after: InboundPlan;
  readonly verb: string;
};

/** Saves a plan unless somebody else has saved it since it was read; false when they have. */
export async function savePlan(context: Context, edit: PlanEdit): Promise<boolean> {
  return transaction(context.db, (tx) => savePlanIn(tx, context, edit));
}

/**
 * Notes that Amazon was asked how the plan is, or its shipments too. Nothing else changes, so it is
 * no edit: it has no audit row and disturbs no form.
 */
export async function noteLooked(
  context: Context,
  planId: string,
  at: 'plan' | 'shipments',
): Promise<void> {
  const path = [at === 'plan' ? 'seenAt' : 'lookedAt'];
  await context.db.$executeRaw`
    UPDATE "InboundPlan"
    SET "doc" = jsonb_set("doc", ${path}::text[], to_jsonb(${context.clock.now()}::bigint))
    WHERE "id" = ${planId} AND "workspaceId" = ${context.workspaceId}`;
}

export async function savePlanIn(tx: Tx, context: Context, edit: PlanEdit): Promise<boolean> {
  const { stored, after, verb } = edit;
  const { count } = await tx.inboundPlan.updateMany({
    where: {
      id: after.id,
      workspaceId: context.workspaceId,
      version: stored.version,
    },
    data: { ...planColumns(after, context.clock.now()), version: { increment: 1 } },
  });
  if (count === 0) return false;
  await noteMilestonesIn(tx, context, stored.plan, after);
  await noteMoneyIn(tx, context, stored.plan, after);
  await noteReceiptsIn(tx, context, stored.plan, after);
  await writeAudit(tx, context, {
    objectType: 'inbound-plan',
    objectId: after.id,
    verb,
    ...changesBetween(stored.plan, after),
  });
  return true;
}

/** What is kept of a plan beside its document, to list and sort by. */
export function planColumns(plan: InboundPlan, now: Instant) {
  const isClosed =
    plan.cancelledAt !== undefined ||
    (plan.shipments.length > 0 && plan.shipments.every((shipment) => shipment.status === 'CLOSED'));
  const [deadline] = deadlinesOf(plan);
  return {
    name: plan.name,
    step: currentStep(plan),
    amazonPlanId: plan.amazonPlanId ?? null,
    skuCount: plan.lines.length,
    unitCount: unitCount(plan),
    boxCount: boxCount(plan),
    doc: toJson(plan),
    errandState: plan.errand?.state ?? null,
    shortUnits: missingUnits(plan),
    dueAt: deadline ? new Date(deadline.at) : null,
    updatedAt: new Date(now),
    closedAt: isClosed ? new Date(now) : null,
  };
}

/** Keeps a set of options and retires the one it replaces. */
export async function saveOffersIn(
  tx: Tx,
  context: Context,
  planId: string,
  set: OfferSet,
): Promise<void> {
  const { kind, subject } = set;
  await tx.inboundOffers.updateMany({
    where: { planId, kind, subject, current: true },
    data: { current: false },
  });
  await tx.inboundOffers.create({
    data: {
      id: crypto.randomUUID(),
      workspaceId: context.workspaceId,
      planId,
      kind,
      subject,
      payload: toJson(set.payload),
      inputs: toJson(set.inputs),
      current: true,
      offeredAt: new Date(context.clock.now()),
    },
  });
}

/** The current options of a kind over all their subjects, as they were saved. */
export async function loadOffers<Offer>(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
  kind: OfferSet['kind'],
): Promise<readonly Offer[]> {
  const rows = await context.db.inboundOffers.findMany({
    where: { planId, kind, current: true, workspaceId: context.workspaceId },
    orderBy: [{ offeredAt: 'asc' }, { subject: 'asc' }],
    select: { payload: true },
  });
  return rows.flatMap((row) => row.payload as unknown as readonly Offer[]);
}

// The column is written by `columns` alone, so its shape is known.
function asPlan(doc: unknown): InboundPlan {
  return doc as InboundPlan;
}

/** Plans that Amazon has and that go on, of every workspace: those worth looking after. */
export async function plansAtAmazon(
  db: Context['db'],
): Promise<readonly { readonly id: string; readonly connectionId: string }[]> {
  return db.inboundPlan.findMany({
    where: { closedAt: null, amazonPlanId: { not: null } },
    select: { id: true, connectionId: true },
    orderBy: { updatedAt: 'asc' },
  });
}

/** When Amazon was last asked how any plan of the connection is. */
export async function lastLookAt(context: Context): Promise<Instant | undefined> {
  const [row] = await context.db.$queryRaw<{ readonly at: bigint | null }[]>`
    SELECT max(GREATEST(("doc"->>'lookedAt')::bigint, ("doc"->>'seenAt')::bigint)) AS at
    FROM "InboundPlan"
    WHERE "workspaceId" = ${context.workspaceId} AND "connectionId" = ${context.connection.id}`;
  const at = row?.at ?? undefined;
  return at === undefined ? undefined : Number(at);
}

export async function connectionOfPlan(
  db: Context['db'],
  planId: string,
): Promise<string | undefined> {
  const row = await db.inboundPlan.findUnique({
    where: { id: planId },
    select: { connectionId: true },
  });
  return row?.connectionId;
}
