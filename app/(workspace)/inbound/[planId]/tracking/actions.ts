'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { readTrackingBlock, tidyTrackingNumber } from '#lib/inbound';
import { saveTracking } from '#lib/inbound/server';

const Text = z.string().max(100_000);
const Tracking = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  /** the boxes of each shipment, in their order, separated by spaces */
  boxes: z.record(z.string(), Text),
  tracking: z.record(z.string(), Text).default({}),
  paste: z.record(z.string(), Text).default({}),
});
type TrackingForm = z.infer<typeof Tracking>;

export async function sendTracking(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Tracking,
    verb: (context, input) => {
      const { planId, version } = input;
      return saveTracking(context, { planId, version, shipments: filledShipments(input) });
    },
    next: ({ planId }) => `/inbound/${planId}/tracking`,
  });
}

// A shipment of which nothing is filled in is left for later; a pasted block counts as typed.
function filledShipments({ boxes, tracking, paste }: TrackingForm) {
  return Object.entries(boxes).flatMap(([shipmentId, list]) => {
    const boxIds = list.split(' ').filter((boxId) => boxId !== '');
    const typed = boxIds
      .map((boxId) => ({ boxId, number: tidyTrackingNumber(tracking[boxId] ?? '') }))
      .filter(({ number }) => number !== '');
    const pasted = readTrackingBlock(paste[shipmentId] ?? '', boxIds);
    const replaced = new Set(pasted.map(({ boxId }) => boxId));
    const entries = [...typed.filter(({ boxId }) => !replaced.has(boxId)), ...pasted];
    return entries.length === 0 ? [] : [{ shipmentId, entries }];
  });
}
