import { openContext } from '#lib/context/server';
import { renderPreview } from '#lib/labels/server';
import { pngResponse } from '../../../../../printing/pdf-response.ts';
import { askedPaper } from '../asked-paper.ts';

type RouteContext = { readonly params: Promise<{ readonly planId: string }> };

/** The first page of a paper as a picture; nothing is noted. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const paper = await askedPaper(context, planId, { url: request.url, isPreview: true });
  if (!paper?.ok) return new Response(null, { status: 404 });
  return pngResponse(await renderPreview(paper.value.bytes));
}
