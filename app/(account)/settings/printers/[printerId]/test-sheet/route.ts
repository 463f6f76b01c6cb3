import { notFound } from 'next/navigation';
import { openAccount, printersOf } from '#lib/context/server';
import { stockOfPrinter } from '#lib/labels';
import { renderTestSheet } from '#lib/labels/server';
import { pdfResponse } from '../../../../../printing/pdf-response.ts';

type RouteContext = { readonly params: Promise<{ readonly printerId: string }> };

/** The test sheet for the stock in the printer, with its calibration as it is kept. */
export async function GET(_: Request, { params }: RouteContext): Promise<Response> {
  const { printerId } = await params;
  const printer = (await printersOf(await openAccount())).find(({ id }) => id === printerId);
  if (!printer) notFound();
  const sheet = renderTestSheet(stockOfPrinter(printer), printer.dpi);
  if (!sheet.ok) notFound();
  return pdfResponse(sheet.value, `${printer.name} test sheet.pdf`);
}
