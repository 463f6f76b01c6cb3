import { setTimeout as sleep } from 'node:timers/promises';
import { vault } from '#lib/auth/server';
import type { Connection, Db } from '#lib/db';
import type { Clock, Region } from '#lib/kernel';
import { type CallRecord, createGateway, type Credentials, type Gateway } from '#lib/sp-api';
import type { ChangeQueue, StockPractice } from './context.ts';
import { PRACTICE_ENDPOINT, practiceAmazon } from './practice.ts';
import { practiceQueue } from './practice-queue.ts';

const ENDPOINTS: Readonly<Record<Region, string>> = {
  NA: 'https://sellingpartnerapi-na.amazon.com',
  EU: 'https://sellingpartnerapi-eu.amazon.com',
  FE: 'https://sellingpartnerapi-fe.amazon.com',
};
const TOKEN_ENDPOINT = 'https://api.amazon.com/auth/o2/token';

export type Way = {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly stockPractice?: StockPractice;
  readonly changeQueue?: ChangeQueue;
};

// One gateway a connection and process, because tokens and turns are remembered in it.
const shared = globalThis as { firstlegWays?: Map<string, Way> };

/** The way to a connection's Amazon: the gateway, and the clock that runs there. */
export async function wayTo(db: Db, connection: Connection): Promise<Way> {
  const ways = (shared.firstlegWays ??= new Map());
  const known = ways.get(connection.id);
  if (known) return known;
  const way =
    connection.kind === 'practice' ? await practiceWay(db, connection) : realWay(connection);
  ways.set(connection.id, way);
  return way;
}

/** Forgets a connection whose credentials were changed. */
export function forgetWay(connectionId: string): void {
  shared.firstlegWays?.delete(connectionId);
}

async function practiceWay(db: Db, connection: Connection): Promise<Way> {
  const simulator = await practiceAmazon(db);
  const seller = await simulator.provisionSeller({
    key: connection.id,
    name: connection.name,
    marketplaceIds: connection.marketplaceIds,
    catalogue: 'starter',
  });
  const clock = { now: () => simulator.now() };
  const gateway = createGateway({
    transport: (request) => simulator.fetch(request),
    endpoint: PRACTICE_ENDPOINT,
    tokenEndpoint: `${PRACTICE_ENDPOINT}/auth/o2/token`,
    credentials: seller,
    sellerId: seller.sellerId,
    clock,
    sleep: (ms) => sleep(ms),
    random: Math.random,
    record: recorderOf(connection),
  });
  return {
    gateway,
    clock,
    stockPractice: (listings) => simulator.addListings(seller.sellerId, listings),
    changeQueue: practiceQueue((request) => simulator.fetch(request), connection.id, seller),
  };
}

function realWay(connection: Connection): Way {
  const clock = { now: Date.now };
  const gateway = createGateway({
    transport: (request) => fetch(request),
    endpoint: ENDPOINTS[connection.region],
    tokenEndpoint: TOKEN_ENDPOINT,
    credentials: openCredentials(connection),
    sellerId: connection.sellerId,
    clock,
    sleep: (ms) => sleep(ms),
    random: Math.random,
    record: recorderOf(connection),
  });
  return { gateway, clock };
}

function openCredentials(connection: Connection): Credentials {
  const open = (sealed: string | null, part: string) => {
    if (sealed === null) throw new Error(`connection ${connection.id} has no ${part}`);
    return vault().open(sealed, sealContext(connection.id, part));
  };
  return {
    clientId: open(connection.clientIdSealed, 'client-id'),
    clientSecret: open(connection.clientSecretSealed, 'client-secret'),
    refreshToken: open(connection.refreshTokenSealed, 'refresh-token'),
  };
}

/** Binds a sealed secret to its place, so that a row copied elsewhere does not open. */
export function sealContext(connectionId: string, part: string): string {
  return `connection:${connectionId}:${part}`;
}

const KEPT_CALLS = 500;
const calls = globalThis as { firstlegCalls?: Map<string, CallRecord[]> };

function recorderOf(connection: Connection): (call: CallRecord) => void {
  const all = (calls.firstlegCalls ??= new Map());
  return (call) => {
    const kept = all.get(connection.id) ?? [];
    kept.push(call);
    if (kept.length > KEPT_CALLS) kept.shift();
    all.set(connection.id, kept);
  };
}

/** The last calls through a connection in this process, the newest last. */
export function recentCalls(connectionId: string): readonly CallRecord[] {
  return calls.firstlegCalls?.get(connectionId) ?? [];
}
