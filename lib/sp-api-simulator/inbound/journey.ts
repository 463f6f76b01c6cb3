import { DAY, HOUR, type Instant } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import type { Plan, PlanItem, Receipt, Shipment, ShipmentStatus } from './entities.ts';
import { acceptedPlacement } from './shown.ts';

type Leg = {
  readonly next: ShipmentStatus;
  /** Shortest and longest stay before the next status, in hours. */
  readonly hours: readonly [number, number];
};

const LEGS: { readonly [S in ShipmentStatus]?: Leg } = {
  SHIPPED: { next: 'IN_TRANSIT', hours: [4, 14] },
  IN_TRANSIT: { next: 'DELIVERED', hours: [40, 110] },
  DELIVERED: { next: 'CHECKED_IN', hours: [3, 20] },
  CHECKED_IN: { next: 'RECEIVING', hours: [5, 40] },
};

const COUNTS: readonly [number, number] = [2, 4];

/** Gives a shipment its next status and puts what follows on the agenda. */
export function moveTo(turn: Turn, shipment: Shipment, status: ShipmentStatus): void {
  const moved: Shipment = {
    ...shipment,
    status,
    updatedAt: turn.now,
    history: [...shipment.history, { status, at: turn.now }],
  };
  turn.world.put('shipment', moved);
  const leg = LEGS[status];
  if (leg) {
    const [low, high] = leg.hours;
    after(turn, shipment.id, hoursBetween(turn, [low, high], status, shipment.id), leg.next);
  } else if (status === 'RECEIVING') {
    after(turn, shipment.id, hoursBetween(turn, [1, 6], 'count', shipment.id), 'count 1');
  }
}

/** A pickup by Amazon's partner: some hours after the labels are there and the goods are ready. */
export function awaitPickup(turn: Turn, shipment: Shipment): void {
  const hours = hoursBetween(turn, [6, 24], 'pickup', shipment.id);
  const ready = Math.max(turn.now, shipment.readyFrom ?? turn.now);
  after(turn, shipment.id, ready - turn.now + hours, 'SHIPPED');
}

/** A step that has fallen due. */
export function stepShipment(turn: Turn, shipmentId: string, step: string): void {
  const shipment = turn.world.read('shipment', shipmentId);
  if (!shipment) return;
  const count = /^count (\d+)$/.exec(step)?.[1];
  if (count !== undefined) {
    if (shipment.status === 'RECEIVING') receive(turn, shipment, Number(count));
  } else if (step === 'CLOSED') {
    if (shipment.status === 'RECEIVING') close(turn, shipment);
  } else if (isNext(shipment.status, step)) {
    moveTo(turn, shipment, step);
  }
}

function isNext(status: ShipmentStatus, step: string): step is ShipmentStatus {
  if (step === 'SHIPPED') return status === 'READY_TO_SHIP';
  return LEGS[status]?.next === step;
}

/** One shift of counting: what has been counted only grows, until everything is. */
function receive(turn: Turn, shipment: Shipment, count: number): void {
  const counts = turn.dice.between(...COUNTS, 'counts', shipment.id);
  const items = turn.world.read('shipment-content', shipment.id)?.items ?? [];
  const outcomes = miscounted(
    turn,
    items.map((item) => outcomeOf(turn, shipment.id, item)),
  );
  const receipts = items.map((item, index): Receipt => {
    const { received, damaged } = outcomes[index] ?? { received: 0, damaged: 0 };
    return {
      msku: item.msku,
      received: Math.floor((received * count) / counts),
      damaged: Math.floor((damaged * count) / counts),
    };
  });
  stockUp(turn, shipment, receipts);
  turn.world.put('shipment', { ...shipment, receipts, updatedAt: turn.now });
  const next = count < counts ? `count ${count + 1}` : 'CLOSED';
  const stay: readonly [number, number] = count < counts ? [8, 30] : [40, 120];
  after(turn, shipment.id, hoursBetween(turn, stay, next, shipment.id), next);
}

/**
 * What becomes of the units of one SKU. Nine in ten arrive as told; the others fall a little short,
 * arrive with some too many, or with some damaged.
 */
export function outcomeOf(
  turn: Turn,
  shipmentId: string,
  item: PlanItem,
): { readonly received: number; readonly damaged: number } {
  const fate = turn.dice.fraction('fate', shipmentId, item.msku);
  const few = Math.max(1, Math.round(item.quantity * 0.02));
  if (fate < 0.04) return { received: Math.max(0, item.quantity - few), damaged: 0 };
  if (fate < 0.07) return { received: item.quantity + few, damaged: 0 };
  if (fate < 0.1) {
    const damaged = Math.min(few, item.quantity);
    return { received: item.quantity - damaged, damaged };
  }
  return { received: item.quantity, damaged: 0 };
}

type Outcome = ReturnType<typeof outcomeOf>;

/** A unit of the first SKU is taken for one of the second. */
function miscounted(turn: Turn, outcomes: readonly Outcome[]): readonly Outcome[] {
  const [first, second, ...rest] = outcomes;
  if (!turn.quirks.has('miscounts') || !first || !second || first.received === 0) return outcomes;
  return [
    { ...first, received: first.received - 1 },
    { ...second, received: second.received + 1 },
    ...rest,
  ];
}

function stockUp(turn: Turn, shipment: Shipment, receipts: readonly Receipt[]): void {
  for (const receipt of receipts) {
    const before = shipment.receipts.find(({ msku }) => msku === receipt.msku);
    const received = receipt.received - (before?.received ?? 0);
    const damaged = receipt.damaged - (before?.damaged ?? 0);
    if (received === 0 && damaged === 0) continue;
    const id = `${shipment.sellerId} ${shipment.marketplaceId} ${receipt.msku}`;
    const stock = turn.world.read('stock', id);
    turn.world.put('stock', {
      id,
      sellerId: shipment.sellerId,
      marketplaceId: shipment.marketplaceId,
      msku: receipt.msku,
      fulfillable: (stock?.fulfillable ?? 0) + received,
      damaged: (stock?.damaged ?? 0) + damaged,
      updatedAt: turn.now,
    });
  }
}

function close(turn: Turn, shipment: Shipment): void {
  moveTo(turn, shipment, 'CLOSED');
  const plan = turn.world.read('plan', shipment.planId);
  if (!plan || !allClosed(turn, plan)) return;
  turn.world.put('plan', { ...plan, status: 'SHIPPED', updatedAt: turn.now });
}

function allClosed(turn: Turn, plan: Plan): boolean {
  return (acceptedPlacement(plan)?.shipmentIds ?? []).every(
    (id) => turn.world.read('shipment', id)?.status === 'CLOSED',
  );
}

function hoursBetween(turn: Turn, range: readonly [number, number], ...names: string[]): number {
  const minutes = turn.dice.between(range[0] * 60, range[1] * 60, 'stay', ...names);
  return (minutes * HOUR) / 60;
}

function after(turn: Turn, shipmentId: string, delayMs: number, step: string): void {
  const at: Instant = turn.now + Math.min(delayMs, 90 * DAY);
  turn.schedule({ at, kind: 'shipment', ref: shipmentId, step });
}
