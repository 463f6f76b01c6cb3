import { type Instant, optional } from '#lib/kernel';
import { type CarrierProposal, parcelProposals } from './carrier.ts';
import type {
  OfferedShipment,
  PlacementOffer,
  TransportOffer,
  WindowOffer,
} from './inbound-plan.ts';
import { hasLapsed, netFee, type PlacementKind, placementKind } from './placement.ts';

/** A carrier for a whole placement, without the options that it is made of. */
export type BoardCarrier = Omit<CarrierProposal, 'offers'>;

/** Delivery windows that can be chosen together: one for every shipment, in their order. */
export type WindowRound = {
  readonly startsAt: Instant;
  readonly windows: readonly WindowOffer[];
};

/** A placement with everything that can be combined with it. */
export type BoardPlacement = {
  readonly id: string;
  readonly kind: PlacementKind;
  /** plan total, minor units */
  readonly fee: number;
  readonly boxCount: number;
  readonly unitCount: number;
  readonly shipments: readonly OfferedShipment[];
  readonly carriers: readonly BoardCarrier[];
  readonly rounds: readonly WindowRound[];
  readonly expiresAt?: Instant;
  /** carriers have been looked up for it */
  readonly isLookedUp: boolean;
};

export type BoardOffers = {
  readonly placements: readonly PlacementOffer[];
  readonly transport: readonly TransportOffer[];
  readonly windows: readonly WindowOffer[];
};

/** What there is to combine now: lapsed options are left out, and other currencies. */
export function boardOf(
  { placements, transport, windows }: BoardOffers,
  currency: string,
  now: Instant,
): BoardPlacement[] {
  const standing = placements.filter(
    ({ status, expiresAt }) => status !== 'EXPIRED' && !hasLapsed(expiresAt, now),
  );
  const byShipment = byShipmentId(transport);
  return standing.map((offer) => {
    const { id, shipments, expiresAt } = offer;
    const ids = shipments.map((shipment) => shipment.id);
    const own = ids.flatMap((shipmentId) => byShipment.get(shipmentId) ?? []);
    return {
      id,
      kind: placementKind(offer, currency),
      fee: netFee(offer, currency).minor,
      boxCount: shipments.reduce((sum, { boxCount }) => sum + boxCount, 0),
      unitCount: shipments.reduce((sum, { unitCount }) => sum + unitCount, 0),
      shipments,
      carriers: parcelProposals(own, ids).flatMap(({ offers: _, ...carrier }) =>
        isOffered(carrier, currency, now) ? [carrier] : [],
      ),
      rounds: windowRounds(ids, windows, now),
      ...optional('expiresAt', expiresAt),
      isLookedUp: own.length > 0,
    };
  });
}

function isOffered(
  { cost, quoteExpiresAt }: Pick<BoardCarrier, 'cost' | 'quoteExpiresAt'>,
  currency: string,
  now: Instant,
): boolean {
  return !hasLapsed(quoteExpiresAt, now) && (cost === undefined || cost.currency === currency);
}

/**
 * The windows that can be chosen together: for every day on which one opens, each shipment's first
 * window from then on. A day after which some shipment has none makes no round.
 */
export function windowRounds(
  shipmentIds: readonly string[],
  windows: readonly WindowOffer[],
  now: Instant,
): WindowRound[] {
  const usable = windows.filter(
    ({ availability, validUntil }) => availability !== 'BLOCKED' && !hasLapsed(validUntil, now),
  );
  const byShipment = byShipmentId(usable.toSorted((a, b) => a.startsAt - b.startsAt));
  const own = shipmentIds.map((id) => byShipment.get(id) ?? []);
  const starts = new Set(own.flatMap((list) => list.map(({ startsAt }) => startsAt)));
  const rounds = new Map<string, WindowRound>();
  for (const startsAt of [...starts].toSorted((a, b) => a - b)) {
    const chosen = own.flatMap((list) => list.find((window) => window.startsAt >= startsAt) ?? []);
    if (chosen.length < shipmentIds.length) break;
    const name = chosen.map(({ id }) => id).join();
    if (!rounds.has(name)) rounds.set(name, { startsAt, windows: chosen });
  }
  return [...rounds.values()];
}

function byShipmentId<Offer extends { readonly shipmentId: string }>(
  offers: readonly Offer[],
): ReadonlyMap<string, readonly Offer[]> {
  const lists = new Map<string, Offer[]>();
  for (const offer of offers) {
    const list = lists.get(offer.shipmentId);
    if (list) list.push(offer);
    else lists.set(offer.shipmentId, [offer]);
  }
  return lists;
}
