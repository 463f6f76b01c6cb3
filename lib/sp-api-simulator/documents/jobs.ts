import { DAY } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { denied } from '../auth.ts';
import { type Handler, handler, list, listOf, one, whole } from '../call.ts';
import type { DocumentJob, FileRecord, Tables } from '../entities.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { pageOf } from '../paging.ts';
import { DOCUMENT_URL_MS, keepFile, presign } from '../presign.ts';
import { delayOf, stamp, type Turn } from '../turn.ts';
import type { ReportText } from './report-text.ts';

type JobKind = 'feed' | 'report';

export type Family<K extends JobKind> = {
  readonly kind: K;
  readonly api: 'feeds' | 'reports';
  readonly noun: 'Feed' | 'Report';
  readonly typeOf: (job: Tables[K]) => string;
  /** The fields that only this family shows. */
  readonly view: (turn: Turn, job: Tables[K]) => object;
  readonly documentKey: string;
  /** What becomes of a job whose work yields nothing. */
  readonly without: 'CANCELLED' | 'FATAL';
  readonly documentLivesMs: number;
};

export const JOB_STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;

/** A job takes its place in the queue; its time will come. */
export function queueJob(turn: Turn, kind: JobKind, id: string) {
  const startedAt = turn.now + delayOf(turn, id, 'queue');
  const completesAt = startedAt + delayOf(turn, id, 'work');
  turn.schedule({ at: completesAt, kind, ref: id });
  return { createdAt: turn.now, startedAt, completesAt, status: 'IN_QUEUE' } as const;
}

/** Does the work of a job at its time and keeps what comes out of it. */
export function completeJob<K extends JobKind>(
  turn: Turn,
  family: Family<K>,
  id: string,
  work: (job: Tables[K]) => ReportText | undefined,
): void {
  const job = turn.world.read(family.kind, id);
  if (job?.status !== 'IN_QUEUE') return;
  const made = work(job);
  if (!made) {
    turn.world.put(family.kind, { ...job, status: family.without });
    return;
  }
  const content: FileRecord['content'] = { of: 'report', ...made };
  const expiresAt = turn.now + family.documentLivesMs;
  const fileId = keepFile(turn, { sellerId: job.sellerId, content }, expiresAt);
  turn.world.put(family.kind, { ...job, status: 'DONE', fileId });
}

export function jobStatus(turn: Turn, job: DocumentJob): (typeof JOB_STATUSES)[number] {
  if (job.status !== 'IN_QUEUE') return job.status;
  return turn.now >= job.startedAt ? 'IN_PROGRESS' : 'IN_QUEUE';
}

/** Looking at jobs, cancelling them and fetching their documents is the same for both families. */
export function jobHandlers<K extends JobKind>(family: Family<K>): Handler[] {
  return [getOne(family), cancelOne(family), getMany(family), getDocument(family)];
}

function find<K extends JobKind>(
  turn: Turn,
  family: Family<K>,
  sellerId: string,
  id = '',
): Tables[K] | undefined {
  const job = turn.world.read(family.kind, id);
  return job?.sellerId === sellerId ? job : undefined;
}

function getOne<K extends JobKind>(family: Family<K>): Handler {
  return handler(family.api, `get${family.noun}`, {}, (turn, { parameters, seller }) => {
    const job = find(turn, family, seller.id, parameters[`${family.kind}Id`]);
    return job ? accepted(viewOf(turn, family, job)) : notFound(`${family.noun} was not found.`);
  });
}

function cancelOne<K extends JobKind>(family: Family<K>): Handler {
  const { api, kind, noun } = family;
  return handler(api, `cancel${noun}`, {}, (turn, { parameters, seller }) => {
    const job = find(turn, family, seller.id, parameters[`${kind}Id`]);
    if (!job) return notFound(`${noun} was not found.`);
    if (jobStatus(turn, job) !== 'IN_QUEUE')
      return badRequest(api, `Only ${kind}s that are IN_QUEUE can be cancelled.`);
    turn.world.put(kind, { ...job, status: 'CANCELLED', completesAt: turn.now });
    return { status: 200 };
  });
}

