import type { Dimensions, Instant, Money, Weight } from '#lib/kernel';

export type TransportOffer = {
  readonly id: string;
  readonly shipmentId: string;
  readonly solution: string;
  readonly mode: string;
  readonly carrierName: string;
  readonly carrierCode?: string;
  readonly preconditions: readonly string[];
  readonly cost?: Money;
  readonly quoteExpiresAt?: Instant;
  readonly voidableUntil?: Instant;
};

export type WindowOffer = {
  readonly id: string;
  readonly shipmentId: string;
  readonly availability: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** absent of a window that was confirmed */
  readonly validUntil?: Instant;
  /** until when it may be changed for another, once it is confirmed */
  readonly editableUntil?: Instant;
};

/** Which option was taken for each shipment. */
export type CarrierChoice = {
  readonly solution: string;
  readonly picks: readonly {
    readonly shipmentId: string;
    readonly transportId: string;
    readonly windowId?: string;
  }[];
};

/** Goods on pallets: what Amazon and a freight carrier want to know of them. */
export type Freight = {
  /** who answers at the ramp */
  readonly contact?: FreightContact;
  readonly shipments: readonly ShipmentFreight[];
};
export type FreightContact = {
  readonly name: string;
  readonly phoneNumber: string;
  readonly email: string;
};
export type ShipmentFreight = {
  readonly shipmentId: string;
  readonly pallets: readonly Pallet[];
  readonly declaredValue?: Money;
  readonly freightClass?: string;
};
/** `count` identical pallets; measures and boxes are those of one, the wood included. */
export type Pallet = {
  readonly count: number;
  readonly boxes: number;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  readonly isStackable: boolean;
};

/** The numbers by which a freight shipment is followed: PRO and bill of lading. */
export type FreightBill = { readonly number: string; readonly billOfLading?: string };

/** A voyage or flight that a forwarder runs: facts for the seller's own files. */
export type MainLeg = {
  readonly mode: 'OCEAN_FCL' | 'OCEAN_LCL' | 'AIR';
  readonly forwarder: string;
  readonly booking: string;
  /** of the vessel or, by air, the air waybill */
  readonly billOfLading: string;
  readonly containers: readonly string[];
};
