import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from './detect-encoding.ts';
import { decode, encode } from './encoding.ts';

/** Any character there is; fast-check's own "binary" unit takes seconds to set up. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

function encoded(text: string, encoding: Encoding): Uint8Array {
  const result = encode(text, encoding);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('text and bytes', () => {
  it('are read without a throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decode(bytes).text).toBe('string');
      }),
    );
  });

  it('come back unchanged from UTF-8 and UTF-16, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: character, maxLength: 60 }),
        fc.constantFrom('utf-16le', 'utf-16be'),
        (text, encoding) => {
          expect(decode(encoded(text, encoding)).text).toBe(text);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...encoded(text, 'utf-8')]);
        expect(decode(marked).text).toBe(text);
      }),
    );
  });

  it.each<Encoding>(['windows-1252', 'shift_jis', 'gb18030'])(
    'come back unchanged from %s for every character it has',
    (encoding) => {
      const read = (bytes: Uint8Array) =>
        encoding === 'windows-1252' ? decode(bytes).text : new TextDecoder(encoding).decode(bytes);
      let written = 0;
      for (let code = 0; code <= 0xffff; code += 1) {
        const character = String.fromCharCode(code);
        const result = encode(character, encoding);
        if (!result.ok) continue;
        written += 1;
        expect(read(result.value)).toBe(character);
      }
      expect(written).toBeGreaterThanOrEqual(encoding === 'windows-1252' ? 256 : 6_900);
    },
  );
});
