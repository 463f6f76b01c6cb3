import { expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { calendarFeed, makeCalendarFeed, openCalendarFeed, revokeCalendarFeed } from './server.ts';

const database = testDatabase();

/** The bench's context, acted in by a member. */
async function withMember(context: PracticeBench['context'], name: string) {
  const createdAt = new Date();
  const email = `${crypto.randomUUID()}@firstleg.example`;
  const user = await context.db.user.create({
    data: { email, name, passwordHash: '', createdAt },
  });
  const { workspaceId } = context;
  await context.db.member.create({
    data: { workspaceId, userId: user.id, role: 'viewer', createdAt },
  });
  return { ...context, actor: { id: user.id, name, role: 'viewer' as const } };
}

test('each member has an address of their own, and a new one closes the old', async () => {
  const { context } = await practiceBench(database);
  const mei = await withMember(context, 'Mei');
  const jo = await withMember(context, 'Jo');
  expect(await calendarFeed(mei)).toBeUndefined();
  const first = await makeCalendarFeed(mei, 'zh-CN');
  const other = await makeCalendarFeed(jo, 'en');
  const second = await makeCalendarFeed(mei, 'en');
  expect(first.token).toMatch(/^[\w-]{43}$/);
  const open = (token: string) => openCalendarFeed(context.db, token);
  expect(await open(first.token)).toBeUndefined();
  const connectionId = context.connection.id;
  expect(await open(second.token)).toEqual({ connectionId, locale: 'en' });
  expect(await open(other.token)).toEqual({ connectionId, locale: 'en' });
  expect(await calendarFeed(mei)).toBeDefined();
  const kept = await context.db.calendarFeed.findMany({ where: { connectionId } });
  expect(JSON.stringify(kept)).not.toContain(second.token);
});

test('a revoked address, one of who left and one that never was open nothing', async () => {
  const { context } = await practiceBench(database);
  const mei = await withMember(context, 'Mei');
  const jo = await withMember(context, 'Jo');
  const [revoked, left] = [await makeCalendarFeed(mei, 'en'), await makeCalendarFeed(jo, 'en')];
  await revokeCalendarFeed(mei);
  await revokeCalendarFeed(mei);
  await context.db.member.deleteMany({ where: { userId: jo.actor.id } });
  for (const token of [revoked.token, left.token, 'never', '']) {
    expect(await openCalendarFeed(context.db, token)).toBeUndefined();
  }
  const audit = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectType: 'calendar-feed' },
  });
  expect(audit.map(({ verb }) => verb).toSorted()).toEqual([
    'make-calendar-feed',
    'make-calendar-feed',
    'revoke-calendar-feed',
  ]);
});

test('in another workspace the same member has no feed to revoke', async () => {
  const { context, stranger } = await practiceBench(database);
  const mei = await withMember(context, 'Mei');
  const { token } = await makeCalendarFeed(mei, 'en');
  const elsewhere = { ...stranger, actor: mei.actor };
  expect(await calendarFeed(elsewhere)).toBeUndefined();
  await revokeCalendarFeed(elsewhere);
  expect(await openCalendarFeed(context.db, token)).toBeDefined();
});
