import { notFound } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { writePackListCsv, writePackListWorkbook } from '#lib/flat-files';
import { packListOf } from '#lib/inbound';
import { viewPlan } from '#lib/inbound/server';
import { marketplaceById } from '#lib/kernel';

type FileParams = { readonly params: Promise<{ readonly planId: string }> };

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A packing group as Amazon's pack list, with the boxes as they were last kept. */
export async function GET(request: Request, { params }: FileParams): Promise<Response> {
  const { planId } = await params;
  const view = await viewPlan(await openContext(), planId);
  if (!view.ok) notFound();
  const { plan } = view.value;
  const asked = new URL(request.url).searchParams;
  const number = Number(asked.get('group'));
  const group = plan.packing?.groups[number - 1];
  if (!group) notFound();
  const units = marketplaceById(plan.marketplaceId)?.units ?? 'metric';
  const list = packListOf(plan, group, { boxes: plan.boxes, units });
  const isCsv = asked.get('format') === 'csv';
  const body = isCsv ? writePackListCsv(list) : new Uint8Array(writePackListWorkbook(list));
  return new Response(body, {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : WORKBOOK,
      'content-disposition': `attachment; filename="pack-group-${number}.${isCsv ? 'csv' : 'xlsx'}"`,
      'cache-control': 'no-store',
    },
  });
}
