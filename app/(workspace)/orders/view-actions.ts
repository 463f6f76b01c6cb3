'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { removeView, renameView, saveView } from '#lib/orders/server';

const name = z.string().max(200);
// The part of an address after the question mark, and nothing that could lead elsewhere.
const query = z.string().regex(/^[\w=&%.+*~-]{0,600}$/);
const back = (_: unknown, input: { readonly query: string }) => `/orders?${input.query}`;

export async function keepView(_: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: z.object({ name, query }), verb: saveView, next: back });
}

export async function nameView(_: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ id: z.string(), name, query });
  return act(form, { schema, verb: renameView, next: back });
}

export async function dropView(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: z.object({ id: z.string(), query }),
    verb: (context, { id }) => removeView(context, id),
    next: back,
  });
}
