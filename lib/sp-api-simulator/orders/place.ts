import { DAY, type Instant, invariant, marketplaceById, MINUTE, SECOND } from '#lib/kernel';

import { listingId } from '../listings/add.ts';
import type { Listing } from '../listings/entities.ts';
import type { Turn } from '../turn.ts';
import type { Order, OrderLine } from './entities.ts';

// A buyer may change his mind for half an hour before the seller sees the order.
export const HOLD_MS = 30 * MINUTE;

type NewOrder = Pick<
  Order,
  'sellerId' | 'marketplaceId' | 'business' | 'prime' | 'buyer' | 'lines' | 'payment' | 'buyerId'
> & {
  /** What its number follows from. */
  readonly name: string;
};

/** An order is there: held for half an hour, its units taken out of the merchant's stock. */
export function placeOrder(turn: Turn, { name, ...input }: NewOrder): Order {
  const marketplace = marketplaceById(input.marketplaceId);
  invariant(marketplace, `no store ${input.marketplaceId}`);
  const order: Order = {
    id: orderId(turn, name),
    ...input,
    currency: marketplace.currency,
    status: 'PENDING',
    placedAt: turn.now,
    updatedAt: turn.now,
    ...promise(turn.now, input.prime),
    packages: [],
  };
  turn.world.put('order', order);
  takeStock(turn, order, -1);
  turn.schedule({ at: turn.now + HOLD_MS, kind: 'order', ref: order.id, step: 'release' });
  return order;
}

/**
 * When an order is to be shipped and delivered, counted from its release. Two business days of
 * handling are the account's default, one for Prime (Seller Central, checked 2026-11-23).
 */
export function promise(
  from: Instant,
  prime: boolean,
): Pick<Order, 'shipFrom' | 'shipBy' | 'deliverFrom' | 'deliverBy'> {
  const shipBy = endOfDay(addBusinessDays(from, prime ? 1 : 2));
  const [soonest, latest] = prime ? [1, 2] : [2, 5];
  return {
    shipFrom: from,
    shipBy,
    deliverFrom: addBusinessDays(shipBy, soonest),
    deliverBy: endOfDay(addBusinessDays(shipBy, latest)),
  };
}

export function orderLine(
  turn: Turn,
  listing: Listing,
  ordered: number,
  ...name: readonly string[]
): OrderLine {
  return {
    itemId: String(turn.dice.between(10_000_000_000_000, 99_999_999_999_999, 'item', ...name)),
    sku: listing.sku,
    asin: listing.asin,
    title: listing.title,
    ordered,
    fulfilled: 0,
    cancelled: 0,
    unitMinor: listing.priceMinor,
  };
}

/** What the merchant himself has in stock. */
export function stockOf(listing: Listing): number {
  const [only, ...others] = listing.availability;
  return only?.channel === 'DEFAULT' && others.length === 0 ? (only.quantity ?? 0) : 0;
}

/** Takes what is still open of an order from the merchant's stock, or puts it back. */
export function takeStock(turn: Turn, order: Order, sign: 1 | -1): void {
  for (const line of order.lines) {
    const id = listingId(order.sellerId, order.marketplaceId, line.sku);
    const listing = turn.world.read('listing', id);
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
  return Math.floor(at / DAY) * DAY + DAY - SECOND;
}
