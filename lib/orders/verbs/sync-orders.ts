import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { enqueue } from '#lib/jobs';
import { DAY, MINUTE, ok, problem, refuse, type Result, SECOND } from '#lib/kernel';
import type { AmazonFailure } from '#lib/sp-api';
import {
  INCLUDED_DATA,
  INCLUDED_WITHOUT_BUYER,
  type OrderReading,
  readOrder,
} from '../amazon/read-order.ts';
import { saveReadings, type SavedReadings } from '../store/save-readings.ts';
import { partialOrders, readSync, type SyncState, writeSync } from '../store/sync-store.ts';
import { isPassing, problemOf } from './failure.ts';
import { noteHappenings } from './note-happenings.ts';

export const ORDERS_SYNC_JOB = 'orders.sync';

/** `searchOrders` may be called once in 179 seconds (Orders 2026-01-01), after a burst of twenty. */
export const SYNC_EVERY_SECONDS = 180;
const FIRST_LOOK_MS = 30 * DAY;
const OVERLAP_MS = 5 * MINUTE;
const TOKEN_LIVES_MS = DAY - 10 * MINUTE;
const PAGES_AT_ONCE = 10;
const ORDERS_AT_ONCE = 25;

export function syncKey(connectionId: string, marketplaceId: string): string {
  return `${connectionId} ${marketplaceId}`;
}

/** Begins to look after the orders of a store, or looks again at once. */
export async function syncOrders(
  context: Context,
  marketplaceId: string,
): Promise<Result<undefined>> {
  if (!context.connection.marketplaceIds.includes(marketplaceId))
    return refuse(problem('marketplace-not-connected', { marketplace: marketplaceId }));
  const connectionId = context.connection.id;
  const { workspaceId } = context;
  await transaction(context.db, async (tx) => {
    await tx.orderSync.upsert({
      where: { connectionId_marketplaceId: { connectionId, marketplaceId } },
      create: { connectionId, marketplaceId, workspaceId, problems: [] },
      update: {},
    });
    await writeAudit(tx, context, {
      objectType: 'order-sync',
      objectId: connectionId,
      verb: 'sync-orders',
      after: { marketplaceId },
    });
    const key = syncKey(connectionId, marketplaceId);
    await enqueue(tx, ORDERS_SYNC_JOB, { key }, { singletonKey: key });
  });
  return ok(undefined);
}

/**
 * Carries the synchronisation on from wherever it stands, and leaves the rest to the next time: what
 * was read is kept page by page.
 */
export async function carryOrdersSync(context: Context, marketplaceId: string): Promise<void> {
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const read = await readPage(context, marketplaceId);
    if (!read.ok) return noteFailure(context, marketplaceId, read.failure);
    if (read.isLast) break;
  }
  const failure = await fillIn(context, marketplaceId);
  if (failure) await noteFailure(context, marketplaceId, failure);
}

type PageRead =
  | { readonly ok: true; readonly isLast: boolean }
  | { readonly ok: false; readonly failure: AmazonFailure };

async function readPage(context: Context, marketplaceId: string): Promise<PageRead> {
  const state = await readSync(context, marketplaceId);
  const now = context.clock.now();
  const isFresh = state.pageTokenAt !== undefined && now - state.pageTokenAt < TOKEN_LIVES_MS;
  const token = isFresh ? state.pageToken : undefined;
  // On later pages all else must be as on the first (Orders 2026-01-01); so the window is kept.
  const window = (token === undefined ? undefined : state.window) ?? windowFrom(state, now);
  const answer = await context.amazon.orders.searchOrders({
    lastUpdatedAfter: new Date(window.from).toISOString(),
    lastUpdatedBefore: new Date(window.until).toISOString(),
    marketplaceIds: [marketplaceId],
    fulfilledBy: ['MERCHANT'],
    maxResultsPerPage: 100,
    includedData: [...(state.isRoleMissing ? INCLUDED_WITHOUT_BUYER : INCLUDED_DATA)],
    ...(token === undefined ? {} : { paginationToken: token }),
  });
  if (!answer.ok) {
    if (answer.failure.kind === 'unauthorized' && !state.isRoleMissing) {
      await writeSync(context, marketplaceId, { ...state, isRoleMissing: true });
      return { ok: true, isLast: false };
    }
    // A token that Amazon no longer takes is dropped, and the window begun anew.
    if (answer.failure.kind === 'rejected' && token !== undefined) {
      const { pageToken: _, ...rest } = state;
      await writeSync(context, marketplaceId, rest);
      return { ok: true, isLast: false };
    }
    return { ok: false, failure: answer.failure };
  }
  await take(
    context,
    answer.value.orders.flatMap((order) => readOrder(order) ?? []),
  );
  const next = answer.value.pagination?.nextToken;
  const { pageToken: _, pageTokenAt: __, window: ___, ...rest } = state;
  await writeSync(context, marketplaceId, {
    ...rest,
    problems: [],
    ...(next === undefined
      ? { updatedThrough: window.until, syncedAt: now }
      : { pageToken: next, pageTokenAt: now, window }),
  });
  return { ok: true, isLast: next === undefined };
}

function windowFrom({ updatedThrough }: SyncState, now: number) {
  // The end must lie two minutes back (Orders 2026-01-01).
  const until = Math.floor((now - 2 * MINUTE - SECOND) / SECOND) * SECOND;
  const from = updatedThrough === undefined ? now - FIRST_LOOK_MS : updatedThrough - OVERLAP_MS;
  return { from: Math.min(from, until), until };
}

/** Asks for the orders that are known only in part. */
async function fillIn(context: Context, marketplaceId: string): Promise<AmazonFailure | undefined> {
  const { isRoleMissing } = await readSync(context, marketplaceId);
  for (const orderId of await partialOrders(context, marketplaceId, ORDERS_AT_ONCE)) {
    const failure = await readOneOrder(context, orderId, { isRoleMissing });
    if (failure && isPassing(failure)) return failure;
  }
  return undefined;
}

/** Reads one order anew, the buyer too where the role for that is there. */
export async function readOneOrder(
  context: Context,
  orderId: string,
  { isRoleMissing = false } = {},
): Promise<AmazonFailure | undefined> {
  const answer = await context.amazon.orders.getOrder({
    orderId,
    includedData: [...(isRoleMissing ? INCLUDED_WITHOUT_BUYER : INCLUDED_DATA)],
  });
  if (!answer.ok) return answer.failure;
  const reading = readOrder(answer.value.order);
  if (reading) await take(context, [reading]);
  return undefined;
}

function take(context: Context, readings: readonly OrderReading[]): Promise<SavedReadings> {
  return saveReadings(context, readings, (tx, happenings) =>
    noteHappenings(tx, context, happenings),
  );
}

// What passes by itself is no news; the age of the last synchronisation shows it.
async function noteFailure(
  context: Context,
  marketplaceId: string,
  failure: AmazonFailure,
): Promise<void> {
  if (isPassing(failure)) return;
  const state = await readSync(context, marketplaceId);
  await writeSync(context, marketplaceId, { ...state, problems: [problemOf(failure)] });
}
