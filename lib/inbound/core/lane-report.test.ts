import { expect, test } from 'vitest';
import { DAY, money } from '#lib/kernel';
import { type BilledShipment, daysByCentre, laneCosts } from './lane-report.ts';

const bill = (change: Partial<BilledShipment> = {}): BilledShipment => ({
  forwarder: 'Ningbo Lines',
  way: 'ocean',
  fromCountry: 'CN',
  warehouseId: 'ONT8',
  total: money(30_000, 'USD'),
  units: 100,
  grams: 60_000,
  ...change,
});

test('bills of one forwarder on one lane are one line, the dearest lane first', () => {
  const lanes = laneCosts([
    bill(),
    bill({ warehouseId: 'LAX9', total: money(90_000, 'USD') }),
    bill({ total: money(10_000, 'USD'), units: 100, grams: 40_000 }),
  ]);
  expect(lanes.map(({ warehouseId, shipments }) => [warehouseId, shipments])).toEqual([
    ['LAX9', 1],
    ['ONT8', 2],
  ]);
  // 400.00 for 200 units and 100 kg: 2.00 a unit, 4.00 a kilogram.
  expect(lanes[1]).toMatchObject({
    total: money(40_000, 'USD'),
    perUnit: 2_000_000,
    perKilogram: 4_000_000,
  });
});

test('different currencies, ways and countries do not mix, and nothing is divided by nothing', () => {
  const lanes = laneCosts([
    bill(),
    bill({ way: 'air' }),
    bill({ fromCountry: 'VN' }),
    bill({ total: money(500, 'EUR'), units: 0, grams: 0 }),
  ]);
  expect(lanes).toHaveLength(4);
  const euro = lanes.find(({ total }) => total.currency === 'EUR');
  expect(euro?.perUnit).toBeUndefined();
  expect(euro?.perKilogram).toBeUndefined();
});

test('days are counted from the making of the plan until the shipment closed', () => {
  const seen = (warehouseId: string, days: number, status = 'CLOSED') => ({
    shipmentId: `${warehouseId}-${days}`,
    warehouseId,
    solution: '',
    status,
    createdAt: 10 * DAY,
    at: (10 + days) * DAY,
  });
  expect(
    daysByCentre([
      seen('ONT8', 20),
      seen('ONT8', 31.4),
      seen('ONT8', 25),
      seen('LAX9', 40),
      seen('LAX9', 4, 'SHIPPED'),
    ]),
  ).toEqual([
    { warehouseId: 'LAX9', shipments: 1, fastest: 40, median: 40, slowest: 40 },
    { warehouseId: 'ONT8', shipments: 3, fastest: 20, median: 25, slowest: 31 },
  ]);
});
