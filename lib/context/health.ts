import type { Db } from '#lib/db';
import { DAY, type Instant, SECOND } from '#lib/kernel';
import type { CallRecord } from '#lib/sp-api';
import { OPERATIONS } from '#lib/sp-api-contract';
import { addCall, saveTold, type Told } from './health-store.ts';

/** An authorisation must be renewed every year (SP-API authorisation documentation, 2026-11-23). */
const AUTHORISED_DAYS = 365;
const WRITE_EVERY_MS = 2 * SECOND;

/** How a connection is, as its calls have told over all restarts. */
export type ConnectionHealth = {
  readonly renewBy?: Instant;
  readonly token?: Outcome;
  readonly calls: number;
  readonly lastCallAt?: Instant;
  /** operations that Amazon denies because the application lacks their role */
  readonly denied: readonly { readonly operation: string; readonly at: Instant }[];
  readonly limits: readonly Limit[];
  /** codes that Firstleg has no words for */
  readonly unknownCodes: readonly { readonly code: string; readonly count: number }[];
};
export type Outcome = {
  readonly okAt?: Instant;
  readonly failedAt?: Instant;
  readonly failure?: string;
  readonly isFailing: boolean;
};
/** An operation that is given fewer calls than documented, or was given too many. */
export type Limit = {
  readonly operation: string;
  readonly documented: number;
  readonly rate: number;
  readonly throttledAt?: Instant;
};

const shared = globalThis as { firstlegTold?: Map<string, Waiting> };
type Waiting = { told: Map<string, Told>; timer?: ReturnType<typeof setTimeout> };

/** Takes note of calls and writes them down every few seconds, many at once. */
export function healthRecorder(db: Db, connectionId: string): (call: CallRecord) => void {
  const all = (shared.firstlegTold ??= new Map());
  return (call) => {
    const waiting: Waiting = all.get(connectionId) ?? { told: new Map() };
    all.set(connectionId, waiting);
    addCall(waiting.told, call);
    waiting.timer ??= setTimeout(() => void writeDown(db, connectionId), WRITE_EVERY_MS).unref();
  };
}

async function writeDown(db: Db, connectionId: string): Promise<void> {
  const waiting = shared.firstlegTold?.get(connectionId);
  if (!waiting) return;
  shared.firstlegTold?.delete(connectionId);
  clearTimeout(waiting.timer);
  // Health is told again by the next call; a call must never fail for it.
  await saveTold(db, connectionId, [...waiting.told.values()]).catch(() => undefined);
}

export async function healthOf(
  db: Db,
  { workspaceId, connectionId }: { readonly workspaceId: string; readonly connectionId: string },
): Promise<ConnectionHealth> {
  await writeDown(db, connectionId);
  const rows = await db.connectionHealth.findMany({
    where: { connectionId, connection: { workspaceId } },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  });
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const operations = of('operation');
  const [authorised] = of('authorisation');
  const [token] = of('token');
  const times = operations.flatMap(({ okAt, failedAt }) => [okAt, failedAt]);
  const last = Math.max(...times.map((at) => at?.getTime() ?? 0), 0);
  return {
    ...(authorised?.okAt && { renewBy: authorised.okAt.getTime() + AUTHORISED_DAYS * DAY }),
    ...(token && { token: outcomeOf(token) }),
    calls: operations.reduce((sum, { count }) => sum + count, 0),
    ...(last > 0 && { lastCallAt: last }),
    denied: operations.flatMap(({ name, deniedAt, okAt }) =>
      deniedAt && deniedAt.getTime() > (okAt?.getTime() ?? 0)
        ? [{ operation: name, at: deniedAt.getTime() }]
        : [],
    ),
    limits: operations.flatMap(limitOf),
    unknownCodes: of('code').map(({ name, count }) => ({ code: name, count })),
  };
}

type Row = Awaited<ReturnType<Db['connectionHealth']['findMany']>>[number];

function outcomeOf({ okAt, failedAt, failure }: Row): Outcome {
  return {
    ...(okAt && { okAt: okAt.getTime() }),
    ...(failedAt && { failedAt: failedAt.getTime() }),
    ...(failure !== null && { failure }),
    isFailing: failedAt !== null && failedAt.getTime() > (okAt?.getTime() ?? 0),
  };
}

const DOCUMENTED = new Map(OPERATIONS.map(({ api, id, rate }) => [`${api}.${id}`, rate]));

function limitOf({ name, rate, throttledAt }: Row): Limit[] {
  const documented = DOCUMENTED.get(name);
  if (documented === undefined || rate === null) return [];
  if (throttledAt === null && rate >= documented * 0.999) return [];
  return [
    {
      operation: name,
      documented,
      rate,
      ...(throttledAt && { throttledAt: throttledAt.getTime() }),
    },
  ];
}
