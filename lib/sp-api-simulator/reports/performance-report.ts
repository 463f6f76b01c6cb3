import { DAY, type Instant } from '#lib/kernel';

import type { ReportRecord } from '../entities.ts';
import type { Order } from '../orders/entities.ts';
import type { Turn } from '../turn.ts';

/** GET_V2_SELLER_PERFORMANCE_REPORT: the account's health as JSON, in Amazon's own schema. */
export function performanceReport(turn: Turn, report: ReportRecord): string {
  return JSON.stringify({
    accountStatuses: report.marketplaceIds.map((marketplaceId) => ({
      marketplaceId,
      status: 'NORMAL',
    })),
    performanceMetrics: report.marketplaceIds.map((marketplaceId) =>
      metricsOf(turn, ordersOf(turn, report.sellerId, marketplaceId), marketplaceId),
    ),
  });
}

function ordersOf(turn: Turn, sellerId: string, marketplaceId: string): Order[] {
  return turn.world
    .having('order', `seller ${sellerId}`)
    .flatMap((id) => turn.world.read('order', id) ?? [])
    .filter((order) => order.marketplaceId === marketplaceId && order.releasedAt !== undefined);
}

function metricsOf(turn: Turn, orders: readonly Order[], marketplaceId: string): object {
  const last = (days: number) => spanOf(turn.now, days);
  const listingLevel = {
    reportingDateRange: last(180),
    defectsCount: 0,
    status: 'GOOD',
    targetValue: 0,
    targetCondition: 'EQUALS',
  };
  return {
    marketplaceId,
    invoiceDefectRate: {
      ...rate(last(30), 0, 0, 5),
      orderCount: 0,
      invoiceDefect: NO_DEFECT,
      missingInvoice: NO_DEFECT,
      lateInvoice: NO_DEFECT,
    },
    ...shippingMetrics(turn.now, orders),
    orderDefectRate: {
      mfn: defects(last(60), recent(turn.now, orders, 60).length, 'MFN'),
      afn: defects(last(60), 0, 'AFN'),
    },
    warningStates: [],
    accountHealthRating: {
      reportingDateRange: last(180),
      ahrStatus: 'GREAT',
      accountHealthRatingStatus: 'GREAT',
    },
    listingPolicyViolations: listingLevel,
    productAuthenticityCustomerComplaints: listingLevel,
    productConditionCustomerComplaints: listingLevel,
    productSafetyCustomerComplaints: listingLevel,
    receivedIntellectualPropertyComplaints: listingLevel,
    restrictedProductPolicyViolations: listingLevel,
    suspectedIntellectualPropertyViolations: listingLevel,
    foodAndProductSafetyIssues: listingLevel,
    otherPolicyViolations: listingLevel,
    documentRequests: listingLevel,
  };
}

// Targets: late 4 %, cancelled 2.5 %, defects 1 %, on time 90 %, valid tracking 95 % (Seller Central,
// checked 2026-11-23).
function shippingMetrics(now: Instant, all: readonly Order[]): object {
  const [month, week] = [recent(now, all, 30), recent(now, all, 7)];
  const shipped = month.filter(({ packages }) => packages.length > 0);
  const parcels = shipped.flatMap((order) => order.packages.map((parcel) => ({ order, parcel })));
  const scanned = parcels.filter(({ parcel }) => parcel.scan !== undefined);
  const arrived = scanned.filter(({ parcel }) => parcel.scan === 'DELIVERED');
  const onTime = arrived.filter(({ order, parcel }) => (parcel.scannedAt ?? 0) <= order.deliverBy);
  const late = shipped.filter((order) =>
    order.packages.some(({ createdAt }) => createdAt > order.shipBy),
  );
  const dropped = week.filter(
    (order) =>
      order.cancelledBy === 'AMAZON' ||
      (order.cancelledBy === 'MERCHANT' && order.lines.every((line) => !line.cancelRequest)),
  );
  const [days30, days7] = [spanOf(now, 30), spanOf(now, 7)];
  return {
    lateShipmentRate: {
      ...rate(days30, late.length, shipped.length, 4),
      orderCount: shipped.length,
      lateShipmentCount: late.length,
    },
    onTimeDeliveryRate: {
      ...share(days30, onTime.length, arrived.length, 90),
      shipmentCountWithValidTracking: arrived.length,
      onTimeDeliveryCount: onTime.length,
    },
    unitOnTimeDeliveryRate: {
      ...share(days30, onTime.length, arrived.length, 90),
      unitOnTimeDeliveryCount: onTime.length,
      totalUnitCount: arrived.length,
    },
    validTrackingRate: {
      ...share(days30, scanned.length, parcels.length, 95),
      shipmentCount: parcels.length,
      validTrackingCount: scanned.length,
    },
    preFulfillmentCancellationRate: {
      ...rate(days7, dropped.length, week.length, 2.5),
      orderCount: week.length,
      cancellationCount: dropped.length,
    },
  };
}

const NO_DEFECT = { count: 0, status: 'GOOD' };

function defects(span: object, orderCount: number, fulfillmentType: string): object {
  return {
    ...rate(span, 0, orderCount, 1),
    orderCount,
    orderWithDefects: NO_DEFECT,
    claims: NO_DEFECT,
    chargebacks: NO_DEFECT,
    negativeFeedback: NO_DEFECT,
    fulfillmentType,
  };
}

function recent(now: Instant, orders: readonly Order[], days: number): Order[] {
  return orders.filter(({ releasedAt = 0 }) => releasedAt >= now - days * DAY);
}

function spanOf(now: Instant, days: number): object {
  const iso = (at: Instant) => new Date(at).toISOString();
  return { reportingDateFrom: iso(now - days * DAY), reportingDateTo: iso(now) };
}

/** A share of troubles, in percent, that must stay below its target. */
function rate(reportingDateRange: object, bad: number, of: number, targetValue: number): object {
  const percent = of === 0 ? 0 : (100 * bad) / of;
  const status = of === 0 ? 'NONE' : percent < targetValue ? 'GOOD' : 'BAD';
  return { reportingDateRange, rate: percent, status, targetValue, targetCondition: 'LESS_THAN' };
}

/** A share of what went well, in percent, that must exceed its target. */
function share(reportingDateRange: object, good: number, of: number, targetValue: number): object {
  const percent = of === 0 ? 0 : (100 * good) / of;
  const status = of === 0 ? 'NONE' : percent > targetValue ? 'GOOD' : 'BAD';
  return {
    reportingDateRange,
    rate: percent,
    status,
    targetValue,
    targetCondition: 'GREATER_THAN',
  };
}
