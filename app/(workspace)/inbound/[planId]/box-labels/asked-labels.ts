import { z } from 'zod';
import type { PageContext } from '#lib/context/server';
import { type BoxLabels, printBoxLabels } from '#lib/inbound/server';
import { optional, type Result } from '#lib/kernel';
import { thisPrinter } from '../../../../printing/this-printer.ts';
import { paperWords } from '../paper-words.ts';

const Asked = z.object({
  shipment: z.string().max(100).catch(''),
  format: z.string().max(100).catch(''),
  /** the paper at hand; empty to take Amazon's pages as they are */
  paper: z.string().max(100).catch(''),
  order: z.enum(['by-box', 'by-kind']).catch('by-box'),
  contents: z.string().optional().catch(undefined),
  content2d: z.string().optional().catch(undefined),
});

type How = {
  readonly isAccepted: boolean;
  readonly isPreview: boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

/** The box labels that an address asks for. */
export async function askedLabels(
  context: PageContext,
  planId: string,
  { searchParams, ...how }: How & { readonly searchParams: URLSearchParams },
): Promise<Result<BoxLabels>> {
  // Several of these forms stand on one page, so each names its fields after its shipment.
  const shipmentId = searchParams.get('shipment') ?? '';
  const named = [...searchParams].map(([name, value]) => [
    name.replace(`.${shipmentId}`, ''),
    value,
  ]);
  const asked = Asked.parse(Object.fromEntries(named));
  const { chosen } = await thisPrinter(context);
  const layout = {
    // Pages of our own are added on Amazon's paper where no other was chosen.
    paper: asked.paper === '' ? asked.format : asked.paper,
    order: asked.order,
    with: [
      ...(asked.content2d === undefined ? [] : ['content-2d' as const]),
      ...(asked.contents === undefined ? [] : ['contents' as const]),
    ],
  };
  return printBoxLabels(context, {
    planId,
    shipmentId,
    pageType: asked.format,
    ...optional('printer', chosen?.name),
    ...((asked.paper !== '' || layout.with.length > 0) && {
      layout: { ...layout, ...(await paperWords()) },
    }),
    ...how,
  });
}
