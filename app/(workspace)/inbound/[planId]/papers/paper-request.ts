import { z } from 'zod';
import { PAPER_KINDS } from '#lib/inbound/server';
import { PAPER_SIZES } from '#lib/labels';

/** Which paper, as it stands in the address. */
export const PaperRequest = z.object({
  kind: z.enum(PAPER_KINDS),
  shipment: z.string().max(100).optional().catch(undefined),
  size: z.enum(PAPER_SIZES).catch('A4'),
  pallets: z.coerce.number().catch(Number.NaN),
});
