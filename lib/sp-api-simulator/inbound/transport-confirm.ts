import type { Answer } from '../answer.ts';
import { handler } from '../call.ts';
import { type Effect, failure } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { Plan, Shipment, TransportOption } from './entities.ts';
import { refused, startOnPlan, withOpenPlan } from './guards.ts';
import { charge } from './ledger.ts';
import { voidableFor } from './quotes.ts';
import { ConfirmTransportationOptions, type TransportSelections } from './schemas.ts';
import { seenPlacement } from './shown.ts';
import { needsWindow, placementShipments } from './transport.ts';

const confirmTransportationOptions = handler(
  'inbound',
  'confirmTransportationOptions',
  { body: ConfirmTransportationOptions },
  withOpenPlan('ConfirmTransportationOptions', (turn, { body }, plan) => {
    const wrong = refuseSelections(turn, plan, body.transportationSelections);
    return (
      wrong ??
      startOnPlan(turn, plan, 'confirmTransportationOptions', body.transportationSelections)
    );
  }),
);

export const TRANSPORT_CONFIRM_HANDLERS = [confirmTransportationOptions];

function refuseSelections(
  turn: Turn,
  plan: Plan,
  selections: TransportSelections,
): Answer | undefined {
  if (!seenPlacement(turn, plan)) return noPlacement(plan);
  const shipments = placementShipments(turn, plan);
  const given = selections.map(({ shipmentId }) => shipmentId);
  const expected = shipments.map(({ id }) => id);
  if (given.length !== expected.length || !expected.every((id) => given.includes(id)))
    return refused(
      'Shipment ids do not match the confirmed placement. Expected exactly ' +
        `[${expected.join(', ')}].`,
    );
  if (shipments.some(({ transport }) => transport))
    return refused('Transportation is already confirmed for the inbound plan.');
  for (const selection of selections) {
    const option = optionOf(turn, selection);
    if (!option)
      return refused(
        `Transportation option ${selection.transportationOptionId} does not belong to shipment ` +
          `${selection.shipmentId}.`,
      );
    const shipment = turn.world.read('shipment', selection.shipmentId);
    if (needsWindow(option) && !shipment?.window)
      return refused(
        `Delivery window must be confirmed for shipment ${selection.shipmentId} before ` +
          'transportation options are confirmed.',
      );
  }
  return undefined;
}

export function noPlacement(plan: Plan): Answer {
  return refused(`There is no confirmed placement option for inbound plan ${plan.id}.`);
}

/** All shipments or none. */
export const confirmTransportEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  if (!plan) return [];
  const chosen = (operation.payload as TransportSelections).flatMap((selection) => {
    const shipment = turn.world.read('shipment', selection.shipmentId);
    const option = optionOf(turn, selection);
    return shipment && option ? [{ shipment, option, contact: selection.contactInformation }] : [];
  });
  const options = chosen.map(({ option }) => option);
  if (options.some(({ expiresAt }) => expiresAt !== undefined && turn.now >= expiresAt))
    return [QUOTE_EXPIRED];
  if (!fitTogether(turn, plan, options)) return [MIXED_CARRIERS];
  for (const { shipment, option, contact } of chosen) {
    turn.world.put('shipment', {
      ...shipment,
      ...(contact ? { contact } : {}),
      transport: {
        optionId: option.id,
        solution: option.solution,
        mode: option.mode,
        carrier: option.carrier,
        costMinor: option.costMinor ?? 0,
        confirmedAt: turn.now,
        ...(option.costMinor === undefined
          ? {}
          : { voidableUntil: turn.now + voidableFor(option.mode) }),
      },
      updatedAt: turn.now,
    });
    charge(turn, plan, { reason: 'transport', about: shipment.id, minor: option.costMinor ?? 0 });
  }
  turn.world.put('plan', { ...plan, updatedAt: turn.now });
  return [];
};

function optionOf(turn: Turn, selection: TransportSelections[number]): TransportOption | undefined {
  return turn.world
    .read('transport', selection.shipmentId)
    ?.options.find(({ id }) => id === selection.transportationOptionId);
}

/**
 * Parcels of one plan go with one carrier; pallets may differ. Partnered and own carriers mix only
 * across modes, and only where every shipment could go partnered (Amazon's inbound skill and #4731,
 * checked 2026-11-23).
 */
function fitTogether(turn: Turn, plan: Plan, options: readonly TransportOption[]): boolean {
  const parcels = options.filter(({ mode }) => mode === 'GROUND_SMALL_PARCEL');
  const names = new Set(parcels.map(({ solution, carrier }) => `${solution} ${carrier.name}`));
  if (names.size > 1) return false;
  const mixed = new Set(options.map(({ solution }) => solution)).size > 1;
  if (!mixed) return true;
  const solutionsOf = (mode: string) =>
    new Set(options.filter((each) => each.mode === mode).map(({ solution }) => solution)).size;
  if (options.some(({ mode }) => solutionsOf(mode) > 1)) return false;
  return placementShipments(turn, plan).every((shipment: Shipment) =>
    turn.world
      .read('transport', shipment.id)
      ?.options.some(({ solution }) => solution === 'AMAZON_PARTNERED_CARRIER'),
  );
}

const QUOTE_EXPIRED = failure(
  'FBA_INB_0115',
  'ERROR: Something went wrong. Please try again later.',
  'The transportation quote is expired. Please regenerate transportation options.',
);

const MIXED_CARRIERS = failure(
  'FBA_INB_0354',
  'ERROR: The selected carriers are not compatible across the shipments of the inbound plan.',
);
