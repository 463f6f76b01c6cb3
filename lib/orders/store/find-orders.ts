import type { Context } from '#lib/context/server';
import { Prisma } from '#lib/db';
import { DAY, type Instant, optional } from '#lib/kernel';
import { deadlinesOf, type OrderDeadlines } from '../core/deadlines.ts';
import type { Order } from '../core/order.ts';
import { asOrder, type OrderRow, type Stage } from './order-row.ts';
import { searched } from './search-orders.ts';

export const ORDER_TABS = [
  'all',
  'pending',
  'unshipped',
  'late-risk',
  'cancel-asked',
  'partial',
  'shipped',
  'canceled',
] as const;
export type OrderTab = (typeof ORDER_TABS)[number];

export const ORDER_SORTS = ['ship-by', 'purchased', 'total'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

export type OrderQuery = {
  readonly marketplaceId: string;
  readonly tab: OrderTab;
  /** An order, SKU, ASIN or tracking number, or a name; results then come the newest first. */
  readonly search?: string;
  readonly program?: 'prime' | 'business';
  readonly purchasedFrom?: Instant;
  readonly purchasedUntil?: Instant;
  readonly sort: OrderSort;
  readonly descending: boolean;
  readonly pageSize: number;
  /** The cursor of the page before this one, or of the one after it. */
  readonly after?: string;
  readonly before?: string;
};

export type OrderSummary = {
  readonly id: string;
  readonly order: Order;
  readonly stage: Stage;
  readonly deadlines?: OrderDeadlines;
  readonly buyerState: string;
  readonly isPartial: boolean;
  readonly version: number;
};

export type OrderPage = {
  readonly orders: readonly OrderSummary[];
  readonly next?: string;
  readonly previous?: string;
};

const COLUMNS: Readonly<Record<OrderSort, Prisma.Sql>> = {
  'ship-by': Prisma.sql`o."dueAt"`,
  purchased: Prisma.sql`o."purchasedAt"`,
  total: Prisma.sql`o."totalMinor"`,
};

/** What a list shows; the sealed buyer is left where it is. */
type ListedRow = Placed & Pick<OrderRow, 'stage' | 'doc' | 'buyerState' | 'isPartial' | 'version'>;
const LISTED = Prisma.sql`o."id", o."stage", o."doc", o."buyerState", o."isPartial", o."version",
  o."totalMinor", o."dueAt", o."purchasedAt"`;

/** One page of orders. Pages follow each other by cursor, so the last is as quick as the first. */
export async function findOrders(context: Context, query: OrderQuery): Promise<OrderPage> {
  const now = context.clock.now();
  const isBackward = query.before !== undefined;
  const cursor = readCursor(query.before ?? query.after);
  const sort = query.search === undefined ? query.sort : 'purchased';
  const isDescending = (query.search === undefined ? query.descending : true) !== isBackward;
  const column = COLUMNS[sort];
  const direction = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  const conditions = conditionsOf(context, query, now);
  const where = [
    ...conditions,
    ...(cursor
      ? [Prisma.sql`(${column}, o."id") ${beyond} (${valueOf(sort, cursor)}, ${cursor.id})`]
      : []),
  ];
  const limit = query.pageSize + 1;
  const source =
    query.search === undefined
      ? isShortSpan(query) && sort === 'ship-by'
        ? withinSpan(where, direction, limit)
        : Prisma.sql`"Order" o`
      : await searched(
          context,
          {
            marketplaceId: query.marketplaceId,
            search: query.search,
            where: conditions,
            ...optional('stages', stagesOf(query.tab)),
          },
          {
            limit,
            isDescending,
            ...optional('cursor', cursor && { at: new Date(Number(cursor.value)), id: cursor.id }),
          },
        );
  const rows = await context.db.$queryRaw<ListedRow[]>`
    SELECT ${LISTED} FROM ${source}
    WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY ${column} ${direction}, o."id" ${direction}
    LIMIT ${limit}`;
  const hasMore = rows.length > query.pageSize;
  const shown = rows.slice(0, query.pageSize);
  if (isBackward) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    orders: shown.map((row) => summaryOf(row, now)),
    ...optional('next', last && (isBackward || hasMore) ? cursorOf(sort, last) : undefined),
    ...optional(
      'previous',
      first && (isBackward ? hasMore : cursor !== undefined) ? cursorOf(sort, first) : undefined,
    ),
  };
}

/** Up to two months are read from the index and then sorted; more are walked in their order. */
function isShortSpan({ purchasedFrom = 0, purchasedUntil = Infinity }: OrderQuery): boolean {
  return purchasedUntil - purchasedFrom <= 62 * DAY;
}

/**
 * Orders bought within some days, by ship-by. What is bought earlier is due earlier, which the
 * planner does not know: left to itself it walks past every order due since to find these.
 */
function withinSpan(
  where: readonly Prisma.Sql[],
  direction: Prisma.Sql,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`"Order" o JOIN (
    WITH hit AS MATERIALIZED (
      SELECT o."id", o."dueAt" FROM "Order" o WHERE ${Prisma.join([...where], ' AND ')}
    )
    SELECT "id" FROM hit ORDER BY "dueAt" ${direction}, "id" ${direction} LIMIT ${limit}
  ) AS page ON page."id" = o."id"`;
}

