import { recordAudit, transaction } from '#lib/db';
import { DAY, type Instant, MINUTE, ok, problem, refuse, type Result } from '#lib/kernel';
import type { Devices } from './devices.ts';
import { mayDo, type Role } from './roles.ts';

export const SESSION_DAYS = 30;
const SEEN_EVERY_MS = 5 * MINUTE;

/** Who looks at a page, in which workspace, and as what. */
export type SignedIn = {
  readonly sessionId: string;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string | null;
  };
  readonly workspace: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  readonly role: Role;
};

export type Browser = { readonly address: string; readonly userAgent: string };

export async function openSession(
  { db, clock }: Devices,
  who: Browser & { readonly userId: string; readonly workspaceId: string },
): Promise<string> {
  const now = clock.now();
  const session = await db.session.create({
    data: {
      userId: who.userId,
      workspaceId: who.workspaceId,
      address: who.address.slice(0, 64),
      userAgent: who.userAgent.slice(0, 256),
      createdAt: new Date(now),
      seenAt: new Date(now),
      expiresAt: new Date(now + SESSION_DAYS * DAY),
    },
    select: { id: true },
  });
  return session.id;
}

/** The session when it still opens anything: not revoked, not expired, its user still a member. */
export async function loadSession(
  { db, clock }: Devices,
  sessionId: string,
): Promise<SignedIn | undefined> {
  const now = clock.now();
  const session = await db.session.findUnique({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: new Date(now) } },
    include: { user: true, workspace: { include: { members: true } } },
  });
  const member = session?.workspace.members.find(({ userId }) => userId === session.userId);
  if (!session || !member) return undefined;
  await noteSeen(db, session, now);
  const { user, workspace } = session;
  return {
    sessionId,
    user: { id: user.id, name: user.name, email: user.email, locale: user.locale },
    workspace: { id: workspace.id, name: workspace.name, isDemo: workspace.isDemo },
    role: member.role,
  };
}

async function noteSeen(
  db: Devices['db'],
  session: { readonly id: string; readonly seenAt: Date },
  now: Instant,
): Promise<void> {
  if (now - session.seenAt.getTime() < SEEN_EVERY_MS) return;
  await db.session.updateMany({ where: { id: session.id }, data: { seenAt: new Date(now) } });
}

export async function signOut({ db, clock }: Devices, sessionId: string): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date(clock.now()) },
  });
}

export type OpenSession = {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly address: string;
  readonly userAgent: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
};

/** The browsers signed in to the workspace, the last seen first. */
export async function listSessions(
  { db, clock }: Devices,
  workspaceId: string,
): Promise<readonly OpenSession[]> {
  const rows = await db.session.findMany({
    where: { workspaceId, revokedAt: null, expiresAt: { gt: new Date(clock.now()) } },
    include: { user: { select: { name: true } } },
    orderBy: { seenAt: 'desc' },
  });
  return rows.map((row) => ({
    id: row.id,
    userId: row.userId,
    userName: row.user.name,
    address: row.address,
    userAgent: row.userAgent,
    createdAt: row.createdAt.getTime(),
    seenAt: row.seenAt.getTime(),
  }));
}

/** Shuts a browser out at its next request. An owner may, within their own workspace. */
export async function revokeSession(
  { db, clock }: Devices,
  actor: SignedIn,
  sessionId: string,
): Promise<Result<null, 'not-allowed' | 'session-not-found'>> {
  if (!mayDo(actor.role, 'manage-members'))
    return refuse(problem('not-allowed', { act: 'manage-members' }));
  const now = clock.now();
  return transaction(db, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, workspaceId: actor.workspace.id, revokedAt: null },
      data: { revokedAt: new Date(now) },
    });
    if (count === 0) return refuse(problem('session-not-found'));
    await recordAudit(tx, {
      workspaceId: actor.workspace.id,
      actorId: actor.user.id,
      actorName: actor.user.name,
      at: now,
      objectType: 'session',
      objectId: sessionId,
      verb: 'revoke-session',
    });
    return ok(null);
  });
}
