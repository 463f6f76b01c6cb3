import { afterEach, expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import type { Context } from '#lib/context/server';
import { transaction } from '#lib/db';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR, MINUTE, SECOND } from '#lib/kernel';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from '#lib/post/testing';
import {
  addChannel,
  channelsOf,
  confirmChannel,
  countNewNotices,
  insertNotices,
  listNotices,
  type NewNotice,
  purgeNotices,
  removeChannel,
  renewSecret,
  seeNotices,
  sendingsOf,
  setKinds,
  testChannel,
  toldKinds,
} from './server.ts';
import { household } from './testing/index.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';
const opened: (Mailbox | Receiver)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

let told = 0;
function noticeOf(some: Partial<NewNotice> = {}): NewNotice {
  told += 1;
  const subjectId = `111-0000001-${String(told).padStart(7, '0')}`;
  const base = { marketplaceId: US, kind: 'new-order' as const, subjectId, facts: {} };
  return { ...base, dedupe: `${told}`, ...some };
}

const tell = (context: Context, notices: readonly NewNotice[]) =>
  transaction(context.db, (tx) => insertNotices(tx, context, notices));

async function home() {
  const bench = await practiceBench(database);
  const mailbox = await openMailbox();
  opened.push(mailbox);
  return {
    ...bench,
    context: bench.context,
    mailbox,
    ...(await household(bench.context, mailbox)),
  };
}

const EMAIL = { channel: 'email', target: 'mei@harbor.example', locale: 'en' } as const;

