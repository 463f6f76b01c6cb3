import { getLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { evidenceFile, viewPlan } from '#lib/inbound/server';
import { marketplaceById } from '#lib/kernel';
import { fileResponse } from '../../../../../printing/file-response.ts';
import { evidenceWords } from '../words.ts';

type FileParams = { readonly params: Promise<{ readonly planId: string }> };

/** The record of a plan, as a paper or as an archive. */
export async function GET(request: Request, { params }: FileParams): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const view = await viewPlan(context, planId);
  if (!view.ok) notFound();
  const marketplace = marketplaceById(view.value.plan.marketplaceId);
  const format = new URL(request.url).searchParams.get('format') === 'zip' ? 'zip' : 'pdf';
  const made = await evidenceFile(context, {
    planId,
    format,
    size: marketplace?.region === 'NA' ? 'LETTER' : 'A4',
    locale: await getLocale(),
    timeZone: marketplace?.timeZone ?? 'UTC',
    words: await evidenceWords(),
  });
  if (!made.ok) notFound();
  const { bytes, fileName } = made.value;
  return fileResponse(bytes, fileName, format === 'zip' ? 'application/zip' : 'application/pdf');
}
