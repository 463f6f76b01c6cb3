import { DAY, type Instant, MINUTE } from '#lib/kernel';
import { z } from 'zod';

import { accepted, type Answer, badRequest, notFound } from '../answer.ts';
import { handler, list, listOf, one, whole } from '../call.ts';
import { Timestamp } from '../inbound/schemas.ts';
import { pageOf } from '../paging.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Order } from './entities.ts';
import { INCLUDABLE, orderView, STATUSES } from './view-2026.ts';

const Search = z.object({
  createdAfter: one.pipe(Timestamp).optional(),
  createdBefore: one.pipe(Timestamp).optional(),
  lastUpdatedAfter: one.pipe(Timestamp).optional(),
  lastUpdatedBefore: one.pipe(Timestamp).optional(),
  fulfillmentStatuses: listOf(STATUSES).optional(),
  marketplaceIds: list(50).optional(),
  fulfilledBy: listOf(['MERCHANT', 'AMAZON']).optional(),
  maxResultsPerPage: whole(1, 100).optional(),
  paginationToken: one.optional(),
  includedData: listOf(INCLUDABLE).optional(),
});

const searchOrders = handler('orders', 'searchOrders', { query: Search }, (turn, call) => {
  const { query, seller } = call;
  const span = readSpan(turn, {
    created: [query.createdAfter, query.createdBefore],
    updated: [query.lastUpdatedAfter, query.lastUpdatedBefore],
  });
  if ('refusal' in span) return badRequest('orders', span.refusal);
  const found = () =>
    ordersOf(turn, seller.id, span).filter(
      (order) =>
        (query.marketplaceIds?.includes(order.marketplaceId) ?? true) &&
        (query.fulfillmentStatuses?.includes(order.status) ?? true) &&
        (query.fulfilledBy?.includes('MERCHANT') ?? true),
    );
  // On later pages everything must be as on the first, but for the page size and what is included.
  const { maxResultsPerPage, includedData = [], paginationToken, ...filters } = query;
  const paged = pageOf(
    turn,
    {
      api: 'orders',
      operation: 'searchOrders',
      sellerId: seller.id,
      filters: JSON.stringify(filters),
      pageSize: maxResultsPerPage ?? 100,
      token: paginationToken,
      lifetimeMs: DAY,
    },
    found,
  );
  if ('answer' in paged) return paged.answer;
  const key = span.by === 'placedAt' ? 'createdBefore' : 'lastUpdatedBefore';
  return accepted({
    orders: paged.page.items.map((order) => orderView(turn, order, includedData)),
    ...(paged.page.nextToken ? { pagination: { nextToken: paged.page.nextToken } } : {}),
    [key]: stamp(turn, span.before),
  });
});

const getOrder = handler(
  'orders',
  'getOrder',
  { query: z.object({ includedData: listOf(INCLUDABLE).optional() }) },
  (turn, { query, seller, parameters }): Answer => {
    const order = turn.world.read('order', parameters['orderId'] ?? '');
    if (order?.sellerId !== seller.id) return notFound('The order was not found.');
    return accepted({ order: orderView(turn, order, query.includedData ?? []) });
  },
);

export const ORDERS_HANDLERS = [searchOrders, getOrder];

type Bounds = readonly [after: Instant | undefined, before: Instant | undefined];
export type Span = {
  readonly by: 'placedAt' | 'updatedAt';
  readonly after: Instant;
  readonly before: Instant;
};

const LATEST_MS = 2 * MINUTE;

/** Exactly one kind of time, and its end two minutes ago at the latest. */
export function readSpan(
  turn: Turn,
  { created, updated }: { readonly created: Bounds; readonly updated: Bounds },
): Span | { readonly refusal: string } {
  const [byCreation, byUpdate] = [created[0] !== undefined, updated[0] !== undefined];
  if (byCreation === byUpdate)
    return { refusal: 'Exactly one of createdAfter and lastUpdatedAfter is required.' };
  const [after = 0, before = turn.now - LATEST_MS] = byCreation ? created : updated;
  if (before > turn.now - LATEST_MS)
    return { refusal: 'The end of the time range must be at least two minutes in the past.' };
  if (after > before) return { refusal: 'The start of the time range must not be after its end.' };
  return { by: byCreation ? 'placedAt' : 'updatedAt', after, before };
}

export function ordersOf(turn: Turn, sellerId: string, span: Span): Order[] {
  const compare = (a: Order, b: Order) => a[span.by] - b[span.by] || (a.id < b.id ? -1 : 1);
  const found: Order[] = [];
  let sorted = true;
  for (const id of turn.world.having('order', `seller ${sellerId}`)) {
    const order = turn.world.read('order', id);
    if (!order || order[span.by] < span.after || order[span.by] > span.before) continue;
    const last = found.at(-1);
    if (last && compare(last, order) > 0) sorted = false;
    found.push(order);
  }
  // A hundred thousand orders mostly stand in the order in which they came.
  return sorted ? found : found.sort(compare);
}
