import { expect, test } from 'vitest';
import { receiptDays } from './receipt-days.ts';

const at = Date.UTC(2026, 10, 2, 6);
const counted = (sku: string, units: number, hours: number, warehouseId = 'ONT8') => ({
  sku,
  units,
  warehouseId,
  at: at + hours * 3_600_000,
});

test('receipts are told by the day of the store and by centre, the latest first', () => {
  const receipts = [
    counted('A', 3, 0),
    counted('A', 2, 1),
    counted('B', 1, 20),
    counted('A', 4, 20, 'LAX9'),
  ];
  expect(receiptDays(receipts, 'America/Los_Angeles')).toEqual([
    { day: '2026-11-02', warehouseId: 'ONT8', units: 1, skus: [{ sku: 'B', units: 1 }] },
    { day: '2026-11-02', warehouseId: 'LAX9', units: 4, skus: [{ sku: 'A', units: 4 }] },
    { day: '2026-11-01', warehouseId: 'ONT8', units: 5, skus: [{ sku: 'A', units: 5 }] },
  ]);
});

test('an hour before and after the clocks go back is the same day, and what is taken back counts', () => {
  const receipts = [counted('A', 3, -23), counted('A', -1, -21)];
  expect(receiptDays(receipts, 'America/Los_Angeles')).toEqual([
    { day: '2026-11-01', warehouseId: 'ONT8', units: 2, skus: [{ sku: 'A', units: 2 }] },
  ]);
});
