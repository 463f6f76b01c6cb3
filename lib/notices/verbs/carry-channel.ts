import { type Db, toJson, transaction } from '#lib/db';
import { type Clock, type Instant, SECOND } from '#lib/kernel';
import type { Carried, Post } from '#lib/post/server';
import { isNoticeKind } from '../core/kinds.ts';
import { letterDueAt, MOST_ATTEMPTS, waitAfter } from '../core/timing.ts';
import { noticeLetter, testLetter } from '../letter.ts';
import type { ToldNotice } from '../line-facts.ts';
import { channelFacts, type ChannelFacts, openPart } from '../store/channel-store.ts';
import {
  SENDING_WITH_NOTICES,
  type SendingRow,
  TEST_KIND,
  waitingKinds,
  waitingNotices,
} from '../store/sending-store.ts';

export type Carrier = {
  readonly db: Db;
  /** The wall clock: letters travel in this world, whatever a practice clock says. */
  readonly clock: Clock;
  readonly post: Pick<Post, 'mail' | 'webhook'>;
  /** Where Firstleg is found, without a slash at the end. */
  readonly baseUrl: string;
};

const MOST_IN_A_LETTER = 1_000;
const MOST_AT_ONCE = 50;
/** A receiver that failed so often in a row is left in peace for a while. */
const MOST_FAILURES = 3;

/**
 * Carries what waits for a channel. A sending is written down before it goes and keeps its number,
 * so that what a crash interrupts goes again as the same one; each notice is in one sending alone.
 */
export async function carryChannel(
  carrier: Carrier,
  channelId: string,
): Promise<{ readonly again?: number }> {
  const { db, clock } = carrier;
  const row = await db.noticeChannel.findUnique({ where: { id: channelId } });
  if (!row) return {};
  const channel = channelFacts(row);
  const { workspaceId, userId } = channel;
  // Who left the workspace hears no more of it.
  const member = await db.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
  });
  if (!member) return {};
  const nextLetterAt = await makeSendings(carrier, channel);
  const due = await db.noticeSending.findMany({
    where: { channelId, state: 'waiting', nextAt: { lte: new Date(clock.now()) } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_AT_ONCE,
    include: SENDING_WITH_NOTICES,
  });
  let failures = 0;
  for (const sending of due) {
    const code = row.codeSealed === null ? undefined : openPart(row.id, 'code', row.codeSealed);
    const secret = row.secretSealed === null ? '' : openPart(row.id, 'secret', row.secretSealed);
    const carried = await send(carrier, { channel, sending, code, secret });
    await note(carrier, channel, sending, carried);
    failures = carried.ok ? 0 : failures + 1;
    if (failures >= MOST_FAILURES) break;
  }
  return againAt(carrier, channelId, { nextLetterAt, isResting: failures >= MOST_FAILURES });
}

/** Makes sendings out of what waits; says when the next letter may be made. */
async function makeSendings(
  { db, clock }: Carrier,
  channel: ChannelFacts,
): Promise<Instant | undefined> {
  const now = clock.now();
  const isLetter = channel.channel === 'email';
  let nextLetterAt: Instant | undefined;
  for (const waiting of await waitingKinds(db, channel.id)) {
    const dueAt = isLetter ? letterDueAt(waiting) : now;
    if (dueAt > now) {
      nextLetterAt = Math.min(nextLetterAt ?? dueAt, dueAt);
      continue;
    }
    const { kind } = waiting;
    const most = isLetter ? MOST_IN_A_LETTER : MOST_AT_ONCE;
    const ids = await waitingNotices(db, { channelId: channel.id, kind }, most);
    const bundles = isLetter ? [ids] : ids.map((id) => [id]);
    await transaction(db, async (tx) => {
      for (const bundle of bundles) {
        const id = crypto.randomUUID();
        await tx.noticeSending.create({
          data: {
            id,
            workspaceId: channel.workspaceId,
            channelId: channel.id,
            kind,
            state: 'waiting',
            problems: [],
            createdAt: new Date(now),
            nextAt: new Date(now),
          },
        });
        await tx.noticeDelivery.updateMany({
          where: { channelId: channel.id, noticeId: { in: [...bundle] }, sendingId: null },
          data: { sendingId: id },
        });
      }
    });
    // There may be more of the kind than one go takes.
    if (ids.length === most) nextLetterAt = now;
  }
  return nextLetterAt;
}

