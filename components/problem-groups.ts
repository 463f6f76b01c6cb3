import type { Fact, Problem } from '#lib/kernel';

import { fieldId } from './ui/field-id.ts';

export type ProblemLine = {
  readonly what: string;
  readonly where?: string;
  readonly href?: string;
};

export type ProblemGroup = {
  readonly code: string;
  readonly fix?: string;
  readonly lines: readonly ProblemLine[];
  /** Amazon's own words, untranslated. */
  readonly amazonMessages: readonly string[];
  /** What Amazon's support asks for. */
  readonly requestIds: readonly string[];
};

type Sentences = {
  readonly what: (problem: Problem) => string;
  readonly fix: (problem: Problem) => string | undefined;
  readonly where: (problem: Problem) => string | undefined;
};

/** Problems mended the same way stand together, in the order they first came up. */
export function groupProblems(
  problems: readonly Problem[],
  sentences: Sentences,
  scope?: string,
): readonly ProblemGroup[] {
  const groups = new Map<string, { code: string; fix?: string; problems: Problem[] }>();
  for (const problem of problems) {
    const fix = sentences.fix(problem);
    const key = `${problem.code}\n${fix ?? ''}`;
    const group = groups.get(key) ?? {
      code: problem.code,
      ...(fix !== undefined && { fix }),
      problems: [],
    };
    group.problems.push(problem);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ problems: members, ...group }) => ({
    ...group,
    lines: distinct(members.map((member) => lineOf(member, sentences, scope))),
    amazonMessages: [...new Set(members.flatMap(amazonWords))],
    requestIds: [...new Set(members.flatMap(({ facts }) => textOf(facts['requestId'])))],
  }));
}

function lineOf(problem: Problem, sentences: Sentences, scope?: string): ProblemLine {
  const where = sentences.where(problem);
  return {
    what: sentences.what(problem),
    ...(where !== undefined && { where }),
    ...(problem.at !== undefined && { href: `#${fieldId(problem.at, scope)}` }),
  };
}

function distinct(lines: readonly ProblemLine[]): readonly ProblemLine[] {
  const seen = new Set<string>();
  return lines.filter(({ what, href }) => {
    const key = `${what}\n${href ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Amazon's own words about a problem: the message and, where there are any, its details. */
export function amazonWords({ facts }: Problem): readonly string[] {
  return [...textOf(facts['amazonMessage']), ...textOf(facts['amazonDetails'])];
}

function textOf(fact: Fact | undefined): readonly string[] {
  const texts = typeof fact === 'object' ? fact : [String(fact ?? '')];
  return texts.filter((text) => text.trim() !== '');
}
