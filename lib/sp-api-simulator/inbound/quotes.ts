import { DAY, HOUR, MINUTE } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import type {
  BoxRun,
  Plan,
  Shipment,
  ShipmentContent,
  TransportChoice,
  TransportOption,
} from './entities.ts';
import { gramsOf } from './pack.ts';
import type { TransportRequest } from './schemas.ts';

export type Configuration = TransportRequest['shipmentTransportationConfigurations'][number];

type Carrier = TransportOption['carrier'];

// Names and codes as the API lists them (#5103, #5076); "Other" has no code.
const PARCEL_CARRIERS: readonly Carrier[] = [
  { name: 'FedEx', alphaCode: 'FDEG' },
  { name: 'UPS', alphaCode: 'UPSN' },
  { name: 'United States Postal Service', alphaCode: 'USPS' },
  { name: 'DHL Express', alphaCode: 'DHL' },
  { name: 'Other' },
];
const FREIGHT_CARRIERS: readonly Carrier[] = [
  { name: 'Amazon Freight', alphaCode: 'ATSB' },
  { name: 'ESTES', alphaCode: 'EXLA' },
  { name: 'UPS FREIGHT', alphaCode: 'UPGF' },
  { name: 'Other' },
];
const FREIGHT_MODES = ['FREIGHT_LTL', 'FREIGHT_FTL_PALLET', 'FREIGHT_FTL_NONPALLET'] as const;
const UPS: Carrier = { name: 'UPS', alphaCode: 'UPSN' };
const AMAZON_FREIGHT: Carrier = { name: 'Amazon Freight', alphaCode: 'ATSB' };

const OFF_THE_MAINLAND = new Set(['AK', 'HI', 'PR', 'GU', 'VI', 'AS', 'MP']);
const PARTNERED_COUNTRIES = new Set(['US', 'GB', 'DE', 'FR', 'IT', 'ES']);

/** Everything by which a shipment could travel. */
export function transportOptions(
  turn: Turn,
  plan: Plan,
  content: ShipmentContent,
  configuration: Configuration,
): TransportOption[] {
  const offered: Omit<TransportOption, 'id'>[] = [];
  // Boxes told after the placement go by pallet only (Amazon's inbound skill, checked 2026-11-23).
  const mayBeParcels = plan.packingOptions.length > 0;
  if (isPartnered(turn, plan, content)) {
    if (mayBeParcels) offered.push(parcelQuote(turn, plan, content));
    if (hasFreight(configuration)) offered.push(freightQuote(turn, plan, configuration));
  }
  const own = { solution: 'USE_YOUR_OWN_CARRIER' as const };
  if (mayBeParcels)
    for (const carrier of PARCEL_CARRIERS)
      offered.push({ ...own, mode: 'GROUND_SMALL_PARCEL', carrier });
  for (const mode of FREIGHT_MODES)
    for (const carrier of FREIGHT_CARRIERS) offered.push({ ...own, mode, carrier });
  if (turn.quirks.has('manyOptions'))
    offered.push(...appointments(configuration, MANY - offered.length));
  const named = [content.id, String(plan.transportRound), JSON.stringify(configuration)];
  return offered.map((option) => ({
    id: turn.dice.id(
      'to',
      ...named,
      option.solution,
      option.mode,
      option.carrier.name,
      String(option.appointmentAt ?? ''),
    ),
    ...option,
  }));
}

// As many in all as in the report of a seller (issue 4634).
const MANY = 1_377;

// One option for every half hour at the dock, whether or not the goods are ready by then.
function appointments(configuration: Configuration, count: number): Omit<TransportOption, 'id'>[] {
  return Array.from({ length: count }, (_, index) => ({
    solution: 'USE_YOUR_OWN_CARRIER' as const,
    mode: 'FREIGHT_LTL',
    carrier: { name: 'Other' },
    appointmentAt: configuration.readyToShipWindow.start + index * 30 * MINUTE,
  }));
}

export function hasFreight(configuration: Configuration): boolean {
  return (configuration.pallets?.length ?? 0) > 0 && configuration.freightInformation !== undefined;
}

