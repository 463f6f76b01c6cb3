import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { encodeCode128 } from './code128.ts';

// A reader of its own: symbol values from the sums of neighbouring elements, as scanners measure
// edge to similar edge (ISO/IEC 15417, annex B), so that a wrong table cannot agree with itself.
const BY_EDGES = new Map<string, number>();
const WIDE =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'.split(
    ' ',
  );
for (const [value, pattern] of WIDE.entries()) BY_EDGES.set(pattern, value);

function decode(widths: readonly number[]): string {
  const values: number[] = [];
  for (let at = 0; at + 7 < widths.length; at += 6) {
    const value = BY_EDGES.get(widths.slice(at, at + 6).join(''));
    if (value === undefined) throw new Error(`no symbol at ${at}`);
    values.push(value);
  }
  expect(widths.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
  const [start = 0, ...rest] = values;
  const check = rest.pop();
  expect(check).toBe(rest.reduce((sum, value, at) => sum + value * (at + 1), start) % 103);
  let set = start === 105 ? 'C' : 'B';
  let text = '';
  for (const value of rest) {
    if (set === 'B' && value === 99) set = 'C';
    else if (set === 'C' && value === 100) set = 'B';
    else if (set === 'C') text += String(value).padStart(2, '0');
    else text += String.fromCharCode(value + 32);
  }
  return text;
}

const printable = fc.string({
  unit: fc.integer({ min: 32, max: 126 }).map(toCharacter),
  minLength: 1,
  maxLength: 30,
});
const digitsAndLetters = fc.stringMatching(/^[A-Z0-9]{1,24}$/);

function toCharacter(code: number): string {
  return String.fromCharCode(code);
}

describe('Code 128', () => {
  it('reads back as the text it was made from', () => {
    fc.assert(
      fc.property(fc.oneof(printable, digitsAndLetters), (text) => {
        expect(decode(encodeCode128(text).widths)).toBe(text);
      }),
    );
  });

  it('has eleven modules per character and thirteen for the stop', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const { widths, modules } = encodeCode128(text);
        expect((modules - 13) % 11).toBe(0);
        expect(widths.length).toBe(((modules - 13) / 11) * 6 + 7);
      }),
    );
  });

  it('is never longer than letter by letter, and pairs digits where that is shorter', () => {
    fc.assert(
      fc.property(digitsAndLetters, (text) => {
        expect(encodeCode128(text).modules).toBeLessThanOrEqual(11 * (text.length + 2) + 13);
      }),
    );
    expect(encodeCode128('X00ABCDEFG').modules).toBe(145);
    expect(encodeCode128('FBA199DN1ZLPU000001').modules).toBe(222);
    expect(encodeCode128('0012345678901234567').modules).toBe(11 * 13 + 13);
  });

  it('refuses what set B does not hold', () => {
    expect(() => encodeCode128('')).toThrow();
    expect(() => encodeCode128('Ä')).toThrow();
  });
});
