import { useTranslations } from 'next-intl';

import type { Problem } from '#lib/kernel';

import { amazonWords } from './problem-groups.ts';
import { useProblemSentences } from './problem-sentences.ts';

type ProblemTextProps = { readonly problem: Problem };

/** One problem as running text: what is wrong, how to mend it, and Amazon's own words if it gave any. */
export function ProblemText({ problem }: ProblemTextProps) {
  const { what, fix } = useProblemSentences();
  const t = useTranslations('problems');
  const words = amazonWords(problem);
  return (
    <>
      {[what(problem), fix(problem)].filter(Boolean).join(' ')}
      {words.length > 0 && (
        <>
          {' '}
          {t('amazonSaid')} <span lang="en">{words.join(' ')}</span>
        </>
      )}
    </>
  );
}
