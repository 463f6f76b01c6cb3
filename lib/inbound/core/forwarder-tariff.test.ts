import { describe, expect, test } from 'vitest';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import {
  type ForwarderTariff,
  quotesFor,
  readTariff,
  typeTariff,
  type TypedTariff,
} from './forwarder-tariff.ts';

const TYPED: TypedTariff = {
  name: 'Shenzhen Air',
  way: 'air',
  days: '9',
  currency: 'CNY',
  divisor: '6000',
  leastPerBox: '10',
  roundUpTo: '0.5',
  steps: '100 38\n21 42.5',
  leastCharge: '500',
  fixed: '120',
  rate: '0.14',
  rateDay: '2026-11-20',
};
const PLAIN: TypedTariff = {
  ...TYPED,
  name: 'Ground',
  currency: 'USD',
  days: '',
  leastPerBox: '',
  roundUpTo: '',
  steps: '0 3',
  leastCharge: '',
  fixed: '',
  rate: '',
  rateDay: '',
};

function read(typed: TypedTariff): ForwarderTariff {
  const found = readTariff(typed, 'USD');
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const BOXES = [
  {
    copies: 10,
    dimensions: dimensionsOf([50, 40, 30], 'CM'),
    weight: weightOf(12, 'KG'),
    items: [{ sku: 'MUG', quantity: 1 }],
  },
];

describe('a tariff as it is typed', () => {
  test('is read exactly, its steps lightest first, and stands in its fields again', () => {
    expect(typeTariff(read(TYPED))).toEqual({ ...TYPED, steps: '21 42.5\n100 38' });
    expect(typeTariff(read(PLAIN))).toEqual(PLAIN);
  });

  test.each([
    ['no name', { name: '' }, 'name forwarder-name'],
    ['no divisor', { divisor: 'x' }, 'divisor not-a-number'],
    ['no steps', { steps: ' \n' }, 'steps tariff-steps-needed'],
    ['a step that is a word', { steps: '21 42\ncheap' }, 'steps tariff-step-unreadable'],
    ['a step with three figures', { steps: '21 42 7' }, 'steps tariff-step-unreadable'],
    ['a least weight of nothing', { leastPerBox: '0' }, 'leastPerBox assumption-out-of-range'],
    ['a step to round to that is none', { roundUpTo: 'x' }, 'roundUpTo not-a-number'],
    ['a least charge that is none', { leastCharge: 'x' }, 'leastCharge not-a-number'],
    ['a rate of no day', { rateDay: '' }, 'rateDay rate-day-needed'],
    ['more days than a year has', { days: '400' }, 'days assumption-out-of-range'],
  ])('is refused at its field with %s', (_, change, fault) => {
    const found = readTariff({ ...TYPED, ...change }, 'USD');
    expect(found.ok ? [] : found.problems.map(({ code, at }) => `${at} ${code}`)).toEqual([fault]);
  });
});

describe('quotes side by side', () => {
  test('stand cheapest first in the currency of the store', () => {
    const quotes = quotesFor([read(TYPED), read(PLAIN)], BOXES, 'USD');
    // 120 kg at 3 dollars; 120 kg at 38 yuan, and papers, at 0.14.
    expect(quotes.map(({ forwarder, total }) => [forwarder.name, total])).toEqual([
      ['Ground', money(36_000, 'USD')],
      ['Shenzhen Air', money(65_520, 'USD')],
    ]);
  });

  test('what cannot be compared comes last, and says what it asks in its own currency', () => {
    const { rate: _, ...unrated } = read(TYPED);
    const heavy = { ...read(PLAIN), name: 'Whole containers' };
    const tooLight = {
      ...heavy,
      tariff: { ...heavy.tariff, steps: [{ from: weightOf(1_000, 'KG'), perKg: money(9, 'USD') }] },
    };
    const other = { ...read(TYPED), rate: { value: 1, places: 0, day: '2026-11-20', to: 'EUR' } };
    const quotes = quotesFor([unrated, tooLight, other, read(PLAIN)], BOXES, 'USD');
    expect(quotes.map(({ total }) => total?.minor)).toEqual([36_000, ...Array(3).fill(undefined)]);
    expect(quotes[1]?.quote).toMatchObject({ ok: true, value: { total: money(468_000, 'CNY') } });
    expect(quotes[2]?.quote.ok).toBe(false);
  });
});