/** The ids of all orders that a query means, for a selection across pages. */
export async function selectOrders(
  context: Context,
  query: Omit<OrderQuery, 'after' | 'before' | 'pageSize'>,
  most = 5_000,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ids.length < most;) {
    const page = await findOrders(context, {
      ...query,
      pageSize: 500,
      ...optional('after', after),
    });
    ids.push(...page.orders.map(({ id }) => id));
    after = page.next;
    if (after === undefined) break;
  }
  return ids.slice(0, most);
}

function summaryOf(row: ListedRow, now: Instant): OrderSummary {
  const order = asOrder(row);
  return {
    id: row.id,
    order,
    // Written by `columnsOf` alone.
    stage: row.stage as Stage,
    ...optional('deadlines', deadlinesOf(order, now)),
    buyerState: row.buyerState,
    isPartial: row.isPartial,
    version: row.version,
  };
}

function conditionsOf(context: Context, query: OrderQuery, now: Instant): readonly Prisma.Sql[] {
  const { program, purchasedFrom, purchasedUntil } = query;
  return [
    Prisma.sql`o."connectionId" = ${context.connection.id}`,
    Prisma.sql`o."workspaceId" = ${context.workspaceId}`,
    Prisma.sql`o."marketplaceId" = ${query.marketplaceId}`,
    ...tabConditions(query.tab, now),
    ...(program === 'prime' ? [Prisma.sql`o."isPrime"`] : []),
    ...(program === 'business' ? [Prisma.sql`o."isBusiness"`] : []),
    ...(purchasedFrom === undefined
      ? []
      : [Prisma.sql`o."purchasedAt" >= ${new Date(purchasedFrom)}`]),
    ...(purchasedUntil === undefined
      ? []
      : [Prisma.sql`o."purchasedAt" < ${new Date(purchasedUntil)}`]),
  ];
}

const OPEN = Prisma.sql`o."stage" IN ('unshipped', 'partial')`;

/** The stages that a tab shows; all of them when undefined. */
function stagesOf(tab: OrderTab): readonly string[] | undefined {
  if (tab === 'all') return undefined;
  return tab === 'late-risk' || tab === 'cancel-asked' ? ['unshipped', 'partial'] : [tab];
}

function tabConditions(tab: OrderTab, now: Instant): readonly Prisma.Sql[] {
  switch (tab) {
    case 'all':
      return [];
    case 'late-risk':
      return [OPEN, Prisma.sql`o."dueAt" < ${new Date(now + DAY)}`];
    case 'cancel-asked':
      return [OPEN, Prisma.sql`o."isCancelAsked"`];
    default:
      return [Prisma.sql`o."stage" = ${tab}`];
  }
}

export type OrderCounts = Readonly<Record<OrderTab, number>>;

/** The numbers beside the tabs. Those of the stages are kept ready; the two others are few. */
export async function countOrders(context: Context, marketplaceId: string): Promise<OrderCounts> {
  const scope = { connectionId: context.connection.id, marketplaceId };
  const late = new Date(context.clock.now() + DAY);
  const open = {
    ...scope,
    workspaceId: context.workspaceId,
    stage: { in: ['unshipped', 'partial'] },
  };
  const [rows, lateRisk, cancelAsked] = await Promise.all([
    context.db.orderCount.findMany({ where: scope }),
    context.db.order.count({ where: { ...open, dueAt: { lt: late } } }),
    context.db.order.count({ where: { ...open, isCancelAsked: true } }),
  ]);
  const of = (stage: Stage) => rows.find((row) => row.stage === stage)?.count ?? 0;
  return {
    all: rows.reduce((sum, { count }) => sum + count, 0),
    pending: of('pending'),
    unshipped: of('unshipped'),
    'late-risk': lateRisk,
    'cancel-asked': cancelAsked,
    partial: of('partial'),
    shipped: of('shipped'),
    canceled: of('canceled'),
  };
}

type Cursor = { readonly value: string; readonly id: string };

type Placed = Pick<OrderRow, 'id' | 'totalMinor' | 'dueAt' | 'purchasedAt'>;

/** Where in a sorting an order stands; the page after it begins there. */
export function cursorOf(sort: OrderSort, row: Placed): string {
  const value = sort === 'total' ? row.totalMinor : timeOf(sort, row).getTime();
  return Buffer.from(`${value} ${row.id}`).toString('base64url');
}

function timeOf(sort: OrderSort, row: Placed): Date {
  return sort === 'ship-by' ? row.dueAt : row.purchasedAt;
}

/** What somebody made of the address is no cursor, and begins at the first page. */
function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const match = /^(-?\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  const [, value, id] = match ?? [];
  return value === undefined || id === undefined ? undefined : { value, id };
}

function valueOf(sort: OrderSort, { value }: Cursor): Date | number {
  return sort === 'total' ? Number(value) : new Date(Number(value));
}
