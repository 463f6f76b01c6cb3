import {
  type CarrierProposal,
  type InboundPlan,
  PARTNERED,
  proposalsOfShipment,
  type TransportOffer,
  type WindowOffer,
} from '#lib/inbound';
import type { Instant, Money } from '#lib/kernel';

/** A way to ship as the seller compares it: without the options that it is made of. */
export type ProposalView = Omit<CarrierProposal, 'offers' | 'solution'> & {
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

export function proposalViews(proposals: readonly CarrierProposal[]): ProposalView[] {
  return proposals
    .map(({ offers: [first], solution, ...rest }) => ({
      ...rest,
      isPartnered: solution === PARTNERED,
      ...(first?.carrierCode === undefined ? {} : { code: first.carrierCode }),
    }))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** A shipment and everything that it alone can be shipped by. */
export type ApartView = {
  readonly shipmentId: string;
  readonly destination: string;
  readonly proposals: readonly ProposalView[];
};

export function apartViews(plan: InboundPlan, offers: readonly TransportOffer[]): ApartView[] {
  return plan.shipments.map(({ id, warehouseId, name }) => ({
    shipmentId: id,
    destination: warehouseId ?? name ?? id,
    proposals: proposalViews(proposalsOfShipment(offers, id)),
  }));
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
    const ends = windows.map(({ validUntil }) => validUntil).filter((at) => at !== undefined);
    return {
      shipmentId: shipment.id,
      destination: shipment.warehouseId ?? shipment.name ?? shipment.id,
      windows,
      ...(ends.length > 0 ? { validUntil: Math.min(...ends) } : {}),
    };
  });
}

/** What is agreed to on the button of a quoted carrier. */
export type Quote = { readonly id: string; readonly cost: Money };

export function quotesOf(proposals: readonly ProposalView[]): Quote[] {
  return proposals.flatMap(({ id, cost }) => (cost ? [{ id, cost }] : []));
}
