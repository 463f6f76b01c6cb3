import { z } from 'zod';
import { openContext } from '#lib/context/server';
import { ORDER_EXPORTS, exportOrders } from '#lib/orders/server';
import { chosenStore } from '../../listings/store.ts';
import { orderQuery, orderView } from '../order-view.ts';

const Name = z.enum(ORDER_EXPORTS).catch('all');

/** The view at hand as Amazon's report, written while it is sent. */
export async function GET(request: Request): Promise<Response> {
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const params = { ...Object.fromEntries(searchParams), show: searchParams.getAll('show') };
  const name = Name.parse(searchParams.get('as'));
  const { store } = chosenStore(context, searchParams.get('store') ?? undefined);
  const { after: _, before: __, pageSize: ___, ...query } = orderQuery(orderView(params), store.id);
  const pieces = exportOrders(context, name, query);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  const day = new Date(context.clock.now()).toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      'content-type': 'text/tab-separated-values; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-orders-${day}.txt"`,
      'cache-control': 'no-store',
    },
  });
}
