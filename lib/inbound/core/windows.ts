import { type Instant, problem, type Problem } from '#lib/kernel';
import type { PlanShipment, WindowOffer } from './inbound-plan.ts';
import { hasLapsed } from './placement.ts';

/** A confirmed window may be changed until it begins, or as Amazon says (R81, R82). */
export function mayChangeWindow({ window }: PlanShipment, now: Instant): boolean {
  return window !== undefined && now < (window.editableUntil ?? window.startsAt);
}

/** R82: why a shipment keeps the window that it has. */
export function whyWindowStays(
  shipment: PlanShipment,
  wanted: WindowOffer | undefined,
  now: Instant,
): Problem | undefined {
  const at = `windows.${shipment.id}`;
  if (!mayChangeWindow(shipment, now)) return problem('window-settled', {}, at);
  if (!wanted) return problem('window-gone', {}, at);
  if (wanted.id === shipment.window?.id) return problem('window-same', {}, at);
  if (wanted.availability === 'BLOCKED') return problem('window-blocked', {}, at);
  if (hasLapsed(wanted.validUntil, now)) return problem('window-expired', {}, at);
  return undefined;
}
