'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { addPhoto } from '#lib/inbound/server';

const Photo = z.object({
  planId: z.string(),
  box: z.string(),
  note: z.string().default(''),
  photo: z.instanceof(File, { message: 'file-needed' }),
});

export async function keepPhoto(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Photo,
    verb: async (context, { photo, ...rest }) =>
      addPhoto(context, { ...rest, bytes: new Uint8Array(await photo.arrayBuffer()) }),
    next: ({ planId }) => `/inbound/${planId}/evidence`,
  });
}
