import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, writeDecimal } from './decimal.ts';

/** Any character there is; fast-check's own "binary" unit takes seconds to set up. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

function valueOf(text: string, places = 5): number | string {
  const read = readDecimal(text, places);
  return read.ok ? read.value / 10 ** places : read.problems.map(({ code }) => code).join();
}

describe('a number as people write it', () => {
  it.each([
    ['12', 12],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['12.', 12],
    ['12,', 12],
    ['.5', 0.5],
    [',5', 0.5],
    ['007', 7],
    ['0', 0],
    ['12.50000000', 12.5],
    [' \t12.5\n', 12.5],
    ['１２．５', 12.5],
    ['１，２５０', 1250],
  ])('%j is %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    ['1,250', 1250],
    ['1,250.5', 1250.5],
    ['1,250,000', 1_250_000],
    ['1,250,000.25', 1_250_000.25],
    ['1.250,5', 1250.5],
    ['1.250.000', 1_250_000],
    ['1.250.000,25', 1_250_000.25],
    ['1 250', 1250],
    ['1 250,5', 1250.5],
    ['1\u00a0250.5', 1250.5],
    ['1\u202f250\u202f000', 1_250_000],
    ["1'250.5", 1250.5],
    ['1’250,5', 1250.5],
    ['1,250.', 1250],
  ])('%j groups thousands and is %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it('reads a lone comma before three digits as thousands and a lone point as decimals', () => {
    expect(valueOf('1,250')).toBe(1250);
    expect(valueOf('1.250')).toBe(1.25);
    expect(valueOf('1,5')).toBe(1.5);
    expect(valueOf('1,25')).toBe(1.25);
    expect(valueOf('1,2505')).toBe(1.2505);
    expect(valueOf('1250,125')).toBe(1250.125);
    expect(valueOf('0,125')).toBe(0.125);
    expect(valueOf('00,125')).toBe(0.125);
  });

  it.each([
    '',
    ' ',
    'twelve',
    '-1',
    '+1',
    '1e3',
    '12 kg',
    '1/2',
    '5²',
    '½',
    '.',
    ',',
    '1..2',
    '1,,2',
    '1 2',
    '12 5',
    '1 25',
    '1,25,000',
    '1,250,00',
    '1,250,5.0',
    '12,34.5',
    '1,250 000',
    '1.250,000.5',
    '0x10',
    'Infinity',
    'NaN',
    '٣',
  ])('refuses %j', (text) => {
    expect(valueOf(text)).toBe('not-a-number');
  });

  it('refuses what it cannot keep exactly, saying how many places there are', () => {
    expect(readDecimal(' 0.03125 ', 4)).toEqual({
      ok: false,
      problems: [{ code: 'too-precise', facts: { text: '0.03125', places: 4 } }],
    });
    expect(valueOf('1.5', 0)).toBe('too-precise');
    expect(valueOf('1.0', 0)).toBe(1);
  });

  it('refuses what is too large to be counted exactly', () => {
    expect(valueOf('90071992547.40991')).toBe(90_071_992_547.40991);
    expect(valueOf('90071992547.40992')).toBe('not-a-number');
    expect(valueOf('9'.repeat(400))).toBe('not-a-number');
  });

  it('never throws, and takes only whole numbers of the smallest place', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: character }),
          fc.string({ unit: fc.constantFrom(..."0123456789.,' ’".split('')) }),
        ),
        fc.nat({ max: 8 }),
        (text, places) => {
          const read = readDecimal(text, places);
          if (read.ok) expect(Number.isSafeInteger(read.value) && read.value >= 0).toBe(true);
        },
      ),
    );
  });
});

describe('a number as we write it', () => {
  it.each([
    [0, 5, '0'],
    [1, 5, '0.00001'],
    [100_000, 5, '1'],
    [1_250_000, 5, '12.5'],
    [-1_250_000, 5, '-12.5'],
    [12, 0, '12'],
    [120, 0, '120'],
    [-0, 2, '0'],
  ])('%d with %d places is %s', (value, places, text) => {
    expect(writeDecimal(value, places)).toBe(text);
  });

  it('reads back as the same number', () => {
    const places = fc.nat({ max: 8 });
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), places, (value, digits) => {
        expect(readDecimal(writeDecimal(value, digits), digits)).toEqual({ ok: true, value });
      }),
    );
  });

  it('reads back the same with thousands grouped in any of the usual ways', () => {
    const styles = [
      [',', '.'],
      ['.', ','],
      [' ', ','],
      ["'", '.'],
    ] as const;
    fc.assert(
      fc.property(fc.nat({ max: 1e15 }), fc.constantFrom(...styles), (value, [group, point]) => {
        const [whole = '', fraction = '00'] = writeDecimal(value, 5).split('.');
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
        expect(readDecimal(grouped + point + fraction, 5)).toEqual({ ok: true, value });
      }),
    );
  });
});
