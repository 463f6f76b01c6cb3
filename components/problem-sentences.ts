import { useLocale, useTranslations } from 'next-intl';

import type { Locale } from '#lib/i18n';
import type { Problem } from '#lib/kernel';

import { argumentsOf } from './problem-facts.ts';
import { placeInWords } from './problem-places.ts';
import type { LooseTranslator } from './problem-translator.ts';

export type ProblemSentences = {
  /** What is wrong. */
  readonly what: (problem: Problem) => string;
  /** How to mend it, when there is a sentence for that. */
  readonly fix: (problem: Problem) => string | undefined;
  /** Where it is, in words ("Box 3, weight"), unless the sentence says so itself. */
  readonly where: (problem: Problem) => string | undefined;
};

/** The sentences for problem codes, in the reader's language. */
export function useProblemSentences(): ProblemSentences {
  const locale = useLocale();
  const t = useTranslations() as unknown as LooseTranslator;
  return problemSentences(locale, t);
}

export function problemSentences(locale: Locale, t: LooseTranslator): ProblemSentences {
  const sentence = (problem: Problem, part: 'what' | 'fix') =>
    t(`${sentenceKey(problem, t)}.${part}`, argumentsOf(problem, locale, t));
  return {
    what: (problem) => sentence(problem, 'what'),
    fix: (problem) => sentence(problem, 'fix'),
    where: (problem) =>
      problem.at === undefined || saysWhere(problem, sentenceKey(problem, t))
        ? undefined
        : placeInWords(problem, t),
  };
}

/** Refusals in which Amazon gives a reason of its own, which we may be able to explain. */
const WITH_REASON = new Set(['amazon-refused', 'not-eligible']);

function sentenceKey({ code, facts }: Problem, t: LooseTranslator): string {
  const { amazonCode } = facts;
  const reason = `amazon.${String(amazonCode)}`;
  if (WITH_REASON.has(code) && t.has(`${reason}.what`)) return reason;
  const own = `problems.codes.${code}`;
  return t.has(`${own}.what`) ? own : 'problems.unknown';
}

const SUBJECTS = ['sku', 'box', 'boxId', 'shipment', 'fnsku', 'id', 'field'];

// Our own sentences name what they are about; Amazon's reasons leave that to the place beside them.
function saysWhere({ facts }: Problem, key: string): boolean {
  return key.startsWith('problems.codes.') && SUBJECTS.some((name) => facts[name] !== undefined);
}
