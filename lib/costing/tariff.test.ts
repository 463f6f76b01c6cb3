import { expect, test } from 'vitest';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { quoteTariff, type Tariff } from './index.ts';

const AIR: Tariff = {
  currency: 'CNY',
  cm3PerKg: 6_000,
  leastPerBox: weightOf(10, 'KG'),
  roundUpTo: weightOf(0.5, 'KG'),
  steps: [
    { from: weightOf(21, 'KG'), perKg: money(4_200, 'CNY') },
    { from: weightOf(100, 'KG'), perKg: money(3_800, 'CNY') },
  ],
};
const box = (copies: number, kilograms: number, height = 30) => ({
  copies,
  dimensions: dimensionsOf([50, 40, height], 'CM'),
  weight: weightOf(kilograms, 'KG'),
  items: [{ sku: 'MUG', quantity: 1 }],
});
const KG = 10_000_000_000_000n;

function quote(tariff: Tariff, ...boxes: ReturnType<typeof box>[]) {
  const asked = quoteTariff(tariff, boxes);
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  return asked.value;
}

test('each box is billed by weight or size, at least so much, and rounded up', () => {
  // 12.2 kg is billed as 12.5; 60 litres are 10 kg by size; 7 kg of 30 litres are billed as 10.
  const { billed, freight } = quote(AIR, box(1, 12.2), box(1, 8), box(1, 7, 15));
  expect(billed).toBe((325n * KG) / 10n);
  expect(freight).toEqual(money(136_500, 'CNY'));
});

test('a large light box is billed by its size', () => {
  expect(quote(AIR, box(1, 12, 90)).billed).toBe(30n * KG);
});

test('from a hundred kilograms on a kilogram is cheaper, and not a gram before', () => {
  const exact = { ...AIR, roundUpTo: weightOf(0.001, 'KG') };
  expect(quote(exact, box(10, 10)).perKg).toEqual(money(3_800, 'CNY'));
  expect(quote(exact, box(9, 10), box(1, 10)).freight).toEqual(money(380_000, 'CNY'));
  const { perKg, freight } = quote(exact, box(8, 12), box(1, 3, 15));
  expect([perKg.minor, freight.minor]).toEqual([3_800, 402_800]);
  const { roundUpTo: _, leastPerBox: __, ...plain } = AIR;
  expect(quote(plain, box(1, 99.99999)).perKg).toEqual(money(4_200, 'CNY'));
});

test('the least charge holds where the weight comes to less, and fixed fees come on top', () => {
  const tariff = { ...AIR, leastCharge: money(150_000, 'CNY'), fixed: money(12_000, 'CNY') };
  expect(quote(tariff, box(3, 10))).toMatchObject({
    freight: { minor: 150_000 },
    isLeastCharge: true,
    total: { minor: 162_000 },
  });
  expect(quote(tariff, box(5, 10))).toMatchObject({ isLeastCharge: false });
});

test('a forwarder who takes nothing so light gives no quote', () => {
  expect(quoteTariff(AIR, [box(2, 10)])).toMatchObject({
    ok: false,
    problems: [{ code: 'tariff-from-heavier' }],
  });
});
