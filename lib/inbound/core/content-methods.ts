import { marketplaceById, type Money, money, problem } from '#lib/kernel';
import { blocking, type Findings } from './findings.ts';
import type { BoxItem, ContentMethod, InboundPlan, PackingOffer } from './inbound-plan.ts';

/** The ways Amazon learns what is in the boxes (`contentInformationSource`, 2024-03-20). */
export const CONTENT_METHODS = ['BOX_CONTENT_PROVIDED', 'BARCODE_2D', 'MANUAL_PROCESS'] as const;

export function contentMethodOf({ contentMethod = CONTENT_METHODS[0] }: InboundPlan) {
  return contentMethod;
}

/** The ways on offer, in our order; those that Amazon may add later are none we could go. */
export function contentMethodsOn(offer: PackingOffer | undefined): readonly ContentMethod[] {
  const offered = namedBy(offer);
  return CONTENT_METHODS.filter((method) => offered.includes(method));
}

// Only packing options name ways; without one, as where boxes are told per shipment, it is by words.
function namedBy(offer: PackingOffer | undefined): readonly string[] {
  return offer?.contentMethods ?? ['BOX_CONTENT_PROVIDED'];
}

/** R47: contents are told only in a way that the packing option takes. */
export function checkMethod(plan: InboundPlan): Findings {
  const method = contentMethodOf(plan);
  const methods = namedBy(plan.packing?.offer);
  return blocking(
    methods.includes(method)
      ? undefined
      : problem('content-method-not-offered', { method, methods }, 'contentMethod'),
  );
}

/** The boxes as Amazon hears and tells of them: contents are told in words or not at all (R45). */
export function asTold<Box extends { readonly items: readonly BoxItem[] }>(
  plan: InboundPlan,
  boxes: readonly Box[],
): readonly Box[] {
  if (contentMethodOf(plan) === 'BOX_CONTENT_PROVIDED') return boxes;
  return boxes.map((box) => ({ ...box, items: [] }));
}

/** What Amazon takes for each unit that it counts itself: until the end of September, and after it. */
export type ManualFee = { readonly perUnit: Money; readonly fromOctober: Money };

// The manual processing fee in minor units (checked 2026-11-23): UK and EU as Amazon's help names
// it, the US as sellers report it, dearer from October to December. Elsewhere no figure is known.
const CENTS: Readonly<Record<string, readonly [number, number]>> = {
  US: [15, 30],
  GB: [12, 12],
  DE: [14, 14],
  ES: [14, 14],
  FR: [14, 14],
  IT: [14, 14],
  NL: [14, 14],
};

export function manualFee(marketplaceId: string): ManualFee | undefined {
  const marketplace = marketplaceById(marketplaceId);
  const cents = marketplace && CENTS[marketplace.country];
  if (!cents) return undefined;
  const [perUnit, fromOctober] = cents;
  const { currency } = marketplace;
  return { perUnit: money(perUnit, currency), fromOctober: money(fromOctober, currency) };
}
