import type { Context } from '#lib/context/server';
import type { RefusedRow } from '#lib/flat-files';
import { type Instant, optional, type Problem } from '#lib/kernel';

/** One reading of a listings report, and what came of it. */
export type ListingsImport = {
  readonly id: string;
  readonly source: 'report' | 'file';
  readonly state: 'running' | 'done' | 'failed';
  readonly fileName?: string;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly refused: readonly RefusedRow[];
  readonly unknownColumns: readonly string[];
  readonly problems: readonly Problem[];
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
};

export type Imports = {
  /** the one begun last, whatever became of it */
  readonly last?: ListingsImport;
  /** when Amazon's own report was last taken in */
  readonly syncedAt?: Instant;
};

/** What is to be told about reading the listings of one marketplace. */
export async function importsOf(context: Context, marketplaceId: string): Promise<Imports> {
  const where = {
    workspaceId: context.workspaceId,
    connectionId: context.connection.id,
    marketplaceId,
  };
  const [last, synced] = await Promise.all([
    context.db.listingsImport.findFirst({
      where,
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    }),
    context.db.listingsImport.findFirst({
      where: { ...where, source: 'report', state: 'done' },
      orderBy: { finishedAt: 'desc' },
      select: { finishedAt: true },
    }),
  ]);
  return {
    ...optional('last', last ? asImport(last) : undefined),
    ...optional('syncedAt', synced?.finishedAt?.getTime()),
  };
}

type ImportRow = NonNullable<Awaited<ReturnType<Context['db']['listingsImport']['findFirst']>>>;

// `saveImport` and `carrySync` alone write these columns, so their shapes are known.
function asImport(row: ImportRow): ListingsImport {
  return {
    id: row.id,
    source: row.source === 'file' ? 'file' : 'report',
    state: row.state === 'running' || row.state === 'failed' ? row.state : 'done',
    ...optional('fileName', row.fileName ?? undefined),
    read: row.read,
    added: row.added,
    changed: row.changed,
    refused: row.refused as unknown as readonly RefusedRow[],
    unknownColumns: row.unknownColumns,
    problems: row.problems as unknown as readonly Problem[],
    startedAt: row.startedAt.getTime(),
    ...optional('finishedAt', row.finishedAt?.getTime()),
  };
}
