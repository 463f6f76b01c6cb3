import { formatList, formatMoney, formatNumber, type Locale } from '#lib/i18n';
import { type Fact, marketplaceById, money, type Problem } from '#lib/kernel';

import { fieldInWords } from './problem-places.ts';
import type { LooseTranslator } from './problem-translator.ts';

export type Arguments = Record<string, string | number>;

/** Facts that only some of the places give that refuse with the same code; elsewhere they are blank. */
export const SOMETIMES_GIVEN = ['box', 'boxId', 'known', 'role', 'shipment', 'sku'] as const;

// Facts that are codes of the product, and where the catalogue has words for them.
const WORDS: Readonly<Record<string, (code: string) => string>> = {
  act: (code) => `problems.words.act.${code}`,
  role: (code) => `problems.words.role.${code}`,
  owner: (code) => `problems.words.owner.${code}`,
  allowed: (code) => `problems.words.owner.${code}`,
  mark: (code) => `problems.words.mark.${code}`,
  kind: (code) => `problems.words.kind.${code}`,
  method: (code) => `packing.method.titles.${code}`,
  order: (code) => `problems.words.order.${code}`,
  unit: (code) => `problems.words.unit.${code}`,
  step: (code) => `steps.${code}`,
  errand: (code) => `inbound.errands.${code}.waiting`,
};

/**
 * What a sentence is filled with: each fact under its own name (numbers as numbers, so that the
 * sentence chooses the plural), `<name>Given` as yes or no, and `<name>InWords` for codes.
 */
export function argumentsOf(problem: Problem, locale: Locale, t: LooseTranslator): Arguments {
  const blank = Object.fromEntries(SOMETIMES_GIVEN.map((name) => [name, '']));
  const filled: Arguments = { code: problem.code };
  for (const [name, fact] of Object.entries({ ...blank, ...problem.facts })) {
    filled[name] = write(fact, problem, locale);
    filled[`${name}Given`] = fact === '' || (typeof fact === 'object' && !fact[0]) ? 'no' : 'yes';
    filled[`${name}InWords`] = inWords(name, fact, locale, t);
  }
  return filled;
}

// Amounts of money come as minor units beside their currency.
function write(fact: Fact, { facts }: Problem, locale: Locale): string | number {
  if (typeof fact === 'object') return formatList(locale, fact);
  const { currency } = facts;
  return typeof fact === 'number' && typeof currency === 'string'
    ? formatMoney(locale, money(fact, currency))
    : fact;
}

function inWords(name: string, fact: Fact, locale: Locale, t: LooseTranslator): string {
  if (typeof fact === 'number') return formatNumber(locale, fact);
  const words = (code: string) => wordsFor(name, code, t);
  return typeof fact === 'string' ? words(fact) : formatList(locale, fact.map(words));
}

function wordsFor(name: string, code: string, t: LooseTranslator): string {
  if (name === 'field') return fieldInWords(code, t);
  if (name === 'marketplace') return marketplaceById(code)?.domain ?? code;
  const key = WORDS[name]?.(code);
  return key !== undefined && code !== '' && t.has(key) ? t(key) : code;
}
