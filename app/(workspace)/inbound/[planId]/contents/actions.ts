'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { confirmContents, previewContents, viewPlan } from '#lib/inbound/server';
import { money, optional, refuse } from '#lib/kernel';
import { changedBoxes } from './changed-boxes.ts';
import { Edits } from './edits.ts';

const Ref = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  shipmentId: z.string(),
});

export async function askPrice(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref.extend({ edits: Edits }),
    verb: async (context, { edits, ...ref }) => {
      const view = await viewPlan(context, ref.planId);
      if (!view.ok) return view;
      const shipment = view.value.plan.shipments.find(({ id }) => id === ref.shipmentId);
      const boxes = changedBoxes(shipment?.boxes ?? [], edits);
      if (!boxes.ok) return refuse(...boxes.problems);
      return previewContents(context, { ...ref, boxes: boxes.value });
    },
    next: ({ planId }, { shipmentId }) => `/inbound/${planId}/contents?shipment=${shipmentId}`,
    keepsTyped: true,
  });
}

const Consent = Ref.extend({
  previewId: z.string(),
  price: z.coerce.number().int().optional(),
  currency: z.string().optional(),
}).transform(({ price, currency, ...ref }) => ({
  ...ref,
  ...optional(
    'agreed',
    price === undefined || currency === undefined ? undefined : money(price, currency),
  ),
}));

export async function agreeToChange(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Consent,
    verb: confirmContents,
    next: ({ planId }) => `/inbound/${planId}/box-labels`,
  });
}
