import type { Context } from '#lib/context/server';
import { toJson, type Tx } from '#lib/db';
import { type NoticeKind, transitionOf } from '../core/transitions.ts';
import type { Happening } from '../store/save-readings.ts';

/** Everything that can be told of an order; those by the clock come beside those of its life. */
export type OrderNoticeKind =
  | NoticeKind
  | 'ship-by-near'
  | 'ship-by-passed'
  | 'auto-cancel-near'
  | 'feed-refused'
  | 'message-refused';

export type NewNotice = {
  readonly marketplaceId: string;
  readonly orderRowId?: string;
  readonly orderId: string;
  readonly kind: OrderNoticeKind;
  /** The same text for the same thing, so that it is told once. */
  readonly dedupe: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Tells of what became of orders, in the transaction that notes it. */
export async function noteHappenings(
  tx: Tx,
  context: Context,
  happenings: readonly Happening[],
): Promise<void> {
  const notices = happenings.flatMap(({ order, orderRowId, transitions, at }) =>
    transitions.flatMap((id): NewNotice[] => {
      const kind = transitionOf(id)?.notice;
      if (kind === undefined) return [];
      const { orderId, marketplaceId } = order;
      const dedupe = `${kind} ${orderId} ${at}`;
      return [{ marketplaceId, orderRowId, orderId, kind, dedupe, facts: {} }];
    }),
  );
  await insertNotices(tx, context, notices);
}

/** Keeps notices and lays out their deliveries; what was told before is not told again. */
export async function insertNotices(
  tx: Tx,
  { workspaceId, connection, clock }: Pick<Context, 'workspaceId' | 'connection' | 'clock'>,
  notices: readonly NewNotice[],
): Promise<number> {
  if (notices.length === 0) return 0;
  const at = new Date(clock.now());
  const rows = notices.map(({ facts, ...notice }) => ({
    id: crypto.randomUUID(),
    workspaceId,
    connectionId: connection.id,
    ...notice,
    facts: toJson(facts),
    at,
  }));
  const kept = await tx.orderNotice.createManyAndReturn({ data: rows, skipDuplicates: true });
  const channels = await tx.noticeChannel.findMany({ where: { workspaceId } });
  await tx.noticeDelivery.createMany({
    data: kept.flatMap(({ id, kind }) =>
      channels
        .filter(({ kinds }) => kinds.includes(kind))
        .map((channel) => ({
          noticeId: id,
          channelId: channel.id,
          state: 'waiting',
          updatedAt: at,
        })),
    ),
  });
  return kept.length;
}
