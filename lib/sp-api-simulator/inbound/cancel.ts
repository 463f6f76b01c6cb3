import { handler } from '../call.ts';
import type { Effect } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { Plan, Shipment } from './entities.ts';
import { refused, startOnPlan, withOpenPlan } from './guards.ts';
import { charge } from './ledger.ts';
import { dropPlacements } from './packing.ts';
import { acceptedPlacement } from './shown.ts';
import { placementShipments } from './transport.ts';

const TOO_LATE = new Set<Shipment['status']>(['CHECKED_IN', 'RECEIVING', 'CLOSED']);

const cancelInboundPlan = handler(
  'inbound',
  'cancelInboundPlan',
  {},
  withOpenPlan('CancelInboundPlan', (turn, _call, plan) => {
    const late = placementShipments(turn, plan).find(({ status }) => TOO_LATE.has(status));
    if (late)
      return refused(`Shipment ${late.id} in status ${late.status} can no longer be cancelled.`);
    return startOnPlan(turn, plan, 'cancelInboundPlan', {});
  }),
);

export const CANCEL_HANDLERS = [cancelInboundPlan];

/**
 * Voids the plan with all its shipments. The placement fee is not taken for what never arrives; the
 * carrier's charge comes back only within its void window (checked 2026-11-23).
 */
export const cancelEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  if (!plan) return [];
  const placement = acceptedPlacement(plan);
  if (placement)
    charge(turn, plan, {
      reason: 'placement-refund',
      about: placement.id,
      minor: -placement.feeMinor,
    });
  else dropPlacements(turn, plan);
  for (const shipment of placementShipments(turn, plan)) cancelShipment(turn, plan, shipment);
  turn.world.put('plan', {
    ...plan,
    status: 'VOIDED',
    placementOptions: placement ? plan.placementOptions : [],
    updatedAt: turn.now,
  });
  return [];
};

function cancelShipment(turn: Turn, plan: Plan, shipment: Shipment): void {
  const { transport } = shipment;
  if (transport?.voidableUntil !== undefined && turn.now <= transport.voidableUntil)
    charge(turn, plan, {
      reason: 'transport-refund',
      about: shipment.id,
      minor: -transport.costMinor,
    });
  const status = transport ? 'CANCELLED' : 'DELETED';
  turn.world.put('shipment', {
    ...shipment,
    status,
    updatedAt: turn.now,
    history: [...shipment.history, { status, at: turn.now }],
  });
}
