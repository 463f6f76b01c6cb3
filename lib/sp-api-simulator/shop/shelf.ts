import { listingId } from '../listings/add.ts';
import type { Listing } from '../listings/entities.ts';
import { stockOf } from '../orders/place.ts';
import type { Turn } from '../turn.ts';
import type { Visit } from './visit.ts';

export type Sort = 'popular' | 'cheap' | 'dear';
export const SORTS: readonly Sort[] = ['popular', 'cheap', 'dear'];

export type Offer = {
  readonly listing: Listing;
  readonly stock: number;
  readonly bought: number;
};

/** What is for sale: the offers that the merchant ships himself and has in stock. */
export function shelfOf(turn: Turn, visit: Visit, query: string, sort: Sort): Offer[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const bought = boughtLately(turn, visit);
  return turn.world
    .having('listing', `shelf ${visit.sellerId} ${visit.store.id}`)
    .flatMap((id) => offer(turn, id, bought) ?? [])
    .filter(({ listing }) => {
      const text = `${listing.title} ${listing.productType}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => order(a, b, sort) || (a.listing.sku < b.listing.sku ? -1 : 1));
}

export function offerOf(turn: Turn, visit: Visit, sku: string): Offer | undefined {
  return offer(turn, listingId(visit.sellerId, visit.store.id, sku), new Map());
}

function offer(turn: Turn, id: string, bought: ReadonlyMap<string, number>): Offer | undefined {
  const listing = turn.world.read('listing', id);
  if (!listing?.active || stockOf(listing) === 0) return undefined;
  return { listing, stock: stockOf(listing), bought: bought.get(listing.sku) ?? 0 };
}

function order(a: Offer, b: Offer, sort: Sort): number {
  if (sort === 'popular') return b.bought - a.bought;
  const [first, second] = sort === 'cheap' ? [a, b] : [b, a];
  return first.listing.priceMinor - second.listing.priceMinor;
}

const LATELY = 500;

function boughtLately(turn: Turn, visit: Visit): Map<string, number> {
  const units = new Map<string, number>();
  const recent = turn.world.having('order', `seller ${visit.sellerId}`).slice(-LATELY);
  for (const id of recent) {
    const placed = turn.world.read('order', id);
    if (placed?.marketplaceId !== visit.store.id || placed.status === 'CANCELLED') continue;
    for (const { sku, ordered } of placed.lines) units.set(sku, (units.get(sku) ?? 0) + ordered);
  }
  return units;
}

export type Review = { readonly stars: number; readonly by: string; readonly text: Said };
type Said = { readonly en: string; readonly zh: string };

const SAID: readonly (readonly [stars: number, said: Said])[] = [
  [5, { en: 'Exactly as described, and quick to arrive.', zh: '与描述完全一致，到货很快。' }],
  [5, { en: 'Bought it a second time.', zh: '第二次购买了。' }],
  [4, { en: 'Good quality; the box was a little dented.', zh: '质量不错，外箱有点压痕。' }],
  [4, { en: 'Does what it should.', zh: '能满足需要。' }],
  [3, { en: 'All right for the price.', zh: '对得起这个价格。' }],
  [2, { en: 'Smaller than I had imagined.', zh: '比想象的小。' }],
  [1, { en: 'Came late and badly packed.', zh: '送得晚，包装也差。' }],
];
const REVIEWERS = [
  'A. Sample',
  'K. Muster',
  'L. Example',
  '见本 薫',
  'R. Prova',
  '练习 用户',
] as const;

/** Invented opinions about a product; always the same ones for the same seed. */
export function reviewsOf(turn: Turn, asin: string): readonly Review[] {
  const { dice } = turn;
  const count = dice.between(0, 9, 'reviews', asin);
  return Array.from({ length: count }, (_, index) => {
    const draw = dice.fraction('review', asin, String(index)) ** 1.6;
    const [stars, text] = SAID[Math.floor(draw * SAID.length)] ?? [5, { en: '', zh: '' }];
    return { stars, text, by: dice.pick(REVIEWERS, 'reviewer', asin, String(index)) };
  });
}
