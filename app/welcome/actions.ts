'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { clientOf, createOwner, sessionCookie, signIn } from '#lib/auth/server';
import { type FormState, NO_FORM_STATE } from '#lib/context';
import { db } from '#lib/db';

const Owner = z.object({
  workspaceName: z.string().max(200),
  name: z.string().max(200),
  email: z.string().max(300),
  password: z.string().max(1_000),
});

/** Makes the first owner and signs them in; refused once anybody exists. */
export async function begin(_: FormState, form: FormData): Promise<FormState> {
  const owner = Owner.safeParse(Object.fromEntries(form));
  if (!owner.success) return NO_FORM_STATE;
  const devices = { db: db(), clock: { now: Date.now } };
  const made = await createOwner(devices, owner.data);
  if (!made.ok) return { problems: made.problems };
  const { email, password } = owner.data;
  const entered = await signIn(devices, { ...clientOf(await headers()), email, password });
  if (!entered.ok) return { problems: entered.problems };
  const { name, value, options } = await sessionCookie(entered.value.sessionId);
  (await cookies()).set(name, value, options);
  redirect('/');
}
