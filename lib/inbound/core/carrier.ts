import {
  addMoney,
  DAY,
  type Instant,
  type Money,
  problem,
  sumMoney,
  tenthsOfNanogram,
  weightOf,
} from '#lib/kernel';
import { daysToArrive } from './deadlines.ts';
import { whyCarriersDoNotMix } from './carrier-mix.ts';
import { MIXED, PARTNERED, SMALL_PARCEL } from './carrier-words.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import { isFreight } from './freight.ts';
import type {
  CarrierChoice,
  InboundPlan,
  PlanShipment,
  TransportOffer,
  WindowOffer,
} from './inbound-plan.ts';
import { hasLapsed } from './placement.ts';
import { daysBetween } from './days.ts';

export { MIXED, OWN_CARRIER, PARTNERED, SMALL_PARCEL } from './carrier-words.ts';
const WINDOW_FIRST = 'CONFIRMED_DELIVERY_WINDOW';

/** R76: parcels a shipment may hold, as sellers report it (checked 2026-11-23). */
const MOST_PARCELS = 200;
/** R77: above it a pallet is often cheaper (partnered carrier help, 2026-11-23). */
const PARCEL_POUNDS = 150;

/** One way to ship everything: the same solution, mode and carrier for every shipment (R80). */
export type CarrierProposal = {
  readonly id: string;
  readonly solution: string;
  readonly mode: string;
  readonly carrierName: string;
  readonly offers: readonly TransportOffer[];
  readonly cost?: Money;
  readonly needsWindow: boolean;
  readonly quoteExpiresAt?: Instant;
  readonly voidableUntil?: Instant;
};

/** Gathers Amazon's options into what a seller chooses between; cheapest partnered first. */
export function carrierProposals(
  offers: readonly TransportOffer[],
  shipmentIds: readonly string[],
): CarrierProposal[] {
  const groups = new Map<string, TransportOffer[]>();
  for (const offer of offers) {
    const id = [offer.solution, offer.mode, offer.carrierCode ?? offer.carrierName].join('|');
    groups.set(id, [...(groups.get(id) ?? []), offer]);
  }
  return [...groups]
    .map(([id, group]) => propose(id, group, shipmentIds))
    .filter((proposal) => proposal !== undefined)
    .sort(byPartneredThenCost);
}

/** The proposals that ship every box as a parcel. */
export function parcelProposals(
  offers: readonly TransportOffer[],
  shipmentIds: readonly string[],
): CarrierProposal[] {
  return carrierProposals(offers, shipmentIds).filter(({ mode }) => mode === SMALL_PARCEL);
}

/** The proposals for the goods as they travel: on pallets once these are told, else as parcels. */
export function proposalsFor(
  plan: Pick<InboundPlan, 'freight' | 'shipments'>,
  offers: readonly TransportOffer[],
): CarrierProposal[] {
  const shipmentIds = plan.shipments.map(({ id }) => id);
  if (!plan.freight) return parcelProposals(offers, shipmentIds);
  return carrierProposals(offers, shipmentIds).filter(({ mode }) => isFreight(mode));
}

/** A shipment of its own mind: what it alone can be shipped by, on pallets or as parcels. */
export function proposalsOfShipment(
  offers: readonly TransportOffer[],
  shipmentId: string,
): CarrierProposal[] {
  return carrierProposals(offers, [shipmentId]).filter(
    ({ mode }) => mode === SMALL_PARCEL || isFreight(mode),
  );
}

function propose(
  id: string,
  group: readonly TransportOffer[],
  shipmentIds: readonly string[],
): CarrierProposal | undefined {
  const offers = shipmentIds.map((shipmentId) =>
    cheapest(group.filter((offer) => offer.shipmentId === shipmentId)),
  );
  const complete = offers.filter((offer) => offer !== undefined);
  const [first] = complete;
  if (first === undefined || complete.length !== shipmentIds.length) return undefined;
  const costs = complete.map((offer) => offer.cost).filter((cost) => cost !== undefined);
  const quotes = complete.map((offer) => offer.quoteExpiresAt).filter((at) => at !== undefined);
  const voids = complete.map((offer) => offer.voidableUntil).filter((at) => at !== undefined);
  return {
    id,
    solution: first.solution,
    mode: first.mode,
    carrierName: first.carrierName,
    offers: complete,
    ...(costs.length === complete.length ? { cost: costs.reduce(addMoney) } : {}),
    needsWindow: complete.some((offer) => offer.preconditions.includes(WINDOW_FIRST)),
    ...(quotes.length > 0 ? { quoteExpiresAt: Math.min(...quotes) } : {}),
    ...(voids.length > 0 ? { voidableUntil: Math.min(...voids) } : {}),
  };
}

function cheapest(offers: readonly TransportOffer[]): TransportOffer | undefined {
  return offers.toSorted(byCost)[0];
}

// A partnered carrier without a quote is not free, it is unknown: it comes last.
function byCost(a: Priced, b: Priced): number {
  const [costA, costB] = [costOf(a), costOf(b)];
  return costA === costB ? 0 : costA - costB;
}

type Priced = { readonly solution: string; readonly cost?: Money };

function costOf({ solution, cost }: Priced): number {
  return cost?.minor ?? (solution === PARTNERED ? Number.POSITIVE_INFINITY : 0);
}

function byPartneredThenCost(a: CarrierProposal, b: CarrierProposal): number {
  if (a.solution !== b.solution) return a.solution === PARTNERED ? -1 : 1;
  const difference = byCost(a, b);
  return difference === 0 ? a.carrierName.localeCompare(b.carrierName) : difference;
}

