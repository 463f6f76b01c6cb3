import type { Problem } from './problem.ts';

/** What a check found: what stops the step, and what only deserves a second look. */
export type Findings = {
  readonly blocking: readonly Problem[];
  readonly warnings: readonly Problem[];
};

export function gather(...findings: readonly Findings[]): Findings {
  return {
    blocking: findings.flatMap((found) => found.blocking),
    warnings: findings.flatMap((found) => found.warnings),
  };
}

export function blocking(...problems: readonly (Problem | undefined)[]): Findings {
  return { blocking: problems.filter((problem) => problem !== undefined), warnings: [] };
}

export function warning(...problems: readonly (Problem | undefined)[]): Findings {
  return { blocking: [], warnings: problems.filter((problem) => problem !== undefined) };
}
