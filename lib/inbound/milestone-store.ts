import type { Context } from '#lib/context/server';
import type { Tx } from '#lib/db';
import { DAY, type Instant } from '#lib/kernel';
import type { InboundPlan } from './core/inbound-plan.ts';
import type { Milestone } from './core/lead-days.ts';

/** Older ways say little about the next one. */
const WORTH_KNOWING = 365 * DAY;
const MOST = 5_000;

/** Notes which shipments have come to a state that they had not before; only the first time counts. */
export async function noteMilestonesIn(
  tx: Tx,
  context: Context,
  before: InboundPlan,
  after: InboundPlan,
): Promise<void> {
  const known = new Map(before.shipments.map(({ id, status }) => [id, status]));
  const moved = after.shipments.filter(({ id, status }) => known.get(id) !== status);
  if (moved.length === 0) return;
  await tx.inboundMilestone.createMany({
    data: moved.map(({ id, status, warehouseId = '', transport }) => ({
      workspaceId: context.workspaceId,
      planId: after.id,
      shipmentId: id,
      warehouseId,
      solution: transport?.solution ?? '',
      status,
      at: new Date(context.clock.now()),
    })),
    skipDuplicates: true,
  });
}

/** The milestones of the workspace's shipments to one marketplace, the latest first. */
export async function loadMilestones(
  context: Pick<Context, 'db' | 'workspaceId' | 'clock'>,
  marketplaceId: string,
): Promise<readonly Milestone[]> {
  const { workspaceId } = context;
  const rows = await context.db.inboundMilestone.findMany({
    where: {
      workspaceId,
      at: { gte: new Date(context.clock.now() - WORTH_KNOWING) },
      status: { in: ['SHIPPED', 'DELIVERED', 'CLOSED'] },
      plan: { marketplaceId },
    },
    orderBy: { at: 'desc' },
    take: MOST,
  });
  return rows.map(({ shipmentId, warehouseId, solution, status, at }) => ({
    shipmentId,
    warehouseId,
    solution,
    status,
    at: at.getTime(),
  }));
}

/** When shipments of these plans were delivered, as far as that was seen. */
export async function loadArrivals(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await context.db.inboundMilestone.findMany({
    where: {
      workspaceId: context.workspaceId,
      planId: { in: [...planIds] },
      status: { in: ['DELIVERED', 'CHECKED_IN', 'RECEIVING', 'CLOSED'] },
    },
    orderBy: { at: 'desc' },
    select: { shipmentId: true, at: true },
  });
  // The earliest comes last and stays.
  return new Map(rows.map(({ shipmentId, at }) => [shipmentId, at.getTime()]));
}

/** When shipments of a plan were closed, as far as that was seen. */
export async function loadClosings(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await context.db.inboundMilestone.findMany({
    where: { workspaceId: context.workspaceId, planId, status: 'CLOSED' },
    select: { shipmentId: true, at: true },
  });
  return new Map(rows.map(({ shipmentId, at }) => [shipmentId, at.getTime()]));
}
