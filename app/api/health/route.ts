import { db } from '#lib/db';

export const dynamic = 'force-dynamic';

/** Whether the server answers and reaches its database; says nothing else to strangers. */
export async function GET(): Promise<Response> {
  try {
    await db().$queryRaw`SELECT 1`;
    return Response.json({ status: 'ok' });
  } catch {
    return Response.json({ status: 'no-database' }, { status: 503 });
  }
}
