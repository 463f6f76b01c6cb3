import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriersFitting, fitsCarrier } from './tracking-formats.ts';

describe('tracking numbers', () => {
  it.each([
    ['UPS', '1Z5R89390357567127'],
    ['UPS', '1Z879E930346834440'],
    ['UPS', '1z5r 8939 0357 5671 27'],
    ['UPS', 'K1506235620'],
    ['FedEx', '986578788855'],
    ['FedEx', '477179081230'],
    ['FedEx', '041441760228964'],
    ['FedEx', '9611020987654312345672'],
    ['FedEx', '000123450000000027'],
    ['USPS', '9400111206206406260787'],
    ['USPS', '420787459400111206206406260787'],
    ['USPS', '03071790000523483741'],
    ['Royal Mail', 'RB123456785GB'],
    ['DHL', '3318810025'],
    ['DHL', 'JJD0099999999'],
    ['DHL eCommerce', 'GM2951173225174494'],
    ['Yun Express', 'YT2229521272164446'],
    ['YAMATO', '123456789013'],
    ['SAGAWA', '2009-6118-5434'],
  ])('of %s include %s', (carrier, number) => {
    expect(fitsCarrier(carrier, number)).toBe(true);
    expect(carriersFitting(number)).toContain(carrier);
  });

  it.each([
    ['UPS', '1Z5R89390357567128'],
    ['UPS', '9400111206206406260787'],
    ['FedEx', '986578788856'],
    ['FedEx', '041441760228965'],
    ['USPS', '9400111206206406260788'],
    ['USPS', '03071790000523483742'],
    ['Royal Mail', 'RB123456784GB'],
    ['DHL', '3318810026'],
    ['YAMATO', '123456789014'],
    ['Yun Express', 'YT222952127216444'],
  ])('of %s do not include %s', (carrier, number) => {
    expect(fitsCarrier(carrier, number)).toBe(false);
  });

  it('are not judged where a carrier is not known', () => {
    expect(fitsCarrier('Speedy Local', 'SL-000123')).toBeUndefined();
    expect(fitsCarrier('constructor', '1')).toBeUndefined();
    expect(carriersFitting('SL-000123')).toEqual([]);
  });

  it('may look like those of several carriers, and all are offered', () => {
    expect(carriersFitting('RB123456785GB')).toEqual([
      'USPS',
      'Royal Mail',
      'China Post',
      'Hongkong Post',
      'India Post',
    ]);
  });

  it('change carrier or validity with any one wrong digit of UPS', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 17 }), fc.nat({ max: 9 }), (at, digit) => {
        const number = '1Z5R89390357567127';
        const changed = number.slice(0, at) + String(digit) + number.slice(at + 1);
        const isSame = changed === number;
        // The weight 2 lets 0 and 5 stand for each other in every second place.
        const isBlind = (at - 2) % 2 === 1 && (Number(number[at]) - digit) % 5 === 0;
        if (!isBlind) expect(fitsCarrier('UPS', changed)).toBe(isSame);
      }),
    );
  });
});
