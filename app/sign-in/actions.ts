'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { clientOf, sessionCookie, signIn } from '#lib/auth/server';
import { type FormState, NO_FORM_STATE } from '#lib/context';
import { db } from '#lib/db';

const Entry = z.object({
  email: z.string().max(254),
  password: z.string().max(1_000),
  to: z.string().max(2_000),
});

/** Opens a session and leads to where the visitor was going. */
export async function enter(_: FormState, form: FormData): Promise<FormState> {
  const entry = Entry.safeParse(Object.fromEntries(form));
  if (!entry.success) return NO_FORM_STATE;
  const { email, password, to } = entry.data;
  const browser = clientOf(await headers());
  const devices = { db: db(), clock: { now: Date.now } };
  const outcome = await signIn(devices, { ...browser, email, password });
  if (!outcome.ok) return { problems: outcome.problems };
  const { name, value, options } = await sessionCookie(outcome.value.sessionId);
  (await cookies()).set(name, value, options);
  redirect(isOurs(to) ? to : '/');
}

// Only a path of ours: "//elsewhere" and "/\elsewhere" are other people's addresses.
function isOurs(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}
