import { type PageContext } from '#lib/context/server';
import { labelLines, viewPlan } from '#lib/inbound/server';
import { whyNotPrinted } from '#lib/inbound';
import { checkItemLabels, type ItemLabelJob, type ItemLabelStock } from '#lib/labels';
import { thisPrinter } from '../../../../printing/this-printer.ts';
import {
  countsOf,
  faultsOf,
  labelsOf,
  readLabelRequest,
  stockOf,
  sourceOfSku,
} from '../../../../printing/label-request.ts';

export type LabelJob = {
  readonly planName: string;
  readonly stock: ItemLabelStock;
  readonly job: ItemLabelJob;
  /** how many labels of each SKU */
  readonly counts: Readonly<Record<string, number>>;
  readonly printerName: string | undefined;
};

/** The labels that an address asks for; `unknown` for no such plan, `refused` when the form says why. */
export async function labelJob(
  context: PageContext,
  planId: string,
  searchParams: URLSearchParams,
): Promise<LabelJob | 'unknown' | 'refused'> {
  const view = await viewPlan(context, planId);
  if (!view.ok) return 'unknown';
  const { plan, steps } = view.value;
  const asked = readLabelRequest(Object.fromEntries(searchParams));
  const isOpen = steps.some(({ id, state }) => id === 'item-labels' && state !== 'locked');
  if (!asked || !isOpen || whyNotPrinted(plan)) return 'refused';
  const { printers } = await thisPrinter(context);
  const printer = printers.find(({ id }) => id === asked.printer);
  const stock = stockOf(asked, faultsOf(printer));
  const lines = labelLines(plan).map(sourceOfSku);
  const isPractice = context.connection.kind === 'practice';
  const job = checkItemLabels(labelsOf(asked, lines), stock, Number(asked.dpi), isPractice);
  if (!job.ok) return 'refused';
  const counts = countsOf(asked, lines);
  return { planName: plan.name, stock, job: job.value, counts, printerName: printer?.name };
}
