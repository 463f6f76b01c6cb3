import { randomInt, timingSafeEqual } from 'node:crypto';
import { type Context, writeAudit } from '#lib/context/server';
import { type Tx, transaction } from '#lib/db';
import type { Locale } from '#lib/i18n';
import { HOUR, MINUTE, ok, problem, refuse, type Result } from '#lib/kernel';
import { checkMailAddress, checkWebhookUrl } from '#lib/post';
import { newWebhookSecret, type Post } from '#lib/post/server';
import { CODE_LENGTH, NOTICE_KINDS, type NoticeKind } from '../core/kinds.ts';
import {
  channelFacts,
  type ChannelFacts,
  findOwnChannel,
  openPart,
  sealPart,
} from '../store/channel-store.ts';
import { TEST_KIND } from '../store/sending-store.ts';
import { wakeChannel } from './insert-notices.ts';

/** Whose channels: the signed-in member's, by the wall clock. */
export type Keeper = Pick<Context, 'db' | 'workspaceId' | 'actor' | 'clock'>;

export type KnownChannel = ChannelFacts;

const MOST_CHANNELS = 5;
const CODE_GOOD_MS = HOUR;
const MOST_TRIES = 5;
const TEST_EVERY_MS = MINUTE;

/** The member's own channels, the oldest first. */
export async function channelsOf(keeper: Keeper): Promise<readonly KnownChannel[]> {
  const rows = await keeper.db.noticeChannel.findMany({
    where: ownerOf(keeper),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(channelFacts);
}

export type AddedChannel = {
  readonly channelId: string;
  /** What a webhook's calls are signed with: told now, and never again. */
  readonly secret?: string;
};

export type NewChannel = {
  readonly channel: 'email' | 'webhook';
  readonly target: string;
  readonly locale: Locale;
};

/** Keeps a way to the member and sends a test message there; until it arrives nothing is told. */
export async function addChannel(
  keeper: Keeper,
  post: Pick<Post, 'canMail' | 'allowsPrivate'>,
  { channel, target: entered, locale }: NewChannel,
): Promise<Result<AddedChannel>> {
  if (channel === 'email' && !post.canMail) return refuse(problem('mail-not-set-up'));
  const target = channel === 'email' ? checkMailAddress(entered) : checkWebhookUrl(entered, post);
  if (!target.ok) return target;
  const known = await channelsOf(keeper);
  if (known.length >= MOST_CHANNELS)
    return refuse(problem('too-many-channels', { most: MOST_CHANNELS }));
  if (known.some((each) => each.target === target.value))
    return refuse(problem('channel-exists', {}, 'target'));
  const id = crypto.randomUUID();
  const secret = channel === 'webhook' ? newWebhookSecret() : undefined;
  await transaction(keeper.db, async (tx) => {
    await tx.noticeChannel.create({
      data: {
        id,
        ...ownerOf(keeper),
        channel,
        targetSealed: sealPart(id, 'target', target.value),
        secretSealed: secret === undefined ? null : sealPart(id, 'secret', secret),
        kinds: [...NOTICE_KINDS],
        locale,
        createdAt: new Date(keeper.clock.now()),
      },
    });
    await audit(tx, keeper, { id, verb: 'add-channel', after: { channel, locale } });
    await layOutTest(tx, keeper, { id, needsCode: channel === 'email' });
  });
  return ok({ channelId: id, ...(secret !== undefined && { secret }) });
}

/** Sends another test message; with a new code where the address is not confirmed yet. */
export async function testChannel(keeper: Keeper, channelId: string): Promise<Result<undefined>> {
  return withOwn(keeper, channelId, async (tx, channel) => {
    const since = new Date(keeper.clock.now() - TEST_EVERY_MS);
    const recent = await tx.noticeSending.findFirst({
      where: { channelId, kind: TEST_KIND, createdAt: { gt: since } },
    });
    if (recent) return refuse(problem('test-too-soon', { seconds: TEST_EVERY_MS / 1_000 }));
    const needsCode = channel.channel === 'email' && channel.verifiedAt === undefined;
    await layOutTest(tx, keeper, { id: channelId, needsCode });
    await audit(tx, keeper, { id: channelId, verb: 'test-channel' });
    return ok(undefined);
  });
}

/** The member enters what the test message said, and from now on is told things there. */
export async function confirmChannel(
  keeper: Keeper,
  { channelId, code }: { readonly channelId: string; readonly code: string },
): Promise<Result<undefined>> {
  const now = keeper.clock.now();
  return withOwn(keeper, channelId, async (tx, channel, row) => {
    if (channel.verifiedAt !== undefined) return ok(undefined);
    const isOver = (channel.codeUntil ?? 0) < now || channel.codeTries >= MOST_TRIES;
    if (isOver || row.codeSealed === null) return refuse(problem('channel-code-over', {}, 'code'));
    const isRight = isSame(code.replaceAll(/\D/g, ''), openPart(channelId, 'code', row.codeSealed));
    await tx.noticeChannel.update({
      where: { id: channelId },
      data: isRight
        ? { verifiedAt: new Date(now), codeSealed: null, codeUntil: null, codeTries: 0 }
        : { codeTries: { increment: 1 } },
    });
    await audit(tx, keeper, {
      id: channelId,
      verb: isRight ? 'confirm-channel' : 'mistype-channel-code',
    });
    return isRight ? ok(undefined) : refuse(problem('channel-code-wrong', {}, 'code'));
  });
}

/** Which kinds go where: the whole table of the member's channels at once. */
export async function setKinds(
  keeper: Keeper,
  wanted: ReadonlyMap<string, readonly NoticeKind[]>,
): Promise<Result<undefined>> {
  return transaction(keeper.db, async (tx) => {
    for (const [channelId, kinds] of wanted) {
      const known = await findOwnChannel(tx, ownerOf(keeper), channelId);
      if (!known) return refuse(problem('channel-not-found'));
      if (isEqualSet(known.kinds, kinds)) continue;
      await tx.noticeChannel.update({ where: { id: channelId }, data: { kinds: [...kinds] } });
      await audit(tx, keeper, {
        id: channelId,
        verb: 'choose-kinds',
        before: { kinds: known.kinds },
        after: { kinds },
      });
    }
    return ok(undefined);
  });
}

/** A new secret for a webhook; the old one signs nothing any more. */
export async function renewSecret(
  keeper: Keeper,
  channelId: string,
): Promise<Result<AddedChannel>> {
  return withOwn(keeper, channelId, async (tx, { channel }) => {
    if (channel !== 'webhook') return refuse(problem('channel-not-found'));
    const secret = newWebhookSecret();
    await tx.noticeChannel.update({
      where: { id: channelId },
      data: { secretSealed: sealPart(channelId, 'secret', secret) },
    });
    await audit(tx, keeper, { id: channelId, verb: 'renew-secret' });
    return ok({ channelId, secret });
  });
}

export async function removeChannel(keeper: Keeper, channelId: string): Promise<Result<undefined>> {
  return withOwn(keeper, channelId, async (tx, { channel }) => {
    await tx.noticeChannel.delete({ where: { id: channelId } });
    await audit(tx, keeper, { id: channelId, verb: 'remove-channel', before: { channel } });
    return ok(undefined);
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findOwnChannel>>>;

async function withOwn<Value>(
  keeper: Keeper,
  channelId: string,
  work: (tx: Tx, channel: KnownChannel, row: Row) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return transaction(keeper.db, async (tx) => {
    const row = await findOwnChannel(tx, ownerOf(keeper), channelId);
    return row ? work(tx, channelFacts(row), row) : refuse(problem('channel-not-found'));
  });
}

async function layOutTest(
  tx: Tx,
  { workspaceId, clock }: Keeper,
  { id, needsCode }: { readonly id: string; readonly needsCode: boolean },
): Promise<void> {
  const now = clock.now();
  if (needsCode) {
    const code = String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0');
    await tx.noticeChannel.update({
      where: { id },
      data: {
        codeSealed: sealPart(id, 'code', code),
        codeUntil: new Date(now + CODE_GOOD_MS),
        codeTries: 0,
      },
    });
  }
  await tx.noticeSending.create({
    data: {
      id: crypto.randomUUID(),
      workspaceId,
      channelId: id,
      kind: TEST_KIND,
      state: 'waiting',
      problems: [],
      createdAt: new Date(now),
      nextAt: new Date(now),
    },
  });
  await wakeChannel(tx, id, 0);
}

function audit(
  tx: Tx,
  keeper: Keeper,
  { id, ...facts }: { id: string; verb: string; before?: unknown; after?: unknown },
): Promise<void> {
  // Where somebody wants to be told is nobody else's business; the trail names the channel alone.
  return writeAudit(tx, keeper, { objectType: 'notice-channel', objectId: id, ...facts });
}

function ownerOf({ workspaceId, actor }: Keeper) {
  return { workspaceId, userId: actor.id ?? '' };
}

function isEqualSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

function isSame(typed: string, code: string): boolean {
  return typed.length === code.length && timingSafeEqual(Buffer.from(typed), Buffer.from(code));
}
