import { problem } from '#lib/kernel';
import { type Findings, warning } from './findings.ts';
import { lacksTracking } from './freight-bill.ts';
import type { InboundPlan, PlanShipment } from './inbound-plan.ts';

/** The order in which a shipment usually walks; others (CANCELLED, DELETED …) end it. */
export const SHIPMENT_STATUSES = [
  'WORKING',
  'READY_TO_SHIP',
  'SHIPPED',
  'IN_TRANSIT',
  'DELIVERED',
  'CHECKED_IN',
  'RECEIVING',
  'CLOSED',
] as const;

const ENDED = new Set(['CLOSED', 'CANCELLED', 'DELETED', 'ABANDONED']);

/** Nothing more is expected of the shipment. */
export function hasEnded(shipment: PlanShipment): boolean {
  return ENDED.has(shipment.status);
}

const COUNTED = new Set(['RECEIVING', 'CLOSED']);

/** Amazon counts its units, or has counted them: too late to cancel the plan. */
export function isBeingReceived(plan: InboundPlan): boolean {
  return plan.shipments.some(({ status }) => COUNTED.has(status));
}

const ARRIVED = new Set(['DELIVERED', 'CHECKED_IN', 'RECEIVING', 'CLOSED']);

export function hasArrived(shipment: PlanShipment): boolean {
  return ARRIVED.has(shipment.status);
}

/** R107: an own carrier's shipment that arrived without tracking numbers is a defect. */
export function checkReceiving(plan: InboundPlan): Findings {
  return warning(
    ...plan.shipments.map((shipment) => {
      const isOwn =
        shipment.transport !== undefined &&
        shipment.transport.solution !== 'AMAZON_PARTNERED_CARRIER';
      const missing = lacksTracking(shipment);
      if (!isOwn || missing === 0 || !hasArrived(shipment)) return undefined;
      const facts = { shipment: shipment.confirmationId ?? shipment.id, missing };
      return problem('arrived-without-tracking', facts, `shipments.${shipment.id}`);
    }),
  );
}

export type ReceivedLine = {
  readonly sku: string;
  readonly shipped: number;
  readonly received: number | undefined;
  /** received less shipped; undefined until Amazon has begun to count */
  readonly difference: number | undefined;
  /** R111: short after closing, when a claim may be opened */
  readonly isShort: boolean;
};

export function receivedLines(shipment: PlanShipment): ReceivedLine[] {
  return shipment.items.map(({ sku, shipped, received }) => {
    const difference = received === undefined ? undefined : received - shipped;
    const isShort = shipment.status === 'CLOSED' && (difference ?? 0) < 0;
    return { sku, shipped, received, difference, isShort };
  });
}

export type ReceivedTotals = { readonly shipped: number; readonly received: number };

export function receivedTotals(plan: InboundPlan): ReceivedTotals {
  const items = plan.shipments.flatMap((shipment) => shipment.items);
  return {
    shipped: items.reduce((sum, item) => sum + item.shipped, 0),
    received: items.reduce((sum, item) => sum + (item.received ?? 0), 0),
  };
}

/** Units that were sent and not counted, of the shipments that Amazon has closed. */
export function missingUnits(plan: InboundPlan): number {
  return plan.shipments
    .flatMap(receivedLines)
    .reduce((sum, line) => sum - (line.isShort ? (line.difference ?? 0) : 0), 0);
}
