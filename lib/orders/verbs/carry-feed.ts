import type { Context } from '#lib/context/server';
import { readProcessingReport } from '#lib/flat-files';
import { MINUTE, problem, type Problem, SECOND } from '#lib/kernel';
import { insertNotices } from '#lib/notices/server';
import type { AmazonAnswer } from '#lib/sp-api';
import {
  ADJUSTMENT_FEED,
  type AdjustmentMessage,
  CANCELLATION_FEED,
  type Cancellation,
  type Cells,
  FEED_CONTENT_TYPE,
  writeAdjustments,
  writeCancellations,
  writeConfirmations,
} from '../amazon/write-feeds.ts';
import { refusedRows } from '../core/refused-rows.ts';
import {
  closeFeed,
  type FeedMessage,
  type FeedRow,
  lastSentAt,
  readFeed,
  sealFeed,
} from '../store/feed-store.ts';
import { asOrder } from '../store/order-row.ts';
import { isPassing, problemOf } from './failure.ts';
import { syncOrders } from './sync-orders.ts';

/** `createFeed` may be called once in two minutes (Feeds 2021-06-30). */
const FEED_EVERY_MS = 2 * MINUTE;
const POLL_SECONDS = 20;

/** Carries a file on by one step: written, uploaded, worked off, and its report read. */
export async function carryFeed(
  context: Context,
  feedId: string,
): Promise<{ readonly again?: number }> {
  const feed = await readFeed(context, feedId);
  if (!feed || feed.state === 'done' || feed.state === 'failed') return {};
  if (feed.amazonFeedId !== null) return readOutcome(context, feed, feed.amazonFeedId);
  const now = context.clock.now();
  const wait = ((await lastSentAt(context, feed.feedType)) ?? 0) + FEED_EVERY_MS - now;
  if (feed.state === 'waiting' && wait > 0) return { again: Math.ceil(wait / SECOND) };
  return send(context, feed);
}

async function send(context: Context, feed: FeedRow): Promise<{ readonly again?: number }> {
  const messages = await sealFeed(context, feed);
  const isLost = feed.documentId !== null;
  const found = isLost ? await findLostFeed(context, feed) : undefined;
  if (found !== undefined) return keepFeedId(context, feed, found);
  const document = await putDocument(context, textOf(feed.feedType, messages));
  if (!document.ok) return failOrWait(context, feed, messages, document.failure);
  await context.db.orderFeed.update({
    where: { id: feed.id },
    data: { documentId: document.value, sentAt: new Date(context.clock.now()) },
  });
  const made = await context.amazon.feeds.createFeed({
    body: {
      feedType: feed.feedType,
      marketplaceIds: [feed.marketplaceId],
      inputFeedDocumentId: document.value,
    },
  });
  if (made.ok) return keepFeedId(context, feed, made.value.feedId);
  if (made.failure.uncertain) return { again: POLL_SECONDS };
  return failOrWait(context, feed, messages, made.failure);
}

async function keepFeedId(context: Context, feed: FeedRow, amazonFeedId: string) {
  await context.db.orderFeed.update({
    where: { id: feed.id },
    data: { amazonFeedId, state: 'sent' },
  });
  return { again: POLL_SECONDS };
}

async function putDocument(context: Context, text: string): Promise<AmazonAnswer<string>> {
  const made = await context.amazon.feeds.createFeedDocument({
    body: { contentType: FEED_CONTENT_TYPE },
  });
  if (!made.ok) return made;
  const { feedDocumentId, url } = made.value;
  const put = await context.amazon.upload(url, {
    contentType: FEED_CONTENT_TYPE,
    bytes: new TextEncoder().encode(text),
  });
  return put.ok ? { ok: true, value: feedDocumentId } : put;
}

