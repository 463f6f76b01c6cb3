import { createHash } from 'node:crypto';
import type { Db } from '#lib/db';
import { DAY, type Instant, MINUTE } from '#lib/kernel';

const WINDOW_MS = 15 * MINUTE;
/** Failures within the window after which no further try is looked at. */
const LIMITS = { account: 5, address: 30 } as const;

export type Attempt = {
  readonly id: string;
  /** Until when further tries are turned away; absent when this one may go on. */
  readonly blockedUntil: Instant | undefined;
};

/**
 * Notes a try before it is looked at, so that tries at the same moment count each other. A try
 * that is turned away leaves no mark: hammering does not lock the owner out for longer.
 */
export async function beginAttempt(
  db: Db,
  { email, address, now }: { readonly email: string; readonly address: string; now: Instant },
): Promise<Attempt> {
  const account = accountKey(email);
  const at = new Date(now);
  const { id } = await db.signInAttempt.create({
    data: { account, address, succeeded: false, at },
    select: { id: true },
  });
  const blocks = await Promise.all([
    blockedUntil(db, { account }, now),
    blockedUntil(db, { address }, now),
  ]);
  const latest = Math.max(...blocks.map((until) => until ?? 0));
  if (latest === 0) return { id, blockedUntil: undefined };
  await db.signInAttempt.delete({ where: { id } });
  return { id, blockedUntil: latest };
}

/** A right password forgives the wrong ones before it. */
export async function attemptSucceeded(db: Db, id: string, now: Instant): Promise<void> {
  await db.signInAttempt.update({ where: { id }, data: { succeeded: true } });
  await db.signInAttempt.deleteMany({ where: { at: { lt: new Date(now - DAY) } } });
}

async function blockedUntil(
  db: Db,
  by: { readonly account: string } | { readonly address: string },
  now: Instant,
): Promise<Instant | undefined> {
  const [limit, since] =
    'account' in by
      ? [LIMITS.account, await lastSuccess(db, by.account, now)]
      : [LIMITS.address, now - WINDOW_MS];
  const failures = await db.signInAttempt.findMany({
    where: { ...by, succeeded: false, at: { gt: new Date(since) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { at: true },
  });
  // The try itself is among them; the one that fills the limit decides when the window opens.
  const deciding = failures[limit];
  return deciding && deciding.at.getTime() + WINDOW_MS;
}

async function lastSuccess(db: Db, account: string, now: Instant): Promise<Instant> {
  const success = await db.signInAttempt.findFirst({
    where: { account, succeeded: true, at: { gt: new Date(now - WINDOW_MS) } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return success?.at.getTime() ?? now - WINDOW_MS;
}

// People type passwords into the wrong field; what is kept of it must not be readable.
function accountKey(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}
