import { createHash, randomBytes } from 'node:crypto';
import { type Context, writeAudit } from '#lib/context/server';
import { type Db, transaction } from '#lib/db';
import type { Instant } from '#lib/kernel';

export type CalendarFeed = { readonly createdAt: Instant };

const TOKEN_BYTES = 32;

/** The feed of the member at hand, as far as there is one; its address is not known any more. */
export async function calendarFeed(context: Context): Promise<CalendarFeed | undefined> {
  const row = await context.db.calendarFeed.findFirst({ where: whose(context) });
  return row ? { createdAt: row.createdAt.getTime() } : undefined;
}

/** Makes the member's feed, or gives it another address: the one before opens nothing any more. */
export async function makeCalendarFeed(
  context: Context,
  locale: string,
): Promise<{ readonly token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await transaction(context.db, async (tx) => {
    await tx.calendarFeed.deleteMany({ where: whose(context) });
    await tx.calendarFeed.create({
      data: {
        id: crypto.randomUUID(),
        ...whose(context),
        tokenHash: hashOf(token),
        locale,
        createdAt: new Date(context.clock.now()),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'calendar-feed',
      objectId: context.connection.id,
      verb: 'make-calendar-feed',
    });
  });
  return { token };
}

/** The member's feed opens nothing any more. */
export async function revokeCalendarFeed(context: Context): Promise<void> {
  await transaction(context.db, async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: whose(context) });
    if (count === 0) return;
    await writeAudit(tx, context, {
      objectType: 'calendar-feed',
      objectId: context.connection.id,
      verb: 'revoke-calendar-feed',
    });
  });
}

/** Whose clocks an address shows; nobody's once it was revoked or its member has left. */
export async function openCalendarFeed(
  db: Db,
  token: string,
): Promise<{ readonly connectionId: string; readonly locale: string } | undefined> {
  const feed = await db.calendarFeed.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!feed) return undefined;
  const { workspaceId, userId, connectionId, locale } = feed;
  const member = await db.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
  });
  return member ? { connectionId, locale } : undefined;
}

function whose({ workspaceId, connection, actor }: Context) {
  return { workspaceId, connectionId: connection.id, userId: actor.id ?? '' };
}

// A token of 256 random bits is not guessed, so its hash needs no salt.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
