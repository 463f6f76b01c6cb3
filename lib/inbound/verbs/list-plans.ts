import type { Context } from '#lib/context/server';
import { type Instant, optional } from '#lib/kernel';
import type { StepId } from '../core/steps.ts';

export type PlanFilter = 'open' | 'closed' | 'all';

export type PlanQuery = {
  readonly filter: PlanFilter;
  readonly search?: string;
  readonly page: number;
  readonly pageSize: number;
};

export type PlanRow = {
  readonly id: string;
  readonly name: string;
  readonly marketplaceId: string;
  readonly step: StepId;
  readonly skuCount: number;
  readonly unitCount: number;
  readonly boxCount: number;
  readonly dueAt?: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly isClosed: boolean;
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
};

export type PlanList = {
  readonly plans: readonly PlanRow[];
  readonly total: number;
  readonly counts: { readonly open: number; readonly closed: number };
};

/** The plans of the connection, the last touched first. */
export async function listPlans(context: Context, query: PlanQuery): Promise<PlanList> {
  const place = { workspaceId: context.workspaceId, connectionId: context.connection.id };
  const text = query.search?.trim() ?? '';
  const where = {
    ...place,
    ...(text === '' ? {} : { name: { contains: text, mode: 'insensitive' as const } }),
    ...(query.filter === 'open' ? { closedAt: null } : {}),
    ...(query.filter === 'closed' ? { closedAt: { not: null } } : {}),
  };
  const [rows, counts, found] = await Promise.all([
    context.db.inboundPlan.findMany({
      where,
      omit: { doc: true },
      orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    countPlans(context),
    text === '' ? undefined : context.db.inboundPlan.count({ where }),
  ]);
  const total =
    found ?? (query.filter === 'all' ? counts.open + counts.closed : counts[query.filter]);
  const plans = rows.map((row) => ({
    id: row.id,
    name: row.name,
    marketplaceId: row.marketplaceId,
    step: row.step as StepId,
    skuCount: row.skuCount,
    unitCount: row.unitCount,
    boxCount: row.boxCount,
    ...optional('dueAt', row.dueAt?.getTime()),
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    isClosed: row.closedAt !== null,
    isWaiting: row.errandState === 'running',
    hasFailed: row.errandState === 'failed',
  }));
  return { plans, total, counts };
}

async function countPlans({ db, workspaceId, connection }: Context): Promise<PlanList['counts']> {
  const [row] = await db.$queryRaw<{ readonly all: number; readonly closed: number }[]>`
    SELECT count(*)::int AS all, count("closedAt")::int AS closed
    FROM "InboundPlan"
    WHERE "connectionId" = ${connection.id} AND "workspaceId" = ${workspaceId}`;
  const { all = 0, closed = 0 } = row ?? {};
  return { open: all - closed, closed };
}
