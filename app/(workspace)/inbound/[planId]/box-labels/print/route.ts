import { z } from 'zod';
import { openContext } from '#lib/context/server';
import { printBoxLabels } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { pdfResponse } from '../../../../../pdf-response.ts';
import { thisPrinter } from '../../../../../this-printer.ts';
import { paperWords } from '../../paper-words.ts';
import { notesBeforePrint, refusedPrint } from '../../refused-print.ts';

type PrintParams = { readonly params: Promise<{ readonly planId: string }> };

const Asked = z.object({
  shipment: z.string().max(100).catch(''),
  format: z.string().max(100).catch(''),
  /** the paper at hand; empty to take Amazon's pages as they are */
  paper: z.string().max(100).catch(''),
  order: z.enum(['by-box', 'by-kind']).catch('by-box'),
  contents: z.string().optional().catch(undefined),
  content2d: z.string().optional().catch(undefined),
  accepted: z.string().optional().catch(undefined),
});

/** The box labels of a shipment as Amazon draws them, on Amazon's pages or the paper at hand. */
export async function GET(request: Request, { params }: PrintParams): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  // Several of these forms stand on one page, so each names its fields after its shipment.
  const shipmentId = searchParams.get('shipment') ?? '';
  const asked = Asked.parse(
    Object.fromEntries(
      [...searchParams].map(([name, value]) => [name.replace(`.${shipmentId}`, ''), value]),
    ),
  );
  const { chosen } = await thisPrinter(context);
  const isLaidOut = asked.paper !== '';
  const labels = await printBoxLabels(context, {
    planId,
    shipmentId,
    pageType: asked.format,
    ...optional('printer', chosen?.name),
    ...(isLaidOut && {
      layout: {
        paper: asked.paper,
        order: asked.order,
        with: [
          ...(asked.content2d === undefined ? [] : ['content-2d' as const]),
          ...(asked.contents === undefined ? [] : ['contents' as const]),
        ],
        ...(await paperWords()),
      },
    }),
    isAccepted: asked.accepted !== undefined,
  });
  const backTo = `/inbound/${planId}/box-labels`;
  if (!labels.ok) return refusedPrint(labels.problems, backTo);
  const { bytes, fileName, warnings } = labels.value;
  if (warnings.length > 0 && asked.accepted === undefined) {
    const onTo = `${backTo}/print?${searchParams}&accepted=1`;
    return notesBeforePrint(warnings, { backTo, onTo });
  }
  return pdfResponse(bytes, fileName);
}
