'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { planAgain } from '#lib/inbound/server';

const Which = z.object({ planId: z.string() });

export async function beginAgain(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Which,
    verb: planAgain,
    next: ({ planId }) => `/inbound/${planId}/plan`,
  });
}
