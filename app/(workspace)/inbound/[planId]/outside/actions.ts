'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { noteForeignChanges } from '#lib/inbound/server';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

export async function noteOutside(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref,
    verb: noteForeignChanges,
    next: ({ planId }) => `/inbound/${planId}`,
  });
}
