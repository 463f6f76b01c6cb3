import {
  type CarrierProposal,
  type InboundPlan,
  PARTNERED,
  parcelProposals,
  type TransportOffer,
  type WindowOffer,
} from '#lib/inbound';
import type { Instant, Money } from '#lib/kernel';

/** A way to ship as the seller compares it: without the options that it is made of. */
export type ProposalView = Omit<CarrierProposal, 'offers' | 'mode' | 'solution'> & {
  readonly isPartnered: boolean;
  readonly code?: string;
};

// The carriers that sellers to Amazon mostly hand parcels to stand first.
const USUAL = [
  /^UPS|united parcel/i,
  /fed ?ex/i,
  /^USPS|united states postal/i,
  /^DHL/i,
  /ontrac/i,
];

export function proposalViews(
  offers: readonly TransportOffer[],
  shipmentIds: readonly string[],
): ProposalView[] {
  return parcelProposals(offers, shipmentIds)
    .map(({ offers: [first], mode: _, solution, ...rest }) => ({
      ...rest,
      isPartnered: solution === PARTNERED,
      ...(first?.carrierCode === undefined ? {} : { code: first.carrierCode }),
    }))
    .toSorted((a, b) => rank(a) - rank(b));
}

function rank({ isPartnered, carrierName }: ProposalView): number {
  if (isPartnered) return -1;
  const position = USUAL.findIndex((pattern) => pattern.test(carrierName));
  return position === -1 ? USUAL.length : position;
}

/** A shipment that wants a delivery window, and the windows there are. */
export type WindowsView = {
  readonly shipmentId: string;
  readonly destination: string;
  readonly windows: readonly Omit<WindowOffer, 'shipmentId'>[];
  readonly validUntil?: Instant;
};

export function windowsViews(plan: InboundPlan, offers: readonly WindowOffer[]): WindowsView[] {
  return plan.shipments.map((shipment) => {
    const windows = offers
      .filter(({ shipmentId }) => shipmentId === shipment.id)
      .toSorted((a, b) => a.startsAt - b.startsAt)
      .map(({ shipmentId: _, ...window }) => window);
    return {
      shipmentId: shipment.id,
      destination: shipment.warehouseId ?? shipment.name ?? shipment.id,
      windows,
      ...(windows.length > 0
        ? { validUntil: Math.min(...windows.map(({ validUntil }) => validUntil)) }
        : {}),
    };
  });
}

/** What is agreed to on the button of a quoted carrier. */
export type Quote = { readonly id: string; readonly cost: Money };

export function quotesOf(proposals: readonly ProposalView[]): Quote[] {
  return proposals.flatMap(({ id, cost }) => (cost ? [{ id, cost }] : []));
}
