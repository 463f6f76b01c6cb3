import { assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { weightOf } from './measure.ts';
import { readTypedDimensions, readTypedWeight } from './typed-measure.ts';

test.each([
  ['1.5', 'LB', weightOf(1.5, 'LB')],
  ['7.2', 'OZ', weightOf(0.45, 'LB')],
  ['450', 'G', weightOf(0.45, 'KG')],
  ['0,45', 'KG', weightOf(0.45, 'KG')],
  ['1 lb 3.5 oz', 'KG', weightOf(1.21875, 'LB')],
  ['2lb 8', 'LB', weightOf(2.5, 'LB')],
  ['2 lbs', 'G', weightOf(2, 'LB')],
  ['3磅8盎司', 'KG', weightOf(3.5, 'LB')],
  ['12 oz', 'LB', weightOf(0.75, 'LB')],
  ['450 g', 'LB', weightOf(0.45, 'KG')],
  ['1.2kg', 'LB', weightOf(1.2, 'KG')],
  ['1.2公斤', 'LB', weightOf(1.2, 'KG')],
  ['450克', 'LB', weightOf(0.45, 'KG')],
] as const)('%s typed in a field of %s is read exactly', (text, unit, weight) => {
  expect(readTypedWeight(text, unit)).toEqual({ ok: true, value: weight });
});

test.each([
  ['heavy', 'LB', 'not-a-number'],
  ['', 'LB', 'not-a-number'],
  ['0.01', 'OZ', 'too-precise'],
  ['0.001', 'G', 'too-precise'],
  ['1 lb x', 'LB', 'not-a-number'],
  ['1 lb 0.01 oz', 'LB', 'too-precise'],
  ['x lb', 'LB', 'not-a-number'],
] as const)('%s typed in a field of %s is refused as %s', (text, unit, code) => {
  const read = readTypedWeight(text, unit);
  expect(read.ok ? [] : read.problems.map((found) => found.code)).toEqual([code]);
});

test('pounds and ounces weigh what their ounces weigh together', () => {
  assert(
    property(nat(200), nat(15), (pounds, ounces) => {
      expect(readTypedWeight(`${pounds} lb ${ounces} oz`, 'KG')).toEqual(
        readTypedWeight(String(pounds * 16 + ounces), 'OZ'),
      );
    }),
  );
});

test('three sides are read in their unit', () => {
  expect(readTypedDimensions({ length: '12', width: '4.5', height: '1,25' }, 'IN', 'box')).toEqual({
    ok: true,
    value: { length: 1_200_000, width: 450_000, height: 125_000, unit: 'IN' },
  });
});

test('no side typed is no dimensions yet', () => {
  expect(readTypedDimensions({ length: ' ', width: '', height: '' }, 'CM', 'box')).toEqual({
    ok: true,
    value: undefined,
  });
});

test('a side left out and one that is no number are each refused where they belong', () => {
  const read = readTypedDimensions({ length: '12', width: '', height: 'tall' }, 'CM', 'boxes.2');
  expect(read.ok ? [] : read.problems.map(({ code, at }) => [code, at])).toEqual([
    ['required', 'boxes.2.width'],
    ['not-a-number', 'boxes.2.height'],
  ]);
});
