import { type Context, forbidden } from '#lib/context/server';
import { marketplaceById, ok, problem, refuse, type Result } from '#lib/kernel';
import { checkBoxIds } from '../core/box-ids.ts';
import { boxLabelFormats } from '../core/box-label-formats.ts';
import type { PlanShipment } from '../core/inbound-plan.ts';
import { failureProblems } from '../errands/problems.ts';
import { insertPrint, loadPlan, savePlan } from '../store.ts';

export type BoxLabelsInput = {
  readonly planId: string;
  readonly shipmentId: string;
  readonly pageType: string;
};

export type BoxLabels = { readonly fileName: string; readonly bytes: Uint8Array };

/**
 * Fetches Amazon's box labels for a shipment. The address that Amazon gives lives for 15 seconds,
 * so the file is taken at once (R96); labels go by the confirmation id (R91).
 */
export async function printBoxLabels(
  context: Context,
  input: BoxLabelsInput,
): Promise<Result<BoxLabels>> {
  const stored = await loadPlan(context, input.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const { plan } = stored;
  if (plan.cancelledAt !== undefined) return refuse(problem('labels-of-cancelled-plan'));
  const shipment = plan.shipments.find((candidate) => candidate.id === input.shipmentId);
  if (!shipment) return refuse(problem('shipment-not-found'));
  if (shipment.confirmationId === undefined || plan.transportConfirmedAt === undefined) {
    return refuse(problem('labels-before-carrier'));
  }
  const unready = checkBoxIds(shipment);
  if (unready.length > 0) return refuse(...unready);
  const usesLetterPaper = marketplaceById(plan.marketplaceId)?.region === 'NA';
  const format = boxLabelFormats(shipment.transport, usesLetterPaper).find(
    (candidate) => candidate === input.pageType,
  );
  if (!format) return refuse(problem('label-format-not-offered', { format: input.pageType }));
  const boxIds = boxIdsOf(shipment);
  const asked = await context.amazon.inboundV0.getLabels({
    shipmentId: shipment.confirmationId,
    pageType: format,
    labelType: 'UNIQUE',
    packageLabelsToPrint: boxIds,
    pageSize: Math.min(1_000, boxIds.length),
    pageStartIndex: 0,
  });
  if (!asked.ok) return refuse(...failureProblems(asked.failure));
  const url = asked.value.payload?.DownloadURL;
  if (url === undefined) return refuse(problem('labels-not-offered'));
  const file = await context.amazon.download(url);
  if (!file.ok) return refuse(...failureProblems(file.failure));
  await insertPrint(context, plan.id, {
    kind: 'box-labels',
    format,
    labelCount: boxIds.length,
    subject: shipment.id,
  });
  await notePrinted(context, input.planId);
  return ok({ fileName: `${shipment.confirmationId}-${format}.pdf`, bytes: file.value });
}

// Once every shipment's labels are out, the step is done; a lost race leaves it to the next print.
async function notePrinted(context: Context, planId: string): Promise<void> {
  const stored = await loadPlan(context, planId);
  if (!stored || stored.plan.errand?.state === 'running') return;
  const prints = await context.db.inboundPrint.findMany({
    where: { planId, kind: 'box-labels', workspaceId: context.workspaceId },
    distinct: ['subject'],
    select: { subject: true },
  });
  const printed = new Set(prints.map((print) => print.subject));
  const { plan } = stored;
  if (plan.boxLabelsPrintedAt !== undefined) return;
  if (!plan.shipments.every((shipment) => printed.has(shipment.id))) return;
  const after = { ...plan, boxLabelsPrintedAt: context.clock.now() };
  await savePlan(context, { stored, after, verb: 'print-box-labels' });
}

/** Box ids in the order of the boxes; Amazon's lists come in another one (issue thread 4033). */
export function boxIdsOf(shipment: PlanShipment): string[] {
  return shipment.boxes
    .map((box) => box.boxId)
    .filter((boxId) => boxId !== undefined)
    .toSorted();
}
