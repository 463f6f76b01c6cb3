import { expect, test } from 'vitest';

import { DAY } from '#lib/kernel';

import { refuseTracking } from './carrier.ts';
import { cancelledAt } from './life.ts';
import { deliversTo } from './people.ts';
import { promise } from './place.ts';

const FRIDAY = Date.UTC(2026, 10, 27, 12, 0, 0);

test('a tracking number must have the form of its carrier, with or without spaces', () => {
  for (const [carrier, number] of [
    ['UPS', '1Z 5R8 939 03 5756 7127'],
    ['USPS', '9400-1112-0620-6406-2607-87'],
    ['FedEx', '986578788855'],
    ['DHL', 'JJD0099999999'],
    ['Royal Mail', 'RB123456785GB'],
    ['Yun Express', 'YT2229521272164446'],
    ['A Carrier of My Own', 'whatever'],
    ['Other', '1'],
  ] as const)
    expect([carrier, refuseTracking(carrier, number)]).toEqual([carrier, undefined]);
  expect(refuseTracking('UPS', '986578788855')).toContain('does not match the expected format');
  expect(refuseTracking('fedex', '986578788855')).toBe('The carrier code fedex is not valid.');
  expect(refuseTracking('constructor', '1')).toBeUndefined();
});

test('an order that nobody confirms is cancelled seven business days after ship-by, in India three', () => {
  expect(cancelledAt(FRIDAY, 'US')).toBe(FRIDAY + 11 * DAY);
  expect(cancelledAt(FRIDAY, 'DE')).toBe(FRIDAY + 11 * DAY);
  expect(cancelledAt(FRIDAY, 'IN')).toBe(FRIDAY + 5 * DAY);
});

test('the promise counts business days, and Prime is promised sooner', () => {
  const [standard, prime] = [promise(FRIDAY, false), promise(FRIDAY, true)];
  expect(new Date(standard.shipBy).toISOString()).toBe('2026-12-01T23:59:59.000Z');
  expect(new Date(prime.shipBy).toISOString()).toBe('2026-11-30T23:59:59.000Z');
  expect(prime.deliverBy).toBeLessThan(standard.deliverBy);
});

test('a store delivers to its own country first', () => {
  expect(deliversTo('DE')).toEqual(['DE', 'AT', 'BE', 'NL']);
  expect(deliversTo('JP')).toEqual(['JP']);
});
