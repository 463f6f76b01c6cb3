import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/kernel';
import { NOON } from '../testing/index.ts';
import {
  type CountedMetric,
  countsOf,
  lateRateIf,
  type MeasuredOrder,
  type MeasuredPackage,
} from './metrics.ts';
import {
  isToldByAmazonAlone,
  type Metric,
  METRICS,
  rateOf,
  spanOf,
  TARGET_OF,
  TARGETS,
} from './rates.ts';
import { calendarOfCountry } from './store-calendar.ts';

const us = calendarOfCountry('US');
const order = (changes: Partial<MeasuredOrder> = {}): MeasuredOrder => ({
  wasReleased: true,
  purchasedAt: NOON - 3 * DAY,
  shipBy: NOON - DAY,
  deliverBy: NOON - 8 * DAY,
  confirmedAt: NOON - 2 * DAY,
  isCancelCounted: false,
  packages: [],
  ...changes,
});
const parcel = (changes: Partial<MeasuredPackage> = {}): MeasuredPackage => ({
  units: 1,
  hasTracking: true,
  isScanned: true,
  deliveredAt: NOON - 9 * DAY,
  ...changes,
});
const counts = (metric: CountedMetric, ...orders: readonly MeasuredOrder[]) => {
  const { part, whole } = countsOf(metric, orders, { span: spanOf(metric, NOON, us), now: NOON });
  return [part, whole];
};

describe('the late shipment rate', () => {
  it('S37, S40: counts by the moment of the confirmation, over ten days and over thirty', () => {
    const late = order({ confirmedAt: NOON - DAY + 1 });
    expect(counts('late-shipment-10', order(), late)).toEqual([1, 2]);
    const old = order({ shipBy: NOON - 20 * DAY, confirmedAt: NOON - 19 * DAY });
    expect(counts('late-shipment-10', old)).toEqual([0, 0]);
    expect(counts('late-shipment-30', old)).toEqual([1, 1]);
  });

  it('counts what should have been confirmed and is not, but nothing that is due later', () => {
    const { confirmedAt: _, ...open } = order();
    expect(counts('late-shipment-10', open)).toEqual([1, 1]);
    expect(counts('late-shipment-10', { ...open, shipBy: NOON + 1 })).toEqual([0, 1]);
    expect(counts('late-shipment-10', { ...open, shipBy: NOON + DAY })).toEqual([0, 0]);
  });

  it('leaves out pending and canceled orders', () => {
    expect(counts('late-shipment-10', order({ wasReleased: false }))).toEqual([0, 0]);
    expect(counts('late-shipment-10', order({ canceledAt: NOON }))).toEqual([0, 0]);
  });
});

describe('the cancellation rate', () => {
  it('T10, T11: counts what the seller or Amazon’s clock canceled within seven days', () => {
    const canceled = order({ canceledAt: NOON - DAY, isCancelCounted: true });
    expect(counts('cancellation', order(), canceled)).toEqual([1, 2]);
    // Bought long before, canceled by Amazon today.
    expect(counts('cancellation', order(), { ...canceled, purchasedAt: NOON - 15 * DAY })).toEqual([
      1, 1,
    ]);
    expect(
      counts('cancellation', {
        ...canceled,
        canceledAt: NOON - 8 * DAY,
        purchasedAt: NOON - 9 * DAY,
      }),
    ).toEqual([0, 0]);
  });

  it('T3, T8: does not count what the buyer took back', () => {
    const taken = order({ canceledAt: NOON - DAY });
    expect(counts('cancellation', taken)).toEqual([0, 1]);
    expect(counts('cancellation', { ...taken, wasReleased: false })).toEqual([0, 0]);
  });
});

describe('the tracking rates', () => {
  it('T15: call a number valid once a carrier has scanned it', () => {
    const packages = [parcel(), parcel({ isScanned: false }), parcel({ hasTracking: false })];
    expect(counts('valid-tracking', order({ packages }))).toEqual([1, 3]);
    expect(counts('valid-tracking', order({ packages, deliverBy: NOON - 31 * DAY }))).toEqual([
      0, 0,
    ]);
  });

  it('T16: count units delivered by the promise, promised in 21 days without the last seven', () => {
    const packages = [parcel({ units: 3 }), parcel({ units: 2, deliveredAt: NOON })];
    expect(counts('on-time-delivery', order({ packages }))).toEqual([3, 5]);
    expect(counts('on-time-delivery', order({ packages, deliverBy: NOON - 6 * DAY }))).toEqual([
      0, 0,
    ]);
    expect(counts('on-time-delivery', order({ packages, deliverBy: NOON - 22 * DAY }))).toEqual([
      0, 0,
    ]);
    const { deliveredAt: _, ...onItsWay } = parcel({ units: 4 });
    expect(counts('on-time-delivery', order({ packages: [onItsWay] }))).toEqual([0, 4]);
    expect(counts('on-time-delivery', order({ packages: [parcel({ isScanned: false })] }))).toEqual(
      [0, 0],
    );
  });
});

