import { openContext } from '#lib/context/server';
import { renderPreview } from '#lib/labels/server';
import { pngResponse } from '../../../../../printing/pdf-response.ts';
import { askedLabels } from '../asked-labels.ts';

type PrintParams = { readonly params: Promise<{ readonly planId: string }> };

/** The first page of the box labels as a picture; nothing is noted. */
export async function GET(request: Request, { params }: PrintParams): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const how = { searchParams, isAccepted: true, isPreview: true };
  const labels = await askedLabels(context, planId, how);
  if (!labels.ok) return new Response(null, { status: 404 });
  return pngResponse(await renderPreview(labels.value.bytes));
}
