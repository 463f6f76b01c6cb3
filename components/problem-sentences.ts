import { useLocale, useTranslations } from 'next-intl';

import { formatList, formatNumber } from '#lib/i18n';
import type { Fact, Problem } from '#lib/kernel';

export type ProblemSentences = {
  /** What is wrong. */
  readonly what: (problem: Problem) => string;
  /** How to mend it, when there is a sentence for that. */
  readonly fix: (problem: Problem) => string | undefined;
  /** Where it is, in words: "Box 3, weight". */
  readonly where: (problem: Problem) => string | undefined;
};

// Codes belong to the rooms that refuse, so the catalogue is looked up by a key known only here and now.
type LooseTranslator = {
  (key: string, values?: Record<string, string>): string;
  has: (key: string) => boolean;
};

/** The sentences for problem codes, in the reader's language. */
export function useProblemSentences(): ProblemSentences {
  const locale = useLocale();
  const t = useTranslations('problems') as unknown as LooseTranslator;
  const known = ({ code }: Problem) => t.has(`codes.${code}.what`);

  function values(problem: Problem): Record<string, string> {
    const written = Object.entries(problem.facts).map(([name, fact]) => [name, write(fact)]);
    return { ...Object.fromEntries(written), code: problem.code };
  }

  function write(fact: Fact): string {
    if (typeof fact === 'string') return fact;
    return typeof fact === 'number' ? formatNumber(locale, fact) : formatList(locale, fact);
  }

  return {
    what: (problem) =>
      t(known(problem) ? `codes.${problem.code}.what` : 'unknown.what', values(problem)),
    fix: (problem) => {
      if (!known(problem)) return t('unknown.fix', values(problem));
      const key = `codes.${problem.code}.fix`;
      return t.has(key) ? t(key, values(problem)) : undefined;
    },
    where: ({ at }) => (at === undefined ? undefined : placeInWords(t, at)),
  };
}

function placeInWords(t: LooseTranslator, at: string): string | undefined {
  const [list = '', ...rest] = at.split('.');
  if (list === 'skus') return t('places.sku', { id: rest.join('.') });
  const words: string[] = [];
  for (const [index, step] of [list, ...rest].entries()) {
    if (/^\d+$/.test(step)) continue;
    const position = [list, ...rest][index + 1];
    const number =
      position !== undefined && /^\d+$/.test(position) ? Number(position) + 1 : undefined;
    const key = number === undefined ? `places.${step}` : `places.${step}-numbered`;
    if (t.has(key)) words.push(t(key, number === undefined ? {} : { number: String(number) }));
  }
  return words.length > 0 ? words.join(t('places.separator')) : undefined;
}
