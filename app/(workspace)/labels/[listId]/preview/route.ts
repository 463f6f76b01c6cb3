import { openContext } from '#lib/context/server';
import { firstPageOf } from '#lib/labels';
import { renderItemLabels, renderPreview } from '#lib/labels/server';
import { pngResponse } from '../../../../printing/pdf-response.ts';
import { listJob } from '../list-job.ts';

type RouteContext = { readonly params: Promise<{ readonly listId: string }> };

/** The first page as a picture; nothing is noted. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { listId } = await params;
  const context = await openContext();
  const made = await listJob(context, listId, new URL(request.url).searchParams);
  if (made === 'unknown' || made === 'refused') return new Response(null, { status: 404 });
  return pngResponse(await renderPreview(await renderItemLabels(firstPageOf(made.job))));
}
