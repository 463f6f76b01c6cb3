'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { MAIN_LEG_MODES, readContainers, tidyTrackingNumber } from '#lib/inbound';
import { saveMainLeg, saveTracking } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { readPastedNumbers } from './read-numbers.ts';

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
    verb: async (context, input) => {
      const { planId, version } = input;
      const shipments = await filledShipments(input);
      return saveTracking(context, { planId, version, shipments });
    },
    next: ({ planId }) => `/inbound/${planId}/tracking`,
  });
}

// A shipment of which nothing is filled in is left for later; a pasted block counts as typed.
async function filledShipments({ boxes, tracking, paste }: TrackingForm) {
  const filled = await Promise.all(
    Object.entries(boxes).map(async ([shipmentId, list]) => {
      const boxIds = list.split(' ').filter((boxId) => boxId !== '');
      const typed = boxIds
        .map((boxId) => ({ boxId, number: tidyTrackingNumber(tracking[boxId] ?? '') }))
        .filter(({ number }) => number !== '');
      const pasted = await readPastedNumbers(paste[shipmentId] ?? '', boxIds);
      const replaced = new Set(pasted.map(({ boxId }) => boxId));
      const entries = [...typed.filter(({ boxId }) => !replaced.has(boxId)), ...pasted];
      return { shipmentId, entries };
    }),
  );
  return filled.filter(({ entries }) => entries.length > 0);
}

const Bill = z.object({
  number: z.string().max(200),
  billOfLading: z.string().max(200).default(''),
});

const FreightBills = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  freight: z.record(z.string(), Bill).default({}),
});

/** Tells Amazon the PRO of every freight shipment of which one is filled in. */
export async function sendFreightBills(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: FreightBills,
    verb: (context, { planId, version, freight }) =>
      saveTracking(context, {
        planId,
        version,
        shipments: Object.entries(freight).flatMap(([shipmentId, { number, billOfLading }]) =>
          number.trim() === ''
            ? []
            : [
                {
                  shipmentId,
                  entries: [],
                  freightBill: {
                    number: number.trim(),
                    ...optional('billOfLading', billOfLading.trim() || undefined),
                  },
                },
              ],
        ),
      }),
    next: ({ planId }) => `/inbound/${planId}/tracking`,
  });
}

const line = z.string().max(500).default('');
const MainLegForm = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  mode: z.enum(MAIN_LEG_MODES),
  forwarder: line,
  booking: line,
  billOfLading: line,
  containers: z.string().max(10_000).default(''),
});

/** Notes the voyage or flight; with nothing filled in, what was noted is taken back. */
export async function keepMainLeg(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: MainLegForm,
    verb: (context, { planId, version, mode, ...typed }) => {
      const mainLeg = {
        mode,
        forwarder: typed.forwarder.trim(),
        booking: typed.booking.trim(),
        billOfLading: typed.billOfLading.trim(),
        containers: readContainers(typed.containers),
      };
      const isBlank = Object.values(typed).every((text) => text.trim() === '');
      return saveMainLeg(context, { planId, version, ...(isBlank ? {} : { mainLeg }) });
    },
  });
}
