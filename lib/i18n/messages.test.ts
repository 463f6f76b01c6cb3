import { readdirSync } from 'node:fs';

import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';

import { LOCALES } from './locales.ts';
import { messagesFor } from './messages.ts';

const LOCALES_BESIDE_ENGLISH = LOCALES.filter((locale) => locale !== 'en');

// Names, codes and symbols that are the same in every language.
const SAME_EVERYWHERE = new Set([
  'Firstleg',
  'SKU',
  'SKU {id}',
  'FNSKU',
  'ASIN',
  'FBA',
  'UPS',
  'FedEx',
  'USPS',
  'DHL',
  'OnTrac',
  'Prime',
  'Ship+',
  'in',
  'cm',
  '–',
  '{name}, {size} kB',
  '{from} – {to} · {availability}',
]);

// The sentences of the problem codes have a file of their own within their namespace.
const PART_OF_PROBLEMS = 'problem-codes';

function sentencesOf(tree: object, path = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') sentences.set(here, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, sentence] of sentencesOf(value, here)) sentences.set(inner, sentence);
    } else throw new Error(`${here} is neither a sentence nor a group of sentences`);
  }
  return sentences;
}

function argumentsOf(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    for (const name of argumentsOf(partsOf(element))) names.add(name);
  }
  return names;
}

function partsOf(element: MessageFormatElement): readonly MessageFormatElement[] {
  if (element.type === TYPE.tag) return element.children;
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
  return Object.values(element.options).flatMap(({ value }) => value);
}

const english = sentencesOf(messagesFor('en'));

describe('the catalogues', () => {
  it.each(LOCALES)('load every file that lies in the folder of %s', (locale) => {
    const files = readdirSync(new URL(`./messages/${locale}`, import.meta.url));
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(
      [...Object.keys(messagesFor(locale)), PART_OF_PROBLEMS].sort(),
    );
  });

  it.each(LOCALES)('have no empty sentence in %s', (locale) => {
    const empty = [...sentencesOf(messagesFor(locale))].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('hold only sentences that can be read as ICU messages', () => {
    for (const locale of LOCALES) {
      for (const [key, text] of sentencesOf(messagesFor(locale))) {
        expect(() => parse(text), `${locale} ${key}`).not.toThrow();
      }
    }
  });

  it.each(LOCALES)('keep the labels of the step rail to 16 characters in %s', (locale) => {
    const { label, ...steps } = messagesFor(locale).steps;
    const long = Object.values(steps).filter((text) => text.length > 16);
    expect([label.length > 0, long]).toEqual([true, []]);
  });
});

describe.each(LOCALES_BESIDE_ENGLISH)('the catalogue of %s', (locale) => {
  const translated = sentencesOf(messagesFor(locale));

  it('has exactly the sentences English has', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fills its sentences with the same facts as English', () => {
    for (const [key, text] of english) {
      const names = (message: string) => [...argumentsOf(parse(message))].sort();
      expect(names(translated.get(key) ?? ''), key).toEqual(names(text));
    }
  });

  it('is translated', () => {
    const untranslated = [...english].filter(
      ([key, text]) => translated.get(key) === text && !SAME_EVERYWHERE.has(text),
    );
    expect(untranslated).toEqual([]);
  });
});

describe('a sentence with a count', () => {
  it('agrees with the number', () => {
    const t = createTranslator({ locale: 'en', messages: messagesFor('en') });
    expect(t('ui.selected', { count: 0 })).toBe('Nothing selected');
    expect(t('ui.selected', { count: 3 })).toBe('3 selected');
    expect(t('problems.title.blocking', { count: 1 })).toBe('Mend this to go on');
  });
});
