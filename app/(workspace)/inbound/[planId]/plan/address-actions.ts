'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act, saveShipFrom } from '#lib/context/server';
import { checkAddress } from '#lib/inbound';
import { type Address, optional, refuse } from '#lib/kernel';

const text = z.string().trim().max(500).default('');
const AddressForm = z.object({
  planId: z.string(),
  address: z.object({
    name: text,
    companyName: text,
    addressLine1: text,
    addressLine2: text,
    city: text,
    stateOrProvinceCode: text,
    postalCode: text,
    countryCode: text,
    phoneNumber: text,
    email: text,
  }),
});

/** Keeps an address in the workspace's book; the plan step comes back with it chosen. */
export async function addAddress(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: AddressForm,
    keepsTyped: true,
    verb: async (context, input) => {
      const address = addressOf(input.address);
      const found = checkAddress(address);
      return found.length > 0 ? refuse(...found) : saveShipFrom(context, address);
    },
    next: ({ addressId }, { planId }) =>
      `/inbound/${encodeURIComponent(planId)}/plan?address=${addressId}`,
  });
}

function addressOf(typed: z.infer<typeof AddressForm>['address']): Address {
  const given = (value: string) => (value === '' ? undefined : value);
  const country = typed.countryCode.toUpperCase();
  const state =
    country === 'US' ? typed.stateOrProvinceCode.toUpperCase() : typed.stateOrProvinceCode;
  return {
    name: typed.name,
    ...optional('companyName', given(typed.companyName)),
    addressLine1: typed.addressLine1,
    ...optional('addressLine2', given(typed.addressLine2)),
    city: typed.city,
    ...optional('stateOrProvinceCode', given(state)),
    postalCode: typed.postalCode,
    countryCode: country,
    phoneNumber: typed.phoneNumber,
    ...optional('email', given(typed.email)),
  };
}
