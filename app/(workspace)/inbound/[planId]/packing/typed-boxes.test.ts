import { expect, test } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { blankBox, isBlank, readBoxes, typedFrom } from './typed-boxes.ts';

const box = {
  groupId: 'pg1',
  copies: 3,
  dimensions: dimensionsOf([20, 16.5, 12], 'IN'),
  weight: weightOf(22.5, 'LB'),
  items: [
    { sku: 'MUG', quantity: 10 },
    { sku: 'TEA', expiry: '2027-08-01', quantity: 4 },
  ],
};

test('a box that is shown and sent unchanged is the same box', () => {
  expect(readBoxes([typedFrom(box, 'metric')])).toEqual({ boxes: [box], problems: [] });
});

test('a box into which nothing was typed is no box, and does not count', () => {
  const blank = blankBox('pg1', 'imperial');
  expect(isBlank(blank)).toBe(true);
  expect(readBoxes([blank, typedFrom(box, 'imperial'), blank]).boxes).toEqual([box]);
});

test('a new box takes the units of the store', () => {
  expect(blankBox('pg1', 'imperial')).toMatchObject({ lengthUnit: 'IN', weightUnit: 'LB' });
  expect(blankBox('pg1', 'metric')).toMatchObject({ lengthUnit: 'CM', weightUnit: 'KG' });
});

test('a box that has been begun stays, with what of it can be read', () => {
  const begun = { ...blankBox('pg1', 'metric'), length: '40', weight: '9.5 kg' };
  const { boxes, problems } = readBoxes([begun]);
  expect(boxes).toEqual([{ groupId: 'pg1', copies: 1, weight: weightOf(9.5, 'KG'), items: [] }]);
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['required', 'boxes.0.width'],
    ['required', 'boxes.0.height'],
  ]);
});

test('figures that cannot be read are told at their box, numbered as the reader sees it', () => {
  const odd = { ...typedFrom(box, 'imperial'), copies: 'two', weight: 'heavy' };
  const bent = { ...odd, items: [{ sku: 'MUG', quantity: '1.5' }] };
  const { boxes, problems } = readBoxes([blankBox('pg1', 'imperial'), bent]);
  expect(boxes[0]).toMatchObject({ copies: 0, items: [] });
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['not-a-number', 'boxes.0.copies'],
    ['not-a-number', 'boxes.0.weight'],
    ['too-precise', 'boxes.0'],
  ]);
});
