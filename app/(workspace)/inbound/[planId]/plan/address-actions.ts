'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act, saveShipFrom } from '#lib/context/server';
import { AddressEntry, readAddressEntry } from '../../../../address-entry.ts';

const AddressForm = z.object({ planId: z.string(), address: AddressEntry });

/** Keeps an address in the workspace's book; the plan step comes back with it chosen. */
export async function addAddress(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: AddressForm,
    keepsTyped: true,
    verb: async (context, { address }) => {
      const read = readAddressEntry(address);
      return read.ok ? saveShipFrom(context, read.value) : read;
    },
    next: ({ addressId }, { planId }) =>
      `/inbound/${encodeURIComponent(planId)}/plan?address=${addressId}`,
  });
}
