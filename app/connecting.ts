import { headers } from 'next/headers';
import type { AccountContext, Connecting } from '#lib/context/server';
import { env } from '#lib/env';

/** Who is connecting an account: the signed-in member, in this browser session. */
export function connectingOf({
  db,
  clock,
  actor,
  workspaceId,
  session,
}: AccountContext): Connecting {
  return { db, clock, actor, workspaceId, sessionId: session.sessionId, app: env().amazonApp };
}

/** The address this installation is reached under, which Amazon sends sellers back to. */
export async function publicOrigin(): Promise<string> {
  const { publicUrl, port } = env();
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  return `http://${(await headers()).get('host') ?? `localhost:${port}`}`;
}
