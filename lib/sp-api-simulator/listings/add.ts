import { DAY, type Instant, invariant, marketplaceById } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import type { Handling, Listing } from './entities.ts';

/** A listing as somebody who knows only some of it would tell it; the rest follows from the seed. */
export type SimulatorListing = {
  readonly sku: string;
  readonly marketplaceId: string;
  readonly title: string;
  readonly asin?: string;
  readonly listingId?: string;
  readonly productType?: string;
  /** `new_new`, `used_good`, ..., or the number of a listings report (11, 3, ...). */
  readonly condition?: string;
  readonly priceMinor?: number;
  readonly quantity?: number;
  readonly productId?: string;
  readonly active?: boolean;
  readonly openedAt?: Instant;
  /** `DEFAULT` or an AMAZON_ channel. */
  readonly channel?: string;
  readonly fnsku?: string;
  readonly handling?: Handling;
  readonly blockedBy?: string;
  /** Whether Amazon knows what prep it needs. */
  readonly classified?: boolean;
  /** Length, width, height in inches and weight in pounds; null when Amazon does not know them. */
  readonly package?: readonly [number, number, number, number] | null;
};

// The numbers of item-condition in the listings reports (Seller Central template, 2026-11-23).
export const CONDITION_NUMBERS: Readonly<Record<string, string>> = {
  '11': 'new_new',
  '1': 'used_like_new',
  '2': 'used_very_good',
  '3': 'used_good',
  '4': 'used_acceptable',
  '5': 'collectible_like_new',
  '6': 'collectible_very_good',
  '7': 'collectible_good',
  '8': 'collectible_acceptable',
  '10': 'refurbished_refurbished',
};

export function addListings(
  turn: Turn,
  sellerId: string,
  listings: readonly SimulatorListing[],
): void {
  invariant(turn.world.read('seller', sellerId), `no seller ${sellerId}`);
  for (const listing of listings) addListing(turn, sellerId, listing);
}

export function listingId(sellerId: string, marketplaceId: string, sku: string): string {
  return `${sellerId} ${marketplaceId} ${sku}`;
}

export function fnskuOf(turn: Turn, sellerId: string, sku: string, asin: string): string {
  return `X00${turn.dice.letters(7, 'fnsku', sellerId, sku, asin)}`;
}

function addListing(turn: Turn, sellerId: string, input: SimulatorListing): void {
  const { dice, world } = turn;
  const id = listingId(sellerId, input.marketplaceId, input.sku);
  const known = world.read('listing', id);
  const marketplace = marketplaceById(input.marketplaceId);
  invariant(marketplace, `no store ${input.marketplaceId}`);
  const asin = input.asin ?? known?.asin ?? `B0${dice.letters(8, 'asin', sellerId, input.sku)}`;
  const channel = input.channel ?? known?.availability[0]?.channel ?? 'DEFAULT';
  const isFba = channel !== 'DEFAULT';
  const fnsku =
    input.fnsku ?? known?.fnsku ?? (isFba ? fnskuOf(turn, sellerId, input.sku, asin) : undefined);
  const handling = input.handling ?? known?.handling ?? 'standard';
  const blockedBy = input.blockedBy ?? known?.blockedBy;
  const quantity = input.quantity ?? 0;
  const listing: Listing = {
    id,
    sellerId,
    marketplaceId: input.marketplaceId,
    sku: input.sku,
    asin,
    listingId: input.listingId ?? known?.listingId ?? dice.letters(11, 'listing', id),
    title: input.title,
    productType: input.productType ?? known?.productType ?? 'HOME',
    condition: readCondition(input.condition) ?? known?.condition ?? 'new_new',
    priceMinor: input.priceMinor ?? known?.priceMinor ?? dice.between(900, 6_000, 'price', id),
    currency: marketplace.currency,
    productId: input.productId ?? known?.productId ?? asin,
    active: input.active ?? known?.active ?? true,
    openedAt:
      input.openedAt ?? known?.openedAt ?? turn.now - dice.between(30, 900, 'opened', id) * DAY,
    updatedAt: turn.now,
    handling,
    classified: input.classified ?? known?.classified ?? dice.fraction('classified', asin) > 0.15,
    ...(blockedBy ? { blockedBy } : {}),
    availability: [isFba ? { channel } : { channel, quantity }],
    ...(fnsku ? { fnsku } : {}),
    attributes: known?.attributes ?? attributesOf(turn, id, input, isFba),
  };
  world.put('listing', listing);
  if (isFba && !world.read('stock', id))
    world.put('stock', {
      id,
      sellerId,
      marketplaceId: input.marketplaceId,
      msku: input.sku,
      fulfillable: quantity,
      damaged: 0,
      updatedAt: turn.now,
    });
}

function readCondition(condition: string | undefined): string | undefined {
  if (condition === undefined) return undefined;
  return CONDITION_NUMBERS[condition] ?? condition;
}

function attributesOf(
  turn: Turn,
  id: string,
  input: SimulatorListing,
  isFba: boolean,
): Record<string, readonly unknown[]> {
  const at = { marketplace_id: input.marketplaceId };
  const measured = input.package === undefined ? guessPackage(turn, id, isFba) : input.package;
  const answered = isFba || input.handling === 'battery';
  return {
    item_name: [{ value: input.title, language_tag: 'en_US', ...at }],
    condition_type: [{ value: readCondition(input.condition) ?? 'new_new', ...at }],
    ...(measured ? packageAttributes(measured, at) : {}),
    ...(answered
      ? {
          batteries_required: [{ value: input.handling === 'battery', ...at }],
          supplier_declared_dg_hz_regulation: [
            { value: input.handling === 'hazmat' ? 'ghs' : 'not_applicable', ...at },
          ],
        }
      : {}),
    ...(input.handling === 'dated'
      ? { is_expiration_dated_product: [{ value: true, ...at }] }
      : {}),
  };
}

// Amazon measures what it has in stock; of what it never had, it knows most but not all.
function guessPackage(
  turn: Turn,
  id: string,
  isFba: boolean,
): readonly [number, number, number, number] | null {
  const { dice } = turn;
  if (!isFba && dice.fraction('measured', id) > 0.75) return null;
  const side = (name: string, low: number, high: number) => dice.between(low, high, name, id) / 4;
  const sides = [side('length', 16, 56), side('width', 10, 40), side('height', 3, 24)];
  const [length = 4, width = 3, height = 1] = sides.sort((a, b) => b - a);
  return [length, width, height, dice.between(2, 40, 'weight', id) / 8];
}

function packageAttributes(
  [length, width, height, weight]: readonly [number, number, number, number],
  at: { readonly marketplace_id: string },
): Record<string, readonly unknown[]> {
  const inches = (value: number) => ({ value, unit: 'inches' });
  return {
    item_package_dimensions: [
      { length: inches(length), width: inches(width), height: inches(height), ...at },
    ],
    item_package_weight: [{ value: weight, unit: 'pounds', ...at }],
  };
}
