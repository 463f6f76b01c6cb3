import type { Context } from '#lib/context/server';
import { marketplaceById } from '#lib/kernel';

/** The time of the account's first store, as everywhere outside of a plan. */
export function timeZoneOf({ connection }: Pick<Context, 'connection'>): string {
  return marketplaceById(connection.marketplaceIds[0] ?? '')?.timeZone ?? 'UTC';
}
