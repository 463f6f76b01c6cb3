import { HOUR } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import type { Order, OrderPackage, Scan } from './entities.ts';

/**
 * Carriers that tell Amazon about their parcels, spelled as the confirmation templates spell them
 * (Seller Central, checked 2026-11-23). Where the form of a number is public it is checked: since
 * July 2021 a number in a wrong form leaves the order unconfirmed.
 */
const CARRIERS: Readonly<Record<string, RegExp | 'any'>> = {
  UPS: /^(1Z[0-9A-Z]{16}|[AHJKTV]\d{10})$/,
  USPS: /^(\d{20}|\d{22}|\d{26}|\d{30}|\d{34}|[A-Z]{2}\d{9}US)$/,
  FedEx: /^(\d{12}|\d{15}|\d{18}|\d{20}|\d{22}|\d{34})$/,
  DHL: /^(\d{10,11}|J[A-Z]{2,3}\d{9,10}|\d{12,20})$/,
  'DHL eCommerce': /^((GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)[0-9A-Z]{10,39}|\d{16,39})$/,
  'Royal Mail': /^[A-Z]{2}\d{9}GB$/,
  OnTrac: /^[CD]\d{14}$/,
  'Yun Express': /^YT\d{16}$/,
  'Canada Post': 'any',
  'China Post': 'any',
  'FedEx SmartPost': 'any',
  'SF Express': 'any',
  '4PX': 'any',
  Yanwen: 'any',
  DPD: 'any',
  GLS: 'any',
  Hermes: 'any',
  'Deutsche Post': 'any',
  'La Poste': 'any',
  Chronopost: 'any',
  'Poste Italiane': 'any',
  YamatoTransport: 'any',
  SagawaExpress: 'any',
  YAMATO: 'any',
  SAGAWA: 'any',
  JP_EXPRESS: 'any',
};

/**
 * Why Amazon would not take this carrier and number. A name in a wrong spelling is refused; one that
 * is unknown altogether passes, because each store has a list of its own and they are not public.
 */
export function refuseTracking(carrierCode: string, tracking: string): string | undefined {
  const form = Object.hasOwn(CARRIERS, carrierCode) ? CARRIERS[carrierCode] : undefined;
  if (!form) {
    const near = Object.keys(CARRIERS).find(
      (name) => name.toLowerCase() === carrierCode.toLowerCase(),
    );
    return near && `The carrier code ${carrierCode} is not valid.`;
  }
  if (form === 'any' || form.test(tracking.replace(/[\s-]/g, '').toUpperCase())) return undefined;
  return (
    `The tracking ID ${tracking} for ${carrierCode} does not match the expected format for the ` +
    'carrier. Verify the tracking ID and resubmit it.'
  );
}

/** The carrier has the parcel from some hours after it was confirmed. */
export function expectScans(
  turn: Turn,
  order: Order,
  parcel: OrderPackage,
  carrierCode: string,
): void {
  if (!Object.hasOwn(CARRIERS, carrierCode)) return;
  const from = Math.max(turn.now, parcel.shippedAt);
  const inMs = from - turn.now + hours(turn, parcel, 2, 20);
  schedule(turn, order, parcel, { scan: 'PICKED_UP', inMs });
}

type Fate = { readonly next: Scan; readonly hours: readonly [number, number] };

// Of a hundred parcels about ninety-six arrive, three come back, and one is never seen again.
function after(turn: Turn, order: Order, parcel: OrderPackage): Fate | undefined {
  const luck = turn.dice.fraction('parcel', order.id, parcel.tracking);
  switch (parcel.scan) {
    case 'PICKED_UP':
      if (luck < 0.01) return { next: 'LOST', hours: [200, 300] };
      return { next: 'OUT_FOR_DELIVERY', hours: [18, 96] };
    case 'OUT_FOR_DELIVERY':
      if (luck < 0.04) return { next: 'RETURNING_TO_SELLER', hours: [24, 72] };
      return { next: 'DELIVERED', hours: [2, 9] };
    case 'RETURNING_TO_SELLER':
      return { next: 'RETURNED_TO_SELLER', hours: [72, 240] };
    default:
      return undefined;
  }
}

/** A scan at its time; one of a number that was corrected meanwhile is nobody's. */
export function scanPackage(turn: Turn, order: Order, step: string): void {
  const [, scan, reference, ...tracking] = step.split(' ');
  const parcel = order.packages.find((each) => each.reference === reference);
  if (parcel?.tracking !== tracking.join(' ') || !isScan(scan)) return;
  const scanned: OrderPackage = { ...parcel, scan, scannedAt: turn.now };
  turn.world.put('order', {
    ...order,
    updatedAt: turn.now,
    packages: order.packages.map((each) => (each === parcel ? scanned : each)),
  });
  const fate = after(turn, order, scanned);
  if (!fate) return;
  const inMs = hours(turn, scanned, ...fate.hours);
  schedule(turn, order, scanned, { scan: fate.next, inMs });
}

function schedule(
  turn: Turn,
  order: Order,
  parcel: OrderPackage,
  { scan, inMs }: { readonly scan: Scan; readonly inMs: number },
): void {
  const step = `scan ${scan} ${parcel.reference} ${parcel.tracking}`;
  turn.schedule({ at: turn.now + inMs, kind: 'order', ref: order.id, step });
}

function hours(turn: Turn, parcel: OrderPackage, low: number, high: number): number {
  const name = [parcel.reference, parcel.tracking, parcel.scan ?? 'confirmed'];
  return turn.dice.between(low * HOUR, high * HOUR, 'scan', ...name);
}

const STATUSES: Readonly<Record<Scan, string>> = {
  PICKED_UP: 'IN_TRANSIT',
  OUT_FOR_DELIVERY: 'IN_TRANSIT',
  DELIVERED: 'DELIVERED',
  RETURNING_TO_SELLER: 'UNDELIVERABLE',
  RETURNED_TO_SELLER: 'UNDELIVERABLE',
  LOST: 'UNDELIVERABLE',
};

function isScan(word: string | undefined): word is Scan {
  return word !== undefined && Object.hasOwn(STATUSES, word);
}

/** The status of a package in the words of orders 2026-01-01. */
export function packageStatus(parcel: OrderPackage): object {
  if (!parcel.scan) return { status: 'SHIPPED' };
  return { status: STATUSES[parcel.scan], detailedStatus: parcel.scan };
}
