import type { Address, Dimensions, Instant, Money, Problem, Weight } from '#lib/kernel';
import type {
  CarrierChoice,
  Freight,
  FreightBill,
  MainLeg,
  TransportOffer,
  WindowOffer,
} from './transport.ts';

export * from './transport.ts';

export type Owner = 'AMAZON' | 'SELLER' | 'NONE';
/** `FC_PROVIDED` and `UNKNOWN` come from Amazon and are never sent (fulfillmentInbound 2024-03-20). */
export type PrepCategory = (typeof PREP_CATEGORIES)[number] | 'FC_PROVIDED' | 'UNKNOWN';
export const PREP_CATEGORIES = [
  'NONE',
  'ADULT',
  'BABY',
  'FRAGILE',
  'GRANULAR',
  'HANGER',
  'LIQUID',
  'PERFORATED',
  'SET',
  'SHARP',
  'SMALL',
  'TEXTILE',
] as const;

/** What Amazon allows and knows about preparing a SKU (`listPrepDetails`). */
export type PrepFacts = {
  readonly category: PrepCategory;
  /** Amazon's own category, where the seller has chosen another */
  readonly told?: PrepCategory;
  readonly types: readonly string[];
  readonly prepOwnerConstraint?: OwnerConstraint;
  readonly labelOwnerConstraint?: OwnerConstraint;
  readonly ownersMustMatch: boolean;
};
export type OwnerConstraint = 'AMAZON_ONLY' | 'SELLER_ONLY' | 'NONE_ONLY';

export type CaseOfLine = {
  readonly name: string;
  readonly unitsPerCase: number;
  readonly dimensions: Dimensions;
  readonly weight: Weight;
};

/** One SKU of the plan, once per expiry date. `quantity` is in units, whole cases included. */
export type PlanLine = {
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly condition: string;
  readonly fnsku?: string;
  readonly quantity: number;
  /** YYYY-MM-DD */
  readonly expiry?: string;
  readonly case?: CaseOfLine;
  readonly unitDimensions?: Dimensions;
  readonly unitWeight?: Weight;
  /** jewelry or a watch, whose boxes must be lighter */
  readonly isJewelry?: true;
  readonly prep?: PrepFacts;
  readonly prepOwner?: Owner;
  readonly labelOwner?: Owner;
};

/** Units that may share boxes: as Amazon groups them, or all of a shipment that is packed later. */
export type PackingGroup = {
  readonly id: string;
  /** the warehouse of the shipment that it stands for */
  readonly destination?: string;
  readonly items: readonly GroupItem[];
};
export type GroupItem = {
  readonly sku: string;
  readonly quantity: number;
  readonly expiry?: string;
  readonly prepOwner: Owner;
  readonly labelOwner: Owner;
};

/** `copies` identical boxes; item quantities are per box. */
export type PlannedBox = {
  readonly groupId: string;
  readonly copies: number;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  readonly items: readonly BoxItem[];
};
/** How Amazon learns what is in the boxes. */
export type ContentMethod = 'BOX_CONTENT_PROVIDED' | 'BARCODE_2D' | 'MANUAL_PROCESS';
export type BoxItem = { readonly sku: string; readonly quantity: number; readonly expiry?: string };

export type WeightLimits = { readonly min?: Weight; readonly max?: Weight };

export type PackingOffer = {
  readonly id: string;
  readonly status: string;
  readonly expiresAt?: Instant;
  readonly groupIds: readonly string[];
  readonly fees: readonly Charge[];
  readonly discounts: readonly Charge[];
  readonly boxWeight: WeightLimits;
  readonly contentMethods: readonly string[];
};

export type Charge = {
  readonly target: string;
  readonly description: string;
  readonly value: Money;
};

export type PlacementOffer = {
  readonly id: string;
  readonly status: string;
  readonly expiresAt?: Instant;
  readonly fees: readonly Charge[];
  readonly discounts: readonly Charge[];
  readonly shipments: readonly OfferedShipment[];
};
export type OfferedShipment = {
  readonly id: string;
  readonly warehouseId?: string;
  readonly destination?: string;
  readonly unitCount: number;
  readonly boxCount: number;
  /** all its boxes; absent where a box has no weight or size */
  readonly grams?: number;
  readonly cubicCentimetres?: number;
};

/** A shipment of the confirmed placement. */
export type PlanShipment = {
  readonly id: string;
  readonly confirmationId?: string;
  readonly name?: string;
  readonly status: string;
  readonly warehouseId?: string;
  readonly destination?: Address;
  readonly items: readonly ShipmentItem[];
  readonly boxes: readonly ShipmentBox[];
  readonly transport?: TransportOffer;
  readonly window?: WindowOffer;
  /** when its contents were last changed after the carrier was confirmed */
  readonly changedAt?: Instant;
  /** of a freight shipment with an own carrier */
  readonly freightBill?: FreightBill;
  /** when its tracking was last told to Amazon */
  readonly trackedAt?: Instant;
};
export type ShipmentItem = {
  readonly sku: string;
  readonly shipped: number;
  /** undefined until Amazon has begun to count */
  readonly received?: number;
  /** units when the carrier was confirmed, once they were changed */
  readonly confirmed?: number;
};
export type ShipmentBox = {
  readonly packageId: string;
  readonly boxId?: string;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  readonly items: readonly BoxItem[];
  readonly tracking?: string;
  readonly trackingStatus?: string;
};

