import type { Context } from '#lib/context/server';
import { type Money, optional, problem, refuse, type Result } from '#lib/kernel';
import {
  type ChangedBox,
  checkContentChange,
  checkContentConsent,
  type ContentPreview,
} from '../core/content-change.ts';
import { loadOffers } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';

export type ChangeContentsInput = PlanRef & {
  readonly shipmentId: string;
  /** every box of the shipment, as it is to be; a box that is not among them is taken out */
  readonly boxes: readonly ChangedBox[];
};

/** Asks Amazon what a change of contents would cost; nothing is changed yet. */
export async function previewContents(
  context: Context,
  { shipmentId, boxes, ...ref }: ChangeContentsInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'edit-plans' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const shipment = plan.shipments.find(({ id }) => id === shipmentId);
  if (!shipment) return refuse(problem('shipment-not-found'));
  const { blocking } = checkContentChange(plan, shipment, boxes);
  if (blocking.length > 0) return refuse(...blocking);
  return startErrand(context, opened.value, {
    kind: 'preview-contents',
    input: { shipmentId, boxes },
  });
}

export type ConfirmContentsInput = PlanRef & {
  readonly shipmentId: string;
  readonly previewId: string;
  /** by how much the freight changes, as it stood on the button */
  readonly agreed?: Money;
};

/** Confirms a change of contents as Amazon has shown it. */
export async function confirmContents(
  context: Context,
  { shipmentId, previewId, agreed, ...ref }: ConfirmContentsInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'spend-money' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const shipment = plan.shipments.find(({ id }) => id === shipmentId);
  const preview = (await contentPreviews(context, plan.id)).find(
    (candidate) => candidate.id === previewId && candidate.shipmentId === shipmentId,
  );
  if (!shipment || !preview) return refuse(problem('contents-preview-expired'));
  const consent = { preview, ...optional('agreed', agreed) };
  const { blocking } = checkContentConsent(plan, shipment, consent, context.clock.now());
  if (blocking.length > 0) return refuse(...blocking);
  return startErrand(context, opened.value, { kind: 'confirm-contents', input: { preview } });
}

/** What Amazon has shown for changes that are not confirmed yet, one a shipment at most. */
export function contentPreviews(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<readonly ContentPreview[]> {
  return loadOffers<ContentPreview>(context, planId, 'contents');
}
