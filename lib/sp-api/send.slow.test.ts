import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { amazonError, fakeAmazon, json } from './testing/fake-amazon.ts';
import {
  BODY,
  type Fault,
  FAULTS,
  hostile,
  NOT_CARRIED_OUT,
  once,
  read,
  repeatable,
} from './testing/hostile-day.ts';

describe('on a hostile day', () => {
  const anyFault = fc.constantFrom(...(Object.keys(FAULTS) as Fault[]));
  const fewFaults = fc.array(anyFault, { maxLength: 4 });

  test.each([
    ['a reading', read],
    ['a write that replaces', repeatable],
  ])('%s ends as on a quiet day', async (_, ask) => {
    await fc.assert(
      fc.asyncProperty(fewFaults, async (faults) => {
        const { gateway, heard } = hostile(faults);
        expect(await ask(gateway)).toMatchObject({ ok: true, value: BODY });
        expect(heard).toHaveLength(faults.length + 1);
      }),
      { numRuns: 40 },
    );
  });

  test('what must happen once is never sent again after Amazon may have heard it', async () => {
    await fc.assert(
      fc.asyncProperty(fewFaults, async (faults) => {
        const { gateway, heard } = hostile(faults);
        const answer = await once(gateway);
        const doubtful = faults.findIndex((fault) => !NOT_CARRIED_OUT.has(fault));
        if (doubtful < 0) {
          expect(answer).toMatchObject({ ok: true });
          expect(heard).toHaveLength(faults.length + 1);
        } else {
          expect(answer).toMatchObject({
            ok: false,
            failure: { kind: 'unavailable', uncertain: true },
          });
          expect(heard).toHaveLength(doubtful + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('whatever happens, no token and no secret is in an answer or in the transcript', async () => {
    const leaky = fc.constantFrom<Fault | 'echo'>(...(Object.keys(FAULTS) as Fault[]), 'echo');
    const asks = fc.constantFrom(read, repeatable, once);
    await fc.assert(
      fc.asyncProperty(
        fc.array(leaky, { minLength: 1, maxLength: 9 }),
        asks,
        async (faults, ask) => {
          const { gateway, records } = fakeAmazon(
            (heard, count) => {
              const fault = faults[count - 1];
              if (fault === undefined) return json(200, BODY);
              if (fault !== 'echo') return FAULTS[fault]();
              const words = JSON.stringify(heard.headers);
              return amazonError(400, `Bad ${heard.headers['x-amz-access-token']}`, words, words);
            },
            { attemptTimeoutMs: 5 },
          );
          const told = JSON.stringify([await ask(gateway), records]);
          expect(told).not.toMatch(/Atz|oa2-cs|s3cr3t|refresh-me|token-1|x-amz-access-token":"A/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
