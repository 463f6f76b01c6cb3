import type { Context } from '#lib/context/server';
import { DAY, type Instant, optional } from '#lib/kernel';
import { type RefusedConversions, refusedConversions } from '#lib/listings/server';
import type { ErrandKind } from '../core/inbound-plan.ts';
import type { StepId } from '../core/steps.ts';

export type TodayPlan = {
  readonly id: string;
  readonly name: string;
  readonly marketplaceId: string;
  /** the step that waits for the seller */
  readonly step: StepId;
  readonly dueAt?: Instant;
  readonly updatedAt: Instant;
  readonly shortUnits: number;
  /** what Amazon was asked in vain */
  readonly failed?: ErrandKind;
};

/** The first plans of a kind, and how many there are in all. */
export type TodayPlans = { readonly plans: readonly TodayPlan[]; readonly total: number };

export type Today = {
  readonly failed: TodayPlans;
  /** at Amazon and waiting for the seller, those whose deadline is near first */
  readonly waiting: TodayPlans;
  readonly drafts: TodayPlans;
  /** closed a while ago at most, with fewer units than were sent */
  readonly short: TodayPlans;
  readonly refused: RefusedConversions;
  /** waiting for Amazon, with nothing to do */
  readonly underWay: number;
  readonly hasPlans: boolean;
  readonly now: Instant;
};

const SHOWN = 10;
const DRAFT_RESTS = 7 * DAY;
/** Amazon looks into lost units for a limited time; the shortest that is told is this. */
const SHORTAGE_MATTERS = 60 * DAY;

/** What needs the seller today, for the connection at hand. */
export async function today(context: Context): Promise<Today> {
  const now = context.clock.now();
  const weekAgo = new Date(now - DRAFT_RESTS);
  const open = { closedAt: null };
  const free = { ...open, errandState: null };
  const [failed, waiting, drafts, short, refused, underWay, any] = await Promise.all([
    find(context, { ...open, errandState: 'failed' }),
    find(context, {
      ...free,
      step: { not: 'receiving' },
      OR: [{ amazonPlanId: { not: null } }, { updatedAt: { gte: weekAgo } }],
    }),
    find(context, { ...free, amazonPlanId: null, updatedAt: { lt: weekAgo } }),
    find(context, { closedAt: { gte: new Date(now - SHORTAGE_MATTERS) }, shortUnits: { gt: 0 } }),
    refusedConversions(context, SHOWN),
    context.db.inboundPlan.count({
      where: { ...placeOf(context), ...open, errandState: 'running' },
    }),
    context.db.inboundPlan.findFirst({ where: placeOf(context), select: { id: true } }),
  ]);
  return { failed, waiting, drafts, short, refused, underWay, hasPlans: any !== null, now };
}

type Where = NonNullable<Parameters<Context['db']['inboundPlan']['findMany']>[0]>['where'];

async function find(context: Context, kind: Where): Promise<TodayPlans> {
  const where = { ...placeOf(context), ...kind };
  const [rows, total] = await Promise.all([
    context.db.inboundPlan.findMany({
      where,
      select: {
        id: true,
        name: true,
        marketplaceId: true,
        step: true,
        dueAt: true,
        updatedAt: true,
        shortUnits: true,
        errandState: true,
        errands: { select: { kind: true }, orderBy: { startedAt: 'desc' }, take: 1 },
      },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { updatedAt: 'desc' }, { id: 'asc' }],
      take: SHOWN,
    }),
    context.db.inboundPlan.count({ where }),
  ]);
  return {
    total,
    plans: rows.map((row) => ({
      id: row.id,
      name: row.name,
      marketplaceId: row.marketplaceId,
      step: row.step as StepId,
      ...optional('dueAt', row.dueAt?.getTime()),
      updatedAt: row.updatedAt.getTime(),
      shortUnits: row.shortUnits,
      ...(row.errandState === 'failed'
        ? optional('failed', row.errands[0]?.kind as ErrandKind | undefined)
        : {}),
    })),
  };
}

function placeOf(context: Context) {
  return { workspaceId: context.workspaceId, connectionId: context.connection.id };
}
