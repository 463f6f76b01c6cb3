import { notFound } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { pdfResponse } from '../../../../../printing/pdf-response.ts';
import { refusedPrint } from '../../../../../printing/refused-print.ts';
import { askedPaper } from '../asked-paper.ts';

type RouteContext = { readonly params: Promise<{ readonly planId: string }> };

export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const paper = await askedPaper(context, planId, { url: request.url, isPreview: false });
  if (!paper) notFound();
  if (!paper.ok) return refusedPrint(paper.problems, `/inbound/${planId}/papers`);
  return pdfResponse(paper.value.bytes, paper.value.fileName);
}