/** What the confirmed carriers cost in all; undefined where nothing was quoted. */
export function sumOfCarrier(plan: InboundPlan): Money | undefined {
  const costs = plan.shipments.map(({ transport }) => transport?.cost);
  return sumMoney(costs.filter((cost) => cost !== undefined));
}

/** What the seller agreed to: the choice, and the amount on the button where there was one. */
export type CarrierConsent = { readonly choice: CarrierChoice; readonly agreed?: Money };

export type CarrierOffers = {
  readonly transport: readonly TransportOffer[];
  readonly windows: readonly WindowOffer[];
};

/** Whether the carriers may be confirmed, all shipments at once (R79 to R84). */
export function checkCarrier(
  plan: InboundPlan,
  offers: CarrierOffers,
  consent: CarrierConsent,
  now: Instant,
): Findings {
  const picks = new Map(consent.choice.picks.map((pick) => [pick.shipmentId, pick]));
  const chosen = onePerShipment(plan, offers.transport, consent.choice);
  if (!chosen) return blocking(problem('carrier-not-for-every-shipment'));
  return gather(
    blocking(
      plan.transportConfirmedAt === undefined ? undefined : problem('carrier-already-confirmed'),
      whyCarriersDoNotMix(chosen, offers.transport),
      chosen.some((offer) => hasLapsed(offer.quoteExpiresAt, now))
        ? problem('quote-expired')
        : undefined,
      chosen.some((offer) => offer.solution === PARTNERED && offer.cost === undefined)
        ? problem('quote-missing')
        : costChanged(chosen, consent.agreed),
    ),
    ...plan.shipments.map((shipment, index) => checkParcels(shipment, chosen[index]?.mode)),
    ...chosen.map((offer) =>
      checkWindow(plan, offer, {
        id: picks.get(offer.shipmentId)?.windowId,
        windows: offers.windows,
        now,
      }),
    ),
  );
}

// R79: exactly one option for each shipment, its own, and of the solution that was chosen.
function onePerShipment(
  plan: InboundPlan,
  transport: readonly TransportOffer[],
  { solution, picks }: CarrierChoice,
): readonly TransportOffer[] | undefined {
  const chosen = plan.shipments.flatMap(({ id }) => {
    const own = picks.filter((pick) => pick.shipmentId === id);
    const ids = new Set(own.map((pick) => pick.transportId));
    return transport.filter(
      (offer) =>
        offer.shipmentId === id &&
        (solution === MIXED || offer.solution === solution) &&
        ids.has(offer.id),
    );
  });
  const isComplete =
    chosen.length > 0 &&
    chosen.length === plan.shipments.length &&
    picks.length === plan.shipments.length &&
    new Set(picks.map((pick) => pick.shipmentId)).size === picks.length;
  return isComplete ? chosen : undefined;
}

function checkParcels(shipment: PlanShipment, mode: string | undefined): Findings {
  if (mode !== SMALL_PARCEL) return blocking();
  const facts = { shipment: shipment.confirmationId ?? shipment.id };
  const at = `shipments.${shipment.id}`;
  const count = shipment.boxes.length;
  const weighed = shipment.boxes.reduce(
    (sum, { weight }) => sum + (weight ? tenthsOfNanogram(weight) : 0n),
    0n,
  );
  const limit = BigInt(PARCEL_POUNDS) * tenthsOfNanogram(weightOf(1, 'LB'));
  return warning(
    count > MOST_PARCELS
      ? problem('many-parcels-in-shipment', { ...facts, count, most: MOST_PARCELS }, at)
      : undefined,
    weighed > limit
      ? problem('freight-may-be-cheaper', { ...facts, pounds: PARCEL_POUNDS }, at)
      : undefined,
  );
}

function costChanged(chosen: readonly TransportOffer[], agreed: Money | undefined) {
  const costs = chosen.map((offer) => offer.cost).filter((cost) => cost !== undefined);
  if (costs.length === 0) return undefined;
  const cost = costs.reduce(addMoney);
  return agreed && cost.minor === agreed.minor && cost.currency === agreed.currency
    ? undefined
    : problem('freight-changed', { cost: cost.minor, currency: cost.currency });
}

function checkWindow(
  plan: InboundPlan,
  offer: TransportOffer,
  pick: {
    readonly id: string | undefined;
    readonly windows: readonly WindowOffer[];
    readonly now: Instant;
  },
): Findings {
  if (!offer.preconditions.includes(WINDOW_FIRST)) return blocking();
  const at = `windows.${offer.shipmentId}`;
  if (pick.id === undefined) return blocking(problem('window-needed', {}, at));
  const window = pick.windows.find(
    (candidate) => candidate.id === pick.id && candidate.shipmentId === offer.shipmentId,
  );
  if (!window) return blocking(problem('window-gone', {}, at));
  const created = plan.amazonCreatedAt ?? plan.createdAt;
  const days = daysToArrive(plan);
  return gather(
    blocking(
      window.availability === 'BLOCKED' ? problem('window-blocked', {}, at) : undefined,
      hasLapsed(window.validUntil, pick.now) ? problem('window-expired', {}, at) : undefined,
    ),
    warning(
      window.startsAt > created + days * DAY ? problem('window-too-late', { days }, at) : undefined,
    ),
  );
}

/**
 * R73: the ship date is a day from `today` on, both YYYY-MM-DD in the ship-from's own calendar.
 * Text compares as dates do.
 */
export function checkShipDate(shipDate: string, today: string): Findings {
  if (daysBetween(today, shipDate) === undefined)
    return blocking(problem('ship-date-needed', {}, 'shipDate'));
  return blocking(shipDate < today ? problem('ship-date-past', { today }, 'shipDate') : undefined);
}
