'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act, openContext } from '#lib/context/server';
import { BILL_CURRENCIES, FREIGHT_WAYS, TARIFF_FIELDS } from '#lib/inbound';
import { removeForwarder, saveForwarder } from '#lib/inbound/server';

type TariffField = (typeof TARIFF_FIELDS)[number];

const typed = Object.fromEntries(
  TARIFF_FIELDS.map((field) => [field, z.string().default('')]),
) as Record<TariffField, z.ZodDefault<z.ZodString>>;

const Tariff = z.object({
  storeCurrency: z.enum(BILL_CURRENCIES),
  way: z.enum(FREIGHT_WAYS),
  currency: z.enum(BILL_CURRENCIES),
  ...typed,
});

export async function keepForwarder(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Tariff,
    verb: (context, { storeCurrency, ...fields }) =>
      saveForwarder(context, { currency: storeCurrency, typed: fields }),
    next: () => '/inbound/forwarders',
  });
}

export async function dropForwarder(form: FormData): Promise<void> {
  const id = form.get('id');
  if (typeof id === 'string') await removeForwarder(await openContext(), id);
  revalidatePath('/inbound/forwarders');
}
