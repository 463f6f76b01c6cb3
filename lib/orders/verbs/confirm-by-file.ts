import { type Context, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import {
  checkConfirmation,
  CLASSIC_FIELDS,
  type ConfirmationCheck,
  type ConfirmationFile,
  type ConfirmationMapping,
  type ConfirmationRow,
  type OpenItem,
  readConfirmation,
} from '#lib/flat-files';
import { enqueue } from '#lib/jobs';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { CONFIRMATION_FEED } from '../amazon/write-feeds.ts';
import { carriersAt, nextReference, openItems } from '../core/confirm.ts';
import { isOpen, type Order, unitsOpen } from '../core/order.ts';
import { calendarOf, dayOf } from '../core/store-calendar.ts';
import { openFeed } from '../store/feed-store.ts';
import { openItemsByNumber } from '../store/open-items.ts';
import {
  insertMessages,
  type KnownOrder,
  type NewMessage,
  ordersBeingTold,
  ordersByNumber,
} from '../store/message-store.ts';
import { mayTell, TELL_JOB } from './confirm-shipment.ts';
import { mayByFile } from './selling-plan.ts';

export type ConfirmationInput = {
  readonly marketplaceId: string;
  readonly bytes: Uint8Array;
  /** For a carrier's own file. */
  readonly mapping?: ConfirmationMapping;
};

export type CheckedConfirmation = ConfirmationCheck & {
  /** How the file is written, for the copy with what is wrong in place. */
  readonly file: Omit<ConfirmationFile, 'rows'>;
};

export type SentConfirmation = {
  readonly rows: number;
  readonly sent: number;
  /** Absent when so few were sent that each went by a call of its own. */
  readonly feedId?: string;
  readonly check: ConfirmationCheck;
};

/** Up to so many orders go by calls of their own, which are answered at once. */
const FEW_ORDERS = 5;

/** Holds a shipping confirmation against the open orders, cell by cell, before anything is sent. */
export async function checkConfirmationFile(
  context: Context,
  { marketplaceId, bytes, mapping }: ConfirmationInput,
): Promise<Result<CheckedConfirmation>> {
  const read = readConfirmation(bytes, mapping, carriersAt({ marketplaceId }));
  if (!read.ok) return read;
  const { rows: _, ...file } = read.value;
  const open = await openItemsByNumber(context, marketplaceId, orderIdsOf(read.value));
  return ok({ ...check(context, marketplaceId, read.value, open), file });
}

/** Sends the rows of a file that are ready; the others stay behind, each with its reason. */
export async function confirmByFile(
  context: Context,
  { marketplaceId, bytes, mapping }: ConfirmationInput,
): Promise<Result<SentConfirmation>> {
  const against = mayTell(context, 'ship-orders') ?? (await mayByFile(context));
  if (against) return refuse(against);
  const read = readConfirmation(bytes, mapping, carriersAt({ marketplaceId }));
  if (!read.ok) return read;
  const known = await ordersByNumber(context.db, context, orderIdsOf(read.value));
  const open = openItemsOf(known, marketplaceId);
  const checked = check(context, marketplaceId, read.value, open);
  const wrong = new Set(
    checked.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
  );
  const told = await ordersBeingTold(
    context.db,
    [...known.values()].map(({ id }) => id),
  );
  const ready = read.value.rows.flatMap((row) => {
    const order = known.get(row.cells.get('order-id') ?? '');
    return order && !wrong.has(row.line) && !told.has(order.id) ? [{ row, order }] : [];
  });
  if (ready.length === 0)
    return refuse(problem('confirmation-nothing-ready', { rows: checked.rows }));
  const orders = new Set(ready.map(({ order }) => order.id));
  const isFew = orders.size <= FEW_ORDERS && ready.every(({ row }) => fitsACall(row));
  const feedId = await transaction(context.db, async (tx) => {
    const feed = isFew
      ? undefined
      : await openFeed(tx, context, { marketplaceId, feedType: CONFIRMATION_FEED });
    const messages =
      feed === undefined
        ? messagesOfCalls(ready)
        : ready.map(({ row, order }) => rowMessage(row, order, feed));
    for (let start = 0; start < messages.length; start += 2_000)
      await insertMessages(tx, context, messages.slice(start, start + 2_000));
    if (feed === undefined)
      for (const id of orders)
        await enqueue(tx, TELL_JOB, { orderRowId: id }, { singletonKey: id });
    await writeAudit(tx, context, {
      objectType: 'confirmation-file',
      objectId: feed ?? marketplaceId,
      verb: 'confirm-by-file',
      after: { rows: checked.rows, sent: ready.length, orders: orders.size },
    });
    return feed;
  });
  const sent = { rows: checked.rows, sent: ready.length, check: checked };
  return ok(feedId === undefined ? sent : { ...sent, feedId });
}

function orderIdsOf({ rows }: ConfirmationFile): readonly string[] {
  return [...new Set(rows.map(({ cells }) => cells.get('order-id') ?? ''))];
}

function openItemsOf(
  known: ReadonlyMap<string, KnownOrder>,
  marketplaceId: string,
): readonly OpenItem[] {
  return [...known.values()].flatMap(({ order }) =>
    order.marketplaceId === marketplaceId && isOpen(order) ? openItems(order) : [],
  );
}

function check(
  context: Context,
  marketplaceId: string,
  file: ConfirmationFile,
  open: readonly OpenItem[],
): ConfirmationCheck {
  return checkConfirmation(file, {
    open,
    carriers: carriersAt({ marketplaceId }),
    today: dayOf(context.clock.now(), calendarOf(marketplaceId)),
  });
}

type Ready = { readonly row: ConfirmationRow; readonly order: KnownOrder };

const IN_A_CALL: ReadonlySet<string> = new Set([...CLASSIC_FIELDS, 'transparency_code']);

/** Whether a call can say all that the row says; a ship-from address goes by file alone. */
function fitsACall({ cells }: ConfirmationRow): boolean {
  return [...cells].every(([field, text]) => IN_A_CALL.has(field) && text !== 'NULL');
}

function rowMessage({ cells }: ConfirmationRow, order: KnownOrder, feedId: string): NewMessage {
  return { orderRowId: order.id, kind: 'confirm', input: Object.fromEntries(cells), feedId };
}

function messagesOfCalls(ready: readonly Ready[]): readonly NewMessage[] {
  const used = new Map<string, number>();
  return ready.map(({ row, order: { id, order } }) => {
    const at = used.get(id) ?? 0;
    used.set(id, at + 1);
    const text = (field: Parameters<ConfirmationRow['cells']['get']>[0]) =>
      row.cells.get(field) ?? '';
    const codes = text('transparency_code')
      .split(/[,;\s]+/)
      .filter((code) => code !== '');
    const draft = {
      carrierCode: text('carrier-code'),
      carrierName: text('carrier-name'),
      trackingNumber: text('tracking-number'),
      shipMethod: text('ship-method'),
      shipDate: text('ship-date').slice(0, 10),
      items: itemsOfRow(order, text('order-item-id'), text('quantity')).map((item) => ({
        ...item,
        ...(codes.length > 0 ? { transparencyCodes: codes } : {}),
      })),
    };
    const reference = String(Number(nextReference(order)) + at);
    return { orderRowId: id, kind: 'confirm', input: { reference, draft } };
  });
}

/** A row without an item confirms all that is open, or the units of the only item there is. */
function itemsOfRow(order: Order, itemId: string, quantity: string) {
  const open = order.items.filter(
    (item) => unitsOpen(item) > 0 && (itemId === '' || item.orderItemId === itemId),
  );
  const isOne = open.length === 1 && quantity !== '';
  return open.map((item) => ({
    orderItemId: item.orderItemId,
    quantity: isOne ? Number(quantity) : unitsOpen(item),
  }));
}
