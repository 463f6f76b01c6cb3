import { expect, test } from 'vitest';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { readWhatIf, typedOf } from './what-if.ts';

const LISTING = {
  id: 'l1',
  marketplaceId: 'ATVPDKIKX0DER',
  sku: 'MUG',
  asin: 'B1',
  title: 'Mug',
  condition: 'new',
  channel: 'amazon',
  status: 'active',
  isParent: false,
  price: money(1_999, 'USD'),
  dimensions: dimensionsOf([5, 4.5, 4], 'IN'),
  weight: weightOf(1.25, 'LB'),
} as const;

test('what is known of a listing stands in the fields and is read as it stands', () => {
  const typed = typedOf(LISTING, '2026-11-24');
  expect(typed).toMatchObject({ length: '5', width: '4.5', weight: '1.25', price: '19.99' });
  expect(readWhatIf(typed)).toEqual({
    problems: [],
    unit: {
      dimensions: LISTING.dimensions,
      weight: LISTING.weight,
      price: LISTING.price,
      day: '2026-11-24',
    },
  });
});

test('a unit of which not everything is told has no fee yet', () => {
  const typed = typedOf(undefined, '2026-11-24');
  expect(readWhatIf(typed)).toEqual({ problems: [] });
  const known = typedOf(LISTING, '2026-11-24');
  expect(readWhatIf({ ...known, weight: '' }).unit).toBeUndefined();
  expect(readWhatIf({ ...known, weight: '0' }).unit).toBeUndefined();
  expect(readWhatIf({ ...known, day: 'soon' }).unit).toBeUndefined();
});

test('what is no number is said at its field', () => {
  const typed = { ...typedOf(LISTING, '2026-11-24'), height: 'tall', price: '1.999' };
  expect(readWhatIf(typed).problems.map(({ code, at }) => `${at} ${code}`)).toEqual([
    'height not-a-number',
    'price too-precise',
  ]);
});

test('a weight in the other system than the size is left to be typed', () => {
  const metric = { ...LISTING, dimensions: dimensionsOf([10, 10, 10], 'CM') };
  expect(typedOf(metric, '2026-11-24')).toMatchObject({
    units: 'metric',
    length: '10',
    weight: '',
  });
});
