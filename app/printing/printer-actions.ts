'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { openAccount, printersOf } from '#lib/context/server';
import { PRINTER_COOKIE } from './this-printer.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The device at hand prints with this printer from now on. */
export async function printHere(form: FormData): Promise<void> {
  const account = await openAccount();
  const printerId = form.get('printerId');
  const known = (await printersOf(account)).find(({ id }) => id === printerId);
  if (!known) return;
  (await cookies()).set(PRINTER_COOKIE, known.id, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: YEAR_SECONDS,
  });
  revalidatePath('/', 'layout');
}
