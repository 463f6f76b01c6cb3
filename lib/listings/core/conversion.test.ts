import { dimensionsOf, weightOf } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { checkConversion, isUnderWay, mayBecome } from './conversion.ts';
import {
  CONVERSION_STATES,
  type ConversionRequest,
  type ConversionState,
  isReadyForFba,
  type Listing,
} from './listing.ts';

function aListing(change: Partial<Listing> = {}): Listing {
  return {
    id: 'l1',
    marketplaceId: 'ATVPDKIKX0DER',
    sku: 'MUG-RED',
    asin: 'B000000001',
    title: 'Red mug',
    condition: 'new',
    channel: 'merchant',
    status: 'Active',
    isParent: false,
    ...change,
  };
}

function aRequest(change: Partial<ConversionRequest> = {}): ConversionRequest {
  return {
    to: 'amazon',
    barcode: 'fnsku',
    batteries: 'none',
    dangerousGoods: 'not-applicable',
    dimensions: dimensionsOf([5, 4, 4], 'IN'),
    weight: weightOf(1, 'LB'),
    ...change,
  };
}

const codes = (listing: Partial<Listing>, request: Partial<ConversionRequest> = {}) =>
  checkConversion(aListing(listing), aRequest(request)).map(({ code }) => code);

describe('a listing on its way to FBA', () => {
  it('passes when everything is known', () => {
    expect(codes({})).toEqual([]);
  });

  it('R3: is no variation parent', () => {
    expect(checkConversion(aListing({ isParent: true }), aRequest())).toEqual([
      { code: 'parent-not-convertible', facts: { sku: 'MUG-RED' }, at: 'listings.MUG-RED' },
    ]);
  });

  it('R4: is new, or used goods of a media category', () => {
    for (const condition of ['used-like-new', 'collectible-good', 'refurbished']) {
      expect(codes({ condition, productType: 'DRINKING_CUP' })).toEqual(['condition-not-accepted']);
      expect(codes({ condition, productType: 'ABIS_BOOK' })).toEqual([]);
      expect(codes({ condition })).toEqual([]);
    }
    expect(codes({ condition: 'new', productType: 'DRINKING_CUP' })).toEqual([]);
  });

  it('R7: has a size and a weight above nothing', () => {
    const { dimensions: _, weight: __, ...bare } = aRequest();
    expect(checkConversion(aListing(), bare).map(({ code, at }) => [code, at])).toEqual([
      ['unit-needs-dimensions', 'listings.MUG-RED.dimensions'],
      ['unit-needs-weight', 'listings.MUG-RED.weight'],
    ]);
    for (const sides of [
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ] as const) {
      expect(codes({}, { dimensions: dimensionsOf(sides, 'CM') })).toEqual([
        'unit-needs-dimensions',
      ]);
    }
    expect(codes({}, { weight: weightOf(0, 'KG') })).toEqual(['unit-needs-weight']);
    expect(codes({}, { weight: weightOf(0.00001, 'KG') })).toEqual([]);
  });

  it('R8: has a title and an ASIN', () => {
    expect(codes({ title: '  ' })).toEqual(['listing-without-title']);
    expect(codes({ asin: '' })).toEqual(['listing-without-asin']);
  });

  it('R9: keeps the manufacturer barcode only when new', () => {
    expect(codes({}, { barcode: 'manufacturer' })).toEqual([]);
    const used = { condition: 'used-good', productType: 'ABIS_BOOK' };
    expect(codes(used, { barcode: 'manufacturer' })).toEqual(['manufacturer-barcode-only-new']);
    expect(codes(used)).toEqual([]);
  });

  it('hears of everything at once', () => {
    expect(codes({ isParent: true, asin: '', title: '' })).toHaveLength(3);
  });
});

describe('a listing on its way back', () => {
  it('tells its stock in whole units, none included', () => {
    expect(codes({}, { to: 'merchant', quantity: 0 })).toEqual([]);
    expect(codes({}, { to: 'merchant', quantity: 12 })).toEqual([]);
    for (const quantity of [-1, 1.5, Number.NaN]) {
      expect(codes({}, { to: 'merchant', quantity })).toEqual(['quantity-needed']);
    }
    expect(codes({}, { to: 'merchant' })).toEqual(['quantity-needed']);
  });
});

describe('the states of a conversion', () => {
  const isEnd = (state: ConversionState) => !isUnderWay(state);

  it('let nothing begin while Amazon owes an answer', () => {
    for (const state of CONVERSION_STATES) {
      const conversion = { state, request: aRequest(), problems: [], askedAt: 0 };
      const expected = isUnderWay(state) ? ['conversion-under-way'] : [];
      expect(codes({ conversion })).toEqual(expected);
      expect(codes({ conversion }, { to: 'merchant', quantity: 1 })).toEqual(expected);
    }
  });

  it('lead from the start to every other, and every end may start anew', () => {
    const reached = new Set<ConversionState>(['checking']);
    for (const from of reached) {
      for (const to of CONVERSION_STATES) if (mayBecome(from, to)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...CONVERSION_STATES].toSorted());
    for (const state of CONVERSION_STATES) {
      expect(mayBecome(state, 'checking')).toBe(isEnd(state));
      expect(mayBecome(state, 'refused')).toBe(isUnderWay(state));
    }
    expect(mayBecome('checking', 'converted')).toBe(false);
    expect(mayBecome('waiting', 'reverted')).toBe(false);
  });
});

it('R1: is ready for FBA when Amazon fulfils it and the FNSKU is known', () => {
  expect(isReadyForFba(aListing({ channel: 'amazon', fnsku: 'X000000001' }))).toBe(true);
  expect(isReadyForFba(aListing({ channel: 'amazon' }))).toBe(false);
  expect(isReadyForFba(aListing({ channel: 'merchant', fnsku: 'X000000001' }))).toBe(false);
});
