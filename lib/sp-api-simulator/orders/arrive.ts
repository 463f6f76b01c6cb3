import { DAY, type Instant, marketplaceById, MINUTE } from '#lib/kernel';

import type { Listing } from '../listings/entities.ts';
import type { Turn } from '../turn.ts';
import type { Arrivals, OrderLine } from './entities.ts';
import { buyerOf } from './people.ts';
import { HOLD_MS, orderLine, placeOrder, stockOf } from './place.ts';

/** Lets orders arrive from now on, about so many a day; zero ends it. */
export function setArrivals(
  turn: Turn,
  shop: { readonly sellerId: string; readonly marketplaceId: string },
  perDay: number,
  since: Instant = turn.now,
): void {
  const id = `${shop.sellerId} ${shop.marketplaceId}`;
  const known = turn.world.read('arrivals', id);
  const arrivals: Arrivals = { id, ...shop, perDay, since, count: known?.count ?? 0 };
  turn.world.put('arrivals', arrivals);
  if (perDay > 0) scheduleNext({ ...turn, now: since }, arrivals);
}

/** The next order is there. */
export function orderArrives(turn: Turn, arrivalsId: string, step: string): void {
  const arrivals = turn.world.read('arrivals', arrivalsId);
  if (!arrivals || arrivals.perDay === 0 || step !== String(arrivals.count)) return;
  arrive(turn, arrivals);
  const next = { ...arrivals, count: arrivals.count + 1 };
  turn.world.put('arrivals', next);
  scheduleNext(turn, next);
}

// Exponential gaps make the arrivals of a Poisson process.
function scheduleNext(turn: Turn, arrivals: Arrivals): void {
  const fraction = turn.dice.fraction('arrival', arrivals.id, String(arrivals.count));
  const mean = DAY / (arrivals.perDay * busyness(turn.now, arrivals.marketplaceId));
  const gap = Math.max(SHORTEST_MS, Math.round(-Math.log(1 - fraction) * mean));
  const step = String(arrivals.count);
  turn.schedule({ at: turn.now + gap, kind: 'arrival', ref: arrivals.id, step });
}

const SHORTEST_MS = MINUTE / 60;

// People sleep: least is bought towards four in the morning where the store is, most at four in the
// afternoon. Over a day the factor means one.
function busyness(at: Instant, marketplaceId: string): number {
  const offsets: Readonly<Record<string, number>> = { NA: -8, EU: 1, FE: 9 };
  const hour =
    (at % DAY) / (DAY / 24) + (offsets[marketplaceById(marketplaceId)?.region ?? ''] ?? 0);
  return 1 + 0.6 * Math.cos(((hour - 16) / 24) * 2 * Math.PI);
}

function arrive(turn: Turn, arrivals: Arrivals): void {
  const { dice } = turn;
  const name = `${arrivals.id} ${arrivals.count}`;
  const lines = basket(turn, arrivals, name);
  const country = marketplaceById(arrivals.marketplaceId)?.country;
  if (lines.length === 0 || country === undefined) return;
  const business = dice.fraction('business', name) < 0.08;
  const order = placeOrder(turn, {
    name,
    sellerId: arrivals.sellerId,
    marketplaceId: arrivals.marketplaceId,
    business,
    prime: dice.fraction('prime', name) < 0.1,
    buyer: buyerOf(turn, name, country, business),
    lines,
    // Cash on delivery is offered to buyers in Japan (orders v0, checked 2026-11-23).
    ...(country === 'JP' && dice.fraction('cash', name) < 0.08
      ? { payment: { method: 'cash-on-delivery' } as const }
      : {}),
  });
  if (dice.fraction('withdrawn', name) < 0.02) {
    const at = turn.now + dice.between(1, HOLD_MS - 1, 'withdrawn after', name);
    turn.schedule({ at, kind: 'order', ref: order.id, step: 'withdrawn' });
  }
}

function basket(turn: Turn, arrivals: Arrivals, name: string): OrderLine[] {
  const { dice } = turn;
  const size = dice.fraction('basket', name);
  return chosen(turn, arrivals, name, size < 0.78 ? 1 : size < 0.94 ? 2 : 3).map(
    (listing, index) => {
      const many = dice.fraction('quantity', name, String(index));
      const wanted = many < 0.82 ? 1 : many < 0.95 ? 2 : dice.between(3, 5, 'many', name);
      return orderLine(turn, listing, Math.min(stockOf(listing), wanted), name, String(index));
    },
  );
}

/** What somebody who walks past the shelves takes from them: started anywhere, sold-out skipped. */
function chosen(turn: Turn, arrivals: Arrivals, name: string, wanted: number): Listing[] {
  const shelf = [...turn.world.having('listing', `shelf ${arrivals.id}`)].sort();
  const found: Listing[] = [];
  const start = turn.dice.between(0, Math.max(0, shelf.length - 1), 'choice', name);
  for (let step = 0; step < shelf.length && found.length < wanted; step += 1) {
    const id = shelf[(start + step * STRIDE) % shelf.length] ?? '';
    const listing = turn.world.read('listing', id);
    if (listing && stockOf(listing) > 0 && !found.includes(listing)) found.push(listing);
  }
  return found;
}

// A prime larger than any shelf's common divisors, so that the walk sees every listing once.
const STRIDE = 7_919;
