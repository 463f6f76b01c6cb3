import { type Instant, type Money, money, problem, SECOND } from '#lib/kernel';
import { blocking, type Findings, warning } from './findings.ts';
import { type Charge, type InboundPlan, lineKey, type PlacementOffer } from './inbound-plan.ts';
import { isStandardSize } from '#lib/fees';

/** An option this close to its end would lapse while the confirmation travels. */
const MARGIN = 5 * SECOND;

/** What a placement costs in all: fees less discounts, plan totals as Amazon quotes them. */
export function netFee(
  offer: { readonly fees: readonly Charge[]; readonly discounts: readonly Charge[] },
  currency: string,
): Money {
  const sum = (charges: readonly Charge[]) =>
    charges.reduce((total, charge) => total + charge.value.minor, 0);
  const first = offer.fees[0] ?? offer.discounts[0];
  return money(sum(offer.fees) - sum(offer.discounts), first?.value.currency ?? currency);
}

/** What the seller saw on the button when it was pressed. */
export type PlacementConsent = { readonly offerId: string; readonly agreed: Money };

/**
 * Whether the placement may be confirmed (R68, R69, R70). The confirmation is final for the plan,
 * so the amount agreed to must be the amount that Amazon asks.
 */
export function checkPlacement(
  plan: InboundPlan,
  offers: readonly PlacementOffer[],
  consent: PlacementConsent,
  now: Instant,
): Findings {
  const offer = offers.find((candidate) => candidate.id === consent.offerId);
  if (!offer) return blocking(problem('placement-gone'));
  const fee = netFee(offer, consent.agreed.currency);
  return blocking(
    plan.placementConfirmed ? problem('placement-already-confirmed') : undefined,
    plan.boxesSentAt === undefined && !plan.packsLater ? problem('boxes-not-sent') : undefined,
    offer.status === 'EXPIRED' || hasLapsed(offer.expiresAt, now)
      ? problem('placement-expired')
      : undefined,
    fee.minor === consent.agreed.minor && fee.currency === consent.agreed.currency
      ? undefined
      : problem('placement-fee-changed', { fee: fee.minor, currency: fee.currency }),
  );
}

/** True from `MARGIN` before the end on: later than that is too late to answer. */
export function hasLapsed(expiresAt: Instant | undefined, now: Instant): boolean {
  return expiresAt !== undefined && now >= expiresAt - MARGIN;
}

/**
 * Amazon does not name its options; by what is observed (checked 2026-11-23) the free one is
 * Amazon-optimized, the one with a single shipment is minimal, and what lies between is partial.
 */
export type PlacementKind = 'amazon-optimized' | 'partial' | 'minimal';

export function placementKind(offer: PlacementOffer, currency: string): PlacementKind {
  if (offer.shipments.length === 1) return 'minimal';
  return netFee(offer, currency).minor <= 0 ? 'amazon-optimized' : 'partial';
}

/** R66: fewer cartons alike than this, and the free option is not offered (checked 2026-11-23). */
const LEAST_IDENTICAL_BOXES = 5;

/** What keeps Amazon from offering cheaper placements, while the boxes can still be changed. */
export function placementAdvice(plan: InboundPlan): Findings {
  const copies = new Map<string, number>();
  for (const box of plan.boxes) {
    const content = box.items
      .map((item) => `${lineKey(item)}\u0000${item.quantity}`)
      .toSorted()
      .join('\u0001');
    copies.set(content, (copies.get(content) ?? 0) + box.copies);
  }
  const most = Math.max(0, ...copies.values());
  return warning(
    most > 0 && most < LEAST_IDENTICAL_BOXES
      ? problem('few-identical-boxes', { most, least: LEAST_IDENTICAL_BOXES })
      : undefined,
    mixesSizes(plan) ? problem('standard-and-bulky-mixed') : undefined,
  );
}

// R67: standard and larger units in one plan get fewer options.
function mixesSizes(plan: InboundPlan): boolean {
  const isStandard = plan.lines.flatMap(({ unitDimensions, unitWeight }) =>
    unitDimensions && unitWeight ? [isStandardSize(unitDimensions, unitWeight)] : [],
  );
  return new Set(isStandard).size > 1;
}
