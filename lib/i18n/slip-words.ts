import { createTranslator } from 'next-intl';
import type { Instant } from '#lib/kernel';
import { DEFAULT_LOCALE, type SlipLanguage } from './locales.ts';
import de from './slips/de.json' with { type: 'json' };
import en from './slips/en.json' with { type: 'json' };
import es from './slips/es.json' with { type: 'json' };
import fr from './slips/fr.json' with { type: 'json' };
import it from './slips/it.json' with { type: 'json' };
import ja from './slips/ja.json' with { type: 'json' };
import zh from './slips/zh-CN.json' with { type: 'json' };

type Words = typeof en;

export const SLIP_WORDS: Readonly<Record<SlipLanguage, Words>> = {
  en,
  'zh-CN': zh,
  de,
  fr,
  it,
  es,
  ja,
};

/** A date as buyers write it out. */
export function formatSlipDate(language: SlipLanguage, at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at);
}

/** What stands on a packing slip, in the buyer's language. */
export function slipWords(language: SlipLanguage) {
  // No sentence of a slip counts or sorts, so the rules of one language do for all.
  return createTranslator<Words>({ locale: DEFAULT_LOCALE, messages: SLIP_WORDS[language] });
}
