import type { Instant } from '#lib/kernel';
import { sumOf } from './order.ts';
import { isWithin, type Metric, type Rate, rateOf, type Span, TARGET_OF } from './rates.ts';

/** What the metrics look at in an order, and nothing else. */
export type MeasuredOrder = {
  readonly purchasedAt: Instant;
  readonly shipBy?: Instant;
  readonly deliverBy?: Instant;
  /** When the last unit was confirmed to Amazon. */
  readonly confirmedAt?: Instant;
  readonly canceledAt?: Instant;
  /** Has left Pending to be shipped; what was taken back there is in no metric. */
  readonly wasReleased: boolean;
  /** Canceled by the seller or by Amazon's clock, without an official request of the buyer. */
  readonly isCancelCounted: boolean;
  readonly packages: readonly MeasuredPackage[];
};

export type MeasuredPackage = {
  readonly units: number;
  readonly hasTracking: boolean;
  /** A carrier has scanned it at least once. */
  readonly isScanned: boolean;
  readonly deliveredAt?: Instant;
};

export type Counts = { readonly part: number; readonly whole: number };

/** What an order itself shows; defects are told by Amazon alone. */
export type CountedMetric = Exclude<Metric, 'order-defect'>;

/** Both numbers of a metric; `now` decides whether an unconfirmed order is late already. */
export function countsOf(
  metric: CountedMetric,
  orders: readonly MeasuredOrder[],
  { span, now }: { readonly span: Span; readonly now: Instant },
): Counts {
  switch (metric) {
    case 'late-shipment-10':
    case 'late-shipment-30':
      return countLate(orders, span, now);
    case 'cancellation':
      return countCanceled(orders, span);
    case 'valid-tracking':
      return countTracking(orders, span);
    case 'on-time-delivery':
      return countOnTime(orders, span);
  }
}

/** Orders due in the window that were confirmed after ship-by, or are not yet and should have been. */
function countLate(orders: readonly MeasuredOrder[], span: Span, now: Instant): Counts {
  const due = orders.filter(
    (order) => order.wasReleased && isWithin(order.shipBy, span) && order.canceledAt === undefined,
  );
  return { part: due.filter((order) => isLate(order, now)).length, whole: due.length };
}

export function isLate({ shipBy, confirmedAt }: MeasuredOrder, now: Instant): boolean {
  return shipBy !== undefined && (confirmedAt ?? now) > shipBy;
}

/** Cancellations of the window that count, over the orders that came in within it. */
function countCanceled(orders: readonly MeasuredOrder[], span: Span): Counts {
  const counted = orders.filter(
    (order) => order.isCancelCounted && isWithin(order.canceledAt, span),
  );
  const came = orders.filter((order) => order.wasReleased && isWithin(order.purchasedAt, span));
  return { part: counted.length, whole: came.length };
}

/** Packages by promised delivery date; valid is what a carrier has scanned under its number. */
function countTracking(orders: readonly MeasuredOrder[], span: Span): Counts {
  const packages = orders
    .filter(({ deliverBy }) => isWithin(deliverBy, span))
    .flatMap((order) => order.packages);
  const valid = packages.filter(({ hasTracking, isScanned }) => hasTracking && isScanned);
  return { part: valid.length, whole: packages.length };
}

/** Units, not orders, and only those with valid tracking. */
function countOnTime(orders: readonly MeasuredOrder[], span: Span): Counts {
  const tracked = orders
    .filter(({ deliverBy }) => isWithin(deliverBy, span))
    .flatMap(({ packages, deliverBy = 0 }) =>
      packages
        .filter(({ hasTracking, isScanned }) => hasTracking && isScanned)
        .map(({ units, deliveredAt }) => ({
          units,
          isOnTime: (deliveredAt ?? Infinity) <= deliverBy,
        })),
    );
  return {
    part: sumOf(
      tracked.filter(({ isOnTime }) => isOnTime),
      ({ units }) => units,
    ),
    whole: sumOf(tracked, ({ units }) => units),
  };
}

export type LookAhead = {
  /** Due in the window as it will stand on that day, by what is known now. */
  readonly known: Counts;
  /** Ship-by dates of the orders that would go late. */
  readonly atRisk: readonly Instant[];
};

/**
 * The late shipment rate on a later day if these orders went late: `known` counts all orders due in
 * that day's window, those at risk among them as if they were in time.
 */
export function lateRateIf(
  { known, atRisk }: LookAhead,
  { span, metric }: { readonly span: Span; readonly metric: Metric },
): Rate {
  const more = atRisk.filter((shipBy) => isWithin(shipBy, span)).length;
  return rateOf(known.part + more, known.whole, TARGET_OF[metric]);
}
