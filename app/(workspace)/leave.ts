'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SESSION_COOKIE } from '#lib/auth';
import { currentSession, signOut } from '#lib/auth/server';
import { db } from '#lib/db';

/** Signs out: the session's row is closed, so that the cookie opens nothing any more. */
export async function leave(): Promise<void> {
  const session = await currentSession();
  if (session) await signOut({ db: db(), clock: { now: Date.now } }, session.sessionId);
  (await cookies()).delete(SESSION_COOKIE);
  redirect('/sign-in');
}
