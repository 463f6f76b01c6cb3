import { marketplaceById } from '#lib/kernel';

import type { Listing } from './entities.ts';
import { packageGrams, packageSidesMm } from './measures.ts';

export type Issue = {
  readonly code: string;
  readonly message: string;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly attributeNames?: readonly string[];
  readonly categories: readonly string[];
};

export function isFba(listing: Pick<Listing, 'availability'>): boolean {
  return (
    listing.availability.length > 0 &&
    listing.availability.every(({ channel }) => channel.startsWith('AMAZON_'))
  );
}

/** What Amazon demands of an offer that it is to fulfil (issue #5017 and the listings model). */
const REQUIRED_BY_FBA = [
  'batteries_required',
  'supplier_declared_dg_hz_regulation',
  'item_package_dimensions',
  'item_package_weight',
] as const;

export function issuesOf(listing: Listing): Issue[] {
  const issues: Issue[] = [];
  const wantsFba = listing.availability.some(({ channel }) => channel.startsWith('AMAZON_'));
  if (wantsFba) issues.push(...missing(listing), ...unreadable(listing));
  const own = marketplaceById(listing.marketplaceId)?.channel;
  for (const { channel, quantity } of listing.availability) {
    if (channel !== 'DEFAULT' && channel !== own) issues.push(wrongChannel(channel));
    if (channel !== 'DEFAULT' && quantity !== undefined) issues.push(QUANTITY_WITH_FBA);
  }
  if (wantsFba && listing.handling === 'hazmat') issues.push(HAZMAT_REVIEW);
  return issues;
}

function missing(listing: Listing): Issue[] {
  return REQUIRED_BY_FBA.filter((name) => (listing.attributes[name]?.length ?? 0) === 0).map(
    (name) => ({
      code: '90220',
      message: `'${name}' is required but not supplied.`,
      severity: 'ERROR',
      attributeNames: [name],
      categories: ['MISSING_ATTRIBUTE'],
    }),
  );
}

function unreadable(listing: Listing): Issue[] {
  const bad: string[] = [];
  if (listing.attributes['item_package_dimensions']?.length && !packageSidesMm(listing))
    bad.push('item_package_dimensions');
  if (listing.attributes['item_package_weight']?.length && !packageGrams(listing))
    bad.push('item_package_weight');
  return bad.map((name) => invalid(name, `The value of '${name}' is not valid.`));
}

export function invalid(name: string, message: string): Issue {
  return {
    code: '4000001',
    message,
    severity: 'ERROR',
    attributeNames: [name],
    categories: ['INVALID_ATTRIBUTE'],
  };
}

function wrongChannel(channel: string): Issue {
  return invalid(
    'fulfillment_availability',
    `The value '${channel}' is not valid for 'fulfillment_channel_code' in this marketplace.`,
  );
}

const QUANTITY_WITH_FBA = invalid(
  'fulfillment_availability',
  "'quantity' cannot be set for a fulfillment channel of Amazon.",
);

const HAZMAT_REVIEW: Issue = {
  code: '18326',
  message: 'This product is under dangerous goods review and cannot be sent to Amazon yet.',
  severity: 'WARNING',
  attributeNames: ['supplier_declared_dg_hz_regulation'],
  categories: ['QUALIFICATION_REQUIRED'],
};
