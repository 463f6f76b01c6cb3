import { type Context, forbidden } from '#lib/context/server';
import { ok, optional, problem, type Problem, refuse, type Result } from '#lib/kernel';
import { isReprint, type PrintCounts, printedSoFar } from '#lib/labels';
import { type InboundPlan, type PlanLine } from '../core/inbound-plan.ts';
import { checkItemLabel, linesToLabel } from '../core/item-labels.ts';
import { whyNotPrinted } from '../core/prints.ts';
import { insertPrint } from '../print-store.ts';
import { loadPlan } from '../store.ts';
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

/** What keeps labels of a plan from being printed, SKU by SKU (R98). */
export function labelFaults(plan: InboundPlan): Problem[] {
  const lines = new Map(linesToLabel(plan).map((line) => [line.sku, line]));
  return [...lines.values()].flatMap(checkItemLabel);
}

/** The lines whose units carry an FNSKU label (R101), one per SKU, with units summed. */
export function labelLines(plan: InboundPlan): LabelLine[] {
  const bySku = new Map<string, LabelLine>();
  for (const line of linesToLabel(plan)) {
    const { sku, title, condition, quantity, fnsku } = line;
    if (fnsku === undefined || checkItemLabel(line).length > 0) continue;
    const before = bySku.get(sku)?.quantity ?? 0;
    bySku.set(sku, { sku, title, condition, fnsku, quantity: before + quantity });
  }
  return [...bySku.values()];
}

export type ItemPrint = {
  readonly planId: string;
  readonly format: string;
  readonly counts: PrintCounts;
  readonly printer?: string;
};

/** Notes that item labels were printed; asked for by whoever hands out the file. */
export async function noteItemLabels(
  context: Context,
  { planId, format, counts, printer }: ItemPrint,
): Promise<Result<undefined>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const cancelled = whyNotPrinted(stored.plan);
  if (cancelled) return refuse(cancelled);
  const needed = Object.fromEntries(
    labelLines(stored.plan).map(({ sku, quantity }) => [sku, quantity]),
  );
  const labelCount = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await insertPrint(
    context,
    planId,
    { kind: 'item-labels', format, labelCount, counts, ...optional('printer', printer) },
    (before) =>
      isReprint(needed, printedSoFar(before.map((counted) => ({ counts: counted }))), counts),
  );
  return ok(undefined);
}
