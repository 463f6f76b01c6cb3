import type { Context } from '#lib/context/server';
import { type Db, type Prisma, toJson } from '#lib/db';
import { type Instant, optional, type Problem } from '#lib/kernel';

export type SyncState = {
  readonly updatedThrough?: Instant;
  readonly window?: { readonly from: Instant; readonly until: Instant };
  readonly pageToken?: string;
  readonly pageTokenAt?: Instant;
  readonly reportId?: string;
  readonly syncedAt?: Instant;
  readonly reportedAt?: Instant;
  /** Amazon does not tell buyers to this application: the role for personal data is missing. */
  readonly isRoleMissing: boolean;
  readonly problems: readonly Problem[];
};

const UNKNOWN: SyncState = { isRoleMissing: false, problems: [] };

export async function readSync(context: Context, marketplaceId: string): Promise<SyncState> {
  const row = await context.db.orderSync.findFirst({
    where: { connectionId: context.connection.id, marketplaceId, workspaceId: context.workspaceId },
  });
  if (!row) return UNKNOWN;
  const { windowFrom, windowUntil } = row;
  return {
    ...optional('updatedThrough', row.updatedThrough?.getTime()),
    ...(windowFrom && windowUntil
      ? { window: { from: windowFrom.getTime(), until: windowUntil.getTime() } }
      : {}),
    ...optional('pageToken', row.pageToken ?? undefined),
    ...optional('pageTokenAt', row.pageTokenAt?.getTime()),
    ...optional('reportId', row.reportId ?? undefined),
    ...optional('syncedAt', row.syncedAt?.getTime()),
    ...optional('reportedAt', row.reportedAt?.getTime()),
    isRoleMissing: row.isRoleMissing,
    // Written by `writeSync` alone.
    problems: row.problems as unknown as readonly Problem[],
  };
}

const date = (at: Instant | undefined) => (at === undefined ? null : new Date(at));

export async function writeSync(
  context: Context,
  marketplaceId: string,
  state: SyncState,
): Promise<void> {
  const data = {
    updatedThrough: date(state.updatedThrough),
    windowFrom: date(state.window?.from),
    windowUntil: date(state.window?.until),
    pageToken: state.pageToken ?? null,
    pageTokenAt: date(state.pageTokenAt),
    reportId: state.reportId ?? null,
    syncedAt: date(state.syncedAt),
    reportedAt: date(state.reportedAt),
    isRoleMissing: state.isRoleMissing,
    problems: toJson(state.problems),
  } satisfies Prisma.OrderSyncUpdateInput;
  const key = { connectionId: context.connection.id, marketplaceId };
  await context.db.orderSync.upsert({
    where: { connectionId_marketplaceId: key },
    create: { ...key, workspaceId: context.workspaceId, ...data },
    update: data,
  });
}

/** Orders that are known in part only, the most urgent first. */
export async function partialOrders(
  context: Context,
  marketplaceId: string,
  most: number,
): Promise<readonly string[]> {
  const rows = await context.db.order.findMany({
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      isPartial: true,
    },
    orderBy: [{ shipBy: 'asc' }, { id: 'asc' }],
    take: most,
    select: { orderId: true },
  });
  return rows.map(({ orderId }) => orderId);
}

/** Every store whose orders are to be looked after. */
export async function storesWithOrders(
  db: Db,
): Promise<readonly { readonly connectionId: string; readonly marketplaceId: string }[]> {
  const rows = await db.connection.findMany({ select: { id: true, marketplaceIds: true } });
  return rows.flatMap(({ id, marketplaceIds }) =>
    marketplaceIds.map((marketplaceId) => ({ connectionId: id, marketplaceId })),
  );
}