const Listing = z.object({
  feedTypes: list(10).optional(),
  reportTypes: list(10).optional(),
  processingStatuses: listOf(JOB_STATUSES).optional(),
  marketplaceIds: list(10).optional(),
  pageSize: whole(1, 100).optional(),
  createdSince: one.pipe(Timestamp).optional(),
  createdUntil: one.pipe(Timestamp).optional(),
  nextToken: one.optional(),
});

const KEPT_MS = 90 * DAY;

function getMany<K extends JobKind>(family: Family<K>): Handler {
  const { api, kind, noun } = family;
  const operation = `get${noun}s`;
  return handler(api, operation, { query: Listing }, (turn, { query, seller }) => {
    const alone = Object.values(query).filter((value) => value !== undefined).length === 1;
    if (query.nextToken !== undefined && !alone)
      return badRequest(api, 'nextToken must be the only parameter.');
    const types = query[`${kind}Types`];
    if (query.nextToken === undefined && !types)
      return badRequest(api, `Either ${kind}Types or nextToken is required.`);
    const since = query.createdSince ?? turn.now - KEPT_MS;
    const found = turn.world
      .having(kind, `seller ${seller.id}`)
      .flatMap((id) => turn.world.read(kind, id) ?? [])
      .filter(
        (job) =>
          (types?.includes(family.typeOf(job)) ?? true) &&
          (query.processingStatuses?.includes(jobStatus(turn, job)) ?? true) &&
          (query.marketplaceIds?.some((id) => job.marketplaceIds.includes(id)) ?? true) &&
          job.createdAt >= since &&
          job.createdAt <= (query.createdUntil ?? turn.now),
      )
      .reverse();
    // The token stands alone, so nothing else can be bound to it.
    const asked = { api, operation, sellerId: seller.id, filters: '' };
    const size = { pageSize: query.pageSize ?? 10, token: query.nextToken };
    const paged = pageOf(turn, { ...asked, ...size }, found);
    if ('answer' in paged) return paged.answer;
    return accepted({
      [`${kind}s`]: paged.page.items.map((job) => viewOf(turn, family, job)),
      ...(paged.page.nextToken ? { nextToken: paged.page.nextToken } : {}),
    });
  });
}

function getDocument<K extends JobKind>(family: Family<K>): Handler {
  const { api, kind, noun } = family;
  return handler(api, `get${noun}Document`, {}, (turn, call) => {
    const id = call.parameters[`${kind}DocumentId`] ?? '';
    const file = turn.world.read('file', id);
    const over = (file?.expiresAt ?? turn.now) < turn.now;
    if (file?.sellerId !== call.seller.id || file.content.of !== 'report' || over)
      return notFound(`${noun} document was not found.`);
    if (file.content.restricted === true && call.dataElements === undefined)
      return denied('The document holds personal data and needs a restricted data token.');
    return accepted({
      [`${kind}DocumentId`]: id,
      url: presign(turn, call.origin, id, DOCUMENT_URL_MS),
      compressionAlgorithm: 'GZIP',
    });
  });
}

function viewOf<K extends JobKind>(turn: Turn, family: Family<K>, job: Tables[K]): object {
  const status = jobStatus(turn, job);
  return {
    [`${family.kind}Id`]: job.id,
    [`${family.kind}Type`]: family.typeOf(job),
    marketplaceIds: job.marketplaceIds,
    ...family.view(turn, job),
    createdTime: stamp(turn, job.createdAt),
    processingStatus: status,
    ...(status === 'IN_QUEUE' ? {} : { processingStartTime: stamp(turn, job.startedAt) }),
    ...(job.status === 'IN_QUEUE' ? {} : { processingEndTime: stamp(turn, job.completesAt) }),
    ...(job.fileId ? { [family.documentKey]: job.fileId } : {}),
  };
}
