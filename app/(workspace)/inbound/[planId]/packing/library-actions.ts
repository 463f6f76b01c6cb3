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
import { readTypedDimensions } from '#lib/kernel';

const typed = z.string().max(100).default('');
const size = z.object({
  planId: z.string(),
  name: typed,
  length: typed,
  width: typed,
  height: typed,
  lengthUnit: z.enum(['IN', 'CM']),
});

/** Keeps a size of box for all plans of the workspace. */
export async function keepBoxSize(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: size,
    verb: async (context, { name, lengthUnit, ...sides }) => {
      const read = readTypedDimensions(sides, lengthUnit, 'size');
      if (!read.ok) return read;
      const dimensions = read.value ?? { length: 0, width: 0, height: 0, unit: lengthUnit };
      return saveBoxSize(context, { name, dimensions });
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
