import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR } from '#lib/kernel';
import { countsOf, type MeasuredOrder } from './core/metrics.ts';
import { isToldByAmazonAlone, METRICS, spanOf } from './core/rates.ts';
import { calendarOf, dayOf } from './core/store-calendar.ts';
import {
  availabilityOfSkus,
  effectOfCanceling,
  effectOfConfirming,
  keepMetrics,
  lookAhead,
  metricHistory,
  readMetrics,
} from './server.ts';
import { saveReadings } from './store/save-readings.ts';
import { itemOf, orderOf, packageOf, US } from './testing/index.ts';

const database = testDatabase();

/** A shop whose last two months hold every kind of order there is. */
async function shop() {
  const bench = await practiceBench(database);
  const { context } = bench;
  const now = context.clock.now();
  const readings = Array.from({ length: 240 }, (_, at) => {
    const purchasedAt = now - (at % 60) * DAY - (at % 24) * HOUR;
    const shipBy = purchasedAt + 2 * DAY;
    const isShipped = at % 3 !== 0;
    const confirmedAt = shipBy + ((at % 7) - 5) * HOUR;
    const isDelivered = at % 4 !== 1;
    const status =
      at % 11 === 0 ? 'CANCELLED' : at % 13 === 0 ? 'PENDING' : isShipped ? 'SHIPPED' : 'UNSHIPPED';
    const order = orderOf({
      orderId: `111-${String(at).padStart(7, '0')}-0000001`,
      status,
      purchasedAt,
      updatedAt: purchasedAt + HOUR,
      shipBy: { latest: shipBy },
      deliverBy: { latest: shipBy + 4 * DAY },
      ...(status === 'CANCELLED'
        ? { canceledBy: (['BUYER', 'MERCHANT', 'AMAZON'] as const)[at % 3] }
        : {}),
      packages:
        status === 'SHIPPED'
          ? [
              packageOf({
                confirmedAt,
                status: isDelivered ? 'DELIVERED' : at % 5 === 0 ? 'SHIPPED' : 'IN_TRANSIT',
                ...(isDelivered ? { deliveredAt: shipBy + (2 + (at % 5)) * DAY } : {}),
                items: [{ orderItemId: '00000000000011', quantity: 1 + (at % 3) }],
              }),
            ]
          : [],
    });
    return { order, buyerState: 'not-told' as const, isPartial: false };
  });
  await saveReadings(context, readings);
  return bench;
}

test('the database counts as the rules do, metric by metric, day by day', async () => {
  const { context } = await shop();
  const now = context.clock.now();
  const rows = await context.db.order.findMany({
    where: { connectionId: context.connection.id },
    include: { packages: true },
  });
  const time = (date: Date | null) => date?.getTime();
  const measured = rows.map((row): MeasuredOrder => ({
    purchasedAt: row.purchasedAt.getTime(),
    wasReleased: row.wasReleased,
    isCancelCounted: row.isCancelCounted,
    packages: row.packages.map((parcel) => ({
      units: parcel.units,
      hasTracking: parcel.trackingNumber !== '',
      isScanned: parcel.isScanned,
      ...(parcel.deliveredAt ? { deliveredAt: parcel.deliveredAt.getTime() } : {}),
    })),
    ...(Object.fromEntries(
      [
        ['shipBy', time(row.shipBy)],
        ['deliverBy', time(row.deliverBy)],
        ['confirmedAt', time(row.confirmedAt)],
        ['canceledAt', time(row.canceledAt)],
      ].filter(([, at]) => at !== undefined),
    ) as object),
  }));
  for (const { metric, rate } of await readMetrics(context, US)) {
    if (isToldByAmazonAlone(metric)) continue;
    const counts = countsOf(metric, measured, { span: spanOf(metric, now, calendarOf(US)), now });
    expect([metric, rate.part, rate.whole]).toEqual([metric, counts.part, counts.whole]);
    expect(rate.whole, metric).toBeGreaterThan(0);
    expect(rate.part, metric).toBeGreaterThan(0);
  }
});

test('a look ahead says what these orders would do to the rate on that day', async () => {
  const { context } = await shop();
  const now = context.clock.now();
  const open = await context.db.order.findMany({
    where: {
      connectionId: context.connection.id,
      stage: 'unshipped',
      dueAt: { gt: new Date(now) },
    },
  });
  expect(open.length).toBeGreaterThan(2);
  const day = dayOf(now + 3 * DAY, calendarOf(US));
  const orderIds = open.map(({ orderId }) => orderId);
  const without = await lookAhead(context, { marketplaceId: US, orderIds: [], day });
  const withThem = await lookAhead(context, { marketplaceId: US, orderIds, day });
  expect(withThem.late).toBe(open.length);
  for (const [at, { metric, rate }] of withThem.rates.entries())
    expect([metric, rate.part - (without.rates[at]?.rate.part ?? 0)]).toEqual([
      metric,
      open.length,
    ]);
});

test('R25, R33: what confirming late or canceling does is said before', async () => {
  const { context } = await shop();
  const late = await context.db.order.findMany({
    where: {
      connectionId: context.connection.id,
      stage: 'unshipped',
      dueAt: { lt: new Date(context.clock.now()) },
    },
    take: 3,
  });
  const orderIds = late.map(({ orderId }) => orderId);
  expect(await effectOfConfirming(context, { marketplaceId: US, orderIds })).toMatchObject({
    late: 3,
  });
  const effect = await effectOfCanceling(context, {
    marketplaceId: US,
    orderIds,
    reason: 'NoInventory',
  });
  expect(effect.after.part - effect.before.part).toBe(3);
  expect(effect).toMatchObject({ counted: 3, mayHideOffer: true });
});

test('today’s metrics are kept once a day, to be drawn over time', async () => {
  const { context, stranger } = await shop();
  await keepMetrics(context, US);
  await keepMetrics(context, US);
  const kept = await metricHistory(context, { marketplaceId: US, from: '2000-01-01' });
  const counted = METRICS.filter((metric) => !isToldByAmazonAlone(metric));
  expect(kept.map(({ metric }) => metric).toSorted()).toEqual(counted.toSorted());
  expect(await metricHistory(stranger, { marketplaceId: US, from: '2000-01-01' })).toEqual([]);
});

test('S3, S4: a listing at zero says why: pending units are held though no report shows them', async () => {
  const { context } = await practiceBench(database);
  const place = {
    workspaceId: context.workspaceId,
    connectionId: context.connection.id,
    marketplaceId: US,
  };
  await context.db.listing.create({
    data: {
      id: crypto.randomUUID(),
      ...place,
      sku: 'CUP-BLUE',
      asin: 'B0CUP00001',
      title: 'A blue cup',
      condition: 'New',
      channel: 'merchant',
      status: 'Active',
      currency: 'USD',
      quantity: 0,
    },
  });
  const reading = (status: 'PENDING' | 'UNSHIPPED', number: string) => ({
    order: orderOf({
      orderId: `111-0000000-000000${number}`,
      status,
      items: [itemOf({ ordered: 1 })],
    }),
    buyerState: 'not-told' as const,
    isPartial: false,
  });
  await saveReadings(context, [
    reading('PENDING', '1'),
    reading('PENDING', '2'),
    reading('UNSHIPPED', '3'),
  ]);
  expect(await availabilityOfSkus(context, { marketplaceId: US, skus: ['CUP-BLUE'] })).toEqual([
    {
      sku: 'CUP-BLUE',
      onHand: 3,
      pending: 2,
      unshipped: 1,
      available: 0,
      reason: 'held-by-pending',
    },
  ]);
});
