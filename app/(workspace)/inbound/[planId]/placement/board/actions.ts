'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { ASSUMPTION_FIELDS, type AssumptionField } from '#lib/inbound';
import { comparePlacements, confirmPlacement, saveCosts } from '#lib/inbound/server';
import { money, problem, refuse } from '#lib/kernel';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

const LookUp = Ref.extend({ shipDate: z.string().default('') });

export async function lookUpCarriers(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: LookUp,
    verb: comparePlacements,
    next: ({ planId }) => `/inbound/${planId}/placement/board`,
  });
}

const Consent = Ref.extend({
  way: z.string({ error: 'placement-not-chosen' }),
  /** every placement with the fee that stood on it */
  offers: z.array(
    z.object({ id: z.string(), minor: z.coerce.number().int(), currency: z.string().length(3) }),
  ),
  /** when the windows of each round open */
  rounds: z.record(z.string(), z.string()).default({}),
});

/** Accepts the placement of the chosen way; its carrier stands chosen in the next step. */
export async function acceptWay(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Consent,
    verb: async (context, { planId, version, way, offers }) => {
      const offerId = wayOf(way).placementId;
      const seen = offers.find(({ id }) => id === offerId);
      if (!seen) return refuse(problem('placement-gone'));
      const agreed = money(seen.minor, seen.currency);
      return confirmPlacement(context, { planId, version, offerId, agreed });
    },
    next: ({ planId }, { way, rounds }) => {
      const { placementId, carrierId, round } = wayOf(way);
      const query = new URLSearchParams({ carrier: carrierId });
      const opensAt = rounds[`${placementId}~${round}`];
      if (opensAt !== undefined) query.set('from', opensAt);
      return `/inbound/${planId}/carrier?${query}`;
    },
  });
}

function wayOf(way: string) {
  const [placementId = '', carrierId = '', round = ''] = way.split('~');
  return { placementId, carrierId, round };
}

const typed = Object.fromEntries(
  ASSUMPTION_FIELDS.map((field) => [field, z.string().default('')]),
) as Record<AssumptionField, z.ZodDefault<z.ZodString>>;

const Costs = z.object({ marketplaceId: z.string(), ...typed });

export async function keepCosts(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Costs,
    verb: (context, { marketplaceId, ...fields }) =>
      saveCosts(context, { marketplaceId, typed: fields }),
  });
}
