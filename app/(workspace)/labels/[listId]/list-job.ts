import { type LabelList, labelList, type PageContext } from '#lib/context/server';
import { optional } from '#lib/kernel';
import {
  checkItemLabels,
  type ItemLabelJob,
  type ItemLabelStock,
  type PrintCounts,
} from '#lib/labels';
import {
  countsOf,
  faultsOf,
  labelsOf,
  type LabelSource,
  readLabelRequest,
  stockOf,
} from '../../../printing/label-request.ts';
import { thisPrinter } from '../../../printing/this-printer.ts';

export type ListJob = {
  readonly name: string;
  readonly stock: ItemLabelStock;
  readonly job: ItemLabelJob;
  readonly counts: PrintCounts;
  readonly printerName: string | undefined;
};

/** The lines of a list as the print form takes them; the same FNSKU may stand on several. */
export function sourcesOf({ lines }: LabelList): readonly LabelSource[] {
  return lines.map(({ key, fnsku, title, condition, copies, line }) => ({
    key,
    name: [fnsku, line].filter(Boolean).join(' · '),
    fnsku,
    title,
    condition,
    quantity: copies,
    ...optional('line', line),
  }));
}

/** The labels that an address asks for; `unknown` for no such list, `refused` when the form says why. */
export async function listJob(
  context: PageContext,
  listId: string,
  searchParams: URLSearchParams,
): Promise<ListJob | 'unknown' | 'refused'> {
  const list = await labelList(context, listId);
  if (!list) return 'unknown';
  const asked = readLabelRequest(Object.fromEntries(searchParams));
  if (!asked) return 'refused';
  const { printers } = await thisPrinter(context);
  const printer = printers.find(({ id }) => id === asked.printer);
  const stock = stockOf(asked, faultsOf(printer));
  const sources = sourcesOf(list);
  // The list is the seller's own: its FNSKUs are as real as what stands in it.
  const job = checkItemLabels(labelsOf(asked, sources), stock, Number(asked.dpi));
  if (!job.ok) return 'refused';
  const counts = countsOf(asked, sources);
  return { name: list.name, stock, job: job.value, counts, printerName: printer?.name };
}
