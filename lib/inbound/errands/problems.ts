import { optional, type Problem, problem } from '#lib/kernel';
import type { AmazonFailure, OperationProblem } from '#lib/sp-api';

/** What a failed operation says, as problems of the rows it is about; warnings are left out. */
export function refusedProblems(found: readonly OperationProblem[]): Problem[] {
  const errors = found.filter((candidate) => candidate.severity !== 'WARNING');
  // FAILED with nothing but warnings has been seen (issue thread 4171): then they are the reason.
  return (errors.length > 0 ? errors : found).map((candidate) =>
    amazonProblem(candidate, { subject: candidate.resource?.id }),
  );
}

/** What a call that did not come through says. */
export function failureProblems(failure: AmazonFailure): Problem[] {
  if (failure.found) return [...failure.found];
  if (failure.kind !== 'rejected') {
    const own = failure.messages.map(({ code }) => code);
    return [
      problem(`amazon-${failure.kind}`, {
        operation: failure.operation,
        codes: own,
        ...optional('requestId', failure.requestId),
      }),
    ];
  }
  return failure.messages.map((message) =>
    amazonProblem(message, { requestId: failure.requestId }),
  );
}

function amazonProblem(
  said: { readonly code: string; readonly message: string; readonly details?: string | undefined },
  known: { readonly subject?: string | undefined; readonly requestId?: string | undefined },
): Problem {
  const { code, message, details } = said;
  return problem(
    'amazon-refused',
    {
      amazonCode: code,
      amazonMessage: message,
      ...optional('amazonDetails', details),
      ...optional('subject', known.subject),
      ...optional('requestId', known.requestId),
    },
    ...(known.subject === undefined ? [] : [`lines.${known.subject}`]),
  );
}