describe('the order defect rate', () => {
  it('T21, S24: is not counted here, for what makes a defect is told by Amazon alone', () => {
    expect(METRICS.filter(isToldByAmazonAlone)).toEqual(['order-defect']);
  });
});

describe('a window', () => {
  it.each<[Metric, string, string]>([
    ['late-shipment-10', '2026-11-15', '2026-11-25'],
    ['late-shipment-30', '2026-10-26', '2026-11-25'],
    ['cancellation', '2026-11-18', '2026-11-25'],
    ['valid-tracking', '2026-10-26', '2026-11-25'],
    ['on-time-delivery', '2026-11-04', '2026-11-18'],
    ['order-defect', '2026-09-26', '2026-11-25'],
  ])('of %s begins and ends at midnight of the store', (metric, from, until) => {
    const span = spanOf(metric, NOON, us);
    const local = (at: number) => new Date(at).toLocaleString('sv-SE', { timeZone: us.timeZone });
    expect([local(span.from), local(span.until)]).toEqual([
      `${from} 00:00:00`,
      `${until} 00:00:00`,
    ]);
  });

  it('moves with the day of the store, not of the server', () => {
    const lastMinute = Date.UTC(2026, 10, 25, 7, 59);
    expect(spanOf('cancellation', lastMinute, us)).toEqual(spanOf('cancellation', NOON, us));
    expect(spanOf('cancellation', lastMinute + 60_000, us)).not.toEqual(
      spanOf('cancellation', NOON, us),
    );
  });

  it('takes the first instant in and leaves the last out', () => {
    const { from, until } = spanOf('cancellation', NOON, us);
    const bought = (purchasedAt: number) => counts('cancellation', order({ purchasedAt }))[1];
    expect([bought(from - 1), bought(from), bought(until - 1), bought(until)]).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

describe('a rate', () => {
  it('is met below a ceiling and at a floor', () => {
    expect(rateOf(4, 100, TARGETS.lateShipment).isMet).toBe(false);
    expect(rateOf(39, 1_000, TARGETS.lateShipment).isMet).toBe(true);
    expect(rateOf(95, 100, TARGETS.validTracking).isMet).toBe(true);
    expect(rateOf(94, 100, TARGETS.validTracking).isMet).toBe(false);
    expect(rateOf(0, 0, TARGETS.validTracking)).toMatchObject({ isMet: true });
  });

  it('looks ahead: these late orders make that rate on that day', () => {
    const friday = NOON + 3 * DAY;
    const span = spanOf('late-shipment-10', friday, us);
    const atRisk = Array.from({ length: 14 }, () => NOON + DAY);
    const rate = lateRateIf(
      { known: { part: 0, whole: 325 }, atRisk },
      { span, metric: 'late-shipment-10' },
    );
    expect(rate.share?.toFixed(3)).toBe('0.043');
    expect(rate.isMet).toBe(false);
    const beyond = lateRateIf(
      { known: { part: 2, whole: 325 }, atRisk: [NOON + 30 * DAY] },
      { span, metric: 'late-shipment-10' },
    );
    expect(beyond.part).toBe(2);
  });

  it('is always a share of the whole, for any orders', () => {
    const instant = fc.integer({ min: NOON - 70 * DAY, max: NOON + 5 * DAY });
    const maybe = fc.option(instant, { nil: undefined });
    const orders = fc.array(
      fc.record(
        {
          wasReleased: fc.boolean(),
          purchasedAt: instant,
          shipBy: maybe,
          deliverBy: maybe,
          confirmedAt: maybe,
          canceledAt: maybe,
          packages: fc.constantFrom([], [parcel()], [parcel(), parcel({ isScanned: false })]),
        },
        { requiredKeys: ['wasReleased', 'purchasedAt', 'packages'] },
      ),
    );
    fc.assert(
      fc.property(orders, (random) => {
        for (const metric of METRICS) {
          if (isToldByAmazonAlone(metric)) continue;
          const measured = random.map(
            (each) => ({ ...each, isCancelCounted: false }) as MeasuredOrder,
          );
          const [part = 0, whole = 0] = counts(metric, ...measured);
          expect(part).toBeLessThanOrEqual(whole);
          expect(rateOf(part, whole, TARGET_OF[metric]).share ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
