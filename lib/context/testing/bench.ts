import type { Db } from '#lib/db';
import type { TestDatabase } from '#lib/db/testing';
import type { Clock } from '#lib/kernel';
import { createGateway, type Transport } from '#lib/sp-api';
import { createSimulator, memoryStore, type Simulator } from '#lib/sp-api-simulator';
import type { Context } from '../context.ts';
import { factsOf } from '../open.ts';
import { practiceDocuments } from '../practice-documents.ts';
import { practiceQueue } from '../practice-queue.ts';

const US = 'ATVPDKIKX0DER';
/** A life that was cut off must not come back by a timeout. */
const NEVER_MS = 100_000_000;
const ENDPOINT = 'https://practice.firstleg.invalid';

export type PracticeBench = {
  readonly simulator: Simulator;
  /** The context of the present life: `restart` begins another, with a gateway of its own. */
  readonly context: Context;
  readonly restart: () => void;
  /** Another workspace's context, for which nothing of the first exists. */
  readonly stranger: Context;
  /** Every request that left for Amazon, as "METHOD path". */
  readonly sent: string[];
  readonly workspaceId: string;
  /** Waits as a worker between two tries; Amazon's clock goes on, unless it stands still. */
  readonly wait: (ms: number) => Promise<void>;
  /** Pulls a lever of the practice master's desk. */
  readonly control: (method: string, lever: string, body?: object) => Promise<unknown>;
};

export type BenchOptions = {
  /** Stands between gateway and simulator, to lose or delay answers. */
  readonly between?: (transport: Transport) => Transport;
  /**
   * Amazon's clock. `waited`, unless told, begins on one day of one year and goes on only
   * while somebody waits, so that no test depends on the hour; `wall` is the wall's; `still` is always
   * the same moment, whatever is waited for.
   */
  readonly time?: 'wall' | 'waited' | 'still';
  /** How long Amazon's operations take; none of them takes any time unless told. */
  readonly latency?: { readonly minMs: number; readonly maxMs: number };
  /** Quotas as documented; time that was waited fills them. */
  readonly throttle?: boolean;
};

const BEGIN = Date.UTC(2026, 10, 23, 9, 0, 0);

/** A fresh workspace in the database, with a seller of its own at a fresh simulated Amazon. */
export async function practiceBench(
  database: TestDatabase,
  {
    between = (transport) => transport,
    time = 'waited',
    latency = { minMs: 0, maxMs: 0 },
    throttle = false,
  }: BenchOptions = {},
): Promise<PracticeBench> {
  const sent: string[] = [];
  const waited = { ms: 0 };
  const simulator = await createSimulator({
    seed: 7,
    clock: time === 'wall' ? { now: Date.now } : { now: () => BEGIN },
    ...(time === 'wall' ? {} : { begin: { at: BEGIN, speed: 0 } }),
    store: memoryStore(),
    documents: practiceDocuments,
    latency,
    throttle,
    throttleClock: { now: () => waited.ms },
    control: true,
  });
  const parts = { db: database.db, simulator, time, sent, waited, between };
  const open = (name: string) => benchContext(parts, name);
  const lives = { present: await open('Teapots') };
  return {
    simulator,
    get context() {
      return lives.present.context;
    },
    restart: () => {
      lives.present = { ...lives.present, context: lives.present.reborn() };
    },
    stranger: (await open('Kettles')).context,
    sent,
    workspaceId: lives.present.context.workspaceId,
    wait: async (ms) => {
      if (time === 'still') waited.ms += ms;
      else await simulator.advance(ms);
    },
    control: async (method, lever, body) => {
      const init = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
      const response = await simulator.fetch(new Request(`${ENDPOINT}/_sim/${lever}`, init));
      const told: unknown = await response.json();
      if (response.ok) return told;
      throw new Error(`${lever}: ${JSON.stringify(told)}`);
    },
  };
}

type Parts = {
  readonly db: Db;
  readonly simulator: Simulator;
  readonly time: BenchOptions['time'];
  readonly sent: string[];
  /** What was waited for Amazon without its clock moving. */
  readonly waited: { ms: number };
  readonly between: (transport: Transport) => Transport;
};

// Two acts of a person never fall into the same millisecond, even where Amazon's clock stands.
function risingClock(simulator: Simulator): Clock {
  let last = 0;
  return { now: () => (last = Math.max(last + 1, simulator.now())) };
}

async function benchContext(parts: Parts, name: string): Promise<Life> {
  const { db, simulator, time, sent, waited, between } = parts;
  const createdAt = new Date();
  const workspace = await db.workspace.create({ data: { name, createdAt } });
  const seller = await simulator.provisionSeller({
    // Not by the workspace, whose id is another in each run: the same sellers see the same world.
    key: name,
    name,
    marketplaceIds: [US],
    catalogue: 'starter',
  });
  const connection = await db.connection.create({
    data: {
      workspaceId: workspace.id,
      name: `${name} US`,
      kind: 'practice',
      region: 'NA',
      sellerId: seller.sellerId,
      marketplaceIds: [US],
      createdAt,
    },
  });
  const clock = time === 'waited' ? risingClock(simulator) : { now: () => simulator.now() };
  const reborn = (): Context => ({
    workspaceId: workspace.id,
    actor: { name: 'Mei', role: 'owner' },
    connection: factsOf(connection),
    db,
    clock,
    stockPractice: (listings) => simulator.addListings(seller.sellerId, listings),
    changeQueue: practiceQueue((request) => simulator.fetch(request), connection.id, seller),
    amazon: createGateway({
      transport: between((request) => {
        sent.push(`${request.method} ${new URL(request.url).pathname}`);
        return simulator.fetch(request);
      }),
      endpoint: ENDPOINT,
      tokenEndpoint: `${ENDPOINT}/auth/o2/token`,
      credentials: seller,
      sellerId: seller.sellerId,
      clock: { now: () => simulator.now() + waited.ms },
      sleep: async (ms) => {
        waited.ms += ms;
      },
      random: () => 0.5,
      attemptTimeoutMs: NEVER_MS,
    }),
  });
  return { context: reborn(), reborn };
}

type Life = { readonly context: Context; readonly reborn: () => Context };
