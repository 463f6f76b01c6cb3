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
import { forgetWay, noteHalted, sealContext, wayTo } from './gateways.ts';
import { noteAuthorised } from './health-store.ts';
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

/** A practice account that was let in by consent; the practice Amazon is asked for its stores. */
export async function connectPractice(
  db: Db,
  actor: Actor,
  input: {
    readonly id: string;
    readonly workspaceId: string;
    readonly name: string;
    readonly marketplaceId: string;
    readonly sellerId: string;
  },
): Promise<Result<{ readonly connectionId: string }>> {
  const { id, marketplaceId, ...rest } = input;
  const region = marketplaceById(marketplaceId)?.region ?? 'NA';
  const row = {
    ...rest,
    id,
    kind: 'practice' as const,
    region,
    marketplaceIds: [marketplaceId],
    clientIdSealed: null,
    clientSecretSealed: null,
    refreshTokenSealed: null,
  };
  const stores = await storesOf(db, row);
  if (!stores.ok) return stores;
  await insert(db, actor, { ...row, marketplaceIds: stores.value });
  return ok({ connectionId: id });
}

export type AmazonInput = {
  readonly name: string;
  readonly region: Region;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly sellerId: string;
  /** An account that is connected already gets the new authorisation. */
  readonly mayRenew?: boolean;
};

/**
 * A connection to a real seller account by its credentials. Amazon is asked which marketplaces the
 * account takes part in; credentials that do not work are refused and not kept.
 */
export async function connectAmazon(
  db: Db,
  actor: Actor,
  workspaceId: string,
  input: AmazonInput,
): Promise<Result<{ readonly connectionId: string }>> {
  const notAllowed = forbidden({ actor }, 'manage-connections');
  if (notAllowed) return refuse(notAllowed);
  const { name, region } = input;
  const sellerId = input.sellerId.trim();
  const known = await db.connection.findFirst({ where: { workspaceId, region, sellerId } });
  const id = known?.id ?? randomUUID();
  const row = {
    id,
    workspaceId,
    name,
    kind: 'amazon' as const,
    region,
    sellerId,
    marketplaceIds: [] as string[],
    ...sealed(id, input),
  };
  const stores = await storesOf(db, row);
  if (!stores.ok) return stores;
  if (known && (input.mayRenew !== true || known.kind !== 'amazon'))
    return refuse(problem('connection-exists', { name: known.name }));
  if (known) await renew(db, actor, { ...row, marketplaceIds: stores.value });
  else await insert(db, actor, { ...row, marketplaceIds: stores.value });
  return ok({ connectionId: id });
}

function sealed(id: string, input: AmazonInput): Record<SealedColumn, string> {
  const seal = (text: string, part: string) => vault().seal(text.trim(), sealContext(id, part));
  return {
    clientIdSealed: seal(input.clientId, 'client-id'),
    clientSecretSealed: seal(input.clientSecret, 'client-secret'),
    refreshTokenSealed: seal(input.refreshToken, 'refresh-token'),
  };
}

/** The stores of the region that the account sells in, as Amazon tells them. */
async function storesOf(
  db: Db,
  row: Omit<Connection, 'createdAt' | 'stoppedAt'>,
): Promise<Result<string[]>> {
  forgetWay(row.id);
  const { gateway } = await wayTo(db, { ...row, stoppedAt: null, createdAt: new Date() });
  const answer = await gateway.sellers.getMarketplaceParticipations();
  forgetWay(row.id);
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
  const stores = answer.value.payload
    .filter((entry) => entry.participation.isParticipating)
    .map((entry) => entry.marketplace.id)
    .filter((marketplaceId) => marketplaceById(marketplaceId)?.region === row.region);
  return stores.length > 0 ? ok(stores) : refuse(problem('connection-without-marketplaces'));
}

async function renew(
  db: Db,
  actor: Actor,
  row: Pick<Connection, 'id' | 'workspaceId' | 'marketplaceIds' | SealedColumn>,
): Promise<void> {
  const { id, workspaceId, ...data } = row;
  const now = Date.now();
  await transaction(db, async (tx) => {
    await tx.connection.updateMany({
      where: { id, workspaceId },
      data: {
        marketplaceIds: data.marketplaceIds,
        clientIdSealed: data.clientIdSealed,
        clientSecretSealed: data.clientSecretSealed,
        refreshTokenSealed: data.refreshTokenSealed,
      },
    });
    await noteAuthorised(tx, id, now);
    await writeAudit(
      tx,
      { workspaceId, actor, clock: { now: () => now } },
      { objectType: 'connection', objectId: id, verb: 'authorise-again' },
    );
  });
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
    await noteAuthorised(tx, data.id, now);
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
  const set = await transaction(db, async (tx): Promise<Result<undefined>> => {
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
  if (set.ok) noteHalted(id, isStopped);
  return set;
}
