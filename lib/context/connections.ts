import { randomUUID } from 'node:crypto';
import { vault } from '#lib/auth/server';
import { type Connection, type Db, transaction } from '#lib/db';
import {
  marketplaceById,
  ok,
  optional,
  problem,
  refuse,
  type Region,
  type Result,
} from '#lib/kernel';
import { writeAudit } from './audit.ts';
import type { Actor, ConnectionFacts } from './context.ts';
import { forgetWay, sealContext, wayTo } from './gateways.ts';
import { factsOf } from './open.ts';
import { forbidden } from './permission.ts';
import { practiceAmazon } from './practice.ts';

export type PracticeInput = {
  readonly workspaceId: string;
  readonly name: string;
  readonly marketplaceIds: readonly string[];
  readonly actor: Actor;
};

/** A connection to the practice Amazon, with a shop to practise with; says its id. */
export async function createPracticeConnection(db: Db, input: PracticeInput): Promise<string> {
  const id = randomUUID();
  const region = marketplaceById(input.marketplaceIds[0] ?? '')?.region ?? 'NA';
  const simulator = await practiceAmazon(db);
  const { sellerId } = await simulator.provisionSeller({
    key: id,
    name: input.name,
    marketplaceIds: input.marketplaceIds,
    catalogue: 'starter',
  });
  await insert(db, input.actor, {
    id,
    workspaceId: input.workspaceId,
    name: input.name,
    kind: 'practice',
    region,
    sellerId,
    marketplaceIds: [...input.marketplaceIds],
  });
  return id;
}

export type AmazonInput = {
  readonly name: string;
  readonly region: Region;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly sellerId: string;
};

/**
 * A connection to a real seller account by its credentials. Amazon is asked which marketplaces the
 * account takes part in; credentials that do not work are refused and not kept.
 */
export async function createAmazonConnection(
  db: Db,
  actor: Actor,
  workspaceId: string,
  input: AmazonInput,
): Promise<Result<{ readonly connectionId: string }>> {
  const notAllowed = forbidden({ actor }, 'manage-connections');
  if (notAllowed) return refuse(notAllowed);
  const id = randomUUID();
  const seal = (text: string, part: string) => vault().seal(text.trim(), sealContext(id, part));
  const row = {
    id,
    workspaceId,
    name: input.name,
    kind: 'amazon' as const,
    region: input.region,
    sellerId: input.sellerId.trim(),
    marketplaceIds: [] as string[],
    clientIdSealed: seal(input.clientId, 'client-id'),
    clientSecretSealed: seal(input.clientSecret, 'client-secret'),
    refreshTokenSealed: seal(input.refreshToken, 'refresh-token'),
  };
  const { gateway } = await wayTo(db, { ...row, stoppedAt: null, createdAt: new Date() });
  const answer = await gateway.sellers.getMarketplaceParticipations();
  forgetWay(id);
  if (!answer.ok) {
    const [message] = answer.failure.messages;
    return refuse(
      problem('connection-refused', {
        amazonCode: message?.code ?? answer.failure.kind,
        amazonMessage: message?.message ?? '',
        ...optional('requestId', answer.failure.requestId),
      }),
    );
  }
  const marketplaceIds = answer.value.payload
    .filter((entry) => entry.participation.isParticipating)
    .map((entry) => entry.marketplace.id)
    .filter((marketplaceId) => marketplaceById(marketplaceId)?.region === input.region);
  if (marketplaceIds.length === 0) return refuse(problem('connection-without-marketplaces'));
  const taken = await db.connection.findFirst({
    where: { workspaceId, region: input.region, sellerId: row.sellerId },
  });
  if (taken) return refuse(problem('connection-exists', { name: taken.name }));
  await insert(db, actor, { ...row, marketplaceIds });
  return ok({ connectionId: id });
}

async function insert(
  db: Db,
  actor: Actor,
  data: Omit<Connection, 'createdAt' | 'stoppedAt' | SealedColumn> &
    Partial<Pick<Connection, SealedColumn>>,
): Promise<void> {
  const now = Date.now();
  await transaction(db, async (tx) => {
    await tx.connection.create({ data: { ...data, createdAt: new Date(now) } });
    await writeAudit(
      tx,
      { workspaceId: data.workspaceId, actor, clock: { now: () => now } },
      {
        objectType: 'connection',
        objectId: data.id,
        verb: 'connect',
        after: { name: data.name, kind: data.kind, sellerId: data.sellerId },
      },
    );
  });
}

type SealedColumn = 'clientIdSealed' | 'clientSecretSealed' | 'refreshTokenSealed';

export async function connectionsOf(
  db: Db,
  workspaceId: string,
): Promise<readonly ConnectionFacts[]> {
  const rows = await db.connection.findMany({
    where: { workspaceId },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(factsOf);
}

/** Halts every write to Amazon through a connection, or lets them go again. */
export async function setStopped(
  db: Db,
  actor: Actor,
  connection: Pick<ConnectionFacts, 'id'> & { readonly workspaceId: string },
  isStopped: boolean,
): Promise<Result<undefined>> {
  const notAllowed = forbidden({ actor }, 'stop-writes');
  if (notAllowed) return refuse(notAllowed);
  const now = Date.now();
  const { id, workspaceId } = connection;
  return transaction(db, async (tx) => {
    const { count } = await tx.connection.updateMany({
      where: { id, workspaceId },
      data: { stoppedAt: isStopped ? new Date(now) : null },
    });
    if (count === 0) return refuse(problem('connection-not-found'));
    await writeAudit(
      tx,
      { workspaceId, actor, clock: { now: () => now } },
      { objectType: 'connection', objectId: id, verb: isStopped ? 'stop-writes' : 'resume-writes' },
    );
    return ok(undefined);
  });
}