/** A file whose answer was lost: the one that Amazon got since and that is none of ours. */
async function findLostFeed(context: Context, feed: FeedRow): Promise<string | undefined> {
  const since = (feed.sentAt ?? feed.createdAt).getTime() - SECOND;
  const answer = await context.amazon.feeds.getFeeds({
    feedTypes: [feed.feedType],
    createdSince: new Date(since).toISOString(),
    pageSize: 100,
  });
  if (!answer.ok) return undefined;
  const ours = await context.db.orderFeed.findMany({
    where: {
      connectionId: feed.connectionId,
      feedType: feed.feedType,
      amazonFeedId: { not: null },
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: { amazonFeedId: true },
  });
  const known = new Set(ours.map(({ amazonFeedId }) => amazonFeedId));
  return answer.value.feeds.find(({ feedId }) => !known.has(feedId))?.feedId;
}

function textOf(feedType: string, messages: readonly FeedMessage[]): string {
  // What stands in a message is written by the verb of its kind alone.
  if (feedType === CANCELLATION_FEED)
    return writeCancellations(
      messages.map(({ input }) => input as unknown as Cancellation),
      (orderId) => {
        const row = messages.find(({ order }) => order.orderId === orderId)?.order;
        return row ? asOrder(row).items.map(({ orderItemId }) => orderItemId) : [];
      },
    );
  if (feedType === ADJUSTMENT_FEED)
    return writeAdjustments(
      messages.map(({ input, order }) => ({
        orderId: order.orderId,
        adjustment: input as unknown as AdjustmentMessage,
      })),
    );
  return writeConfirmations(messages.map(({ input }) => input as unknown as Cells));
}

async function readOutcome(
  context: Context,
  feed: FeedRow,
  amazonFeedId: string,
): Promise<{ readonly again?: number }> {
  const answer = await context.amazon.feeds.getFeed({ feedId: amazonFeedId });
  if (!answer.ok) return { again: POLL_SECONDS };
  const { processingStatus, resultFeedDocumentId } = answer.value;
  if (processingStatus === 'IN_QUEUE' || processingStatus === 'IN_PROGRESS')
    return { again: POLL_SECONDS };
  const messages = await sealFeed(context, feed);
  if (processingStatus !== 'DONE' || resultFeedDocumentId === undefined)
    return fail(
      context,
      feed,
      messages,
      problem('feed-not-worked-off', { status: processingStatus }),
    );
  const document = await context.amazon.feeds.getFeedDocument({
    feedDocumentId: resultFeedDocumentId,
  });
  if (!document.ok) return { again: POLL_SECONDS };
  const bytes = await context.amazon.download(
    document.value.url,
    document.value.compressionAlgorithm,
  );
  if (!bytes.ok) return { again: POLL_SECONDS };
  const report = readProcessingReport(bytes.value);
  if (!report.ok) return fail(context, feed, messages, ...report.problems);
  const rows = messages.map(({ id, input, order: { orderId } }) => ({
    id,
    orderId,
    orderItemId: itemOf(input),
  }));
  const refused = refusedRows(rows, report.value);
  await close(context, feed, { state: 'done', problems: [], refused });
  return {};
}

function itemOf(input: unknown): string {
  const named = input as Readonly<Record<string, string | undefined>>;
  return named['order-item-id'] ?? named['orderItemId'] ?? '';
}

async function failOrWait(
  context: Context,
  feed: FeedRow,
  messages: readonly FeedMessage[],
  failure: Parameters<typeof problemOf>[0],
): Promise<{ readonly again?: number }> {
  if (isPassing(failure)) return { again: 60 };
  return fail(context, feed, messages, problemOf(failure));
}

async function fail(
  context: Context,
  feed: FeedRow,
  messages: readonly FeedMessage[],
  ...problems: readonly Problem[]
): Promise<{ readonly again?: number }> {
  const refused = new Map(messages.map(({ id }) => [id, problems]));
  await close(context, feed, { state: 'failed', problems, refused });
  return {};
}

async function close(
  context: Context,
  feed: FeedRow,
  outcome: Parameters<typeof closeFeed>[2],
): Promise<void> {
  const { id, marketplaceId } = feed;
  const count = outcome.refused.size;
  await closeFeed(context, feed, outcome, async (tx) => {
    if (count === 0) return;
    const notice = {
      marketplaceId,
      subjectId: '',
      kind: 'feed-refused' as const,
      facts: { count },
    };
    await insertNotices(tx, context, [{ ...notice, dedupe: `feed-refused ${id}` }]);
  });
  await syncOrders(context, marketplaceId);
}
