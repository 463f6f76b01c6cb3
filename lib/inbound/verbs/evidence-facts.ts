import type { Context } from '#lib/context/server';
import { type Instant, ok, problem, refuse, type Result } from '#lib/kernel';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { type Photo, photosOf } from '../photo-store.ts';
import { type PrintEntry, printsOf } from '../print-store.ts';
import type { TakenScan } from '../scan-store.ts';
import { loadPlan } from '../store.ts';
import { packTrail } from './pack-station.ts';

/** Everything that is on record of how a plan was packed, labelled and handed over, by whom. */
export type Evidence = {
  readonly plan: InboundPlan;
  readonly scans: readonly TakenScan[];
  readonly prints: readonly PrintEntry[];
  readonly photos: readonly Photo[];
  readonly milestones: readonly {
    readonly shipmentId: string;
    readonly status: string;
    readonly at: Instant;
  }[];
  readonly isPractice: boolean;
  readonly now: Instant;
};

export async function evidence(context: Context, planId: string): Promise<Result<Evidence>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { workspaceId } = context;
  const [scans, prints, photos, milestones] = await Promise.all([
    packTrail(context, planId),
    printsOf(context, planId),
    photosOf(context, planId),
    context.db.inboundMilestone.findMany({
      where: { planId, workspaceId },
      orderBy: [{ at: 'asc' }, { shipmentId: 'asc' }],
    }),
  ]);
  return ok({
    plan: stored.plan,
    scans,
    prints,
    photos,
    milestones: milestones.map(({ shipmentId, status, at }) => ({
      shipmentId,
      status,
      at: at.getTime(),
    })),
    isPractice: context.connection.kind === 'practice',
    now: context.clock.now(),
  });
}
