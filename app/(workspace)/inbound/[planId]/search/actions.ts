'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { findCulprit, stopSearch, takeOutCulprits } from '#lib/inbound/server';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

export async function searchCulprit(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref,
    verb: findCulprit,
    next: ({ planId }) => `/inbound/${planId}`,
  });
}

export async function stopCulpritSearch(_: FormState, form: FormData): Promise<FormState> {
  const answer = await act(form, { schema: Ref, verb: stopSearch });
  revalidatePath('/', 'layout');
  return answer;
}

export async function takeOut(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Ref,
    verb: takeOutCulprits,
    next: ({ planId }) => `/inbound/${planId}`,
  });
}
