'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { FormState } from '#lib/context';
import { formValues, openAccount, removeShipFrom, saveShipFrom } from '#lib/context/server';
import { AddressEntry, readAddressEntry } from '../../../address-entry.ts';

export async function addAddress(_: FormState, form: FormData): Promise<FormState> {
  const account = await openAccount();
  const read = readAddressEntry(AddressEntry.parse(formValues(form)['address']));
  const saved = read.ok ? await saveShipFrom(account, read.value) : read;
  if (saved.ok) redirect('/settings/addresses');
  const typed = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { problems: saved.problems, entered: Object.fromEntries(typed) };
}

export async function removeAddress(form: FormData): Promise<void> {
  const account = await openAccount();
  const addressId = form.get('addressId');
  if (typeof addressId === 'string') await removeShipFrom(account, addressId);
  revalidatePath('/settings/addresses');
}
