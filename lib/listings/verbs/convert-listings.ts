import { type Context, forbidden } from '#lib/context/server';
import { ok, type Problem, refuse, problem, type Result } from '#lib/kernel';
import { enqueue } from '#lib/jobs';
import { checkConversion } from '../core/conversion.ts';
import type { ConversionRequest } from '../core/listing.ts';
import { listingsById, saveConversion } from '../store.ts';

export const CONVERSION_JOB = 'listings.carry-conversion';

export type ConversionEntry = { readonly listingId: string; readonly request: ConversionRequest };

export type ConversionStart = {
  readonly started: readonly string[];
  readonly refused: readonly {
    readonly listingId: string;
    readonly problems: readonly Problem[];
  }[];
};

/**
 * Starts changing listings over. Each stands for itself: those that our own checks refuse are told,
 * the others go ahead.
 */
export async function convertListings(
  context: Context,
  entries: readonly ConversionEntry[],
): Promise<Result<ConversionStart>> {
  const notAllowed = forbidden(context, 'convert-listings');
  if (notAllowed) return refuse(notAllowed);
  if (entries.length === 0) return refuse(problem('nothing-chosen'));
  if (context.connection.isStopped) return refuse(problem('amazon-stopped'));
  const listings = await listingsById(
    context,
    entries.map((entry) => entry.listingId),
  );
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  const started: string[] = [];
  const refused: { listingId: string; problems: readonly Problem[] }[] = [];
  for (const { listingId, request } of entries) {
    const listing = byId.get(listingId);
    const problems = listing
      ? checkConversion(listing, request)
      : [problem('listing-not-found', {}, `listings.${listingId}`)];
    if (!listing || problems.length > 0) {
      refused.push({ listingId, problems });
      continue;
    }
    await saveConversion(
      context,
      listing,
      { state: 'checking', request, problems: [], askedAt: context.clock.now() },
      { also: (tx) => enqueue(tx, CONVERSION_JOB, { listingId }, { singletonKey: listingId }) },
    );
    started.push(listingId);
  }
  return ok({ started, refused });
}
