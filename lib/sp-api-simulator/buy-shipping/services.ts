import { DAY, type Instant } from '#lib/kernel';

import type { Dice } from '../hash.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Details } from './schemas.ts';

export type Service = {
  readonly id: string;
  readonly name: string;
  /** Spelled as a confirmation spells it. */
  readonly carrier: string;
  readonly days: readonly [number, number];
  readonly baseMinor: number;
  readonly perPoundMinor: number;
  readonly mostOunces: number;
  readonly tracking: (dice: Dice, name: string) => string;
};

const digits = (dice: Dice, length: number, name: string) =>
  Array.from({ length }, (_, index) => dice.between(0, 9, 'tracking', name, String(index))).join(
    '',
  );

const usps: Service['tracking'] = (dice, name) => `9400${digits(dice, 18, name)}`;
const ups: Service['tracking'] = (dice, name) => `1Z${dice.letters(16, 'tracking', name)}`;
const dhl: Service['tracking'] = (dice, name) => `JJD${digits(dice, 10, name)}`;
const royal: Service['tracking'] = (dice, name) => `RB${digits(dice, 9, name)}GB`;

type Row = readonly [
  id: string,
  name: string,
  carrier: string,
  soonest: number,
  latest: number,
  baseMinor: number,
  perPoundMinor: number,
  mostOunces: number,
];

function service(row: Row, tracking: Service['tracking']): Service {
  const [id, name, carrier, soonest, latest, baseMinor, perPoundMinor, mostOunces] = row;
  return {
    id,
    name,
    carrier,
    days: [soonest, latest],
    baseMinor,
    perPoundMinor,
    mostOunces,
    tracking,
  };
}

// Invented services with the carriers that a merchant finds in Buy Shipping, by country of dispatch.
const SERVICES: Readonly<Record<string, readonly Service[]>> = {
  US: [
    service(['USPS_GROUND_ADVANTAGE', 'USPS Ground Advantage', 'USPS', 3, 5, 495, 62, 1_120], usps),
    service(['USPS_PRIORITY', 'USPS Priority Mail', 'USPS', 2, 3, 795, 95, 1_120], usps),
    service(['UPS_GROUND', 'UPS Ground', 'UPS', 2, 5, 860, 48, 2_400], ups),
    service(['UPS_2ND_DAY', 'UPS 2nd Day Air', 'UPS', 2, 2, 1_690, 210, 2_400], ups),
  ],
  GB: [
    service(['RM_TRACKED_48', 'Royal Mail Tracked 48', 'Royal Mail', 2, 3, 345, 40, 700], royal),
  ],
};
const ELSEWHERE: readonly Service[] = [
  service(['DHL_PARCEL', 'DHL Parcel', 'DHL', 2, 4, 549, 55, 1_100], dhl),
  service(['DHL_EXPRESS', 'DHL Express', 'DHL', 1, 2, 1_590, 160, 1_100], dhl),
];

export function servicesFrom(country: string): readonly Service[] {
  return SERVICES[country] ?? ELSEWHERE;
}

export function ouncesOf({ Weight: { Value, Unit } }: Details): number {
  return Unit === 'oz' || Unit === 'ounces' ? Value : Value / 28.349_523_125;
}

export function rateMinor(offer: Service, details: Details): number {
  const pounds = Math.ceil(ouncesOf(details) / 16);
  const signed = details.ShippingServiceOptions.DeliveryExperience.endsWith('Signature') ? 340 : 0;
  return offer.baseMinor + (pounds - 1) * offer.perPoundMinor + signed;
}

/** A service as it is offered for one parcel. */
export function serviceView(
  turn: Turn,
  offer: Service,
  details: Details,
  money: { readonly currency: string; readonly minor: number },
): object {
  const shipDate = details.ShipDate ?? turn.now;
  const rate = {
    CurrencyCode: money.currency,
    Amount: money.currency === 'JPY' ? money.minor : money.minor / 100,
  };
  const after = (days: number): Instant => shipDate + days * DAY;
  return {
    ShippingServiceName: offer.name,
    CarrierName: offer.carrier,
    ShippingServiceId: offer.id,
    ShippingServiceOfferId: offerOf(turn, offer, details),
    ShipDate: stamp(turn, shipDate),
    EarliestEstimatedDeliveryDate: stamp(turn, after(offer.days[0])),
    LatestEstimatedDeliveryDate: stamp(turn, after(offer.days[1])),
    Rate: rate,
    RateWithAdjustments: rate,
    AdjustmentItemList: [],
    ShippingServiceOptions: {
      DeliveryExperience: details.ShippingServiceOptions.DeliveryExperience,
      CarrierWillPickUp: false,
    },
    AvailableLabelFormats: ['PDF'],
    AvailableFormatOptionsForLabel: [{ IncludePackingSlipWithLabel: false, LabelFormat: 'PDF' }],
    RequiresAdditionalSellerInputs: false,
  };
}

export function offerOf(turn: Turn, offer: Service, details: Details): string {
  return turn.dice.seal(`offer ${offer.id} ${details.AmazonOrderId}`);
}
