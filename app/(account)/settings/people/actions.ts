'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ROLES } from '#lib/auth';
import { createUser, revokeSession } from '#lib/auth/server';
import type { FormState } from '#lib/context';
import { forbidden, openAccount } from '#lib/context/server';

const Member = z.object({
  name: z.string().max(300),
  email: z.string().max(300),
  password: z.string().max(1_000),
  role: z.enum(ROLES),
});

export async function addMember(_: FormState, form: FormData): Promise<FormState> {
  const account = await openAccount();
  const notAllowed = forbidden(account, 'manage-members');
  if (notAllowed) return { problems: [notAllowed] };
  const member = Member.parse(Object.fromEntries(form));
  const { user } = account.session;
  const made = await createUser(account, {
    ...member,
    workspaceId: account.workspaceId,
    actor: { actorId: user.id, actorName: user.name },
  });
  if (!made.ok) return { problems: made.problems };
  redirect('/settings/people');
}

/** Signs a browser out: one's own, or as an owner anybody's. */
export async function endSession(form: FormData): Promise<void> {
  const { session, db, clock } = await openAccount();
  const sessionId = form.get('sessionId');
  if (typeof sessionId === 'string') await revokeSession({ db, clock }, session, sessionId);
  revalidatePath('/settings/people');
}
