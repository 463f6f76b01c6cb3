import { createOwner } from '#lib/auth/server';
import type { Context } from '#lib/context';
import { contextOfConnection, createPracticeConnection } from '#lib/context/server';
import { openClient, type Db } from '#lib/db';
import { migrate, reachDatabase } from '#lib/db/server';
import type { InboundPlan, PlannedBox } from '#lib/inbound';
import { clocks, landedCostBoard, listPlans, planCosts, viewPlan } from '#lib/inbound/server';
import {
  aBox,
  aLine,
  aPackedPlan,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  planColumns,
} from '#lib/inbound/testing';
import { DAY, HOUR } from '#lib/kernel';
import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { timed, verdict } from './orders/timed.ts';

type Print = (line: string) => void;

const US = 'ATVPDKIKX0DER';
const NAME = 'Bench of plans';
const PLANS = 20_000;
const LARGE = 'bench-large-plan';
const LARGE_SKUS = 1_500;
const LARGE_BOXES = 2_000;
const LIST_MOST_MS = 50;
const PAGE_MOST_MS = 300;
const RUNS = 40;

/** The plan list and the clocks over many plans, and one large plan, in PostgreSQL. */
export async function benchInboundLists(print: Print): Promise<void> {
  const folder = path.join(tmpdir(), 'firstleg-bench-inbound');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  process.env.FIRSTLEG_DATA_DIR = folder;
  const database = await reachDatabase({ dataDir: folder, databaseUrl: undefined });
  try {
    await migrate(database.url);
    const db = openClient(database.url, 4);
    try {
      await measure(await filledYard(db), print);
    } finally {
      await db.$disconnect();
    }
  } finally {
    await database.close();
  }
}

async function measure(context: Context, print: Print): Promise<void> {
  const list = (filter: 'open' | 'closed' | 'all', page: number, search = '') =>
    listPlans(context, { filter, page, pageSize: 50, search });
  const pieces: readonly (readonly [string, number, () => Promise<unknown>])[] = [
    [`plan list, open, of ${PLANS} plans`, LIST_MOST_MS, () => list('open', 1)],
    ['plan list, closed', LIST_MOST_MS, () => list('closed', 1)],
    ['plan list, all, page 100', LIST_MOST_MS, () => list('all', 100)],
    ['plan list, all, by name', LIST_MOST_MS, () => list('all', 1, 'shipment 19')],
    ['clocks', LIST_MOST_MS, () => clocks(context)],
    [
      `a plan of ${LARGE_SKUS} SKUs and ${LARGE_BOXES} boxes, read`,
      PAGE_MOST_MS,
      () => viewPlan(context, LARGE),
    ],
    ['its landed-cost board', PAGE_MOST_MS, () => landedCostBoard(context, LARGE)],
    ['its first-leg costs', PAGE_MOST_MS, () => planCosts(context, LARGE)],
  ];
  for (const [name, most, call] of pieces) {
    const times = await timed(call, RUNS);
    print(
      `${name}: median ${times.p50.toFixed(1)} ms, p95 ${times.p95.toFixed(1)} ms ` +
        `(${verdict(times, most)})`,
    );
  }
}

async function filledYard(db: Db): Promise<Context> {
  const known = await db.connection.findFirst({ where: { name: NAME } });
  const connectionId = known?.id ?? (await openYard(db));
  const context = await contextOfConnection(db, connectionId);
  if (!context) throw new Error('the yard of the bench is gone');
  if ((await db.inboundPlan.count({ where: { connectionId } })) === 0) await fill(context);
  return context;
}

async function openYard(db: Db): Promise<string> {
  const devices = { db, clock: { now: Date.now } };
  const owner = { email: 'plans@firstleg.example', password: 'twenty thousand plans' };
  const made = await createOwner(devices, { ...owner, name: 'Bench', workspaceName: NAME });
  if (!made.ok) throw new Error('the owner of the bench could not be made');
  const workspace = await db.workspace.findFirstOrThrow({ where: { name: NAME } });
  return createPracticeConnection(db, {
    workspaceId: workspace.id,
    name: NAME,
    marketplaceIds: [US],
    actor: { name: 'Bench', role: 'owner' },
  });
}

async function fill(context: Context): Promise<void> {
  const now = context.clock.now();
  const plans = Array.from({ length: PLANS }, (_, index) => onePlan(index, now));
  for (const part of [...parts(plans, 500), [largePlan(now)]]) {
    await context.db.inboundPlan.createMany({ data: part.map((plan) => rowOf(context, plan)) });
  }
  await context.db.$executeRaw`ANALYZE`;
}

function* parts<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** A third still packs, a third is on its way, a third has closed, some of it short. */
function onePlan(index: number, now: number): InboundPlan {
  const id = `bench-${index}`;
  const at = now - (index % 60) * DAY;
  const facts = { id, name: `Shipment ${index}`, createdAt: at, amazonCreatedAt: at };
  if (index % 3 === 0) return aPackedPlan(facts);
  const transport = aTransportOffer({ voidableUntil: now + (index % 48) * HOUR });
  const isClosed = index % 3 === 2;
  const shipment = aShipment({
    id: `sh-${index}`,
    status: isClosed ? 'CLOSED' : 'IN_TRANSIT',
    transport,
    items: [{ sku: 'MUG-RED', shipped: 12, received: isClosed && index % 2 === 0 ? 10 : 12 }],
  });
  return aShippedPlan(transport, { ...facts, shipments: [shipment] });
}

function largePlan(now: number): InboundPlan {
  const lines = Array.from({ length: LARGE_SKUS }, (_, index) =>
    aLine({ sku: `SKU-${index}`, asin: `B${index}`, fnsku: `X${index}`, quantity: 40 }),
  );
  const boxes: PlannedBox[] = Array.from({ length: LARGE_BOXES }, (_, index) =>
    aBox({
      copies: 1,
      items: [0, 1, 2].map((more) => ({
        sku: `SKU-${(index * 3 + more) % LARGE_SKUS}`,
        quantity: 10,
      })),
    }),
  );
  const [pattern] = aShipment().boxes;
  const shipment = aShipment({
    id: 'sh-large',
    items: lines.map(({ sku, quantity }) => ({ sku, shipped: quantity })),
    boxes: boxes.map(({ items }, index) => ({
      ...pattern,
      packageId: `pk-${index}`,
      boxId: `FBA15LARGEU${String(index + 1).padStart(6, '0')}`,
      items,
    })),
  });
  return aShippedPlan(aTransportOffer(), {
    id: LARGE,
    name: 'A large one',
    createdAt: now,
    amazonCreatedAt: now,
    // So that it is not asked of an Amazon that has never heard of it.
    seenAt: now + 10 * DAY,
    lookedAt: now + 10 * DAY,
    lines,
    boxes,
    shipments: [shipment],
  });
}

function rowOf({ workspaceId, connection }: Context, plan: InboundPlan) {
  return {
    ...planColumns(plan, plan.createdAt),
    id: plan.id,
    workspaceId,
    connectionId: connection.id,
    marketplaceId: plan.marketplaceId,
    createdAt: new Date(plan.createdAt),
  };
}
