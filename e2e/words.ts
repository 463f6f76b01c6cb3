import { createTranslator } from 'next-intl';
import { messagesFor } from '#lib/i18n/testing';
import type { Locale } from '#lib/i18n';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** The product's own sentences, so that one journey is walked in every language. */
export function wordsOf(locale: Locale): Say {
  const translate = createTranslator({ locale, messages: messagesFor(locale) });
  return translate as unknown as Say;
}
