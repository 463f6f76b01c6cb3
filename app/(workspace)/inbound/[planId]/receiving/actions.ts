'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { readDefects, refreshShipments } from '#lib/inbound/server';

const Look = z.object({ planId: z.string() });

export async function lookAgain(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Look,
    verb: (context, { planId }) => refreshShipments(context, planId),
    next: (_plan, { planId }) => `/inbound/${planId}/receiving`,
  });
}

export async function askForDefects(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Look,
    verb: readDefects,
    next: ({ planId }) => `/inbound/${planId}/receiving`,
  });
}
