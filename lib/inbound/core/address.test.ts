import type { Address } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { codes } from '../testing/codes.ts';
import { anAddress } from '../testing/plans.ts';
import { checkAddress } from './address.ts';

describe('R17: the parts of a ship-from address', () => {
  it.each<[keyof Address, number]>([
    ['name', 50],
    ['companyName', 50],
    ['addressLine1', 180],
    ['addressLine2', 60],
    ['city', 30],
    ['stateOrProvinceCode', 64],
    ['postalCode', 32],
    ['phoneNumber', 20],
  ])('%s has at most %d signs', (field, most) => {
    const abroad = (length: number) =>
      anAddress({ countryCode: 'CN', [field]: 'x'.repeat(length) });
    expect(checkAddress(abroad(most))).toEqual([]);
    expect(checkAddress(abroad(most + 1))).toEqual([
      {
        code: 'address-field-too-long',
        facts: { field, most, length: most + 1 },
        at: `address.${field}`,
      },
    ]);
  });

  it.each<keyof Address>(['name', 'addressLine1', 'city', 'postalCode', 'phoneNumber'])(
    '%s is needed',
    (field) => {
      expect(checkAddress(anAddress({ countryCode: 'CN', [field]: '  ' }))).toEqual([
        { code: 'address-field-needed', facts: { field }, at: `address.${field}` },
      ]);
    },
  );

  it('the rest may be left out', () => {
    const { stateOrProvinceCode: _, ...rest } = anAddress({ countryCode: 'CN' });
    expect(checkAddress(rest)).toEqual([]);
  });

  it.each(['', 'us', 'USA', 'U1'])('"%s" is no country', (countryCode) => {
    expect(codes(checkAddress(anAddress({ countryCode })))).toEqual(['address-country-needed']);
  });
});

describe('R18: a ship-from in the US', () => {
  it.each(['89501', '89501-1234'])('takes the ZIP %s', (postalCode) => {
    expect(checkAddress(anAddress({ postalCode }))).toEqual([]);
  });

  it.each(['8950', '895011', '89501-', '89501-123', 'A9501', '89501 1234'])(
    'refuses the ZIP %s',
    (postalCode) => {
      expect(codes(checkAddress(anAddress({ postalCode })))).toEqual(['address-us-zip']);
    },
  );

  it.each(['', 'N', 'nv', 'NEV'])('refuses the state "%s"', (stateOrProvinceCode) => {
    expect(codes(checkAddress(anAddress({ stateOrProvinceCode })))).toEqual(['address-us-state']);
  });

  it('needs a state', () => {
    const { stateOrProvinceCode: _, ...rest } = anAddress();
    expect(codes(checkAddress(rest))).toEqual(['address-us-state']);
  });

  it('leaves the postal codes of other countries alone', () => {
    expect(checkAddress(anAddress({ countryCode: 'GB', postalCode: 'SW1A 1AA' }))).toEqual([]);
  });
});
