import { type Context, forbidden } from '#lib/context/server';
import {
  type Instant,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
} from '#lib/kernel';
import type { ItemCode } from '../core/pack-codes.ts';
import { boxesFromLog, joinLogs, packEventOf, type PackScan } from '../core/pack-log.ts';
import { appendScans, scansAfter, taughtCodes, type TakenScan } from '../scan-store.ts';
import { loadPlan } from '../store.ts';
import { type PlanRef, whyNotNow } from './edit-plan.ts';
import { saveBoxes } from './save-boxes.ts';
import type { SavedWithFindings } from './save-plan.ts';

export type ScanExchange = {
  readonly planId: string;
  /** what a bench did and the server may not have yet */
  readonly scans: readonly PackScan[];
  /** up to where the bench knows the log */
  readonly after: number;
};

export type ExchangedScans = {
  readonly scans: readonly TakenScan[];
  readonly hasMore: boolean;
  /** the plan as a form on the bench would send it */
  readonly version: number;
  /** why nothing more is to be packed; what was packed is taken in all the same */
  readonly closed?: Problem;
  readonly now: Instant;
};

const MOST_ANSWERED = 1_000;

/**
 * Takes in what was scanned at a bench and answers with what came in since, from all benches. Goods
 * that lie in a box lie there, so that scans are taken in however late they come.
 */
export async function exchangeScans(
  context: Context,
  { planId, scans, after }: ScanExchange,
): Promise<Result<ExchangedScans>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'pack');
  if (notAllowed) return refuse(notAllowed);
  if (scans.length > 0 && !(await appendScans(context, planId, scans)))
    return refuse(problem('scans-contradict'));
  const answered = await scansAfter(context, planId, { after, most: MOST_ANSWERED });
  return ok({
    scans: answered,
    hasMore: answered.length === MOST_ANSWERED,
    version: stored.version,
    ...optional('closed', whyNotNow(stored.plan, 'packing')),
    now: context.clock.now(),
  });
}

/** The boxes that were packed at the benches become the boxes of the packing step, in place of all others. */
export async function takeStationBoxes(
  context: Context,
  ref: PlanRef,
): Promise<Result<SavedWithFindings>> {
  const stored = await loadPlan(context, ref.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const scans = await scansAfter(context, ref.planId, { after: 0 });
  const boxes = boxesFromLog(stored.plan, joinLogs(scans.map(packEventOf)));
  if (boxes.length === 0) return refuse(problem('bench-nothing-packed'));
  return saveBoxes(context, { ...ref, boxes });
}

/** Who packed what, and when, in the order in which it was done. */
export async function packTrail(context: Context, planId: string): Promise<readonly TakenScan[]> {
  const scans = await scansAfter(context, planId, { after: 0 });
  return scans.toSorted((a, b) => a.at - b.at || a.position - b.position);
}

/** What barcodes of products and cases stand for, as it was told at a bench before. */
export async function knownItemCodes(context: Context): Promise<readonly ItemCode[]> {
  return taughtCodes(context);
}
