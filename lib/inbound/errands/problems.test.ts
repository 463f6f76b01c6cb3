import { expect, test } from 'vitest';
import { problem } from '#lib/kernel';
import { notAsAsked } from './move.ts';
import { failureProblems } from './problems.ts';

test('what is wrong with an answer of Amazon’s is told with its facts and its place', () => {
  const found = problem('boxes-lost', { expected: 5, found: 3 }, 'boxes');
  const answer = notAsAsked('listInboundPlanBoxes', found);
  expect(answer.ok ? [] : failureProblems(answer.failure)).toEqual([found]);
});

test('a refusal is told once for each reason, in Amazon’s words and with the request', () => {
  const failure = {
    kind: 'rejected',
    operation: 'inbound.createInboundPlan',
    requestId: 'req-1',
    messages: [
      { code: 'BadRequest', message: 'Prep is required.', details: 'SKU A' },
      { code: 'BadRequest', message: 'Label is required.' },
    ],
    uncertain: false,
  } as const;
  expect(failureProblems(failure).map(({ facts }) => facts)).toEqual([
    {
      amazonCode: 'BadRequest',
      amazonMessage: 'Prep is required.',
      amazonDetails: 'SKU A',
      requestId: 'req-1',
    },
    { amazonCode: 'BadRequest', amazonMessage: 'Label is required.', requestId: 'req-1' },
  ]);
});
