import { notFound, redirect } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { noteItemLabels } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { streamItemLabels, verifyItemLabels } from '#lib/labels/server';
import { pdfResponse } from '../../../../../printing/pdf-response.ts';
import { refusedPrint } from '../../../../../printing/refused-print.ts';
import { labelJob } from '../label-job.ts';
import { formatOf } from '../../../../../printing/label-request.ts';

type RouteContext = { readonly params: Promise<{ readonly planId: string }> };

/** The labels as a PDF. What cannot be printed leads back to the form, which says why. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const form = `/inbound/${planId}/item-labels?${searchParams}`;
  const made = await labelJob(context, planId, searchParams);
  if (made === 'unknown') notFound();
  if (made === 'refused') redirect(form);
  const { stock, job, counts, printerName, planName } = made;
  const verified = await verifyItemLabels(job);
  if (!verified.ok) return refusedPrint(verified.problems, form);
  const noted = await noteItemLabels(context, {
    planId,
    format: formatOf(stock),
    counts,
    ...optional('printer', printerName),
  });
  if (!noted.ok) redirect(form);
  return pdfResponse(streamItemLabels(job), `${planName} item labels.pdf`);
}
