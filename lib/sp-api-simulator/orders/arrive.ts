import { DAY, HOUR, type Instant, marketplaceById, MINUTE } from '#lib/kernel';

import type { Listing } from '../listings/entities.ts';
import type { Turn } from '../turn.ts';
import type { Arrivals, Buyer, Order, OrderLine } from './entities.ts';

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
  const order = newOrder(turn, arrivals);
  if (order) {
    turn.world.put('order', order);
    takeStock(turn, order, -1);
    turn.schedule({ at: turn.now + HOLD_MS, kind: 'order', ref: order.id, step: 'release' });
  }
  const next = { ...arrivals, count: arrivals.count + 1 };
  turn.world.put('arrivals', next);
  scheduleNext(turn, next);
}

// Exponential gaps make the arrivals of a Poisson process.
function scheduleNext(turn: Turn, arrivals: Arrivals): void {
  const fraction = turn.dice.fraction('arrival', arrivals.id, String(arrivals.count));
  const gap = Math.max(MINUTE, Math.round((-Math.log(1 - fraction) * DAY) / arrivals.perDay));
  const step = String(arrivals.count);
  turn.schedule({ at: turn.now + gap, kind: 'arrival', ref: arrivals.id, step });
}

// A buyer may change his mind for half an hour before the seller sees the order.
const HOLD_MS = 30 * MINUTE;

function newOrder(turn: Turn, arrivals: Arrivals): Order | undefined {
  const name = `${arrivals.id} ${arrivals.count}`;
  const lines = basket(turn, arrivals, name);
  const marketplace = marketplaceById(arrivals.marketplaceId);
  if (lines.length === 0 || !marketplace) return undefined;
  const { dice } = turn;
  // Two business days of handling, the account's default (Seller Central, checked 2026-11-23).
  const shipBy = endOfDay(addBusinessDays(turn.now, 2));
  return {
    id: orderId(turn, name),
    sellerId: arrivals.sellerId,
    marketplaceId: arrivals.marketplaceId,
    currency: marketplace.currency,
    status: 'PENDING',
    placedAt: turn.now,
    updatedAt: turn.now,
    shipFrom: turn.now,
    shipBy,
    deliverFrom: addBusinessDays(shipBy, 2),
    deliverBy: endOfDay(addBusinessDays(shipBy, 5)),
    business: dice.fraction('business', name) < 0.08,
    prime: dice.fraction('prime', name) < 0.1,
    buyer: buyerOf(turn, name, marketplace.country),
    lines,
    packages: [],
  };
}

function basket(turn: Turn, arrivals: Arrivals, name: string): OrderLine[] {
  const offers = turn.world
    .having('listing', `seller ${arrivals.sellerId}`)
    .flatMap((id) => turn.world.read('listing', id) ?? [])
    .filter((each) => each.marketplaceId === arrivals.marketplaceId && stockOf(each) > 0)
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
  const wanted = turn.dice.fraction('basket', name) < 0.8 ? 1 : 2;
  return turn.dice
    .shuffle(offers, 'choice', name)
    .slice(0, wanted)
    .map((listing, index) => ({
      itemId: String(
        turn.dice.between(10_000_000_000_000, 99_999_999_999_999, 'item', name, String(index)),
      ),
      sku: listing.sku,
      asin: listing.asin,
      title: listing.title,
      ordered: Math.min(
        stockOf(listing),
        turn.dice.fraction('quantity', name, String(index)) < 0.85 ? 1 : 2,
      ),
      fulfilled: 0,
      cancelled: 0,
      unitMinor: listing.priceMinor,
    }));
}

/** What the merchant himself has in stock. */
function stockOf(listing: Listing): number {
  const [only, ...others] = listing.availability;
  return only?.channel === 'DEFAULT' && others.length === 0 ? (only.quantity ?? 0) : 0;
}

/** Takes what was ordered from the merchant's stock, or puts it back. */
export function takeStock(turn: Turn, order: Order, sign: 1 | -1): void {
  for (const line of order.lines) {
    const listing = turn.world.read(
      'listing',
      `${order.sellerId} ${order.marketplaceId} ${line.sku}`,
    );
    const units = line.ordered - line.fulfilled - line.cancelled;
    const [own] = listing?.availability ?? [];
    if (!listing || own?.channel !== 'DEFAULT') continue;
    const quantity = Math.max(0, (own.quantity ?? 0) + sign * units);
    turn.world.put('listing', { ...listing, availability: [{ channel: 'DEFAULT', quantity }] });
  }
}

function orderId(turn: Turn, name: string): string {
  const digits = (length: number, part: string) =>
    String(turn.dice.between(0, 10 ** length - 1, 'order', part, name)).padStart(length, '0');
  return `11${turn.dice.between(1, 4, 'order region', name)}-${digits(7, 'a')}-${digits(7, 'b')}`;
}

const FIRST = ['Avery', 'Jordan', 'Casey', 'Morgan', 'Riley', 'Taylor', 'Quinn', 'Rowan'] as const;
const LAST = ['Sample', 'Example', 'Placeholder', 'Practice', 'Invented', 'Fictional'] as const;
type Town = readonly [city: string, state: string, postalCode: string];
const TOWNS: readonly [Town, ...Town[]] = [
  ['Springfield', 'IL', '62701'],
  ['Madison', 'WI', '53703'],
  ['Portland', 'OR', '97201'],
  ['Austin', 'TX', '78701'],
  ['Burlington', 'VT', '05401'],
];

// People who do not exist; the telephone numbers are from the range kept for fiction.
function buyerOf(turn: Turn, name: string, country: string): Buyer {
  const { dice } = turn;
  const [city, state, postalCode] = dice.pick(TOWNS, 'town', name);
  const serial = dice.hex('buyer', name).slice(0, 14);
  return {
    name: `${dice.pick(FIRST, 'first', name)} ${dice.pick(LAST, 'last', name)}`,
    email: `${serial}@marketplace.amazon.example`,
    addressLine1: `${dice.between(1, 999, 'street', name)} Practice Lane`,
    city,
    ...(country === 'US' ? { state } : {}),
    postalCode,
    country,
    phone: `+1 202-555-01${String(dice.between(0, 99, 'phone', name)).padStart(2, '0')}`,
  };
}

/** Saturdays and Sundays do not count. */
export function addBusinessDays(from: Instant, days: number): Instant {
  let at = from;
  for (let left = days; left > 0;) {
    at += DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

function endOfDay(at: Instant): Instant {
  return Math.floor(at / DAY) * DAY + DAY - HOUR / 3600;
}
