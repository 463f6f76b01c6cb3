import { DAY, type Instant } from '#lib/kernel';
import { isOpen, type Order } from './order.ts';
import { addBusinessDays, calendarOf, type StoreCalendar } from './store-calendar.ts';

/**
 * Amazon cancels what nobody confirmed so many business days after the ship-by date: seven since
 * 2020-09-30, three in India since 2024-09-16 (Seller Central, 2026-11-23).
 */
export function autoCancelDays(country: string): number {
  return country === 'IN' ? 3 : 7;
}

export type OrderDeadlines = {
  readonly shipBy: Instant;
  /** A day before ship-by. */
  readonly warnAt: Instant;
  readonly autoCancelAt: Instant;
  /** Whether Amazon announced the cancellation itself, or it is our reckoning. */
  readonly autoCancelIs: 'announced' | 'estimate';
  readonly urgency: Urgency;
};

export type Urgency = 'in-time' | 'due-soon' | 'late' | 'cancel-near';

/** The clocks that run for an order that waits to be shipped; none for any other. */
export function deadlinesOf(order: Order, now: Instant): OrderDeadlines | undefined {
  const shipBy = order.shipBy?.latest;
  if (!isOpen(order) || shipBy === undefined) return undefined;
  const warnAt = shipBy - DAY;
  const autoCancelAt =
    order.cancelNotifyAt ?? autoCancelOf(shipBy, calendarOf(order.marketplaceId));
  return {
    shipBy,
    warnAt,
    autoCancelAt,
    autoCancelIs: order.cancelNotifyAt === undefined ? 'estimate' : 'announced',
    urgency: urgencyOf({ warnAt, shipBy, autoCancelAt }, now),
  };
}

export function autoCancelOf(shipBy: Instant, calendar: StoreCalendar): Instant {
  return addBusinessDays(shipBy, autoCancelDays(calendar.country), calendar);
}

function urgencyOf(
  { warnAt, shipBy, autoCancelAt }: Pick<OrderDeadlines, 'warnAt' | 'shipBy' | 'autoCancelAt'>,
  now: Instant,
): Urgency {
  if (now > shipBy) return now >= autoCancelAt - 2 * DAY ? 'cancel-near' : 'late';
  return now >= warnAt ? 'due-soon' : 'in-time';
}

export type AlarmKind = 'ship-by-near' | 'ship-by-passed' | 'auto-cancel-near';
export type Alarm = {
  readonly kind: AlarmKind;
  readonly at: Instant;
  readonly businessDay?: number;
};

/** R26: when to speak up about an order: a day before ship-by, at it, and each business day after. */
export function alarmsOf(order: Order): readonly Alarm[] {
  const shipBy = order.shipBy?.latest;
  if (!isOpen(order) || shipBy === undefined) return [];
  const calendar = calendarOf(order.marketplaceId);
  const days = autoCancelDays(calendar.country);
  return [
    { kind: 'ship-by-near', at: shipBy - DAY },
    { kind: 'ship-by-passed', at: shipBy },
    ...Array.from({ length: days }, (_, index) => ({
      kind: 'auto-cancel-near' as const,
      at: addBusinessDays(shipBy, index + 1, calendar),
      businessDay: index + 1,
    })),
  ];
}

/** Whether confirming now is late: the moment of the confirmation counts, not the date typed. */
export function isLateNow(order: Pick<Order, 'shipBy'>, now: Instant): boolean {
  const latest = order.shipBy?.latest;
  return latest !== undefined && now > latest;
}

/** R53: a label may not be printed before Amazon's window opens. */
export function isLabelTooEarly(order: Pick<Order, 'labelFrom'>, now: Instant): boolean {
  return order.labelFrom !== undefined && now < order.labelFrom;
}

/** A list that is older must be fetched anew before it is worked from (R40). */
export const STALE_AFTER_MS = DAY;

/**
 * When the buyer's data must be gone: 30 days after delivery, or after the latest delivery date
 * where no delivery is known (Data Protection Policy, 2026-11-23).
 */
export function purgeAtOf(order: Order): Instant {
  const delivered = order.packages.map(({ deliveredAt }) => deliveredAt);
  const known = delivered.filter((at) => at !== undefined);
  const isAllDelivered = known.length > 0 && known.length === delivered.length;
  // An order without any delivery date is over when it is canceled; else when it would be long ago.
  const latest = isAllDelivered
    ? Math.max(...known)
    : (order.deliverBy?.latest ?? order.shipBy?.latest ?? order.purchasedAt);
  return latest + PURGE_AFTER_MS;
}

export const PURGE_AFTER_MS = 30 * DAY;
