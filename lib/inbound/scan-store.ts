import { type Context, writeAudit } from '#lib/context/server';
import { toJson, transaction, type Tx } from '#lib/db';
import { optional } from '#lib/kernel';
import type { ItemCode } from './core/pack-codes.ts';
import { type PackDeed, packEventId, type PackScan } from './core/pack-log.ts';

type Reader = Pick<Context, 'db' | 'workspaceId'>;
export type TakenScan = PackScan & { readonly position: number; readonly actorName: string };

/** What came in after a place in a plan's log, in the order in which it came. */
export async function scansAfter(
  { db, workspaceId }: Reader,
  planId: string,
  { after, most }: { readonly after: number; readonly most?: number },
): Promise<readonly TakenScan[]> {
  const rows = await db.packScan.findMany({
    where: { planId, workspaceId, position: { gt: after } },
    orderBy: { position: 'asc' },
    ...optional('take', most),
  });
  // Written by `appendScans` alone.
  return rows.map(({ position, station, sequence, at, actorName, deed }) => ({
    position,
    station,
    sequence,
    at: at.getTime(),
    actorName,
    deed: deed as unknown as PackDeed,
  }));
}

/**
 * Adds scans to a plan's log, each once however often it is sent. False, and nothing added, when a
 * station tells something else of a scan than it told before.
 */
export async function appendScans(
  context: Context,
  planId: string,
  scans: readonly PackScan[],
): Promise<boolean> {
  const names = await namesOf(context, scans);
  return transaction(context.db, async (tx) => {
    // One writer at a time: who reads the log up to a position has read everything before it.
    await tx.$queryRaw`
      SELECT "id" FROM "InboundPlan"
      WHERE "id" = ${planId} AND "workspaceId" = ${context.workspaceId} FOR UPDATE`;
    const fresh = await freshAmong(tx, planId, scans);
    if (fresh === undefined) return false;
    if (fresh.length === 0) return true;
    const last = await tx.packScan.findFirst({
      where: { planId },
      orderBy: { position: 'desc' },
      select: { position: true },
    });
    const start = (last?.position ?? 0) + 1;
    await tx.packScan.createMany({
      data: fresh.map(({ station, sequence, at, by, deed }, index) => ({
        planId,
        workspaceId: context.workspaceId,
        position: start + index,
        station,
        sequence,
        kind: deed.kind,
        deed: toJson(deed),
        undoes: deed.kind === 'undone' ? deed.eventId : null,
        at: new Date(at),
        actorName: names.get(by ?? '') ?? context.actor.name,
        receivedAt: new Date(context.clock.now()),
      })),
    });
    await writeAudit(tx, context, {
      objectType: 'pack-log',
      objectId: planId,
      verb: 'record-scans',
      after: { from: start, count: fresh.length },
    });
    return true;
  });
}

/** The scans that the log does not have yet; undefined when one of them contradicts it. */
async function freshAmong(
  tx: Tx,
  planId: string,
  scans: readonly PackScan[],
): Promise<readonly PackScan[] | undefined> {
  const known = new Map<string, string>();
  const rows = await tx.packScan.findMany({
    where: {
      planId,
      station: { in: [...new Set(scans.map(({ station }) => station))] },
      sequence: { in: [...new Set(scans.map(({ sequence }) => sequence))] },
    },
  });
  for (const row of rows)
    known.set(packEventId(row.station, row.sequence), told(row.at.getTime(), row.deed));
  const fresh: PackScan[] = [];
  for (const scan of scans) {
    const id = packEventId(scan.station, scan.sequence);
    const says = told(scan.at, scan.deed);
    const said = known.get(id);
    if (said !== undefined && said !== says) return undefined;
    if (said === undefined) fresh.push(scan);
    known.set(id, says);
  }
  return fresh;
}

// PostgreSQL keeps the fields of a JSON value in an order of its own.
function told(at: number, deed: unknown): string {
  return `${at} ${JSON.stringify(sorted(deed))}`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The members of the workspace who scanned; whoever is none is not believed. */
async function namesOf(
  { db, workspaceId }: Reader,
  scans: readonly PackScan[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(scans.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  if (ids.length === 0) return new Map();
  const members = await db.member.findMany({
    where: { workspaceId, userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(members.map(({ userId, user }) => [userId, user.name]));
}

const MOST_CODES = 5_000;

/** What codes stand for, as it was told at any bench of the workspace, the last word last. */
export async function taughtCodes({ db, workspaceId }: Reader): Promise<readonly ItemCode[]> {
  const rows = await db.packScan.findMany({
    where: { workspaceId, kind: 'taught' },
    orderBy: [{ receivedAt: 'desc' }, { position: 'desc' }],
    take: MOST_CODES,
  });
  const idOf = (row: (typeof rows)[number]) => packEventId(row.station, row.sequence);
  const undone = await db.packScan.findMany({
    where: { workspaceId, undoes: { in: rows.map(idOf) } },
    select: { planId: true, undoes: true },
  });
  const gone = new Set(undone.map(({ planId, undoes }) => `${planId} ${undoes}`));
  return rows
    .filter((row) => !gone.has(`${row.planId} ${idOf(row)}`))
    .toReversed()
    .map(({ deed }) => {
      const { code, sku, units } = deed as unknown as ItemCode;
      return { code, sku, units };
    });
}
