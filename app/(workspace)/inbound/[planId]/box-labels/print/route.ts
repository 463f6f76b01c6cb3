import { openContext } from '#lib/context/server';
import { pdfResponse } from '../../../../../pdf-response.ts';
import { notesBeforePrint, refusedPrint } from '../../refused-print.ts';
import { askedLabels } from '../asked-labels.ts';

type PrintParams = { readonly params: Promise<{ readonly planId: string }> };

/** The box labels of a shipment as Amazon draws them, on Amazon's pages or the paper at hand. */
export async function GET(request: Request, { params }: PrintParams): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const isAccepted = searchParams.has('accepted');
  const how = { searchParams, isAccepted, isPreview: false };
  const labels = await askedLabels(context, planId, how);
  const backTo = `/inbound/${planId}/box-labels`;
  if (!labels.ok) return refusedPrint(labels.problems, backTo);
  const { bytes, fileName, warnings } = labels.value;
  if (warnings.length > 0 && !isAccepted) {
    const onTo = `${backTo}/print?${searchParams}&accepted=1`;
    return notesBeforePrint(warnings, { backTo, onTo });
  }
  return pdfResponse(bytes, fileName);
}