type Load = {
  readonly channel: ChannelFacts;
  readonly sending: SendingRow;
  readonly code: string | undefined;
  readonly secret: string;
};

function send({ post, clock, baseUrl }: Carrier, load: Load): Promise<Carried> {
  const { channel, sending, code, secret } = load;
  const { id, kind, deliveries } = sending;
  const { target, locale } = channel;
  const notices = deliveries.map(({ notice }) => told(notice));
  if (channel.channel === 'email') {
    const letter = isNoticeKind(kind)
      ? noticeLetter({ locale, kind, notices, baseUrl })
      : testLetter(locale, { code, baseUrl });
    return post.mail({ id, to: target, ...letter });
  }
  const [notice] = notices;
  return post.webhook({
    id,
    url: target,
    secret,
    at: clock.now(),
    body: JSON.stringify({
      type: `notice.${kind}`,
      timestamp: new Date(notice?.at ?? sending.createdAt.getTime()).toISOString(),
      data: notice ? webhookData(notice, baseUrl) : {},
    }),
  });
}

function webhookData({ subjectId, marketplaceId, facts }: ToldNotice, baseUrl: string) {
  const { shipBy, ...rest } = facts;
  return {
    marketplaceId,
    ...(subjectId !== '' && { orderId: subjectId, url: `${baseUrl}/orders/${subjectId}` }),
    ...(typeof shipBy === 'number' && { shipBy: new Date(shipBy).toISOString() }),
    ...rest,
  };
}

function told(row: SendingRow['deliveries'][number]['notice']): ToldNotice {
  return {
    // Written by `insertNotices` alone.
    kind: row.kind as ToldNotice['kind'],
    marketplaceId: row.marketplaceId,
    subjectId: row.subjectId,
    facts: row.facts as ToldNotice['facts'],
    at: row.at.getTime(),
  };
}

async function note(
  { db, clock }: Carrier,
  channel: ChannelFacts,
  sending: SendingRow,
  carried: Carried,
): Promise<void> {
  const now = clock.now();
  const attempts = sending.attempts + 1;
  const isOver = !carried.ok && (carried.isFinal || attempts >= MOST_ATTEMPTS);
  await transaction(db, async (tx) => {
    await tx.noticeSending.updateMany({
      where: { id: sending.id, state: 'waiting' },
      data: carried.ok
        ? { state: 'sent', attempts, problems: [], sentAt: new Date(now) }
        : {
            state: isOver ? 'failed' : 'waiting',
            attempts,
            problems: toJson([carried.problem]),
            nextAt: new Date(now + waitAfter(attempts)),
          },
    });
    // A webhook that took its test message is known to work; an e-mail address is confirmed by code.
    if (carried.ok && sending.kind === TEST_KIND && channel.channel === 'webhook')
      await tx.noticeChannel.updateMany({
        where: { id: channel.id, verifiedAt: null },
        data: { verifiedAt: new Date(now) },
      });
  });
}

const RESTING_SECONDS = 30;

async function againAt(
  { db, clock }: Carrier,
  channelId: string,
  { nextLetterAt, isResting }: { nextLetterAt: Instant | undefined; isResting: boolean },
): Promise<{ readonly again?: number }> {
  const next = await db.noticeSending.findFirst({
    where: { channelId, state: 'waiting' },
    orderBy: { nextAt: 'asc' },
    select: { nextAt: true },
  });
  const due = [nextLetterAt, next?.nextAt.getTime()].filter((at) => at !== undefined);
  if (due.length === 0) return {};
  const seconds = Math.ceil((Math.min(...due) - clock.now()) / SECOND);
  return { again: Math.max(isResting ? RESTING_SECONDS : 1, seconds) };
}
