import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import {
  type Instant,
  marketplaceById,
  ok,
  optional,
  problem,
  refuse,
  type Result,
} from '#lib/kernel';
import {
  type Costs,
  NO_COSTS,
  readAssumptions,
  type TypedAssumptions,
} from '../core/assumptions.ts';
import { type BoardPlacement, boardOf } from '../core/board.ts';
import type { PlacementOffer, TransportOffer, WindowOffer } from '../core/inbound-plan.ts';
import type { Circumstances } from '../core/landed-cost.ts';
import { type LeadTimes, leadTimes } from '../core/lead-days.ts';
import { loadMilestones } from '../milestone-store.ts';
import { loadOffers, loadPlan } from '../store.ts';
import { instantOfDay, storeDay } from './store-day.ts';

/** Carriers that were asked for once, for one placement. */
export type LookUp = {
  readonly placementId: string;
  readonly at: Instant;
  readonly shipDate: string;
  readonly isCurrent: boolean;
};

export type LandedCostBoard = {
  readonly placements: readonly BoardPlacement[];
  readonly circumstances: Circumstances;
  readonly costs: Costs;
  readonly leads: LeadTimes;
  /** every set of carriers that Amazon gave, the newest first */
  readonly lookUps: readonly LookUp[];
};

const LOOK_UPS_SHOWN = 30;

/** What there is to compare for a plan, and what of it is known. */
export async function landedCostBoard(
  context: Context,
  planId: string,
): Promise<Result<LandedCostBoard>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { plan } = stored;
  const currency = currencyOf(plan.marketplaceId);
  const now = context.clock.now();
  const [placements, transport, windows, lookUps, costs, milestones] = await Promise.all([
    loadOffers<PlacementOffer>(context, planId, 'placement'),
    loadOffers<TransportOffer>(context, planId, 'transport'),
    loadOffers<WindowOffer>(context, planId, 'windows'),
    lookUpsOf(context, planId),
    costsOf(context, currency),
    loadMilestones(context, plan.marketplaceId),
  ]);
  const leads = leadTimes(plan, milestones);
  return ok({
    placements: boardOf({ placements, transport, windows }, currency, now),
    circumstances: {
      now,
      readyAt: instantOfDay(context, plan, plan.shipDate ?? storeDay(context, plan)),
      centreDays: Object.fromEntries(
        Object.entries(leads.centres).map(([centre, { days }]) => [centre, days]),
      ),
    },
    costs,
    leads,
    lookUps,
  });
}

async function lookUpsOf(context: Context, planId: string): Promise<readonly LookUp[]> {
  const rows = await context.db.inboundOffers.findMany({
    where: { planId, kind: 'transport', workspaceId: context.workspaceId },
    orderBy: [{ offeredAt: 'desc' }, { subject: 'asc' }],
    select: { subject: true, offeredAt: true, inputs: true, current: true },
    take: LOOK_UPS_SHOWN,
  });
  // The inputs are a departure: errands/carrier-scripts.ts writes nothing else.
  return rows.map(({ subject, offeredAt, inputs, current }) => ({
    placementId: subject,
    at: offeredAt.getTime(),
    shipDate: (inputs as { readonly shipDate: string }).shipDate,
    isCurrent: current,
  }));
}

// Amounts in another currency than the plan's are no amounts of it.
async function costsOf(context: Context, currency: string): Promise<Costs> {
  const row = await context.db.inboundCosts.findFirst({
    where: { connectionId: context.connection.id, workspaceId: context.workspaceId, currency },
  });
  // Written by `saveCosts` alone.
  return row ? (row.costs as unknown as Costs) : NO_COSTS;
}

export type SaveCostsInput = { readonly marketplaceId: string; readonly typed: TypedAssumptions };

/** Keeps what work, freight and money cost, for the next boards of the connection. */
export async function saveCosts(
  context: Context,
  { marketplaceId, typed }: SaveCostsInput,
): Promise<Result<Costs>> {
  const notAllowed = forbidden(context, 'spend-money');
  if (notAllowed) return refuse(notAllowed);
  const currency = currencyOf(marketplaceId);
  const read = readAssumptions(typed, currency);
  if (!read.ok) return read;
  const { perBox, perExtraShipment, tariff, unitValue, yearlyPercent } = read.value;
  const costs: Costs = {
    perBox,
    perExtraShipment,
    ...optional('tariff', tariff),
    unitValue,
    yearlyPercent,
  };
  const { workspaceId, connection } = context;
  await transaction(context.db, async (tx) => {
    const key = { connectionId: connection.id, currency };
    const where = { connectionId_currency: key };
    const before = await tx.inboundCosts.findUnique({ where });
    const data = { costs: toJson(costs), updatedAt: new Date(context.clock.now()) };
    await tx.inboundCosts.upsert({
      where,
      create: { ...key, workspaceId, ...data },
      update: data,
    });
    await writeAudit(tx, context, {
      objectType: 'inbound-costs',
      objectId: connection.id,
      verb: 'save-costs',
      before: before?.costs,
      after: { ...costs, currency },
    });
  });
  return ok(costs);
}

function currencyOf(marketplaceId: string): string {
  return marketplaceById(marketplaceId)?.currency ?? 'USD';
}
