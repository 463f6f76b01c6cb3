import type { Context } from '#lib/context/server';
import { type Db, toJson } from '#lib/db';
import { type Instant, optional, type Problem } from '#lib/kernel';

export type QueueState = {
  readonly destinationId?: string;
  readonly subscriptionId?: string;
  /** When Amazon was last asked whether the subscription stands. */
  readonly checkedAt?: Instant;
  readonly readAt?: Instant;
  /** When something last came through it. */
  readonly heardAt?: Instant;
  readonly problems: readonly Problem[];
};

type Place = Pick<Context, 'db' | 'workspaceId'> & {
  readonly connection: Pick<Context['connection'], 'id'>;
};

/** How the connection hears of changes; undefined where nobody has seen to it yet. */
export async function readQueueState({
  db,
  workspaceId,
  connection,
}: Place): Promise<QueueState | undefined> {
  const row = await db.changeQueue.findFirst({
    where: { connectionId: connection.id, workspaceId },
  });
  if (!row) return undefined;
  return {
    ...optional('destinationId', row.destinationId ?? undefined),
    ...optional('subscriptionId', row.subscriptionId ?? undefined),
    ...optional('checkedAt', row.checkedAt?.getTime()),
    ...optional('readAt', row.readAt?.getTime()),
    ...optional('heardAt', row.heardAt?.getTime()),
    // Written by `writeQueueState` alone.
    problems: row.problems as unknown as readonly Problem[],
  };
}

const date = (at: Instant | undefined) => (at === undefined ? null : new Date(at));

export async function writeQueueState(
  { db, workspaceId, connection }: Place,
  state: QueueState,
): Promise<void> {
  const data = {
    destinationId: state.destinationId ?? null,
    subscriptionId: state.subscriptionId ?? null,
    checkedAt: date(state.checkedAt),
    readAt: date(state.readAt),
    heardAt: date(state.heardAt),
    problems: toJson(state.problems),
  };
  await db.changeQueue.upsert({
    where: { connectionId: connection.id },
    create: { connectionId: connection.id, workspaceId, ...data },
    update: data,
  });
}

/** Connections whose queues are to be read. */
export async function subscribedConnections(db: Db): Promise<readonly string[]> {
  const rows = await db.changeQueue.findMany({
    where: { subscriptionId: { not: null } },
    select: { connectionId: true },
  });
  return rows.map(({ connectionId }) => connectionId);
}
