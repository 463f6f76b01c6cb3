import type { Context } from '#lib/context/server';
import {
  type Instant,
  marketplaceById,
  ok,
  optional,
  problem,
  refuse,
  type Result,
} from '#lib/kernel';
import { type ClaimEnd, claimEnds } from '../core/clocks.ts';
import { type ReceiptDay, receiptDays } from '../core/receipt-days.ts';
import { reconcile, type Reconciliation } from '../core/reconcile.ts';
import { defectsOfPlan, type FoundDefect } from '../defect-store.ts';
import { loadArrivals, loadClosings } from '../milestone-store.ts';
import { receiptsOf } from '../receipt-store.ts';
import { loadPlan } from '../store.ts';

/** When a closed shipment may be claimed for: from its closing on, until one of two days. */
export type Claim = {
  readonly shipmentId: string;
  readonly opensAt?: Instant;
  readonly ends: readonly ClaimEnd[];
};

export type Receiving = {
  readonly days: readonly ReceiptDay[];
  readonly reconciliation: Reconciliation;
  /** of the shipments that are short of something */
  readonly claims: readonly Claim[];
  readonly defects: readonly FoundDefect[];
  /** how the last reading of the report on defects went */
  readonly lastRead?: { readonly state: string; readonly at: Instant };
};

/** What arrived of a plan, when and where, what is missing, and what Amazon complains of. */
export async function receiving(context: Context, planId: string): Promise<Result<Receiving>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { plan, connectionId } = stored;
  const { marketplaceId } = plan;
  const [receipts, arrivals, closings, defects, read] = await Promise.all([
    receiptsOf(context, planId),
    loadArrivals(context, [planId]),
    loadClosings(context, planId),
    defectsOfPlan(context, plan),
    context.db.inboundDefectRead.findFirst({
      where: { connectionId, marketplaceId, workspaceId: context.workspaceId },
      orderBy: { startedAt: 'desc' },
    }),
  ]);
  const reconciliation = reconcile(plan);
  const short = new Set(reconciliation.missing.map(({ shipmentId }) => shipmentId));
  return ok({
    days: receiptDays(receipts, marketplaceById(marketplaceId)?.timeZone ?? 'UTC'),
    reconciliation,
    claims: [...short].map((shipmentId) => {
      const arrivedAt = arrivals.get(shipmentId);
      return {
        shipmentId,
        ...optional('opensAt', closings.get(shipmentId)),
        ends: arrivedAt === undefined ? [] : claimEnds(arrivedAt),
      };
    }),
    defects,
    ...optional(
      'lastRead',
      read ? { state: read.state, at: (read.finishedAt ?? read.startedAt).getTime() } : undefined,
    ),
  });
}
