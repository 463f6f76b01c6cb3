import type { Context } from '#lib/context/server';
import { HOUR, marketplaceById, MINUTE } from '#lib/kernel';
import type { InboundPlan } from '../core/inbound-plan.ts';

/** Today in the calendar of the plan's store, YYYY-MM-DD. */
export function storeDay(
  context: Pick<Context, 'clock'>,
  plan: Pick<InboundPlan, 'marketplaceId'>,
): string {
  const timeZone = marketplaceById(plan.marketplaceId)?.timeZone ?? 'UTC';
  // The Swedish way of writing a date is ISO's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(
    context.clock.now(),
  );
}

/**
 * When boxes may be picked up on a day: its noon in the store's zone, or in an hour when that has
 * passed; whole minutes, since Amazon wants no seconds.
 */
export function instantOfDay(
  context: Pick<Context, 'clock'>,
  plan: Pick<InboundPlan, 'marketplaceId'>,
  day: string,
): number {
  const timeZone = marketplaceById(plan.marketplaceId)?.timeZone ?? 'UTC';
  const asUtc = Date.parse(`${day}T12:00:00Z`);
  const noon = asUtc - offsetOf(asUtc, timeZone);
  const soonest = Math.ceil((context.clock.now() + HOUR) / MINUTE) * MINUTE;
  return Math.max(noon, soonest);
}

function offsetOf(instant: number, timeZone: string): number {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - instant;
}
