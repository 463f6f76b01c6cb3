import { openContext } from '#lib/context/server';
import { countNewNotices } from '#lib/notices/server';

/** How many notices the reader has not seen, for the bell of a page left open. */
export async function GET(): Promise<Response> {
  const { all } = await countNewNotices(await openContext());
  return Response.json(all, { headers: { 'cache-control': 'no-store' } });
}
