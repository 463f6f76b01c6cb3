'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { confirmPlacement, renewPlacement } from '#lib/inbound/server';
import { money, problem, refuse } from '#lib/kernel';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

const Consent = Ref.extend({
  offerId: z.string({ error: 'placement-not-chosen' }),
  /** every option with the fee that stood on it */
  offers: z.array(
    z.object({ id: z.string(), minor: z.coerce.number().int(), currency: z.string().length(3) }),
  ),
});

export async function acceptPlacement(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Consent,
    verb: async (context, { planId, version, offerId, offers }) => {
      const seen = offers.find(({ id }) => id === offerId);
      if (!seen) return refuse(problem('placement-gone'));
      const agreed = money(seen.minor, seen.currency);
      return confirmPlacement(context, { planId, version, offerId, agreed });
    },
    next: ({ planId }) => `/inbound/${planId}/carrier?placed`,
  });
}

export async function askForPlacements(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref,
    verb: renewPlacement,
    next: ({ planId }) => `/inbound/${planId}/placement`,
  });
}
