import { DAY } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { handler, list, listOf, one, whole } from '../call.ts';
import type { FeedRecord } from '../entities.ts';
import { digestOf } from '../hash.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { pageOf } from '../paging.ts';
import { DOCUMENT_URL_MS, keepFile, presign, presignUpload } from '../presign.ts';
import { delayOf, stamp, type Turn } from '../turn.ts';
import { PROCESSORS } from './processors.ts';

const createFeedDocument = handler(
  'feeds',
  'createFeedDocument',
  { body: z.object({ contentType: z.string().min(1) }) },
  (turn, { body, seller, origin }) => {
    const earlier = turn.world.having('upload', `seller ${seller.id}`).length;
    const id = turn.dice.id('', 'upload', seller.id, String(earlier));
    turn.world.put('upload', { id, sellerId: seller.id, contentType: body.contentType });
    const url = presignUpload(turn, origin, id, DOCUMENT_URL_MS);
    return accepted({ feedDocumentId: id, url }, 201);
  },
);

const CreateFeed = z.object({
  feedType: z.string().min(1),
  marketplaceIds: z.array(z.string()).min(1).max(25),
  inputFeedDocumentId: z.string().min(1),
  feedOptions: z.record(z.string(), z.string()).optional(),
});

const createFeed = handler(
  'feeds',
  'createFeed',
  { body: CreateFeed },
  (turn, { body, seller }) => {
    if (!PROCESSORS.has(body.feedType))
      return badRequest('feeds', `Feed type ${body.feedType} is not supported.`);
    const upload = turn.world.read('upload', body.inputFeedDocumentId);
    if (upload?.sellerId !== seller.id)
      return badRequest('feeds', `Invalid input feed document ${body.inputFeedDocumentId}.`);
    const id = String(Number.parseInt(digestOf([upload.id, body]).slice(0, 12), 16));
    if (turn.world.read('feed', id)) return badRequest('feeds', 'The document was used already.');
    const startedAt = turn.now + delayOf(turn, id, 'queue');
    const completesAt = startedAt + delayOf(turn, id, 'work');
    const feed: FeedRecord = {
      id,
      sellerId: seller.id,
      feedType: body.feedType,
      marketplaceIds: body.marketplaceIds,
      uploadId: upload.id,
      createdAt: turn.now,
      startedAt,
      completesAt,
      status: 'IN_QUEUE',
    };
    turn.world.put('feed', feed);
    turn.schedule({ at: completesAt, kind: 'feed', ref: id });
    return accepted({ feedId: id }, 202);
  },
);

/** Works a feed off at its time; one without a file is fatal. */
export function completeFeed(turn: Turn, id: string): void {
  const feed = turn.world.read('feed', id);
  if (feed?.status !== 'IN_QUEUE') return;
  const text = turn.world.read('upload', feed.uploadId)?.text;
  const report = text === undefined ? undefined : PROCESSORS.get(feed.feedType)?.(turn, feed, text);
  if (report === undefined) {
    turn.world.put('feed', { ...feed, status: 'FATAL' });
    return;
  }
  const fileId = keepFile(turn, {
    sellerId: feed.sellerId,
    content: { of: 'report', text: report },
  });
  turn.world.put('feed', { ...feed, status: 'DONE', fileId });
}

const getFeed = handler('feeds', 'getFeed', {}, (turn, { parameters, seller }) => {
  const feed = turn.world.read('feed', parameters['feedId'] ?? '');
  if (feed?.sellerId !== seller.id) return notFound('Feed was not found.');
  return accepted(feedView(turn, feed));
});

const cancelFeed = handler('feeds', 'cancelFeed', {}, (turn, { parameters, seller }) => {
  const feed = turn.world.read('feed', parameters['feedId'] ?? '');
  if (feed?.sellerId !== seller.id) return notFound('Feed was not found.');
  if (statusOf(turn, feed) !== 'IN_QUEUE')
    return badRequest('feeds', 'Only feeds that are IN_QUEUE can be cancelled.');
  turn.world.put('feed', { ...feed, status: 'CANCELLED', completesAt: turn.now });
  return { status: 200 };
});

const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;

const GetFeeds = z.object({
  feedTypes: list(10).optional(),
  marketplaceIds: list(10).optional(),
  pageSize: whole(1, 100).optional(),
  processingStatuses: listOf(STATUSES).optional(),
  createdSince: one.pipe(Timestamp).optional(),
  createdUntil: one.pipe(Timestamp).optional(),
  nextToken: one.optional(),
});

const getFeeds = handler('feeds', 'getFeeds', { query: GetFeeds }, (turn, call) => {
  const { query, seller } = call;
  const given = Object.values(query).filter((value) => value !== undefined);
  if (query.nextToken !== undefined && given.length > 1)
    return badRequest('feeds', 'nextToken must be the only parameter.');
  if (query.nextToken === undefined && !query.feedTypes)
    return badRequest('feeds', 'Either feedTypes or nextToken is required.');
  const since = query.createdSince ?? turn.now - 90 * DAY;
  const found = turn.world
    .having('feed', `seller ${seller.id}`)
    .flatMap((id) => turn.world.read('feed', id) ?? [])
    .filter(
      (feed) =>
        (query.feedTypes?.includes(feed.feedType) ?? true) &&
        (query.processingStatuses?.includes(statusOf(turn, feed)) ?? true) &&
        feed.createdAt >= since &&
        feed.createdAt <= (query.createdUntil ?? turn.now),
    )
    .reverse();
  const paged = pageOf(
    turn,
    {
      api: 'feeds',
      operation: 'getFeeds',
      sellerId: seller.id,
      filters: '',
      pageSize: query.pageSize ?? 10,
      token: query.nextToken,
    },
    found,
  );
  if ('answer' in paged) return paged.answer;
  return accepted({
    feeds: paged.page.items.map((feed) => feedView(turn, feed)),
    ...(paged.page.nextToken ? { nextToken: paged.page.nextToken } : {}),
  });
});

const getFeedDocument = handler(
  'feeds',
  'getFeedDocument',
  {},
  (turn, { parameters, seller, origin }) => {
    const id = parameters['feedDocumentId'] ?? '';
    const file = turn.world.read('file', id);
    if (file?.sellerId !== seller.id || file.content.of !== 'report')
      return notFound('Feed document was not found.');
    const url = presign(turn, origin, id, DOCUMENT_URL_MS);
    return accepted({ feedDocumentId: id, url, compressionAlgorithm: 'GZIP' });
  },
);

export const FEEDS_HANDLERS = [
  createFeedDocument,
  createFeed,
  getFeed,
  cancelFeed,
  getFeeds,
  getFeedDocument,
];

function statusOf(turn: Turn, feed: FeedRecord): (typeof STATUSES)[number] {
  if (feed.status !== 'IN_QUEUE') return feed.status;
  return turn.now >= feed.startedAt ? 'IN_PROGRESS' : 'IN_QUEUE';
}

function feedView(turn: Turn, feed: FeedRecord): Record<string, unknown> {
  const status = statusOf(turn, feed);
  return {
    feedId: feed.id,
    feedType: feed.feedType,
    marketplaceIds: feed.marketplaceIds,
    createdTime: stamp(turn, feed.createdAt),
    processingStatus: status,
    ...(status === 'IN_QUEUE' ? {} : { processingStartTime: stamp(turn, feed.startedAt) }),
    ...(feed.status === 'IN_QUEUE' ? {} : { processingEndTime: stamp(turn, feed.completesAt) }),
    ...(feed.fileId ? { resultFeedDocumentId: feed.fileId } : {}),
  };
}
