'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { markLabelled, unmarkLabelled } from '#lib/inbound/server';

const ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

export async function allLabelled(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: ref,
    verb: markLabelled,
    next: ({ planId }) => `/inbound/${planId}/packing`,
  });
}

export async function notAllLabelled(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: ref,
    verb: unmarkLabelled,
    next: ({ planId }) => `/inbound/${planId}/item-labels`,
  });
}
