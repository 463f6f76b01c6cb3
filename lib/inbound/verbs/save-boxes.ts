import type { Context } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { contentMethodOf } from '../core/content-methods.ts';
import type { ContentMethod, InboundPlan, PlannedBox } from '../core/inbound-plan.ts';
import { checkBoxes } from '../core/packing.ts';
import { hasLapsed } from '../core/placement.ts';
import { keep, openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import type { SavedWithFindings } from './save-plan.ts';

export type SaveBoxesInput = PlanRef & {
  readonly boxes: readonly PlannedBox[];
  /** how Amazon learns what is in them; absent to leave it as it is */
  readonly contentMethod?: ContentMethod | undefined;
};

/** Keeps the boxes as entered, complete or not; what Amazon had of them no longer holds. */
export async function saveBoxes(
  context: Context,
  input: SaveBoxesInput,
): Promise<Result<SavedWithFindings>> {
  const opened = await openPlan(context, input, { act: 'pack', step: 'packing' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const after = withBoxes(plan, input);
  const findings = checkBoxes(after, after.boxes);
  const saved = await keep(context, opened.value, after, 'save-boxes');
  return saved.ok ? ok({ ...saved.value, findings }) : saved;
}

/** Sends the boxes to Amazon, once every unit of every group is in one of them. */
export async function sendBoxes(context: Context, input: SaveBoxesInput): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'pack', step: 'packing' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const after = withBoxes(plan, input);
  const { blocking } = checkBoxes(after, after.boxes);
  if (blocking.length > 0) {
    await keep(context, opened.value, after, 'save-boxes');
    return refuse(...blocking);
  }
  if (isPackingLapsed(plan, context.clock.now())) return refuse(problem('packing-expired'));
  return startErrand(context, opened.value, { kind: 'send-boxes', input: {} }, after);
}

/** Asks for new packing options; boxes are moved to the new groups. */
export async function renewPacking(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'pack', step: 'packing' });
  if (!opened.ok) return opened;
  if (opened.value.plan.packsLater) return refuse(problem('packing-options-not-used'));
  return startErrand(context, opened.value, { kind: 'renew-packing', input: {} });
}

function isPackingLapsed(plan: InboundPlan, now: number): boolean {
  if (plan.packsLater) return false;
  const offer = plan.packing?.offer;
  return offer === undefined || offer.status === 'EXPIRED' || hasLapsed(offer.expiresAt, now);
}

function withBoxes(plan: InboundPlan, { boxes, contentMethod }: SaveBoxesInput): InboundPlan {
  const was = contentMethodOf(plan);
  const method = contentMethod ?? was;
  if (method === was && JSON.stringify(plan.boxes) === JSON.stringify(boxes)) return plan;
  const { boxesSentAt: _, boxesMoved: __, contentMethod: ___, ...rest } = plan;
  return {
    ...rest,
    boxes,
    ...(method === 'BOX_CONTENT_PROVIDED' ? {} : { contentMethod: method }),
  };
}
