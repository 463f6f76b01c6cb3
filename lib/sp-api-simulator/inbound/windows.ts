import { DAY, marketplaceById } from '#lib/kernel';

import { refusal } from '../answer.ts';
import { handler } from '../call.ts';
import { type Effect, failure } from '../operations.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Plan, Shipment, WindowOption } from './entities.ts';
import {
  pageAnswer,
  pagingQuery,
  refused,
  startOnPlan,
  withOpenShipment,
  withShipment,
} from './guards.ts';
import { seenPlacement } from './shown.ts';
import { noPlacement } from './transport-confirm.ts';

const generateDeliveryWindowOptions = handler(
  'inbound',
  'generateDeliveryWindowOptions',
  {},
  withOpenShipment('GenerateDeliveryWindowOptions', (turn, _call, shipment) => {
    if (shipment.window)
      return refused(`A delivery window is already confirmed for shipment ${shipment.id}.`);
    const payload = { shipmentId: shipment.id };
    return startOnPlan(turn, ofPlan(shipment), 'generateDeliveryWindowOptions', payload);
  }),
);

const FIRST_WINDOW_MS = 3 * DAY;
const WINDOWS = 12;

export const generateWindowsEffect: Effect = (turn, operation) => {
  const { shipmentId } = operation.payload as { shipmentId: string };
  const shipment = turn.world.read('shipment', shipmentId);
  const plan = turn.world.read('plan', operation.subject);
  if (!shipment || !plan) return [];
  const known = turn.world.read('windows', shipmentId);
  const expired = known?.options.some(({ validUntil }) => turn.now >= validUntil) ?? false;
  const round = (known?.round ?? 0) + (expired ? 1 : 0);
  turn.world.put('windows', {
    id: shipmentId,
    round,
    options: windowsFrom(turn, plan, shipment, round),
  });
  return [];
};

/**
 * Seven days for a domestic shipment, fourteen for an international one (help text); offered until 45
 * or 75 days after the plan was made, by when it has to arrive (#4102, #4199; checked 2026-11-23).
 */
function windowsFrom(turn: Turn, plan: Plan, shipment: Shipment, round: number): WindowOption[] {
  const domestic = plan.source.countryCode === destinationCountry(plan);
  const length = (domestic ? 7 : 14) * DAY;
  const lastDay = plan.createdAt + (domestic ? 45 : 75) * DAY;
  const ready = shipment.readyFrom ?? turn.now;
  // Amazon is known to offer windows that start before the goods are ready (#4102).
  const from = turn.quirks.has('windowsBeforeReady') ? turn.now : Math.max(ready, turn.now);
  const midnight = Math.ceil((from + FIRST_WINDOW_MS) / DAY) * DAY;
  return Array.from({ length: WINDOWS }, (_, index): WindowOption => {
    const startsAt = midnight + index * 2 * DAY;
    const names = [shipment.id, String(round), String(startsAt)];
    return {
      id: turn.dice.id('dw', ...names),
      startsAt,
      endsAt: startsAt + length,
      availability: turn.dice.fraction('congested', ...names) < 0.2 ? 'CONGESTED' : 'AVAILABLE',
      validUntil: Math.max(lastDay, turn.now + DAY),
    };
  });
}

const listDeliveryWindowOptions = handler(
  'inbound',
  'listDeliveryWindowOptions',
  { query: pagingQuery(100) },
  withShipment((turn, call, shipment) => {
    const items = turn.world.read('windows', shipment.id)?.options ?? [];
    if (items.length === 0 && turn.quirks.has('windowsFailUngenerated'))
      return refusal(500, 'InternalFailure', 'We encountered an internal error. Please try again.');
    return pageAnswer(turn, call, { operation: 'listDeliveryWindowOptions', items }, (page) => ({
      deliveryWindowOptions: page.map((option) => ({
        ...windowWire(turn, option),
        validUntil: stamp(turn, option.validUntil),
      })),
    }));
  }),
);

const confirmDeliveryWindowOptions = handler(
  'inbound',
  'confirmDeliveryWindowOptions',
  {},
  withOpenShipment('ConfirmDeliveryWindowOptions', (turn, { parameters }, shipment) => {
    const plan = turn.world.read('plan', shipment.planId);
    if (plan && !seenPlacement(turn, plan)) return noPlacement(plan);
    const optionId = parameters['deliveryWindowOptionId'] ?? '';
    const option = turn.world
      .read('windows', shipment.id)
      ?.options.find(({ id }) => id === optionId);
    if (!option)
      return refused(`Delivery window option ${optionId} is not among the latest options.`);
    if (shipment.window && turn.now >= shipment.window.editableUntil)
      return refused(`The delivery window of shipment ${shipment.id} can no longer be changed.`);
    const payload = { shipmentId: shipment.id, optionId };
    return startOnPlan(turn, ofPlan(shipment), 'confirmDeliveryWindowOptions', payload);
  }),
);

export const confirmWindowEffect: Effect = (turn, operation) => {
  const { shipmentId, optionId } = operation.payload as { shipmentId: string; optionId: string };
  const shipment = turn.world.read('shipment', shipmentId);
  const option = turn.world.read('windows', shipmentId)?.options.find(({ id }) => id === optionId);
  if (!shipment || !option) return [];
  if (turn.now >= option.validUntil) return [EXPIRED];
  turn.world.put('shipment', {
    ...shipment,
    window: { ...option, editableUntil: option.startsAt },
    updatedAt: turn.now,
  });
  return [];
};

export const WINDOW_HANDLERS = [
  generateDeliveryWindowOptions,
  listDeliveryWindowOptions,
  confirmDeliveryWindowOptions,
];

export function windowWire(turn: Turn, option: WindowOption): Record<string, unknown> {
  return {
    availabilityType: option.availability,
    deliveryWindowOptionId: option.id,
    endDate: stamp(turn, option.endsAt),
    startDate: stamp(turn, option.startsAt),
  };
}

function ofPlan(shipment: Shipment): { readonly id: string; readonly sellerId: string } {
  return { id: shipment.planId, sellerId: shipment.sellerId };
}

function destinationCountry(plan: Plan): string | undefined {
  return marketplaceById(plan.marketplaceId)?.country;
}

const EXPIRED = failure(
  'FBA_INB_0469',
  'ERROR: Delivery window options are expired, please regenerate.',
);
