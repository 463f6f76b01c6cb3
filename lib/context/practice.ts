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

/** The one simulated Amazon of an installation; every workspace practises in it as its own seller. */
const WORLD = 'practice';
const SEED = 20_260_324;

// On globalThis because a development server loads this file again after every edit.
const shared = globalThis as { firstlegPractice?: Promise<Simulator> | undefined };

export function practiceAmazon(db: Db): Promise<Simulator> {
  shared.firstlegPractice ??= openPracticeAmazon(db, { now: Date.now });
  return shared.firstlegPractice;
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
  });
}

/** Lets clients on this machine speak to the practice Amazon, and browsers open its shop. */
export async function exposePractice(db: Db, port: number): Promise<Listening> {
  return listen(await practiceAmazon(db), port);
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
