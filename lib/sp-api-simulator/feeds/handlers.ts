import { DAY } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest } from '../answer.ts';
import { handler } from '../call.ts';
import { completeJob, type Family, jobHandlers, queueJob } from '../documents/jobs.ts';
import { digestOf } from '../hash.ts';
import { DOCUMENT_URL_MS, presignUpload } from '../presign.ts';
import type { Turn } from '../turn.ts';
import { PROCESSORS } from './kinds.ts';

const FEEDS: Family<'feed'> = {
  kind: 'feed',
  api: 'feeds',
  noun: 'Feed',
  typeOf: (feed) => feed.feedType,
  view: () => ({}),
  documentKey: 'resultFeedDocumentId',
  without: 'FATAL',
  // Results of feeds are kept for 28 days (feeds 2021-06-30, checked 2026-11-23).
  documentLivesMs: 28 * DAY,
};

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
    turn.world.put('feed', {
      id,
      sellerId: seller.id,
      feedType: body.feedType,
      marketplaceIds: body.marketplaceIds,
      uploadId: upload.id,
      ...queueJob(turn, 'feed', id),
    });
    return accepted({ feedId: id }, 202);
  },
);

/** Works a feed off at its time; one without a file is fatal. */
export function completeFeed(turn: Turn, id: string): void {
  completeJob(turn, FEEDS, id, (feed) => {
    const file = turn.world.read('upload', feed.uploadId)?.text;
    const text = file === undefined ? undefined : PROCESSORS.get(feed.feedType)?.(turn, feed, file);
    return text === undefined ? undefined : { text };
  });
}

export const FEEDS_HANDLERS = [createFeedDocument, createFeed, ...jobHandlers(FEEDS)];
