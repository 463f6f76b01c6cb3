'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { takeStationBoxes } from '#lib/inbound/server';

const planRef = z.object({ planId: z.string().max(100), version: z.coerce.number().int() });

/** The boxes of the benches go to the packing step, where they are looked through and sent. */
export async function takeBoxes(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: planRef,
    verb: takeStationBoxes,
    next: ({ planId }) => `/inbound/${planId}/packing?edit`,
  });
}
