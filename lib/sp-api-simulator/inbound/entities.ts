import type { Instant } from '#lib/kernel';

import type { AddressInput, BoxInput, ContactInput, FreightInput, PalletInput } from './schemas.ts';

export type Owner = 'AMAZON' | 'SELLER' | 'NONE';

export type PlanItem = {
  readonly msku: string;
  readonly asin: string;
  readonly fnsku: string;
  readonly quantity: number;
  readonly prepOwner: Owner;
  readonly labelOwner: Owner;
  readonly prepTypes: readonly string[];
  readonly expiration?: string;
  readonly manufacturingLotCode?: string;
  readonly sizeClass: SizeClass;
  /** What sets it apart when Amazon groups units that may share a box. */
  readonly handling: string;
  readonly hazmat: boolean;
  readonly grams: number;
  readonly tier: Tier;
};

export type SizeClass = 'standard' | 'oversize';
/** What placement fees go by. */
export type Tier = 'small' | 'large' | 'bulky' | 'extra-large';

export type OptionStatus = 'OFFERED' | 'ACCEPTED' | 'EXPIRED';

export type PackingOption = {
  readonly id: string;
  readonly groupIds: readonly string[];
  readonly expiresAt: Instant;
  readonly status: OptionStatus;
};

export type PlacementOption = {
  readonly id: string;
  readonly shipmentIds: readonly string[];
  readonly feeMinor: number;
  readonly expiresAt: Instant;
  readonly status: OptionStatus;
};

export type PlanStatus = 'CREATING' | 'ACTIVE' | 'VOIDED' | 'SHIPPED';

export type Plan = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly name: string;
  readonly source: AddressInput;
  readonly status: PlanStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly packingRound: number;
  readonly packingOptions: readonly PackingOption[];
  readonly packed: boolean;
  readonly placementRound: number;
  readonly placementOptions: readonly PlacementOption[];
  readonly transportRound: number;
};

export type PackingGroup = { readonly id: string; readonly items: readonly PlanItem[] };

export type PlanItems = {
  readonly id: string;
  readonly items: readonly PlanItem[];
  readonly groups: readonly PackingGroup[];
};

/** Identical boxes: `count` of them, numbered from `first` in the series that `series` names. */
export type BoxRun = {
  readonly series: string;
  readonly first: number;
  readonly count: number;
  readonly box: BoxInput;
};

/** What was packed before placement, per packing group. */
export type Packing = {
  readonly id: string;
  readonly groups: readonly { readonly groupId: string; readonly runs: readonly BoxRun[] }[];
};

export type ShipmentStatus =
  | 'UNCONFIRMED'
  | 'WORKING'
  | 'READY_TO_SHIP'
  | 'SHIPPED'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'CHECKED_IN'
  | 'RECEIVING'
  | 'CLOSED'
  | 'CANCELLED'
  | 'DELETED';

export type TransportChoice = {
  readonly optionId: string;
  readonly solution: 'AMAZON_PARTNERED_CARRIER' | 'USE_YOUR_OWN_CARRIER';
  readonly mode: string;
  readonly carrier: { readonly name: string; readonly alphaCode?: string };
  readonly costMinor: number;
  readonly confirmedAt: Instant;
  readonly voidableUntil?: Instant;
};

export type TrackingItem = {
  readonly boxId: string;
  readonly trackingId: string;
  readonly status: 'VALIDATED' | 'NOT_VALIDATED' | 'NOT_SUPPORTED';
};

export type Receipt = {
  readonly msku: string;
  readonly received: number;
  readonly damaged: number;
};

export type Shipment = {
  readonly id: string;
  readonly planId: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly placementOptionId: string;
  readonly name: string;
  readonly centre: string;
  readonly source: AddressInput;
  readonly status: ShipmentStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly history: readonly { readonly status: ShipmentStatus; readonly at: Instant }[];
  readonly confirmationId?: string;
  readonly referenceId?: string;
  readonly readyFrom?: Instant;
  readonly contact?: ContactInput;
  readonly freight?: FreightInput;
  readonly pallets?: readonly PalletInput[];
  readonly transport?: TransportChoice;
  readonly window?: WindowOption & { readonly editableUntil: Instant };
  readonly spd?: readonly TrackingItem[];
  readonly ltl?: { readonly freightBillNumber: readonly string[]; readonly bol?: string };
  readonly receipts: readonly Receipt[];
};

export type ShipmentContent = {
  readonly id: string;
  readonly planId: string;
  readonly items: readonly PlanItem[];
  readonly runs: readonly BoxRun[];
  /** Pack-later: boxes come after placement. */
  readonly packed: boolean;
  /** The numbers of the boxes in their ids, once they are no longer simply counted. */
  readonly numbers?: readonly number[];
};

export type TransportOption = {
  readonly id: string;
  readonly solution: TransportChoice['solution'];
  readonly mode: string;
  readonly carrier: { readonly name: string; readonly alphaCode?: string };
  readonly costMinor?: number;
  readonly expiresAt?: Instant;
  readonly appointmentAt?: Instant;
};

/** The transportation options of one shipment, from the latest round. */
export type Transport = {
  readonly id: string;
  readonly planId: string;
  readonly placementOptionId: string;
  readonly options: readonly TransportOption[];
};

export type WindowOption = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly availability: 'AVAILABLE' | 'CONGESTED';
  readonly validUntil: Instant;
};

export type Windows = {
  readonly id: string;
  readonly round: number;
  readonly options: readonly WindowOption[];
};

export type Preview = {
  readonly id: string;
  readonly expiresAt: Instant;
  readonly confirmed: boolean;
  readonly items: readonly PlanItem[];
  readonly runs: readonly BoxRun[];
  readonly request: unknown;
  readonly option: TransportOption;
};

export type Previews = { readonly id: string; readonly previews: readonly Preview[] };