/** Partnered carriers take domestic parcels from the mainland, without dangerous goods. */
function isPartnered(turn: Turn, plan: Plan, content: ShipmentContent): boolean {
  const { countryCode, stateOrProvinceCode = '' } = plan.source;
  return (
    !turn.quirks.has('noPCP') &&
    PARTNERED_COUNTRIES.has(countryCode) &&
    !OFF_THE_MAINLAND.has(stateOrProvinceCode) &&
    content.packed &&
    content.items.every(({ hazmat }) => !hazmat) &&
    isDomestic(plan)
  );
}

function isDomestic(plan: Plan): boolean {
  return DOMESTIC[plan.marketplaceId] === plan.source.countryCode;
}

const DOMESTIC: Readonly<Record<string, string>> = {
  ATVPDKIKX0DER: 'US',
  A1F83G8C2ARO7P: 'GB',
  A1PA6795UKMFR9: 'DE',
  A13V1IB3VIYZZH: 'FR',
  APJ6JRA9NG5V4: 'IT',
  A1RKKUPIHCS9HS: 'ES',
};

function parcelQuote(
  turn: Turn,
  plan: Plan,
  content: ShipmentContent,
): Omit<TransportOption, 'id'> {
  return {
    solution: 'AMAZON_PARTNERED_CARRIER',
    mode: 'GROUND_SMALL_PARCEL',
    carrier: UPS,
    costMinor: parcelCost(turn, plan.source, content),
    expiresAt: turn.now + DAY,
  };
}

function parcelCost(turn: Turn, from: Plan['source'], content: ShipmentContent): number {
  const pounds = content.runs.reduce((sum, run) => sum + run.count * billablePounds(run), 0);
  return pounds * turn.dice.between(34, 62, 'parcel rate', from.postalCode, content.id);
}

// The larger of actual and dimensional weight, in whole pounds, one at least.
function billablePounds({ box }: BoxRun): number {
  const inches = (side: number) => (box.dimensions.unitOfMeasurement === 'IN' ? side : side / 2.54);
  const { length, width, height } = box.dimensions;
  const dimensional = (inches(length) * inches(width) * inches(height)) / 139;
  const actual = gramsOf(box.weight.value, box.weight.unit) / 453.592_37;
  return Math.max(1, Math.ceil(Math.max(dimensional, actual) - 1e-6));
}

// Freight quotes die within a quarter of an hour (#4564, #4634).
const FREIGHT_QUOTE_MS = 15 * MINUTE;

function freightQuote(
  turn: Turn,
  plan: Plan,
  configuration: Configuration,
): Omit<TransportOption, 'id'> {
  const pallets = (configuration.pallets ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  const first = turn.dice.between(14_000, 26_000, 'freight rate', plan.source.postalCode, plan.id);
  return {
    solution: 'AMAZON_PARTNERED_CARRIER',
    mode: 'FREIGHT_LTL',
    carrier: AMAZON_FREIGHT,
    costMinor: first + (pallets - 1) * Math.round(first * 0.55),
    expiresAt: turn.now + FREIGHT_QUOTE_MS,
    appointmentAt: configuration.readyToShipWindow.start + DAY,
  };
}

/** The chosen way of shipping, priced anew for what is to be shipped now. */
export function requote(
  turn: Turn,
  shipment: Shipment,
  content: ShipmentContent,
  chosen: TransportChoice,
): TransportOption {
  const parcels = chosen.mode === 'GROUND_SMALL_PARCEL';
  const charged = chosen.solution === 'AMAZON_PARTNERED_CARRIER';
  const costMinor = parcels ? parcelCost(turn, shipment.source, content) : chosen.costMinor;
  return {
    id: turn.dice.id('to', 'requote', shipment.id, JSON.stringify(content.runs)),
    solution: chosen.solution,
    mode: chosen.mode,
    carrier: chosen.carrier,
    ...(charged ? { costMinor, expiresAt: turn.now + HOUR } : {}),
  };
}

/** Until when the charge can be undone: a day for parcels, an hour for freight. */
export function voidableFor(mode: string): number {
  return mode === 'GROUND_SMALL_PARCEL' ? DAY : HOUR;
}
