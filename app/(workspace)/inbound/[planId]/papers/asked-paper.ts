import type { PageContext } from '#lib/context/server';
import { type Paper, printPaper } from '#lib/inbound/server';
import { optional, type Result } from '#lib/kernel';
import { thisPrinter } from '../../../../printing/this-printer.ts';
import { paperWords } from '../paper-words.ts';
import { PaperRequest } from './paper-request.ts';

/** The paper that an address asks for; undefined when it asks for none. */
export async function askedPaper(
  context: PageContext,
  planId: string,
  { url, isPreview }: { readonly url: string; readonly isPreview: boolean },
): Promise<Result<Paper> | undefined> {
  const asked = PaperRequest.safeParse(Object.fromEntries(new URL(url).searchParams));
  if (!asked.success) return undefined;
  const { kind, shipment, size, pallets } = asked.data;
  const { chosen } = await thisPrinter(context);
  return printPaper(context, {
    planId,
    kind,
    ...optional('shipmentId', shipment),
    size,
    boxPaper: chosen?.boxPaper ?? 'PackageLabel_Thermal',
    palletCount: pallets,
    ...optional('printer', chosen?.name),
    isPreview,
    ...(await paperWords()),
  });
}
