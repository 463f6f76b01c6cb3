import { Prisma, type Tx } from '#lib/db';
import { type Instant } from '#lib/kernel';
import { amazonCode, type CallRecord } from '#lib/sp-api';

/** Remembers when the seller let the application in; the authorisation is good for a year. */
export async function noteAuthorised(
  tx: Pick<Tx, 'connectionHealth'>,
  connectionId: string,
  at: Instant,
): Promise<void> {
  const okAt = new Date(at);
  const key = { connectionId, kind: 'authorisation', name: '' };
  await tx.connectionHealth.upsert({
    where: { connectionId_kind_name: key },
    create: { ...key, okAt },
    update: { okAt },
  });
}

/** What calls have told about a connection since it was last written down. */
export type Told = {
  readonly kind: 'token' | 'operation' | 'code';
  readonly name: string;
  count: number;
  okAt?: Instant;
  failedAt?: Instant;
  failure?: string;
  deniedAt?: Instant;
  throttledAt?: Instant;
  rate?: number;
};

const TOKEN = 'lwa.token';

/** Adds one call to what has been told. Only codes are kept: no word of Amazon's, no content. */
export function addCall(told: Map<string, Told>, call: CallRecord): void {
  const kind = call.operation === TOKEN ? 'token' : 'operation';
  const at = call.at + call.milliseconds;
  const entry = entryOf(told, kind, kind === 'token' ? '' : call.operation);
  entry.count += 1;
  if (call.codes.length === 0) entry.okAt = at;
  else {
    entry.failedAt = at;
    entry.failure = call.codes.join(' ').slice(0, 200);
  }
  if (call.status === 429) entry.throttledAt = at;
  // An expired token is refused in the same way, and is renewed at once.
  if (call.status === 403) entry.deniedAt = at;
  if (call.rate !== undefined) entry.rate = call.rate;
  for (const code of call.problemCodes ?? []) {
    if (amazonCode(code)) continue;
    const unknown = entryOf(told, 'code', code.slice(0, 100));
    unknown.count += 1;
    unknown.failedAt = at;
  }
}

function entryOf(told: Map<string, Told>, kind: Told['kind'], name: string): Told {
  const key = `${kind} ${name}`;
  const entry = told.get(key) ?? { kind, name, count: 0 };
  told.set(key, entry);
  return entry;
}

/** Writes it down in one statement; a connection that is gone takes its health with it. */
export async function saveTold(
  tx: Pick<Tx, '$executeRaw'>,
  connectionId: string,
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return;
  const date = (at: Instant | undefined) => (at === undefined ? null : new Date(at));
  const rows = told.map(
    (each) => Prisma.sql`(${connectionId}, ${each.kind}, ${each.name}, ${each.count}::int,
      ${date(each.okAt)}::timestamptz, ${date(each.failedAt)}::timestamptz,
      ${each.failure ?? null}::text, ${date(each.deniedAt)}::timestamptz,
      ${date(each.throttledAt)}::timestamptz, ${each.rate ?? null}::float8)`,
  );
  await tx.$executeRaw`
    INSERT INTO "ConnectionHealth" AS known ("connectionId", "kind", "name", "count", "okAt",
      "failedAt", "failure", "deniedAt", "throttledAt", "rate")
    SELECT told.* FROM (VALUES ${Prisma.join(rows)}) AS told(c, k, n, count, ok, failed, failure,
      denied, throttled, rate)
    WHERE EXISTS (SELECT 1 FROM "Connection" WHERE "id" = told.c)
    ON CONFLICT ("connectionId", "kind", "name") DO UPDATE SET
      "count" = known."count" + EXCLUDED."count",
      "okAt" = COALESCE(EXCLUDED."okAt", known."okAt"),
      "failedAt" = COALESCE(EXCLUDED."failedAt", known."failedAt"),
      "failure" = COALESCE(EXCLUDED."failure", known."failure"),
      "deniedAt" = COALESCE(EXCLUDED."deniedAt", known."deniedAt"),
      "throttledAt" = COALESCE(EXCLUDED."throttledAt", known."throttledAt"),
      "rate" = COALESCE(EXCLUDED."rate", known."rate")`;
}
