import type { Problem } from '#lib/kernel';

import { useProblemSentences } from './problem-sentences.ts';

type ProblemTextProps = { readonly problem: Problem };

/** One problem as running text: what is wrong, then how to mend it. */
export function ProblemText({ problem }: ProblemTextProps) {
  const { what, fix } = useProblemSentences();
  return <>{[what(problem), fix(problem)].filter(Boolean).join(' ')}</>;
}
