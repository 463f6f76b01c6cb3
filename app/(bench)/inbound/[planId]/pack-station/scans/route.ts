import { openContext } from '#lib/context/server';
import { exchangeScans } from '#lib/inbound/server';
import { ScanRequest } from './scan-request.ts';

type RouteContext = { readonly params: Promise<{ readonly planId: string }> };

/** A bench tells what it did and hears what the others did. */
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const { planId } = await params;
  // A page of another site may send a form, but no JSON without being asked for leave first.
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return new Response(null, { status: 415 });
  const context = await openContext();
  const sent = ScanRequest.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return new Response(null, { status: 400 });
  const answer = await exchangeScans(context, { planId, ...sent.data });
  const headers = { 'cache-control': 'no-store' };
  return answer.ok
    ? Response.json({ kind: 'taken', ...answer.value }, { headers })
    : Response.json({ kind: 'refused', problems: answer.problems }, { headers });
}
