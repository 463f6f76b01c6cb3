import type { Context } from '#lib/context/server';
import { HOUR, optional, problem, type Problem } from '#lib/kernel';
import type { AmazonFailure } from '#lib/sp-api';
import {
  conversionPatches,
  isConverted,
  issueProblems,
  type ItemFacts,
  readItem,
} from '../amazon.ts';
import type { ConversionProgress, ConversionState, Listing } from '../core/listing.ts';
import { listingsById, type ListingFacts, saveConversion } from '../store.ts';

const WATCH_SECONDS = 3;
/** Amazon takes minutes; after this the seller is told that something is stuck. */
const LONGEST_WAIT = 24 * HOUR;

export type ConversionOutcome = { readonly again?: number };

/**
 * Carries one conversion on: eligibility, a dry run, the patch, and the watch for the FNSKU. Every
 * call may be repeated, so a crash anywhere only repeats it.
 */
export async function carryConversion(
  context: Context,
  listingId: string,
): Promise<ConversionOutcome> {
  const [listing] = await listingsById(context, [listingId]);
  const progress = listing?.conversion;
  if (!listing || !progress) return {};
  if (progress.state === 'checking') return check(context, listing, progress);
  if (progress.state === 'asked' || progress.state === 'waiting') {
    return watch(context, listing, progress);
  }
  return {};
}

async function check(
  context: Context,
  listing: Listing,
  progress: ConversionProgress,
): Promise<ConversionOutcome> {
  const { request } = progress;
  const ineligible = request.to === 'amazon' ? await eligibility(context, listing, progress) : [];
  if ('failure' in ineligible) return failed(context, listing, progress, ineligible.failure);
  if (ineligible.length > 0) return end(context, listing, progress, 'refused', ineligible);

  const item = await readListing(context, listing);
  if ('failure' in item) return failed(context, listing, progress, item.failure);
  const body = {
    productType: item.productType,
    patches: conversionPatches(request, {
      marketplaceId: listing.marketplaceId,
      channels: item.channels,
    }),
  };
  const call = { sellerId: context.connection.sellerId, sku: listing.sku, body };
  const marketplaceIds = [listing.marketplaceId];
  const dryRun = await context.amazon.listings.patchListingsItem({
    ...call,
    marketplaceIds,
    mode: 'VALIDATION_PREVIEW',
  });
  if (!dryRun.ok) return failed(context, listing, progress, dryRun.failure);
  const against = issueProblems(dryRun.value.issues, listing.sku);
  if (against.length > 0) return end(context, listing, progress, 'refused', against);

  const patched = await context.amazon.listings.patchListingsItem({ ...call, marketplaceIds });
  if (!patched.ok) return failed(context, listing, progress, patched.failure);
  const problems = issueProblems(patched.value.issues, listing.sku);
  if (patched.value.status === 'INVALID' || problems.length > 0) {
    return end(context, listing, progress, 'refused', problems);
  }
  await saveConversion(
    context,
    listing,
    { ...progress, state: 'asked', askedAt: context.clock.now() },
    {
      facts: {
        productType: item.productType,
        ...optional('dimensions', request.dimensions),
        ...optional('weight', request.weight),
      },
    },
  );
  return { again: WATCH_SECONDS };
}

type Failed = { readonly failure: AmazonFailure };

// R2, R9: the preview goes by ASIN; one program for FBA, a second one for manufacturer barcodes.
async function eligibility(
  context: Context,
  listing: Listing,
  progress: ConversionProgress,
): Promise<Problem[] | Failed> {
  const programs =
    progress.request.barcode === 'manufacturer'
      ? (['INBOUND', 'COMMINGLING'] as const)
      : (['INBOUND'] as const);
  for (const program of programs) {
    const preview = await context.amazon.eligibility.getItemEligibilityPreview({
      asin: listing.asin,
      program,
      marketplaceIds: [listing.marketplaceId],
    });
    if (!preview.ok) return { failure: preview.failure };
    const { payload } = preview.value;
    if (payload?.isEligibleForProgram !== false) continue;
    const told = payload.ineligibilityReasonList ?? ['UNKNOWN_INB_ERROR_CODE'];
    const reasons = told.filter((code) => !isMendedByPatch(code, progress));
    if (reasons.length === 0) continue;
    return reasons.map((code) =>
      problem('not-eligible', { sku: listing.sku, amazonCode: code }, `listings.${listing.sku}`),
    );
  }
  return [];
}

// FBA_INB_0004 says that the package dimensions are missing (eligibility model, 2026-11-23); the
// patch that follows brings them, so it must not be stopped by their absence.
function isMendedByPatch(code: string, { request }: ConversionProgress): boolean {
  return (
    code === 'FBA_INB_0004' && request.dimensions !== undefined && request.weight !== undefined
  );
}

async function readListing(context: Context, listing: Listing): Promise<ItemFacts | Failed> {
  const item = await context.amazon.listings.getListingsItem({
    sellerId: context.connection.sellerId,
    sku: listing.sku,
    marketplaceIds: [listing.marketplaceId],
    includedData: ['summaries', 'fulfillmentAvailability', 'issues', 'productTypes'],
  });
  return item.ok ? readItem(item.value, listing.marketplaceId) : { failure: item.failure };
}

async function watch(
  context: Context,
  listing: Listing,
  progress: ConversionProgress,
): Promise<ConversionOutcome> {
  const item = await readListing(context, listing);
  if ('failure' in item) return failed(context, listing, progress, item.failure);
  const { request } = progress;
  if (isConverted(item, request)) {
    if (request.to === 'merchant') {
      const facts = { channel: 'merchant', ...optional('quantity', request.quantity) } as const;
      return end(context, listing, progress, 'reverted', [], facts);
    }
    if (item.fnsku !== undefined) {
      const facts = { channel: 'amazon', fnsku: item.fnsku } as const;
      return end(context, listing, progress, 'converted', [], facts);
    }
    if (progress.state === 'asked') {
      await saveConversion(
        context,
        listing,
        { ...progress, state: 'waiting' },
        { facts: { channel: 'amazon' } },
      );
    }
  }
  const waited = context.clock.now() - progress.askedAt;
  if (waited < LONGEST_WAIT) return { again: waited < 60_000 ? WATCH_SECONDS : 60 };
  const stuck = problem('conversion-stuck', { sku: listing.sku }, `listings.${listing.sku}`);
  return end(context, listing, progress, 'refused', [stuck]);
}

async function end(
  context: Context,
  listing: Listing,
  progress: ConversionProgress,
  ...[state, problems, facts]: readonly [
    ConversionState,
    readonly Problem[],
    Partial<ListingFacts>?,
  ]
): Promise<ConversionOutcome> {
  await saveConversion(
    context,
    listing,
    { ...progress, state, problems },
    optional('facts', facts),
  );
  return {};
}

async function failed(
  context: Context,
  listing: Listing,
  progress: ConversionProgress,
  failure: AmazonFailure,
): Promise<ConversionOutcome> {
  if (failure.kind === 'throttled' || failure.kind === 'unavailable') return { again: 15 };
  const problems = failure.messages.map(({ code, message }) =>
    problem(
      failure.kind === 'rejected' ? 'amazon-refused' : `amazon-${failure.kind}`,
      {
        amazonCode: code,
        amazonMessage: message,
        operation: failure.operation,
        codes: [code],
        ...optional('requestId', failure.requestId),
      },
      `listings.${listing.sku}`,
    ),
  );
  return end(context, listing, progress, 'refused', problems);
}
