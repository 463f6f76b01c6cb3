import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ownerRequirements } from './owner-requirements.ts';

describe('Amazon’s demand for another owner', () => {
  test('names SKU, field, and what would be accepted', () => {
    expect(
      ownerRequirements(
        'ERROR: MY SKU-1 requires prepOwner but NONE was assigned. Accepted values: [AMAZON, SELLER]',
      ),
    ).toEqual([
      { sku: 'MY SKU-1', field: 'prepOwner', assigned: 'NONE', accepted: ['AMAZON', 'SELLER'] },
    ]);
    expect(
      ownerRequirements(
        'A,1 does not require labelOwner but SELLER was assigned. Accepted values: [NONE]',
      ),
    ).toEqual([{ sku: 'A,1', field: 'labelOwner', assigned: 'SELLER', accepted: ['NONE'] }]);
  });

  test('is found as often as a text holds it, in one line or in several', () => {
    for (const between of ['\n', ' ', '; ', ', ERROR: ', '. ERROR: '])
      expect(
        ownerRequirements(
          [
            'A-1 requires prepOwner but NONE was assigned. Accepted values: [SELLER]',
            '`B-2` does not require labelOwner but SELLER was assigned. Accepted values: [NONE]',
          ].join(between),
        ).map(({ sku, field }) => [sku, field]),
      ).toEqual([
        ['A-1', 'prepOwner'],
        ['B-2', 'labelOwner'],
      ]);
  });

  test('is read back for any SKU', () => {
    const anySku = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((sku) => sku.trim())
      .filter((sku) => sku !== '' && !/^[.,;]|^(['"`]).*\1$|ERROR:/su.test(sku));
    fc.assert(
      fc.property(
        anySku,
        fc.constantFrom('prepOwner', 'labelOwner'),
        fc.subarray(['AMAZON', 'SELLER', 'NONE']),
        (sku, field, accepted) => {
          const text = `ERROR: ${sku} requires ${field} but NONE was assigned. Accepted values: [${accepted.join(', ')}]`;
          expect(ownerRequirements(text)).toEqual([{ sku, field, assigned: 'NONE', accepted }]);
        },
      ),
    );
  });

  test('is not seen where there is none', () => {
    expect(ownerRequirements('ERROR: Something went wrong. Please try again later.')).toEqual([]);
    expect(ownerRequirements('A-1 requires prepOwner')).toEqual([]);
  });

  // A pattern that tries every way through such a text would not come to its end.
  test('a text as long as they come is read to its end', () => {
    expect(ownerRequirements('A requires prepOwner but '.repeat(4_000))).toEqual([]);
    expect(ownerRequirements(' '.repeat(20_000))).toEqual([]);
  });
});
