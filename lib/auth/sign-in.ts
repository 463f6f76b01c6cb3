import { MINUTE, ok, problem, refuse, type Result } from '#lib/kernel';
import { normaliseEmail } from './credentials.ts';
import type { Devices } from './devices.ts';
import { isPassword } from './password.ts';
import { type Browser, openSession } from './sessions.ts';
import { attemptSucceeded, beginAttempt } from './throttle.ts';

export type SignInProblem = 'wrong-email-or-password' | 'too-many-sign-ins';

/** Opens a session for the right password; says neither which half was wrong nor who exists. */
export async function signIn(
  devices: Devices,
  input: Browser & { readonly email: string; readonly password: string },
): Promise<Result<{ readonly sessionId: string }, SignInProblem>> {
  const { db, clock } = devices;
  const now = clock.now();
  const email = normaliseEmail(input.email);
  const attempt = await beginAttempt(db, { email, address: input.address, now });
  if (attempt.blockedUntil !== undefined) {
    const minutes = Math.max(1, Math.ceil((attempt.blockedUntil - now) / MINUTE));
    return refuse(problem('too-many-sign-ins', { minutes }));
  }
  const user = await db.user.findUnique({
    where: { email },
    include: { memberships: { orderBy: { createdAt: 'asc' }, take: 1 } },
  });
  const fits = await isPassword(user?.passwordHash, input.password.slice(0, 1_000));
  const membership = user?.memberships[0];
  if (!fits || !membership) return refuse(problem('wrong-email-or-password'));
  await attemptSucceeded(db, attempt.id, now);
  const { userId, workspaceId } = membership;
  const sessionId = await openSession(devices, { ...input, userId, workspaceId });
  return ok({ sessionId });
}
