import { notFound, redirect } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { labelLines, noteItemLabels, viewPlan } from '#lib/inbound/server';
import { checkItemLabels } from '#lib/labels';
import { streamItemLabels } from '#lib/labels/server';
import {
  formatOf,
  labelsOf,
  readLabelRequest,
  stockOf,
  withConditionWords,
} from '../label-request.ts';

type RouteContext = { readonly params: Promise<{ readonly planId: string }> };

/** The labels as a PDF. What cannot be printed leads back to the form, which says why. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const view = await viewPlan(context, planId);
  if (!view.ok) notFound();
  const { plan, steps } = view.value;
  const { searchParams } = new URL(request.url);
  const form = `/inbound/${planId}/item-labels?${searchParams}`;
  const asked = readLabelRequest(Object.fromEntries(searchParams));
  const isOpen = steps.some(({ id, state }) => id === 'item-labels' && state !== 'locked');
  if (!asked || !isOpen) redirect(form);
  const stock = stockOf(asked);
  const job = checkItemLabels(
    labelsOf(asked, labelLines(plan).map(withConditionWords)),
    stock,
    Number(asked.dpi),
    context.connection.kind === 'practice',
  );
  if (!job.ok) redirect(form);
  const noted = await noteItemLabels(context, {
    planId,
    format: formatOf(stock),
    labelCount: job.value.labelCount,
  });
  if (!noted.ok) redirect(form);
  return new Response(streamItemLabels(job.value), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': disposition(`${plan.name} item labels.pdf`),
      'cache-control': 'no-store',
    },
  });
}

/** RFC 6266: a name in ASCII for old readers, and the name itself. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
