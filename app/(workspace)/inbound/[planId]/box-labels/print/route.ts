import { openContext } from '#lib/context/server';
import { pdfResponse } from '../../../../../printing/pdf-response.ts';
import {
  notesBeforePrint,
  printUnderWay,
  refusedPrint,
} from '../../../../../printing/refused-print.ts';
import { askedLabels } from '../asked-labels.ts';
import { forget, isDoneWithin, taskOf } from './print-tasks.ts';

type PrintParams = { readonly params: Promise<{ readonly planId: string }> };

// So long a tab may stay blank; then it says how far the labels are.
const PATIENCE_MS = 3_000;

/**
 * The box labels of a shipment as Amazon draws them, on Amazon's pages or the paper at hand. A reader
 * sees how far they are; a print server, which asks for no page, simply waits for its file.
 */
export async function GET(request: Request, { params }: PrintParams): Promise<Response> {
  const { planId } = await params;
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const isAccepted = searchParams.has('accepted');
  const name = [context.workspaceId, context.session.user.id, planId, searchParams].join(' ');
  const task = taskOf(name, (onProgress) =>
    askedLabels(context, planId, { searchParams, isAccepted, isPreview: false, onProgress }),
  );
  const isReader = request.headers.get('accept')?.includes('text/html') === true;
  if (isReader && !(await isDoneWithin(task, PATIENCE_MS))) return printUnderWay(task.progress);
  const labels = await task.labels.finally(() => forget(name, task));
  const backTo = `/inbound/${planId}/box-labels`;
  if (!labels.ok) return refusedPrint(labels.problems, backTo);
  const { bytes, fileName, warnings } = labels.value;
  if (warnings.length > 0 && !isAccepted) {
    const onTo = `${backTo}/print?${searchParams}&accepted=1`;
    return notesBeforePrint(warnings, { backTo, onTo });
  }
  return pdfResponse(bytes, fileName);
}
