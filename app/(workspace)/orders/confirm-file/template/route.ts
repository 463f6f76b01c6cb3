import { openContext } from '#lib/context/server';
import { CLASSIC_FIELDS, writeTsv } from '#lib/flat-files';
import { calendarOf, dayOf, isOpen, type Order, unitsOpen } from '#lib/orders';
import { chosenOrders } from '../../chosen.ts';

/** The chosen orders in Amazon's columns, for the carrier and the number to be filled in. */
export async function GET(request: Request): Promise<Response> {
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const params = { ...Object.fromEntries(searchParams), id: searchParams.getAll('id') };
  const orders = (await chosenOrders(context, params)).filter(isOpen);
  const now = context.clock.now();
  const text = writeTsv([CLASSIC_FIELDS, ...orders.flatMap((order) => rowsOf(order, now))]);
  return new Response(text, {
    headers: {
      'content-type': 'text/tab-separated-values; charset=utf-8',
      'content-disposition': 'attachment; filename="shipping-confirmation.txt"',
      'cache-control': 'no-store',
    },
  });
}

function rowsOf(order: Order, now: number): readonly (readonly string[])[] {
  const today = dayOf(now, calendarOf(order.marketplaceId));
  return order.items
    .filter((item) => unitsOpen(item) > 0)
    .map((item) => [
      order.orderId,
      item.orderItemId,
      String(unitsOpen(item)),
      today,
      '',
      '',
      '',
      '',
    ]);
}
