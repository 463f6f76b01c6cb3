import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#lib/context/server';
import { Prisma, transaction, type Tx } from '#lib/db';
import type { Instant } from '#lib/kernel';
import type { OrderReading } from '../amazon/read-order.ts';
import { isCancelAsked, isOpen, type Order } from '../core/order.ts';
import { type TransitionId, whatHappened } from '../core/transitions.ts';
import { insertRows } from './insert-rows.ts';
import {
  asOrder,
  buyerColumnsOf,
  columnsOf,
  itemRowsOf,
  mergeOrder,
  type OrderRow,
  packageRowsOf,
  type Place,
} from './order-row.ts';
import { rowId } from './row-id.ts';
import { rowsAsText } from './rows-as-text.ts';

export type SavedReadings = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly happenings: readonly Happening[];
};

/** What became of one order, for those who want to hear of it. */
export type Happening = {
  readonly orderRowId: string;
  readonly order: Order;
  readonly transitions: readonly TransitionId[];
  readonly at: Instant;
};

const CHUNK = 1_000;

export type AlsoSave = (tx: Tx, happenings: readonly Happening[]) => Promise<void>;

/** Takes in what a source told of orders; the same again changes nothing. */
export async function saveReadings(
  context: Context,
  readings: readonly OrderReading[],
  also?: AlsoSave,
): Promise<SavedReadings> {
  const total = { added: 0, changed: 0, unchanged: 0, happenings: [] as Happening[] };
  const ours = readings.filter(({ order }) => order.fulfilledBy === 'MERCHANT');
  const save = (start: number) =>
    transaction(context.db, async (tx) => {
      const outcome = await savePart(tx, context, ours.slice(start, start + CHUNK));
      await also?.(tx, outcome.happenings);
      return outcome;
    });
  for (let start = 0; start < ours.length; start += CHUNK * 2) {
    // Two at once: one part is sealed and written down here while the database takes the other in.
    const starts = [start, start + CHUNK].filter((each) => each < ours.length);
    for (const saved of await Promise.all(starts.map(save))) {
      total.added += saved.added;
      total.changed += saved.changed;
      total.unchanged += saved.unchanged;
      total.happenings.push(...saved.happenings);
    }
  }
  return total;
}

async function savePart(
  tx: Tx,
  context: Context,
  part: readonly OrderReading[],
): Promise<SavedReadings> {
  const place = { workspaceId: context.workspaceId, connectionId: context.connection.id };
  const now = context.clock.now();
  const known = await knownRows(tx, place, part);
  const doubts: string[] = [];
  const fresh: Written[] = [];
  const happenings: Happening[] = [];
  let changed = 0;
  for (const reading of part) {
    const row = known.get(reading.order.orderId);
    if (!row) {
      const orderRowId = rowId();
      fresh.push({
        orderRowId,
        reading: { ...reading, order: mergeOrder(undefined, reading.order) },
      });
      continue;
    }
    if (!isWhole(row)) {
      if (castsDoubt(row, reading.order)) doubts.push(row.id);
      continue;
    }
    const outcome = await update(tx, { place, now }, row, reading);
    if (outcome === undefined) continue;
    changed += 1;
    happenings.push(outcome);
  }
  if (doubts.length > 0)
    await tx.order.updateMany({ where: { id: { in: doubts } }, data: { isPartial: true } });
  happenings.push(...(await insert(tx, { place, now }, fresh)));
  await insertEvents(tx, place, happenings);
  return {
    added: fresh.length,
    changed,
    unchanged: part.length - fresh.length - changed,
    happenings,
  };
}

type Glance = Pick<OrderRow, 'id' | 'orderId' | 'stage' | 'isCancelAsked' | 'isPartial'>;

function isWhole(row: Glance | OrderRow): row is OrderRow {
  return 'doc' in row;
}

/** The orders that are known, whole where they may change, at a glance where only doubt may come up. */
async function knownRows(
  tx: Tx,
  { workspaceId, connectionId }: Place,
  part: readonly OrderReading[],
): Promise<ReadonlyMap<string, Glance | OrderRow>> {
  const named = (isPartial: boolean) =>
    part
      .filter((reading) => reading.isPartial === isPartial)
      .map(({ order: { orderId } }) => orderId);
  const glances = await rowsAsText<Glance>(
    tx,
    Prisma.sql`SELECT json_build_object('id', "id", 'orderId', "orderId", 'stage', "stage",
        'isCancelAsked', "isCancelAsked", 'isPartial', "isPartial")
      FROM "Order" WHERE "workspaceId" = ${workspaceId} AND "connectionId" = ${connectionId}
        AND "orderId" = ANY(${named(true)}::text[])`,
  );
  const whole = await tx.order.findMany({
    where: { workspaceId, connectionId, orderId: { in: named(false) } },
  });
  return new Map([...glances, ...whole].map((row) => [row.orderId, row]));
}

type Written = { readonly orderRowId: string; readonly reading: OrderReading };
type Here = { readonly place: Place; readonly now: Instant };

