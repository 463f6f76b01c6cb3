import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleanText } from './clean-text.ts';
import { cutAtTheEnd, cutInTheMiddle } from './cut-text.ts';

const upTo =
  (most: number) =>
  (text: string): boolean =>
    Array.from(text).length <= most;

describe('text for a label', () => {
  it.each([
    ['Tasse für Kinder, groß', 'Tasse für Kinder, groß'],
    ['Cafe\u0301', 'Café'],
    ['  two\t words\r\nand\u00A0more ', 'two words and more'],
    ['٣ pieces, ۷ colours, १२', '3 pieces, 7 colours, 12'],
    ['A\u0007B\u200B\u202EC\uFEFF', 'A BC'],
    ['Gift 🎁👨‍👩‍👧 set ❤️', 'Gift set'],
    ['Brand™ © ® 50 % ½ °C × Ø', 'Brand™ © ® 50 % ½ °C × Ø'],
    ['５００ｍｌ 水筒', '５００ｍｌ 水筒'],
    ['\uD800broken', 'broken'],
  ])('%j becomes %j', (raw, text) => {
    expect(cleanText(raw).text).toBe(text);
  });

  it('is one line of single spaces, and clean text stays as it is', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0x10_ff_ff }), { maxLength: 30 })
      .map((codePoints) => String.fromCodePoint(...codePoints));
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = cleanText(raw);
        expect(text).not.toMatch(/^ | $| {2}|[\p{Cc}\p{Cs}]/u);
        expect(cleanText(text).text).toBe(text);
      }),
    );
  });
});

describe('a title that is too long', () => {
  it('keeps what it is in front and which one it is behind', () => {
    const bottle =
      'Acme Steel Water Bottle with Straw Lid, Vacuum Insulated, Leakproof, 750 ml, Blue';
    expect(cutInTheMiddle(bottle, upTo(50))).toBe(
      'Acme Steel Water Bottle with Straw… 750 ml, Blue',
    );
    expect(cutInTheMiddle('Edelstahl-Trinkflasche für Kinder (500 ml, Grün)', upTo(40))).toBe(
      'Edelstahl-Trinkflasche… (500 ml, Grün)',
    );
    expect(cutInTheMiddle('不锈钢真空保温杯大容量便携式户外运动水壶，深蓝色', upTo(14))).toBe(
      '不锈钢真空保温杯大… 深蓝色',
    );
  });

  it('is cut inside a word only when there is nothing else', () => {
    expect(cutInTheMiddle('Donaudampfschifffahrtsgesellschaft', upTo(10))).toBe('Donaudamp…');
    expect(cutAtTheEnd('one two', upTo(6))).toBe('one t…');
    expect(cutAtTheEnd('one two', upTo(5))).toBe('one…');
  });

  it('always fits, begins as the title begins and ends as it ends', () => {
    const title = fc.array(fc.stringMatching(/^[a-zA-Z0-9,()一-九]{1,12}$/), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(title, fc.integer({ min: 1, max: 80 }), (words, most) => {
        const text = words.join(' ');
        const cut = cutInTheMiddle(text, upTo(most));
        expect(upTo(most)(cut)).toBe(true);
        if (cut === text) return;
        const [head = '', tail = ''] = cut.split('…');
        expect(text.startsWith(head)).toBe(true);
        expect(text.endsWith(tail.trim())).toBe(true);
      }),
    );
  });
});
