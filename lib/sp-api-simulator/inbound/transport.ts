import { DAY } from '#lib/kernel';

import type { Answer } from '../answer.ts';
import { handler, one } from '../call.ts';
import { type Effect, failure, warning } from '../operations.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Plan, Shipment, TransportOption } from './entities.ts';
import { pageAnswer, pagingQuery, refused, startOnPlan, withOpenPlan, withPlan } from './guards.ts';
import { hasFreight, transportOptions, voidableFor } from './quotes.ts';
import { GenerateTransportationOptions, type TransportRequest } from './schemas.ts';
import { acceptedPlacement, optionStatus } from './shown.ts';
import { currencyOf, moneyWire } from './wire.ts';

const generateTransportationOptions = handler(
  'inbound',
  'generateTransportationOptions',
  { body: GenerateTransportationOptions },
  withOpenPlan('GenerateTransportationOptions', (turn, { body }, plan) => {
    const wrong = refuseRequest(turn, plan, body);
    return wrong ?? startOnPlan(turn, plan, 'generateTransportationOptions', body);
  }),
);

function refuseRequest(turn: Turn, plan: Plan, body: TransportRequest): Answer | undefined {
  const option = plan.placementOptions.find(({ id }) => id === body.placementOptionId);
  if (!option)
    return refused(
      `Placement option ${body.placementOptionId} does not belong to the inbound plan.`,
    );
  if (optionStatus(turn, option) === 'EXPIRED')
    return refused(`Placement option ${option.id} is expired.`);
  const given = body.shipmentTransportationConfigurations.map(({ shipmentId }) => shipmentId);
  const complete = option.shipmentIds.every((id) => given.includes(id));
  if (!complete || given.length !== option.shipmentIds.length)
    return refused(
      'shipmentTransportationConfigurations must name every shipment of the placement option ' +
        `exactly once: [${option.shipmentIds.join(', ')}].`,
    );
  const shipments = option.shipmentIds.flatMap((id) => turn.world.read('shipment', id) ?? []);
  if (shipments.some(({ transport }) => transport))
    return refused('Transportation is already confirmed for the inbound plan.');
  const past = body.shipmentTransportationConfigurations.some(
    ({ readyToShipWindow }) => readyToShipWindow.start < turn.now - DAY,
  );
  return past ? refused('readyToShipWindow.start must not be in the past.') : undefined;
}

export const generateTransportEffect: Effect = (turn, operation) => {
  const body = operation.payload as TransportRequest;
  const before = turn.world.read('plan', operation.subject);
  if (!before) return [];
  const ids = body.shipmentTransportationConfigurations.map(({ shipmentId }) => shipmentId);
  if (ids.some((id) => turn.world.read('shipment-content', id)?.packed !== true))
    return [NOT_COMPUTED];
  const expired = ids.some((id) =>
    turn.world
      .read('transport', id)
      ?.options.some((each) => (each.expiresAt ?? turn.now + 1) <= turn.now),
  );
  const plan = { ...before, transportRound: before.transportRound + (expired ? 1 : 0) };
  for (const configuration of body.shipmentTransportationConfigurations) {
    const shipment = turn.world.read('shipment', configuration.shipmentId);
    const content = turn.world.read('shipment-content', configuration.shipmentId);
    if (!shipment || !content) continue;
    turn.world.put('transport', {
      id: shipment.id,
      planId: plan.id,
      placementOptionId: body.placementOptionId,
      options: transportOptions(turn, plan, content, configuration),
    });
    const { contact: _, freight: __, pallets: ___, ...rest } = shipment;
    const { contactInformation, freightInformation, pallets } = configuration;
    turn.world.put('shipment', {
      ...rest,
      readyFrom: configuration.readyToShipWindow.start,
      ...(contactInformation ? { contact: contactInformation } : {}),
      ...(freightInformation ? { freight: freightInformation } : {}),
      ...(pallets ? { pallets } : {}),
      updatedAt: turn.now,
    });
  }
  turn.world.put('plan', { ...plan, updatedAt: turn.now });
  const parcelsOnly = body.shipmentTransportationConfigurations.some((each) => !hasFreight(each));
  return parcelsOnly ? [NO_FREIGHT_DATA] : [];
};

const ListOptions = pagingQuery(20).extend({
  placementOptionId: one.optional(),
  shipmentId: one.optional(),
});

const listTransportationOptions = handler(
  'inbound',
  'listTransportationOptions',
  { query: ListOptions },
  withPlan((turn, call, plan) => {
    const { placementOptionId, shipmentId } = call.query;
    if (placementOptionId === undefined && shipmentId === undefined)
      return refused('Either placementOptionId or shipmentId is required.');
    const option = plan.placementOptions.find(({ id }) => id === placementOptionId);
    if (placementOptionId !== undefined && !option)
      return refused(`Placement option ${placementOptionId} does not belong to the inbound plan.`);
    if (shipmentId !== undefined && turn.world.read('shipment', shipmentId)?.planId !== plan.id)
      return refused(`Shipment ${shipmentId} does not belong to the inbound plan.`);
    const ids = (option?.shipmentIds ?? []).concat(shipmentId ?? []);
    const wanted = [...new Set(ids)].filter((id) => shipmentId === undefined || id === shipmentId);
    const items = wanted.flatMap((id) =>
      (turn.world.read('transport', id)?.options ?? []).map((each) => ({ id, option: each })),
    );
    const currency = currencyOf(plan.marketplaceId);
    return pageAnswer(turn, call, { operation: 'listTransportationOptions', items }, (page) => ({
      transportationOptions: page.map((each) => optionWire(turn, each.id, each.option, currency)),
    }));
  }),
);

export const TRANSPORT_HANDLERS = [generateTransportationOptions, listTransportationOptions];

export function optionWire(
  turn: Turn,
  shipmentId: string,
  option: TransportOption,
  currency: string,
): object {
  return {
    carrier: option.carrier,
    ...(option.appointmentAt === undefined
      ? {}
      : {
          carrierAppointment: {
            startTime: stamp(turn, option.appointmentAt),
            endTime: stamp(turn, option.appointmentAt + DAY / 4),
          },
        }),
    preconditions: needsWindow(option) ? ['CONFIRMED_DELIVERY_WINDOW'] : [],
    ...(option.costMinor === undefined || option.expiresAt === undefined
      ? {}
      : {
          quote: {
            cost: turn.quirks.has('literalCost')
              ? { amount: '$cost.amount', code: currency }
              : moneyWire(option.costMinor, currency),
            expiration: stamp(turn, option.expiresAt),
            voidableUntil: stamp(turn, turn.now + voidableFor(option.mode)),
          },
        }),
    shipmentId,
    shippingMode: option.mode,
    shippingSolution: option.solution,
    transportationOptionId: option.id,
  };
}

export function needsWindow(option: Pick<TransportOption, 'solution'>): boolean {
  return option.solution === 'USE_YOUR_OWN_CARRIER';
}

export function placementShipments(turn: Turn, plan: Plan): Shipment[] {
  return (acceptedPlacement(plan)?.shipmentIds ?? []).flatMap(
    (id) => turn.world.read('shipment', id) ?? [],
  );
}

const NOT_COMPUTED = failure(
  'BadRequest',
  'ERROR: COMPUTE_TRANSPORTATION_OPTIONS failed. Packing information is missing for a shipment.',
);

// Normal for parcels (#4171, #4897).
const NO_FREIGHT_DATA = warning(
  'BadRequest',
  'WARNING: Since pallet and freight info has not been provided, we may not be able to produce ' +
    'PCP-LTL options.',
);
