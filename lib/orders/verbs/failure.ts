import { type Problem, problem } from '#lib/kernel';
import type { AmazonFailure } from '#lib/sp-api';

/** What Amazon's refusal is to a person. */
export function problemOf({ kind, operation, messages }: AmazonFailure, at?: string): Problem {
  const [first] = messages;
  return problem(
    `amazon-${kind}`,
    {
      operation,
      codes: messages.map(({ code }) => code),
      amazonMessage: first?.message ?? '',
    },
    at,
  );
}

export function isPassing({ kind }: AmazonFailure): boolean {
  return kind === 'throttled' || kind === 'unavailable';
}
