import { expect, test } from 'vitest';
import { languageOfStore, SLIP_LANGUAGES } from './locales.ts';
import { formatSlipDate, SLIP_WORDS, slipWords } from './slip-words.ts';

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .toSorted((a, b) => a.localeCompare(b));

test('a slip says the same in every language of buyers', () => {
  const { en } = SLIP_WORDS;
  for (const language of SLIP_LANGUAGES) {
    const words = SLIP_WORDS[language];
    expect([language, ...Object.keys(words)]).toEqual([language, ...Object.keys(en)]);
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(words[key]).not.toBe('');
      expect([language, key, placeholders(words[key])]).toEqual([
        language,
        key,
        placeholders(en[key]),
      ]);
    }
    const page = slipWords(language)('pageOf', { number: 2, count: 3 });
    expect(page).toMatch(/2.*3/);
  }
});

test('R45: buyers are spoken to in the language of their store', () => {
  expect(slipWords(languageOfStore('DE'))('packingSlip')).toBe('Lieferschein');
  expect(slipWords(languageOfStore('JP'))('packingSlip')).toBe('納品書');
  expect(languageOfStore('MX')).toBe('es');
  expect(languageOfStore('AU')).toBe('en');
  expect(languageOfStore(undefined)).toBe('en');
  const noon = Date.UTC(2026, 10, 24, 12);
  expect(formatSlipDate('de', noon, 'UTC')).toBe('24. November 2026');
});
