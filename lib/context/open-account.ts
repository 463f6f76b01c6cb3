import { redirect } from 'next/navigation';
import { currentSession, type SignedIn } from '#lib/auth/server';
import { type Db, db as openDb } from '#lib/db';
import type { Actor } from './context.ts';

/** Who is signed in, for pages that need no connection to Amazon yet. */
export type AccountContext = {
  readonly session: SignedIn;
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly db: Db;
  readonly clock: { readonly now: () => number };
};

export async function openAccount(): Promise<AccountContext> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  return {
    session,
    workspaceId: session.workspace.id,
    actor: { id: session.user.id, name: session.user.name, role: session.role },
    db: openDb(),
    clock: { now: Date.now },
  };
}
