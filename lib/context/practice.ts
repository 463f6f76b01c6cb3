import { type Db, transaction } from '#lib/db';
import type { Clock } from '#lib/kernel';
import {
  createSimulator,
  type Simulator,
  type StoredEntity,
  type WorldStore,
} from '#lib/sp-api-simulator';
import { listen, type Listening } from '#lib/sp-api-simulator/server';
import { practiceDocuments } from './practice-documents.ts';

/** Never resolved: requests to it end in the simulator of this process. */
export const PRACTICE_ENDPOINT = 'https://practice.firstleg.invalid';

/** The one simulated Amazon of an installation; every workspace practises in it as its own seller. */
const WORLD = 'practice';
const SEED = 20_260_324;

// On globalThis because a development server loads this file again after every edit.
const shared = globalThis as { firstlegPractice?: WeakMap<Db, Promise<Simulator>> };

/** The practice Amazon whose world stands in this database: one for all who ask. */
export function practiceAmazon(db: Db): Promise<Simulator> {
  shared.firstlegPractice ??= new WeakMap();
  const open = shared.firstlegPractice.get(db) ?? openPracticeAmazon(db, { now: Date.now });
  shared.firstlegPractice.set(db, open);
  return open;
}

/** A simulated Amazon whose world is kept in the database. */
export function openPracticeAmazon(
  db: Db,
  clock: Clock,
  latency = { minMs: 600, maxMs: 2_500 },
): Promise<Simulator> {
  return createSimulator({
    seed: SEED,
    clock,
    store: databaseStore(db),
    documents: practiceDocuments,
    latency,
    throttle: true,
    // For the practice desk alone; nobody from outside reaches the levers, see below.
    control: true,
  });
}

/** Lets clients on this machine speak to the practice Amazon, and browsers open its shop. */
export async function exposePractice(db: Db, port: number): Promise<Listening> {
  const simulator = await practiceAmazon(db);
  return listen({ ...simulator, fetch: withoutLevers(simulator) }, port);
}

function withoutLevers(simulator: Simulator): Simulator['fetch'] {
  return async (request) =>
    new URL(request.url).pathname.startsWith('/_sim')
      ? new Response(null, { status: 404 })
      : simulator.fetch(request);
}

// What people see of it: its shop, and the page on which a seller lets an application in.
const PAGES = ['/shop/', '/apps/authorize/'];

/** A page of the practice Amazon, asked for under any origin; undefined for what is no page of it. */
export async function practicePage(db: Db, request: Request): Promise<Response | undefined> {
  const { pathname, search } = new URL(request.url);
  if (!PAGES.some((page) => pathname.startsWith(page))) return undefined;
  const simulator = await practiceAmazon(db);
  const { method, headers } = request;
  const body = method === 'GET' ? undefined : await request.arrayBuffer();
  return simulator.fetch(
    new Request(`${PRACTICE_ENDPOINT}${pathname}${search}`, {
      method,
      headers,
      ...(body && { body }),
    }),
  );
}

function databaseStore(db: Db): WorldStore {
  return {
    load: async () => {
      const rows = await db.simulatorEntity.findMany({ where: { worldId: WORLD } });
      return rows.map(({ kind, entityId, json }) => ({ kind, id: entityId, json }));
    },
    save: async (put, remove) => {
      await transaction(db, async (tx) => {
        for (const { kind, id } of remove) {
          await tx.simulatorEntity.deleteMany({ where: { worldId: WORLD, kind, entityId: id } });
        }
        await upsertAll(tx, put);
      });
    },
  };
}

async function upsertAll(
  tx: Parameters<Parameters<typeof transaction>[1]>[0],
  put: readonly StoredEntity[],
): Promise<void> {
  if (put.length === 0) return;
  // One statement, whatever the number: a receiving day touches hundreds of entities.
  await tx.$executeRaw`
    INSERT INTO "SimulatorEntity" ("worldId", "kind", "entityId", "json")
    SELECT ${WORLD}, * FROM unnest(
      ${put.map(({ kind }) => kind)}::text[],
      ${put.map(({ id }) => id)}::text[],
      ${put.map(({ json }) => json)}::text[]
    )
    ON CONFLICT ("worldId", "kind", "entityId") DO UPDATE SET "json" = EXCLUDED."json"`;
}
