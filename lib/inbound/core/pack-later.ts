import { marketplaceById, problem, type Problem } from '#lib/kernel';
import type { InboundPlan } from './inbound-plan.ts';

// From where to where Send to Amazon offers no packing afterwards (help of Send to Amazon, "Skip
// packing", checked 2026-11-23).
const NOT_ON_LANE: Readonly<Record<string, readonly string[]>> = {
  US: ['VN', 'GB', 'TW', 'TH', 'MX', 'KR', 'DE', 'CN'],
  GB: ['US'],
  DE: ['US'],
  SA: ['CN'],
  JP: ['CN'],
  AU: ['CN'],
  AE: ['CN'],
};

/** Why boxes cannot be told after the placement: for individual units on pallets only. */
export function whyNotPackLater(plan: InboundPlan): Problem | undefined {
  const cased = plan.lines.find((line) => line.case !== undefined);
  if (cased) return problem('pack-later-with-cases', { sku: cased.sku }, 'packsLater');
  const to = marketplaceById(plan.marketplaceId)?.country ?? '';
  const from = plan.shipFrom?.countryCode ?? '';
  if (NOT_ON_LANE[to]?.includes(from)) {
    return problem('pack-later-not-on-lane', { from, to }, 'packsLater');
  }
  return undefined;
}