test('nothing goes to an address before its owner has entered the code it was sent', async () => {
  const { context, mei, carrier, carry, mailbox, wait } = await home();
  const added = await addChannel(mei, { canMail: true, allowsPrivate: false }, EMAIL);
  if (!added.ok) throw new Error('refused');
  const { channelId } = added.value;
  await carry(channelId);
  await tell(context, [noticeOf()]);
  wait(HOUR / 2);
  await carry(channelId);
  expect(mailbox.letters.map(({ subject }) => subject)).toEqual(['Test message from Firstleg']);
  const code = /\d{6}/.exec(mailbox.letters[0]?.text ?? '')?.[0] ?? '';
  const wrong = code === '000000' ? '000001' : '000000';
  const enter = (typed: string) => confirmChannel(mei, { channelId, code: typed });
  expect(await enter(wrong)).toMatchObject({ problems: [{ code: 'channel-code-wrong' }] });
  expect(await enter(` ${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ ok: true });
  expect(await channelsOf(mei)).toMatchObject([{ target: EMAIL.target, codeTries: 0 }]);
  await tell(context, [noticeOf({ subjectId: '111-7777777-7777777' })]);
  wait(MINUTE);
  await carry(channelId);
  expect(mailbox.letters).toHaveLength(2);
  expect(mailbox.letters[1]).toMatchObject({ subject: 'New order to ship', to: [EMAIL.target] });
  expect(mailbox.letters[1]?.text).toContain('111-7777777-7777777');
  expect(mailbox.letters[1]?.text).toContain(`${carrier.baseUrl}/notices?kind=new-order`);
});

test('a code can be guessed five times and lives an hour', async () => {
  const { mei, carry, mailbox, wait } = await home();
  const added = await addChannel(mei, { canMail: true, allowsPrivate: false }, EMAIL);
  if (!added.ok) throw new Error('refused');
  const { channelId } = added.value;
  await carry(channelId);
  const code = () => /\d{6}/.exec(mailbox.letters.at(-1)?.text ?? '')?.[0] ?? '';
  const enter = (typed: string) => confirmChannel(mei, { channelId, code: typed });
  for (let tries = 0; tries < 5; tries += 1) await enter('12345');
  expect(await enter(code())).toMatchObject({ problems: [{ code: 'channel-code-over' }] });
  expect(await testChannel(mei, channelId)).toMatchObject({
    problems: [{ code: 'test-too-soon' }],
  });
  wait(MINUTE + SECOND);
  expect(await testChannel(mei, channelId)).toMatchObject({ ok: true });
  await carry(channelId);
  wait(HOUR + SECOND);
  expect(await enter(code())).toMatchObject({ problems: [{ code: 'channel-code-over' }] });
});

test('what comes within minutes becomes one letter, and each notice is told once', async () => {
  const { context, carry, settle, mailbox, wait, mei } = await home();
  const { channelId } = await settle(mailbox, EMAIL);
  await tell(context, [noticeOf(), noticeOf(), noticeOf({ kind: 'cancel-asked' })]);
  expect(await carry(channelId)).toEqual({ again: expect.any(Number) });
  wait(MINUTE);
  expect(await carry(channelId)).toEqual({});
  await tell(context, [noticeOf()]);
  wait(MINUTE);
  expect(await carry(channelId)).toEqual({ again: expect.any(Number) });
  await tell(context, [noticeOf()]);
  wait(5 * MINUTE);
  expect(await carry(channelId)).toEqual({});
  const subjects = mailbox.letters.slice(1).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual([
    '2 new orders to ship',
    '2 new orders to ship',
    'A buyer asks to cancel',
  ]);
  const numbers = mailbox.letters.slice(1).flatMap(({ text }) => text.match(/111-\S{15}/g) ?? []);
  expect(new Set(numbers).size).toBe(5);
  expect(numbers).toHaveLength(5);
  expect(await sendingsOf(mei)).toMatchObject([
    { kind: 'new-order', notices: 2, state: 'sent' },
    {},
    {},
    { kind: 'test', state: 'sent' },
  ]);
});

test('a letter is written in the language of its reader', async () => {
  const { context, carry, settle, mailbox, wait } = await home();
  const { channelId } = await settle(mailbox, { ...EMAIL, locale: 'zh-CN' });
  const shipBy = Date.UTC(2026, 10, 26, 7, 59);
  await tell(context, [noticeOf({ kind: 'ship-by-near', facts: { shipBy } })]);
  wait(MINUTE);
  await carry(channelId);
  expect(mailbox.letters[0]?.subject).toBe('Firstleg 测试邮件');
  expect(mailbox.letters[1]?.subject).toBe('1 个订单须在 24 小时内发货');
  expect(mailbox.letters[1]?.text).toContain('2026年11月25日 23:59 PST');
});

test('a mail server that fails is tried again under the same number, and given up in the end', async () => {
  const { context, carry, settle, mailbox, wait, mei } = await home();
  const { channelId } = await settle(mailbox, EMAIL);
  mailbox.refusal = 451;
  await tell(context, [noticeOf()]);
  wait(MINUTE);
  let step = await carry(channelId);
  let tries = 1;
  while (step.again !== undefined) {
    wait(step.again * SECOND);
    step = await carry(channelId);
    tries += 1;
  }
  expect(tries).toBe(8);
  expect(await sendingsOf(mei)).toMatchObject([
    { state: 'failed', attempts: 8, problems: [{ code: 'mail-refused' }] },
    { kind: 'test' },
  ]);
  mailbox.refusal = undefined;
  await tell(context, [noticeOf()]);
  wait(HOUR);
  await carry(channelId);
  expect((await sendingsOf(mei)).map(({ state }) => state)).toEqual(['sent', 'failed', 'sent']);
});

test('what was sent when the power failed goes again as the same letter, not as another', async () => {
  const { context, carry, settle, mailbox, wait } = await home();
  const { channelId } = await settle(mailbox, EMAIL);
  await tell(context, [noticeOf()]);
  wait(MINUTE);
  await carry(channelId);
  await context.db.noticeSending.updateMany({
    where: { channelId, kind: 'new-order' },
    data: { state: 'waiting', sentAt: null },
  });
  await carry(channelId);
  const [, first, second] = mailbox.letters;
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.text).toBe(first?.text);
  expect(await context.db.noticeDelivery.count({ where: { channelId } })).toBe(1);
});

test('a webhook is told each notice, in a call that its secret signs; a new secret replaces it', async () => {
  const { context, carry, settle, mailbox, mei, wait } = await home();
  const hook = await openReceiver();
  opened.push(hook);
  const webhook = { channel: 'webhook', target: hook.url, locale: 'en' } as const;
  const { channelId, secret } = await settle(mailbox, webhook);
  expect(secret).toMatch(/^whsec_/);
  expect(await channelsOf(mei)).toMatchObject([{ verifiedAt: expect.any(Number) }]);
  const shipBy = Date.UTC(2026, 10, 26, 7, 59);
  await tell(context, [noticeOf({ facts: { shipBy } }), noticeOf()]);
  hook.status = 500;
  await carry(channelId);
  hook.status = 204;
  wait(MINUTE);
  await carry(channelId);
  const ids = hook.calls.slice(1).map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(4);
  expect(new Set(ids.slice(0, 2))).toEqual(new Set(ids.slice(2)));
  const bodies = hook.calls.slice(3).map(({ body }) => JSON.parse(body) as { data: object });
  expect(new Set(bodies.map(({ data }) => 'shipBy' in data))).toEqual(new Set([false, true]));
  expect(bodies[0]).toMatchObject({ type: 'notice.new-order', data: { marketplaceId: US } });
  const renewed = await renewSecret(mei, channelId);
  expect(renewed.ok && renewed.value.secret !== secret).toBe(true);
  const rows = await context.db.noticeChannel.findMany({ where: { id: channelId } });
  expect(JSON.stringify(rows)).not.toMatch(/whsec_|127\.0\.0\.1/);
});

test('a webhook that does not answer is left in peace between tries', async () => {
  const { context, carry, settle, mailbox } = await home();
  const hook = await openReceiver();
  opened.push(hook);
  const { channelId } = await settle(mailbox, {
    channel: 'webhook',
    target: hook.url,
    locale: 'en',
  });
  await tell(
    context,
    Array.from({ length: 20 }, () => noticeOf()),
  );
  hook.status = 503;
  const { again = 0 } = await carry(channelId);
  expect(hook.calls).toHaveLength(4);
  expect(again).toBeGreaterThanOrEqual(30);
});

test('each kind goes where its owner wants it, and to nobody who has left', async () => {
  const { context, carry, settle, mailbox, mei, wait } = await home();
  const { channelId } = await settle(mailbox, EMAIL);
  expect(await setKinds(mei, new Map([[channelId, ['cancel-asked']]]))).toMatchObject({ ok: true });
  await tell(context, [noticeOf(), noticeOf({ kind: 'cancel-asked' })]);
  wait(MINUTE);
  await carry(channelId);
  expect(mailbox.letters.slice(1).map(({ subject }) => subject)).toEqual([
    'A buyer asks to cancel',
  ]);
  await tell(context, [noticeOf({ kind: 'cancel-asked' })]);
  await context.db.member.deleteMany({ where: { workspaceId: context.workspaceId } });
  wait(HOUR);
  expect(await carry(channelId)).toEqual({});
  expect(mailbox.letters).toHaveLength(2);
});

test('for another member, and for another workspace, a channel does not exist', async () => {
  const { context, stranger, settle, mailbox, mei } = await home();
  const { channelId } = await settle(mailbox, EMAIL);
  const li = (await household(context)).mei;
  const far = (await household(stranger)).mei;
  const missing = { problems: [{ code: 'channel-not-found' }] };
  for (const other of [li, far]) {
    expect(await channelsOf(other)).toEqual([]);
    expect(await sendingsOf(other)).toEqual([]);
    expect(await removeChannel(other, channelId)).toMatchObject(missing);
    expect(await renewSecret(other, channelId)).toMatchObject(missing);
    expect(await testChannel(other, channelId)).toMatchObject(missing);
    expect(await confirmChannel(other, { channelId, code: '1' })).toMatchObject(missing);
    expect(await setKinds(other, new Map([[channelId, []]]))).toMatchObject(missing);
  }
  expect(await removeChannel(mei, channelId)).toMatchObject({ ok: true });
  const trail = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectType: 'notice-channel' },
    orderBy: { id: 'asc' },
  });
  expect(trail.map(({ verb }) => verb)).toEqual([
    'add-channel',
    'confirm-channel',
    'remove-channel',
  ]);
  expect(JSON.stringify(trail)).not.toContain('harbor');
});

test('where there is no mail server, or a target cannot be, the channel is refused', async () => {
  const { mei } = await home();
  const add = (target: string, channel: 'email' | 'webhook' = 'webhook') =>
    addChannel(mei, { canMail: false, allowsPrivate: false }, { channel, target, locale: 'en' });
  expect(await add('mei@harbor.example', 'email')).toMatchObject({
    problems: [{ code: 'mail-not-set-up' }],
  });
  expect(await add('http://10.0.0.1/hook')).toMatchObject({
    problems: [{ code: 'webhook-url-not-https', at: 'target' }],
  });
  expect((await add('https://hooks.example/1')).ok).toBe(true);
  expect(await add('https://hooks.example/1')).toMatchObject({
    problems: [{ code: 'channel-exists' }],
  });
  for (const end of [2, 3, 4, 5]) await add(`https://hooks.example/${end}`);
  expect(await add('https://hooks.example/6')).toMatchObject({
    problems: [{ code: 'too-many-channels' }],
  });
});

test('what a member has seen is no longer new to them, of one kind or of all', async () => {
  const { context, stranger } = await practiceBench(database);
  const mei = { ...context, actor: { ...context.actor, id: crypto.randomUUID() } };
  const li = { ...context, actor: { ...context.actor, id: crypto.randomUUID() } };
  await tell(context, [noticeOf(), noticeOf(), noticeOf({ kind: 'cancel-asked' })]);
  expect(await countNewNotices(mei)).toEqual({
    all: 3,
    byKind: new Map([
      ['cancel-asked', 1],
      ['new-order', 2],
    ]),
  });
  expect(await toldKinds(mei)).toEqual(['cancel-asked', 'new-order']);
  expect(await toldKinds(stranger)).toEqual([]);
  const { notices } = await listNotices(mei);
  const until = notices[0]?.notedAt ?? 0;
  await seeNotices(mei, { until, kind: 'new-order' });
  expect((await countNewNotices(mei)).all).toBe(1);
  expect((await listNotices(mei, { kind: 'new-order' })).notices.map(({ isNew }) => isNew)).toEqual(
    [false, false],
  );
  await tell(context, [noticeOf()]);
  await seeNotices(mei, { until });
  expect((await countNewNotices(mei)).all).toBe(1);
  await seeNotices(mei, { until: 0 });
  expect((await countNewNotices(mei)).all).toBe(1);
  expect((await countNewNotices(li)).all).toBe(4);
  expect((await countNewNotices(stranger)).all).toBe(0);
  expect(await listNotices(stranger)).toEqual({ notices: [] });
});

test('the list is read page by page, each notice once, also of those noted together', async () => {
  const { context } = await practiceBench(database);
  await tell(
    context,
    Array.from({ length: 7 }, () => noticeOf()),
  );
  await tell(
    context,
    Array.from({ length: 5 }, () => noticeOf()),
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listNotices(context, { limit: 5, ...(after !== undefined && { after }) });
    seen.push(...page.notices.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(12);
  expect(seen).toHaveLength(12);
});

test('after half a year a notice and its letter are gone, and another workspace keeps its own', async () => {
  const { context, stranger, settle, carry, mailbox, mei, wait } = await home();
  const { channelId } = await settle(mailbox, EMAIL);
  await tell(context, [noticeOf(), noticeOf()]);
  await tell(stranger, [noticeOf()]);
  wait(MINUTE);
  await carry(channelId);
  const now = Date.now();
  expect(await purgeNotices(context, now + 179 * DAY)).toBe(0);
  expect(await purgeNotices(context, now + 181 * DAY)).toBe(2);
  const { id: connectionId } = context.connection;
  expect(await context.db.notice.count({ where: { connectionId } })).toBe(0);
  expect(await sendingsOf(mei)).toEqual([]);
  const theirs = { connectionId: stranger.connection.id };
  expect(await context.db.notice.count({ where: theirs })).toBe(1);
});
