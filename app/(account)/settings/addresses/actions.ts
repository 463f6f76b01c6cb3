'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '#lib/context';
import { openAccount, removeShipFrom, saveShipFrom } from '#lib/context/server';
import { checkAddress } from '#lib/inbound';
import { type Address, optional } from '#lib/kernel';

const text = z.string().trim().max(300).default('');
const Entry = z.object({
  name: text,
  companyName: text,
  addressLine1: text,
  addressLine2: text,
  city: text,
  stateOrProvinceCode: text,
  postalCode: text,
  countryCode: text,
  phoneNumber: text,
});

export async function addAddress(_: FormState, form: FormData): Promise<FormState> {
  const account = await openAccount();
  const entry = Entry.parse(Object.fromEntries(form));
  const address: Address = {
    name: entry.name,
    ...filled('companyName', entry.companyName),
    addressLine1: entry.addressLine1,
    ...filled('addressLine2', entry.addressLine2),
    city: entry.city,
    ...filled('stateOrProvinceCode', entry.stateOrProvinceCode.toUpperCase()),
    postalCode: entry.postalCode,
    countryCode: entry.countryCode.toUpperCase(),
    phoneNumber: entry.phoneNumber,
  };
  const problems = checkAddress(address);
  if (problems.length > 0) {
    return { problems: problems.map((found) => atField(found)) };
  }
  const saved = await saveShipFrom(account, address);
  if (!saved.ok) return { problems: saved.problems };
  redirect('/settings/addresses');
}

// The fields of this form stand alone, without the "address." of a plan's form.
function atField<Found extends { readonly at?: string }>(found: Found): Found {
  return { ...found, ...optional('at', found.at?.replace(/^address\./, '')) };
}

function filled<Key extends string>(key: Key, value: string): { readonly [key in Key]?: string } {
  return optional(key, value === '' ? undefined : value);
}

export async function removeAddress(form: FormData): Promise<void> {
  const account = await openAccount();
  const addressId = form.get('addressId');
  if (typeof addressId === 'string') await removeShipFrom(account, addressId);
  revalidatePath('/settings/addresses');
}