/** What no reading says of an order that is new. */
const NEW = {
  canceledAt: null,
  isCancelCounted: false,
  wasReleased: false,
  version: 1,
} as const;

async function insert(
  tx: Tx,
  { place, now }: Here,
  fresh: readonly Written[],
): Promise<readonly Happening[]> {
  if (fresh.length === 0) return [];
  const happenings = fresh.map(({ orderRowId, reading: { order } }) => {
    const change = whatHappened(undefined, order);
    const transitions = change.kind === 'happened' ? change.transitions : [];
    return { orderRowId, order, transitions, at: order.updatedAt };
  });
  const stamp = { createdAt: new Date(now), updatedAt: new Date(now) };
  await insertRows(
    tx,
    'Order',
    fresh.map(({ orderRowId, reading }, at) => ({
      id: orderRowId,
      ...place,
      orderId: reading.order.orderId,
      ...NEW,
      ...columnsOf(reading.order),
      ...buyerColumnsOf(place, reading, now),
      ...followed(reading.order, happenings[at]?.transitions ?? []),
      isPartial: reading.isPartial,
      ...stamp,
    })),
  );
  await insertRows(
    tx,
    'OrderItem',
    fresh.flatMap(({ orderRowId, reading }) => itemRowsOf(place, orderRowId, reading.order)),
  );
  await insertRows(
    tx,
    'OrderPackage',
    fresh.flatMap(({ orderRowId, reading }) => packageRowsOf(place, orderRowId, reading.order)),
  );
  return happenings;
}

async function update(
  tx: Tx,
  { place, now }: Here,
  row: OrderRow,
  reading: OrderReading,
): Promise<Happening | undefined> {
  const before = asOrder(row);
  if (reading.order.updatedAt < before.updatedAt) return undefined;
  const order = mergeOrder(before, reading.order);
  // The database keeps the members of a document in an order of its own.
  const isSame = isDeepStrictEqual(columnsOf(order).doc, row.doc);
  const wantsBuyer = row.buyerState !== reading.buyerState && row.buyerState !== 'purged';
  if (isSame && !row.isPartial && !wantsBuyer) return undefined;
  const change = whatHappened(before, order);
  const transitions = change.kind === 'happened' ? change.transitions : [];
  // A buyer who was told once is not forgotten when a later reading leaves him out.
  const keepsBuyer = row.buyerState === 'purged' || (row.buyerState === 'sealed' && !reading.buyer);
  await tx.order.update({
    where: { id: row.id },
    data: {
      ...columnsOf(order),
      ...(keepsBuyer ? {} : buyerColumnsOf(place, reading, now)),
      ...followed(order, transitions),
      isPartial: false,
      version: { increment: 1 },
      updatedAt: new Date(now),
    },
  });
  await replaceParts(tx, { place, now }, row.id, order);
  return { orderRowId: row.id, order, transitions, at: order.updatedAt };
}

// A report is no reason to believe less than is known; where it knows of more, Amazon is asked.
function castsDoubt(row: Glance, told: Order): boolean {
  const isBehind = row.stage === 'pending';
  const isNewlyAsked = !row.isCancelAsked && isCancelAsked(told);
  return (isBehind || isNewlyAsked) && !row.isPartial;
}

async function replaceParts(tx: Tx, { place }: Here, orderRowId: string, order: Order) {
  await tx.orderItem.deleteMany({ where: { orderRowId } });
  await tx.orderItem.createMany({ data: itemRowsOf(place, orderRowId, order) });
  await tx.orderPackage.deleteMany({ where: { orderRowId } });
  await tx.orderPackage.createMany({ data: packageRowsOf(place, orderRowId, order) });
}

const COUNTED: ReadonlySet<TransitionId> = new Set(['T10', 'T11']);

/** What only the steps show, not the order as it stands. */
function followed(
  order: Order,
  transitions: readonly TransitionId[],
): Partial<Prisma.OrderCreateManyInput> {
  const isReleased = isOpen(order) || order.status === 'SHIPPED' || transitions.includes('T6');
  return {
    ...(isReleased ? { wasReleased: true } : {}),
    ...(order.status === 'CANCELLED' && transitions.length > 0
      ? {
          canceledAt: new Date(order.updatedAt),
          isCancelCounted: transitions.some((id) => COUNTED.has(id)),
        }
      : {}),
  };
}

const BEGINNINGS: ReadonlySet<TransitionId> = new Set(['T0', 'T1', 'T24']);

async function insertEvents(tx: Tx, { workspaceId }: Place, happenings: readonly Happening[]) {
  await insertRows(
    tx,
    'OrderEvent',
    happenings.flatMap(({ orderRowId, order, transitions, at }) =>
      transitions.map((transition, step) => ({
        id: rowId(),
        workspaceId,
        orderRowId,
        transition,
        at: new Date(BEGINNINGS.has(transition) ? order.purchasedAt : at),
        step,
      })),
    ),
  );
}
