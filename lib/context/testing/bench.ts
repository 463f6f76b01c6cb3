import type { Db } from '#lib/db';
import type { TestDatabase } from '#lib/db/testing';
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
};

export type BenchOptions = {
  /** Stands between gateway and simulator, to lose or delay answers. */
  readonly between?: (transport: Transport) => Transport;
};

/** A fresh workspace in the database, with a seller of its own at a fresh simulated Amazon. */
export async function practiceBench(
  database: TestDatabase,
  { between = (transport) => transport }: BenchOptions = {},
): Promise<PracticeBench> {
  const sent: string[] = [];
  const simulator = await createSimulator({
    seed: 7,
    clock: { now: Date.now },
    store: memoryStore(),
    documents: practiceDocuments,
    latency: { minMs: 0, maxMs: 0 },
    throttle: false,
    control: true,
  });
  const open = (name: string) => benchContext({ db: database.db, simulator, sent, between }, name);
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
  };
}

type Parts = {
  readonly db: Db;
  readonly simulator: Simulator;
  readonly sent: string[];
  readonly between: (transport: Transport) => Transport;
};

async function benchContext(parts: Parts, name: string): Promise<Life> {
  const { db, simulator, sent, between } = parts;
  const createdAt = new Date();
  const workspace = await db.workspace.create({ data: { name, createdAt } });
  const seller = await simulator.provisionSeller({
    key: workspace.id,
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
  const clock = { now: () => simulator.now() };
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
      clock,
      sleep: async () => undefined,
      random: () => 0.5,
      attemptTimeoutMs: NEVER_MS,
    }),
  });
  return { context: reborn(), reborn };
}

type Life = { readonly context: Context; readonly reborn: () => Context };
