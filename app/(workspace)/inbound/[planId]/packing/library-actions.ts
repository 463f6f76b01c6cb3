'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import {
  FACTORY_FIELDS,
  FACTORY_LENGTH_UNITS,
  FACTORY_WEIGHT_UNITS,
  NUMBERINGS,
  SCOPES,
} from '#lib/flat-files';
import { removeBoxSize, saveBoxSize, saveFactoryLayout } from '#lib/inbound/server';
import { boxSizeForm, readBoxSize } from './box-size-form.ts';

/** Keeps a box for all plans of the workspace. */
export async function keepBoxSize(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: boxSizeForm,
    verb: async (context, input) => {
      const read = readBoxSize(input);
      return read.ok ? saveBoxSize(context, read.value) : read;
    },
    next: (_, { planId }) => `/inbound/${planId}/packing?edit`,
  });
}

export async function dropBoxSize(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: z.object({ planId: z.string(), id: z.string() }),
    verb: async (context, { id }) => removeBoxSize(context, id),
    next: (_, { planId }) => `/inbound/${planId}/packing?edit`,
  });
}

const choices = z.object({
  columns: z.record(z.string().max(200), z.enum(['none', ...FACTORY_FIELDS])).exactOptional(),
  items: z.record(z.string().max(200), z.string().max(100)).exactOptional(),
  quantity: z.enum(SCOPES).exactOptional(),
  gross: z.enum(SCOPES).exactOptional(),
  numbering: z.enum(NUMBERINGS).exactOptional(),
  lengthUnit: z.enum(FACTORY_LENGTH_UNITS).exactOptional(),
  weightUnit: z.enum(FACTORY_WEIGHT_UNITS).exactOptional(),
});
const layout = z.object({
  name: z.string().max(200),
  choices: z
    .string()
    .max(200_000)
    .transform((text): unknown => JSON.parse(text))
    .pipe(choices),
});

/** Remembers how a factory's packing list was read. */
export async function rememberFactory(_: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: layout, verb: saveFactoryLayout });
}
