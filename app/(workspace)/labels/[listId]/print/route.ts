import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { noteLabelListPrint, openContext } from '#lib/context/server';
import { optional } from '#lib/kernel';
import { streamItemLabels, verifyItemLabels } from '#lib/labels/server';
import { formatOf } from '../../../../printing/label-request.ts';
import { pdfResponse } from '../../../../printing/pdf-response.ts';
import { refusedPrint } from '../../../../printing/refused-print.ts';
import { listJob } from '../list-job.ts';

type RouteContext = { readonly params: Promise<{ readonly listId: string }> };

/** The labels of a list as a PDF. What cannot be printed leads back to the form, which says why. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { listId } = await params;
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const form = `/labels/${listId}?${searchParams}`;
  const made = await listJob(context, listId, searchParams);
  if (made === 'unknown') notFound();
  if (made === 'refused') redirect(form);
  const { stock, job, counts, printerName, name } = made;
  const verified = await verifyItemLabels(job);
  if (!verified.ok) return refusedPrint(verified.problems, form);
  const noted = await noteLabelListPrint(context, {
    listId,
    format: formatOf(stock),
    counts,
    ...optional('printer', printerName),
  });
  if (!noted.ok) redirect(form);
  const t = await getTranslations('labels');
  const of = name === '' ? t('fromPaste') : name.replace(/\.\w{1,5}$/, '');
  return pdfResponse(streamItemLabels(job), `${of} item labels.pdf`);
}
