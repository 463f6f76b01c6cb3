'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { confirmCarrier, offerCarriers } from '#lib/inbound/server';
import { money, optional } from '#lib/kernel';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

const ShipDate = Ref.extend({ shipDate: z.string().default('') });

export async function askForCarriers(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: ShipDate,
    verb: offerCarriers,
    next: ({ planId }) => `/inbound/${planId}/carrier`,
  });
}

const Consent = Ref.extend({
  proposalId: z.string({ error: 'carrier-not-chosen' }),
  windows: z.record(z.string(), z.string()).default({}),
  /** every quoted carrier with the amount that stood on it */
  quotes: z
    .array(
      z.object({ id: z.string(), minor: z.coerce.number().int(), currency: z.string().length(3) }),
    )
    .default([]),
});

export async function acceptCarrier(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Consent,
    verb: async (context, { planId, version, proposalId, windows, quotes }) => {
      const seen = quotes.find(({ id }) => id === proposalId);
      const picked = Object.entries(windows).filter(([, windowId]) => windowId !== '');
      return confirmCarrier(context, {
        planId,
        version,
        proposalId,
        windows: Object.fromEntries(picked),
        ...optional('agreed', seen && money(seen.minor, seen.currency)),
      });
    },
    next: ({ planId }) => `/inbound/${planId}/box-labels`,
  });
}
