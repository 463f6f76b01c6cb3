'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { cancelPlan } from '#lib/inbound/server';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

export async function cancelWholePlan(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref,
    verb: cancelPlan,
    next: ({ planId }) => `/inbound/${planId}/cancel`,
  });
}
