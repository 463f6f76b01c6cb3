import { type Context, forbidden } from '#lib/context/server';
import { toJson, transaction } from '#lib/db';
import { type ListingRow, readListingsReport, type RefusedRow } from '#lib/flat-files';
import { enqueue } from '#lib/jobs';
import {
  marketplaceById,
  moneyFromDecimal,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
} from '#lib/kernel';
import { type ListingFacts, upsertListings } from '../store.ts';
import { practiceListing } from '../practice-listing.ts';
import { FNSKU_JOB } from './read-fnskus.ts';

/** The largest report that is read at once; a seller with a million listings has about 300 MB. */
const LARGEST_BYTES = 50 * 1024 * 1024;
const MOST_REFUSALS_KEPT = 1_000;

export type ListingsFile = {
  readonly marketplaceId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

export type ImportOutcome = {
  readonly importId: string;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly refused: readonly RefusedRow[];
  /** columns that nothing is known about, as the file names them */
  readonly unknownColumns: readonly string[];
};

/** Takes the listings of a report file in; rows that cannot be used are told, the others come. */
export async function importListingsFile(
  context: Context,
  file: ListingsFile,
): Promise<Result<ImportOutcome>> {
  const notAllowed = forbidden(context, 'convert-listings');
  if (notAllowed) return refuse(notAllowed);
  if (!context.connection.marketplaceIds.includes(file.marketplaceId)) {
    return refuse(problem('marketplace-not-connected', { marketplace: file.marketplaceId }));
  }
  if (file.bytes.byteLength > LARGEST_BYTES) {
    return refuse(problem('file-too-large', { megabytes: LARGEST_BYTES / 1024 / 1024 }));
  }
  const importId = crypto.randomUUID();
  const taken = await takeReport(context, { ...file, source: 'file', importId });
  if (!taken.ok) return taken;
  const { marketplaceId } = file;
  await transaction(context.db, (tx) =>
    enqueue(
      tx,
      FNSKU_JOB,
      { importId },
      { singletonKey: `${context.connection.id} ${marketplaceId}` },
    ),
  );
  return taken;
}

export type Report = {
  readonly importId: string;
  readonly marketplaceId: string;
  readonly source: 'file' | 'report';
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly reportId?: string;
};

/** Reads a report and saves its listings, with a row that says what came of it. */
export async function takeReport(context: Context, report: Report): Promise<Result<ImportOutcome>> {
  const startedAt = context.clock.now();
  const read = readListingsReport(report.bytes);
  if (!read.ok) {
    await saveImport(context, report, { startedAt, problems: read.problems });
    return read;
  }
  const currency = marketplaceById(report.marketplaceId)?.currency ?? 'USD';
  const facts = read.value.listings.map((row) => factsOf(row, report.marketplaceId, currency));
  const written = await upsertListings(context, report.marketplaceId, facts);
  if (report.source === 'file') {
    const stock = read.value.listings.map((row) => practiceListing(row, report.marketplaceId));
    await context.stockPractice?.(stock);
  }
  const outcome: ImportOutcome = {
    importId: report.importId,
    read: read.value.listings.length,
    ...written,
    refused: read.value.refused,
    unknownColumns: read.value.unknownColumns,
  };
  await saveImport(context, report, { startedAt, problems: [], outcome });
  return ok(outcome);
}

async function saveImport(
  context: Context,
  report: Report,
  result: {
    readonly startedAt: number;
    readonly problems: readonly Problem[];
    readonly outcome?: ImportOutcome;
  },
): Promise<void> {
  const { outcome, problems } = result;
  const data = {
    workspaceId: context.workspaceId,
    connectionId: context.connection.id,
    marketplaceId: report.marketplaceId,
    source: report.source,
    state: problems.length === 0 ? 'done' : 'failed',
    ...optional('fileName', report.fileName),
    ...optional('reportId', report.reportId),
    read: outcome?.read ?? 0,
    added: outcome?.added ?? 0,
    changed: outcome?.changed ?? 0,
    refused: toJson((outcome?.refused ?? []).slice(0, MOST_REFUSALS_KEPT)),
    unknownColumns: [...(outcome?.unknownColumns ?? [])],
    problems: toJson(problems),
    startedAt: new Date(result.startedAt),
    finishedAt: new Date(context.clock.now()),
  };
  await context.db.listingsImport.upsert({
    where: { id: report.importId },
    create: { id: report.importId, ...data },
    update: data,
  });
}

function factsOf(row: ListingRow, marketplaceId: string, currency: string): ListingFacts {
  return {
    marketplaceId,
    sku: row.sku,
    asin: row.asin,
    title: row.title,
    condition: row.condition ?? 'new',
    channel: row.channel,
    ...optional('gtin', gtinOf(row.productId)),
    status: row.status ?? 'unknown',
    ...optional(
      'price',
      row.price === undefined ? undefined : moneyFromDecimal(Number(row.price), currency),
    ),
    ...optional('quantity', row.quantity),
    isParent: false,
  };
}

/** The number of the maker's barcode, where the report names the product by it. */
function gtinOf(productId: ListingRow['productId']): string | undefined {
  if (productId === undefined || productId.type === 'ASIN') return undefined;
  return /^\d{8,14}$/.test(productId.value) ? productId.value : undefined;
}
