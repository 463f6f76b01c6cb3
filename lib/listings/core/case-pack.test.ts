import { expect, test } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { checkCasePack } from './case-pack.ts';

const CARTON = {
  name: 'Carton',
  unitsPerCase: 12,
  dimensions: dimensionsOf([16, 12, 10], 'IN'),
  weight: weightOf(18, 'LB'),
};

test('a case pack with a name, units, size and weight is complete', () => {
  expect(checkCasePack(CARTON)).toEqual([]);
});

test.each([
  [{ name: '  ' }, 'case-pack-name-needed', 'name'],
  [{ name: 'x'.repeat(41) }, 'case-pack-name-too-long', 'name'],
  [{ unitsPerCase: 0 }, 'case-pack-units-needed', 'unitsPerCase'],
  [{ unitsPerCase: 2.5 }, 'case-pack-units-needed', 'unitsPerCase'],
  [{ dimensions: dimensionsOf([16, 0, 10], 'IN') }, 'case-pack-size-needed', 'length'],
  [{ weight: weightOf(0, 'LB') }, 'case-pack-weight-needed', 'weight'],
])('a case pack with %j is refused', (change, code, at) => {
  expect(checkCasePack({ ...CARTON, ...change })).toMatchObject([{ code, at }]);
});
