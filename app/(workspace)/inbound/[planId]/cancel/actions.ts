'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { cancelPlan } from '#lib/inbound/server';
import { money, optional } from '#lib/kernel';

const Ref = z
  .object({
    planId: z.string(),
    version: z.coerce.number().int(),
    stays: z.coerce.number().int().optional(),
    currency: z.string().optional(),
  })
  .transform(({ stays, currency, ...ref }) => ({
    ...ref,
    ...optional(
      'stays',
      stays === undefined || currency === undefined ? undefined : money(stays, currency),
    ),
  }));

export async function cancelWholePlan(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref,
    verb: cancelPlan,
    next: ({ planId }) => `/inbound/${planId}/cancel`,
  });
}
