import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { writeTsv } from '#lib/flat-files';
import { optional } from '#lib/kernel';
import { ORDER_REPORTS } from '../amazon/write-reports.ts';
import type { Buyer } from '../core/buyer.ts';
import { isOpen } from '../core/order.ts';
import { openBuyer } from '../store/buyer-seal.ts';
import { findOrders, type OrderQuery } from '../store/find-orders.ts';

export type OrderExport = keyof typeof ORDER_REPORTS;
export const ORDER_EXPORTS = Object.keys(ORDER_REPORTS) as readonly OrderExport[];

const AT_ONCE = 500;

/**
 * The orders of a view in the columns of Amazon's report, piece by piece, so that a million of them
 * need no memory. Who may not read buyers gets their columns empty; each address that is read is in
 * the audit log.
 */
export async function* exportOrders(
  context: Context,
  name: OrderExport,
  query: Omit<OrderQuery, 'after' | 'before' | 'pageSize'>,
): AsyncGenerator<string> {
  const { columns, rowsOf } = ORDER_REPORTS[name];
  const now = context.clock.now();
  yield writeTsv([columns]);
  for (let after: string | undefined, isLast = false; !isLast;) {
    const page = await findOrders(context, {
      ...query,
      pageSize: AT_ONCE,
      ...optional('after', after),
    });
    const orders = page.orders.filter(({ order }) => name === 'all' || isOpen(order));
    const buyers = await buyersOf(
      context,
      orders.filter(({ buyerState }) => buyerState === 'sealed').map(({ id }) => id),
    );
    const rows = orders.flatMap(({ id, order }) =>
      rowsOf({ order, ...optional('buyer', buyers.get(id)) }, now),
    );
    if (rows.length > 0) yield writeTsv(rows);
    after = page.next;
    isLast = after === undefined;
  }
}

/** The buyers of these orders; the traces of the reading are there before they are handed out. */
async function buyersOf(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Buyer>> {
  if (ids.length === 0 || forbidden(context, 'read-buyers')) return new Map();
  const rows = await context.db.order.findMany({
    where: {
      id: { in: [...ids] },
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
    },
    select: { id: true, connectionId: true, orderId: true, buyerSealed: true },
  });
  await transaction(context.db, async (tx) => {
    for (const { id, orderId } of rows)
      await writeAudit(tx, context, {
        objectType: 'order',
        objectId: id,
        verb: 'read-buyer',
        after: { orderId, purpose: 'export' },
      });
  });
  return new Map(
    rows.flatMap((row) =>
      row.buyerSealed === null ? [] : [[row.id, openBuyer(row, row.buyerSealed)] as const],
    ),
  );
}
