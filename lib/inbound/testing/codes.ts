import type { Problem } from '#lib/kernel';
import type { Findings } from '../core/findings.ts';

/** What stops the step, by code, for short expectations. */
export function codes(found: Findings | readonly Problem[]): string[] {
  const problems = 'blocking' in found ? found.blocking : found;
  return problems.map(({ code }) => code);
}

export function warningCodes(found: Findings): string[] {
  return found.warnings.map(({ code }) => code);
}
