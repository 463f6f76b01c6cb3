import { type Context, forbidden } from '#lib/context/server';
import { problem, refuse, type Result } from '#lib/kernel';
import { type InboundPlan, type PlanLine } from '../core/inbound-plan.ts';
import { insertPrint, loadPlan } from '../store.ts';
import { keep, openPlan, type PlanRef, type Saved } from './edit-plan.ts';

/** The seller says that every unit carries its label. */
export async function markLabelled(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'print-labels', step: 'item-labels' });
  if (!opened.ok) return opened;
  const after = { ...opened.value.plan, labelsDoneAt: context.clock.now() };
  return keep(context, opened.value, after, 'mark-labelled');
}

/** Takes that back: some units were found without their label. */
export async function unmarkLabelled(context: Context, ref: PlanRef): Promise<Result<Saved>> {
  const opened = await openPlan(context, ref, { act: 'print-labels', step: 'item-labels' });
  if (!opened.ok) return opened;
  const { labelsDoneAt: _, ...after } = opened.value.plan;
  return keep(context, opened.value, after, 'unmark-labelled');
}

export type LabelLine = Pick<PlanLine, 'sku' | 'title' | 'condition' | 'quantity'> & {
  readonly fnsku: string;
};

/** The lines whose units carry an FNSKU label (R101), one per SKU, with units summed. */
export function labelLines(plan: InboundPlan): LabelLine[] {
  const bySku = new Map<string, LabelLine>();
  for (const { sku, title, condition, quantity, fnsku, labelOwner } of plan.lines) {
    if (labelOwner !== 'SELLER' || fnsku === undefined) continue;
    const before = bySku.get(sku)?.quantity ?? 0;
    bySku.set(sku, { sku, title, condition, fnsku, quantity: before + quantity });
  }
  return [...bySku.values()];
}

/** Notes that item labels were printed; asked for by whoever hands out the file. */
export async function noteItemLabels(
  context: Context,
  print: { readonly planId: string; readonly format: string; readonly labelCount: number },
): Promise<Result<undefined>> {
  const stored = await loadPlan(context, print.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  await insertPrint(context, print.planId, { kind: 'item-labels', ...print });
  return { ok: true, value: undefined };
}
