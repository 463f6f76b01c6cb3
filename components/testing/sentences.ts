import { createTranslator } from 'next-intl';

import type { Locale } from '#lib/i18n';
import { messagesFor } from '#lib/i18n/server';

import { type ProblemSentences, problemSentences } from '../problem-sentences.ts';
import type { LooseTranslator } from '../problem-translator.ts';

/** The sentences as a reader of the language sees them; one that cannot be filled throws. */
export function sentencesIn(locale: Locale): ProblemSentences {
  const t = createTranslator({
    locale,
    messages: messagesFor(locale),
    onError: (error) => {
      throw error;
    },
  });
  return problemSentences(locale, t as unknown as LooseTranslator);
}
