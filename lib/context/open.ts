import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentSession, type SignedIn } from '#lib/auth/server';
import { type Connection, db as openDb, type Db } from '#lib/db';
import { optional } from '#lib/kernel';
import type { Actor, ConnectionFacts, Context } from './context.ts';
import { wayTo } from './gateways.ts';

/** Which connection the browser last worked with. */
export const CONNECTION_COOKIE = 'connection';

export type PageContext = Context & { readonly session: SignedIn };

/**
 * The context of the page or action at hand. Without a session the visitor is sent to sign in;
 * without a connection, to make one.
 */
export async function openContext(): Promise<PageContext> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const db = openDb();
  const connection = await chosenConnection(db, session.workspace.id);
  if (!connection) redirect('/settings/connection');
  const actor = { id: session.user.id, name: session.user.name, role: session.role };
  return { ...(await contextOf(db, connection, actor)), session };
}

/** Which connection the browser works with, for what is counted beside pages that need none. */
export async function connectionAtHand({
  db,
  workspaceId,
}: Pick<Context, 'db' | 'workspaceId'>): Promise<Pick<ConnectionFacts, 'id'> | undefined> {
  const connection = await chosenConnection(db, workspaceId);
  return connection && { id: connection.id };
}

async function chosenConnection(db: Db, workspaceId: string): Promise<Connection | undefined> {
  const connections = await db.connection.findMany({
    where: { workspaceId },
    orderBy: { createdAt: 'asc' },
  });
  const chosen = (await cookies()).get(CONNECTION_COOKIE)?.value;
  return connections.find((connection) => connection.id === chosen) ?? connections[0];
}

/** The context of a job: Firstleg itself acts, through the connection that the job names. */
export async function contextOfConnection(
  db: Db,
  connectionId: string,
): Promise<Context | undefined> {
  const connection = await db.connection.findUnique({ where: { id: connectionId } });
  if (!connection) return undefined;
  return contextOf(db, connection, { name: 'Firstleg', role: 'owner' });
}

export async function contextOf(db: Db, connection: Connection, actor: Actor): Promise<Context> {
  const { gateway, clock, stockPractice, changeQueue } = await wayTo(db, connection);
  return {
    workspaceId: connection.workspaceId,
    actor,
    connection: factsOf(connection),
    db,
    clock,
    amazon: gateway,
    ...optional('stockPractice', stockPractice),
    ...optional('changeQueue', changeQueue),
  };
}

export function factsOf(connection: Connection): ConnectionFacts {
  const { id, name, kind, region, sellerId, marketplaceIds, stoppedAt } = connection;
  return {
    id,
    name,
    kind,
    region,
    sellerId,
    marketplaceIds,
    isStopped: stoppedAt !== null,
    ...optional('stoppedAt', stoppedAt?.getTime()),
  };
}
