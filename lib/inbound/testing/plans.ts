// Plans at every station of the way, for tests. Each builds on the one before, as a seller would.
import { type Address, DAY, dimensionsOf, type Instant, money, weightOf } from '#lib/kernel';
import type {
  InboundPlan,
  PackingOffer,
  PlacementOffer,
  PlanLine,
  PlannedBox,
  PlanShipment,
  TransportOffer,
  WindowOffer,
} from '../core/inbound-plan.ts';

export const UNITED_STATES = 'ATVPDKIKX0DER';
export const GERMANY = 'A1PA6795UKMFR9';
export const JAPAN = 'A1VC38T7YXB528';

export const NOW: Instant = Date.UTC(2026, 10, 24, 9);
export const TODAY = '2026-11-24';

export function anAddress(change: Partial<Address> = {}): Address {
  return {
    name: 'Harbor Goods',
    addressLine1: '12 Pier Road',
    city: 'Reno',
    stateOrProvinceCode: 'NV',
    postalCode: '89501',
    countryCode: 'US',
    phoneNumber: '7755550100',
    ...change,
  };
}

export function aLine(change: Partial<PlanLine> = {}): PlanLine {
  return {
    sku: 'MUG-RED',
    asin: 'B000000001',
    title: 'Red mug',
    condition: 'new',
    fnsku: 'X000000001',
    quantity: 12,
    unitDimensions: dimensionsOf([5, 4, 4], 'IN'),
    unitWeight: weightOf(1, 'LB'),
    prep: { category: 'FRAGILE', types: ['ITEM_BUBBLEWRAP'], ownersMustMatch: false },
    prepOwner: 'SELLER',
    labelOwner: 'SELLER',
    ...change,
  };
}

export function aBox(change: Partial<PlannedBox> = {}): PlannedBox {
  return {
    groupId: 'pg1',
    copies: 2,
    dimensions: dimensionsOf([20, 16, 12], 'IN'),
    weight: weightOf(14, 'LB'),
    items: [{ sku: 'MUG-RED', quantity: 6 }],
    ...change,
  };
}

export function aPackingOffer(change: Partial<PackingOffer> = {}): PackingOffer {
  return {
    id: 'po1',
    status: 'OFFERED',
    expiresAt: NOW + 2 * DAY,
    groupIds: ['pg1'],
    fees: [],
    discounts: [],
    boxWeight: {},
    contentMethods: ['BOX_CONTENT_PROVIDED'],
    ...change,
  };
}

export function aPlacementOffer(change: Partial<PlacementOffer> = {}): PlacementOffer {
  return {
    id: 'pl1',
    status: 'OFFERED',
    expiresAt: NOW + DAY,
    fees: [{ target: 'Placement Services', description: 'Placement', value: money(360, 'USD') }],
    discounts: [],
    shipments: [{ id: 'sh1', warehouseId: 'ONT8', unitCount: 12, boxCount: 2 }],
    ...change,
  };
}

export function aTransportOffer(change: Partial<TransportOffer> = {}): TransportOffer {
  return {
    id: 'to1',
    shipmentId: 'sh1',
    solution: 'AMAZON_PARTNERED_CARRIER',
    mode: 'GROUND_SMALL_PARCEL',
    carrierName: 'UPS',
    carrierCode: 'UPSN',
    preconditions: [],
    cost: money(2_450, 'USD'),
    quoteExpiresAt: NOW + DAY,
    voidableUntil: NOW + DAY,
    ...change,
  };
}

/** The own carrier's option, which waits for a delivery window and has no quote. */
export function anOwnOffer(change: Partial<TransportOffer> = {}): TransportOffer {
  return {
    id: 'to2',
    shipmentId: 'sh1',
    solution: 'USE_YOUR_OWN_CARRIER',
    mode: 'GROUND_SMALL_PARCEL',
    carrierName: 'FEDEX GROUND',
    carrierCode: 'FDEG',
    preconditions: ['CONFIRMED_DELIVERY_WINDOW'],
    ...change,
  };
}

export function aWindow(change: Partial<WindowOffer> = {}): WindowOffer {
  return {
    id: 'w1',
    shipmentId: 'sh1',
    availability: 'AVAILABLE',
    startsAt: NOW + 7 * DAY,
    endsAt: NOW + 14 * DAY,
    validUntil: NOW + DAY,
    ...change,
  };
}

export function aShipment(change: Partial<PlanShipment> = {}): PlanShipment {
  return {
    id: 'sh1',
    confirmationId: 'FBA15ABCDEFG',
    status: 'WORKING',
    warehouseId: 'ONT8',
    items: [{ sku: 'MUG-RED', shipped: 12 }],
    boxes: ['FBA15ABCDEFGU000001', 'FBA15ABCDEFGU000002'].map((boxId, index) => ({
      packageId: `pk${index + 1}`,
      boxId,
      dimensions: dimensionsOf([20, 16, 12], 'IN'),
      weight: weightOf(14, 'LB'),
      items: [{ sku: 'MUG-RED', quantity: 6 }],
    })),
    ...change,
  };
}

/** Nothing chosen yet. */
export function anEmptyPlan(change: Partial<InboundPlan> = {}): InboundPlan {
  return {
    id: 'plan-1',
    marketplaceId: UNITED_STATES,
    name: 'November mugs',
    createdAt: NOW - DAY,
    lines: [],
    boxes: [],
    shipments: [],
    ...change,
  };
}

/** Filled in, and not yet known to Amazon. */
export function aDraft(change: Partial<InboundPlan> = {}): InboundPlan {
  return anEmptyPlan({ shipFrom: anAddress(), lines: [aLine()], ...change });
}

/** Created at Amazon, with its packing groups. */
export function aPlanWithGroups(change: Partial<InboundPlan> = {}): InboundPlan {
  const lines = change.lines ?? [aLine()];
  return aDraft({
    amazonPlanId: 'wf00000000-0000-4000-8000-000000000001',
    amazonCreatedAt: NOW - DAY,
    labelsDoneAt: NOW,
    packing: {
      offer: aPackingOffer(),
      groups: [
        {
          id: 'pg1',
          items: lines.map((line) => ({
            sku: line.sku,
            quantity: line.quantity,
            ...(line.expiry === undefined ? {} : { expiry: line.expiry }),
            prepOwner: line.prepOwner ?? 'SELLER',
            labelOwner: line.labelOwner ?? 'SELLER',
          })),
        },
      ],
      confirmed: false,
    },
    ...change,
  });
}

/** Boxes that Amazon has accepted. */
export function aPackedPlan(change: Partial<InboundPlan> = {}): InboundPlan {
  return aPlanWithGroups({ boxes: [aBox()], boxesSentAt: NOW, ...change });
}

/** Placement confirmed: the shipments are known, their carrier is not. */
export function aPlacedPlan(change: Partial<InboundPlan> = {}): InboundPlan {
  return aPackedPlan({
    placementConfirmed: { offer: aPlacementOffer({ status: 'ACCEPTED' }), at: NOW },
    shipments: [aShipment()],
    ...change,
  });
}

/** Carrier confirmed; `offer` says whose it is. */
export function aShippedPlan(
  offer: TransportOffer = aTransportOffer(),
  change: Partial<InboundPlan> = {},
): InboundPlan {
  return aPlacedPlan({
    shipDate: '2026-11-25',
    carrier: {
      solution: offer.solution,
      picks: [{ shipmentId: 'sh1', transportId: offer.id }],
    },
    transportConfirmedAt: NOW,
    shipments: [aShipment({ status: 'READY_TO_SHIP', transport: offer })],
    ...change,
  });
}
