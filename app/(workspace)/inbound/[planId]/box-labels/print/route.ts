import { openContext } from '#lib/context/server';
import { printBoxLabels } from '#lib/inbound/server';
import { refusedPrint } from '../../refused-print.ts';

type PrintParams = { readonly params: Promise<{ readonly planId: string }> };

/** The box labels of a shipment as Amazon draws them. */
export async function GET(request: Request, { params }: PrintParams): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const asked = new URL(request.url).searchParams;
  const shipmentId = asked.get('shipment') ?? '';
  // Several of these forms stand on one page, so each names its field after its shipment.
  const pageType = asked.get('format') ?? asked.get(`format.${shipmentId}`) ?? '';
  const labels = await printBoxLabels(context, { planId, shipmentId, pageType });
  if (!labels.ok) return refusedPrint(labels.problems, `/inbound/${planId}/box-labels`);
  const { bytes, fileName } = labels.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
