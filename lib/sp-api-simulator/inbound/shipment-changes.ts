import type { Answer } from '../answer.ts';
import { handler } from '../call.ts';
import type { Effect } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { Plan, Shipment } from './entities.ts';
import {
  pageAnswer,
  pagingQuery,
  refused,
  startOnPlan,
  withOpenShipment,
  withPlan,
  withShipment,
} from './guards.ts';
import { type AddressInput, UpdateSourceAddress } from './schemas.ts';
import { placementShipments } from './transport.ts';

const updateShipmentSourceAddress = handler(
  'inbound',
  'updateShipmentSourceAddress',
  { body: UpdateSourceAddress },
  withOpenShipment('UpdateShipmentSourceAddress', (turn, { body }, shipment) => {
    const plan = turn.world.read('plan', shipment.planId);
    if (plan && placementShipments(turn, plan).some(({ transport }) => transport))
      return refused('The source address cannot change after transportation is confirmed.');
    return startOnPlan(
      turn,
      { id: shipment.planId, sellerId: shipment.sellerId },
      'updateShipmentSourceAddress',
      { shipmentId: shipment.id, address: body.address },
    );
  }),
);

/** A new origin makes every quote worthless. */
export const sourceAddressEffect: Effect = (turn, operation) => {
  const { shipmentId, address } = operation.payload as {
    shipmentId: string;
    address: AddressInput;
  };
  const shipment = turn.world.read('shipment', shipmentId);
  if (!shipment) return [];
  turn.world.put('shipment', { ...shipment, source: address, updatedAt: turn.now });
  if (turn.world.read('transport', shipmentId)) turn.world.remove('transport', shipmentId);
  return [];
};

const listShipmentPallets = handler(
  'inbound',
  'listShipmentPallets',
  { query: pagingQuery(1000) },
  withShipment((turn, call, shipment) => {
    const items = palletsOf(turn, shipment);
    return pageAnswer(turn, call, { operation: 'listShipmentPallets', items }, (page) => ({
      pallets: page,
    }));
  }),
);

const listInboundPlanPallets = handler(
  'inbound',
  'listInboundPlanPallets',
  { query: pagingQuery(1000) },
  withPlan((turn, call, plan) => {
    const items = planPallets(turn, plan);
    return pageAnswer(turn, call, { operation: 'listInboundPlanPallets', items }, (page) => ({
      pallets: page,
    }));
  }),
);

export const SHIPMENT_CHANGE_HANDLERS = [
  updateShipmentSourceAddress,
  listShipmentPallets,
  listInboundPlanPallets,
  ...notOfferedHere(),
];

function planPallets(turn: Turn, plan: Plan): object[] {
  return placementShipments(turn, plan).flatMap((shipment) => palletsOf(turn, shipment));
}

function palletsOf(turn: Turn, shipment: Shipment): object[] {
  return (shipment.pallets ?? []).map((pallet, index) => ({
    ...pallet,
    packageId: turn.dice.id('pk', 'pallet', shipment.id, String(index)),
  }));
}

// Self-ship appointments exist in MX, BR, EG, SA, AE and IN, delivery challans and item compliance in
// India (fulfillmentInbound model, checked 2026-11-23); the stores of this simulator have neither.
function notOfferedHere() {
  const names = [
    'cancelSelfShipAppointment',
    'getSelfShipAppointmentSlots',
    'generateSelfShipAppointmentSlots',
    'scheduleSelfShipAppointment',
    'getDeliveryChallanDocument',
  ];
  const onShipment = names.map((name) =>
    handler(
      'inbound',
      name,
      {},
      withShipment((): Answer => unsupported(name)),
    ),
  );
  const onItems = ['listItemComplianceDetails', 'updateItemComplianceDetails'].map((name) =>
    handler('inbound', name, {}, () => unsupported(name)),
  );
  return [...onShipment, ...onItems];
}

function unsupported(name: string): Answer {
  const operation = name.charAt(0).toUpperCase() + name.slice(1);
  return refused(`Operation ${operation} is not supported for the marketplace.`);
}
