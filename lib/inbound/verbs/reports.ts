import type { Context } from '#lib/context/server';
import { DAY, money } from '#lib/kernel';
import { type CentreDays, daysByCentre, type LaneCost, laneCosts } from '../core/lane-report.ts';

export type ShortPlan = {
  readonly id: string;
  readonly name: string;
  readonly shortUnits: number;
  readonly unitCount: number;
};

export type InboundReports = {
  readonly lanes: readonly LaneCost[];
  readonly centres: readonly CentreDays[];
  /** plans whose closed shipments are short, most units first */
  readonly short: readonly ShortPlan[];
};

/** Older shipments say little about the next one. */
const LOOKS_BACK = 365 * DAY;
const MOST_ROWS = 5_000;
const MOST_SHORT = 100;

/** What the last year's shipments to one store cost, how long they took, and what was missing. */
export async function inboundReports(
  context: Pick<Context, 'db' | 'workspaceId' | 'connection' | 'clock'>,
  marketplaceId: string,
): Promise<InboundReports> {
  const { db, workspaceId, connection, clock } = context;
  const since = new Date(clock.now() - LOOKS_BACK);
  const place = { workspaceId, connectionId: connection.id, marketplaceId };
  const [bills, closings, short] = await Promise.all([
    db.firstLegBill.findMany({
      where: { ...place, updatedAt: { gte: since } },
      omit: { bill: true },
      orderBy: { updatedAt: 'desc' },
      take: MOST_ROWS,
    }),
    db.inboundMilestone.findMany({
      where: {
        workspaceId,
        at: { gte: since },
        status: 'CLOSED',
        plan: { connectionId: connection.id, marketplaceId },
      },
      orderBy: { at: 'desc' },
      take: MOST_ROWS,
      include: { plan: { select: { createdAt: true } } },
    }),
    db.inboundPlan.findMany({
      where: { ...place, closedAt: { gte: since }, shortUnits: { gt: 0 } },
      orderBy: [{ shortUnits: 'desc' }, { id: 'asc' }],
      take: MOST_SHORT,
      select: { id: true, name: true, shortUnits: true, unitCount: true },
    }),
  ]);
  return {
    lanes: laneCosts(
      bills.map(({ totalMinor, currency, ...bill }) => ({
        forwarder: bill.forwarder,
        way: bill.way,
        fromCountry: bill.fromCountry,
        warehouseId: bill.warehouseId,
        units: bill.units,
        grams: bill.grams,
        total: money(Number(totalMinor), currency),
      })),
    ),
    centres: daysByCentre(
      closings.map(({ plan, at, ...milestone }) => ({
        ...milestone,
        at: at.getTime(),
        createdAt: plan.createdAt.getTime(),
      })),
    ),
    short,
  };
}