/** A box whose label is no longer right: to be printed, printed anew, or destroyed. */
export type Relabel = {
  readonly shipmentId: string;
  readonly boxId: string;
  readonly why: 'new' | 'changed' | 'gone';
  readonly at: Instant;
};

/** What can be asked of Amazon for a plan. */
export type ErrandKind =
  | 'read-prep'
  | 'create-plan'
  | 'renew-packing'
  | 'send-boxes'
  | 'renew-placement'
  | 'compare-placements'
  | 'confirm-placement'
  | 'offer-carriers'
  | 'confirm-carrier'
  | 'change-window'
  | 'send-tracking'
  | 'preview-contents'
  | 'confirm-contents'
  | 'cancel-plan'
  | 'find-culprit'
  | 'take-out';

/** What was asked of Amazon and has not been answered yet, or failed. */
export type PlanErrand = {
  readonly id: string;
  readonly kind: ErrandKind;
  readonly state: 'running' | 'failed';
  readonly startedAt: Instant;
};

/** Something shown to Amazon on a plan of its own, and what it said. */
export type SearchTry = {
  readonly size: number;
  readonly outcome: 'passed' | 'stumbled' | 'named';
  /** the SKUs that Amazon itself named this time */
  readonly named?: readonly string[];
};

/** How far a plan has to come at Amazon until it stumbles. */
export type SearchStage = 'create' | 'packing' | 'boxes' | 'placement';

/** A search for the SKUs that Amazon stumbles over, on shadow plans of some of them. */
export type CulpritSearch = {
  /** in the name of every shadow plan, by which they are found again */
  readonly tag: string;
  readonly stage: SearchStage;
  readonly startedAt: Instant;
  readonly skus: readonly string[];
  readonly tries: readonly SearchTry[];
  /** the try under way, as far as Amazon has it */
  readonly shadow?: Pick<InboundPlan, 'amazonPlanId' | 'packing' | 'boxes' | 'boxesSentAt'>;
  /** shadow plans that are still to be cancelled */
  readonly open: readonly string[];
  readonly endedAt?: Instant;
  readonly isStopped?: boolean;
};

/** Something that was done to the plan at Amazon and not by us. */
export type ForeignChange = {
  readonly kind:
    | 'renamed'
    | 'cancelled'
    | 'packing-replaced'
    | 'placed'
    | 'carrier-chosen'
    | 'shipment-renamed'
    | 'contents-changed'
    | 'tracking-changed'
    | 'shipment-cancelled';
  readonly at: Instant;
  readonly shipment?: string;
  readonly was?: string;
  readonly is?: string;
};

export type InboundPlan = {
  readonly id: string;
  readonly marketplaceId: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly shipFrom?: Address;
  readonly lines: readonly PlanLine[];
  readonly amazonPlanId?: string;
  readonly amazonCreatedAt?: Instant;
  readonly labelsDoneAt?: Instant;
  /** boxes are told per shipment, after the placement: the road of pallets only */
  readonly packsLater?: true;
  readonly packing?: {
    /** absent where boxes are told per shipment */
    readonly offer?: PackingOffer;
    readonly groups: readonly PackingGroup[];
    readonly confirmed: boolean;
  };
  readonly boxes: readonly PlannedBox[];
  /** absent where the contents are told in words */
  readonly contentMethod?: ContentMethod;
  /** what did not fit the packing groups as it was, until the boxes are kept again */
  readonly boxesMoved?: readonly Problem[];
  /** when Amazon accepted the boxes as they now are; edits clear it */
  readonly boxesSentAt?: Instant;
  readonly placementConfirmed?: { readonly offer: PlacementOffer; readonly at: Instant };
  /** the day the boxes leave, YYYY-MM-DD in the ship-from's own calendar */
  readonly shipDate?: string;
  /** pallets instead of parcels */
  readonly freight?: Freight;
  readonly carrier?: CarrierChoice;
  readonly transportConfirmedAt?: Instant;
  readonly boxLabelsPrintedAt?: Instant;
  /** boxes whose labels a change of contents has made wrong, until they are printed again */
  readonly relabel?: readonly Relabel[];
  readonly shipments: readonly PlanShipment[];
  /** the voyage or flight before the last mile */
  readonly mainLeg?: MainLeg;
  /** when Amazon was last asked how the shipments are */
  readonly lookedAt?: Instant;
  /** when Amazon was last asked how the plan itself is */
  readonly seenAt?: Instant;
  readonly cancelledAt?: Instant;
  readonly errand?: PlanErrand;
  readonly search?: CulpritSearch;
  /** what was changed from outside, until somebody here has taken note */
  readonly foreign?: readonly ForeignChange[];
};

export function unitCount(plan: InboundPlan): number {
  return plan.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Boxes counted one by one, identical ones each. */
export function boxCount(plan: InboundPlan): number {
  return plan.boxes.reduce((sum, box) => sum + box.copies, 0);
}

/** A line is one SKU with one expiry date; both make its name. */
export function lineKey(line: { readonly sku: string; readonly expiry?: string }): string {
  return line.expiry === undefined ? line.sku : `${line.sku}\u0000${line.expiry}`;
}
