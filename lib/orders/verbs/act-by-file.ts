import type { Context } from '#lib/context/server';
import { type OrderActFile, readOrderActs } from '#lib/flat-files';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { ADJUSTMENT_FEED, CANCELLATION_FEED } from '../amazon/write-feeds.ts';
import {
  type ActFinding,
  type CheckedActs,
  checkOrderActs,
  type OrderAct,
} from '../core/order-acts.ts';
import type { Order } from '../core/order.ts';
import { type NewMessage, ordersByNumber } from '../store/message-store.ts';
import { mayByFile } from './selling-plan.ts';
import { tellByFile } from './cancel-order.ts';
import { mayTell } from './confirm-shipment.ts';

export type OrderActInput = { readonly marketplaceId: string; readonly bytes: Uint8Array };

export type CheckedActFile = {
  readonly kind: OrderActFile['kind'];
  readonly rows: number;
  readonly ready: number;
  readonly problems: readonly ActFinding[];
  /** The orders that the good rows cancel, for what it does to the rate. */
  readonly cancels: readonly { readonly orderId: string; readonly reason: string }[];
  /** How the file is written, for the copy with what is wrong in place. */
  readonly file: Omit<OrderActFile, 'rows' | 'kind' | 'names'>;
};

/** Holds a cancellation or adjustment file against the orders, cell by cell; nothing is sent. */
export async function checkOrderActFile(
  context: Context,
  input: OrderActInput,
): Promise<Result<CheckedActFile>> {
  const read = await readAndCheck(context, input);
  if (!read.ok) return read;
  const { file, checked } = read.value;
  const { rows: _, names: __, kind, ...written } = file;
  return ok({
    kind,
    rows: checked.rows,
    ready: checked.ready.length,
    problems: checked.problems,
    cancels: checked.ready.flatMap(({ order: { orderId }, act }) =>
      act.kind === 'cancel' ? [{ orderId, reason: act.reason }] : [],
    ),
    file: written,
  });
}

export type SentActs = {
  readonly kind: OrderActFile['kind'];
  readonly rows: number;
  readonly sent: number;
  readonly feedId: string;
};

/** Sends the good rows of a cancellation or adjustment file; the others stay behind. */
export async function actByFile(context: Context, input: OrderActInput): Promise<Result<SentActs>> {
  const against = mayTell(context, 'cancel-orders') ?? (await mayByFile(context));
  if (against) return refuse(against);
  const read = await readAndCheck(context, input);
  if (!read.ok) return read;
  const { file, checked } = read.value;
  const { rows, ready } = checked;
  if (ready.length === 0) return refuse(problem('confirmation-nothing-ready', { rows }));
  const { kind } = file;
  const acts = new Map<string, OrderAct[]>();
  for (const { order, act } of ready) {
    const known = acts.get(order.orderId);
    if (known) known.push(act);
    else acts.set(order.orderId, [act]);
  }
  const told = await tellByFile(context, {
    marketplaceId: input.marketplaceId,
    feedType: kind === 'cancellation' ? CANCELLATION_FEED : ADJUSTMENT_FEED,
    verb: kind === 'cancellation' ? 'cancel-by-file' : 'adjust-by-file',
    orderIds: [...acts.keys()],
    messagesOf: ({ id, order: { orderId } }) =>
      ok({
        messages: (acts.get(orderId) ?? []).map((act) => messageOf(id, orderId, act)),
        warnings: [],
      }),
  });
  if (!told.ok) return told;
  const { feedId, sent } = told.value;
  return ok({ kind, rows, sent, feedId });
}

function messageOf(orderRowId: string, orderId: string, act: OrderAct): NewMessage {
  if (act.kind === 'adjust')
    return { orderRowId, kind: 'adjust', input: { ...act.adjustment, cells: act.cells } };
  const { kind, ...cancellation } = act;
  return { orderRowId, kind, input: { orderId, ...cancellation } };
}

async function readAndCheck(
  context: Context,
  { marketplaceId, bytes }: OrderActInput,
): Promise<Result<{ readonly file: OrderActFile; readonly checked: CheckedActs }>> {
  const read = readOrderActs(bytes);
  if (!read.ok) return read;
  const ids = new Set(read.value.rows.map(({ cells }) => cells.get('order-id') ?? ''));
  const known = await ordersByNumber(context.db, context, [...ids]);
  const orders = new Map<string, Order>();
  for (const [orderId, { order }] of known)
    if (order.marketplaceId === marketplaceId) orders.set(orderId, order);
  return ok({ file: read.value, checked: checkOrderActs(read.value, orders) });
}
