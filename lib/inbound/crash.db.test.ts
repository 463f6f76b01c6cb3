import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { OWN_CARRIER, PARTNERED } from './core/carrier.ts';
import { type Cell, killCells, lossesOf } from './testing/cells.ts';
import { Rehearsal, type Stage, type Take, type Trouble } from './testing/rehearsal.ts';
import { openStage } from './testing/stage.ts';
import { finishDetails, type SellersAct, type Solution, waySteps } from './testing/way.ts';
import type { WireCall } from './testing/wire.ts';

const database = testDatabase();

describe('while Amazon is still at work on what was asked, and nobody knows whether it heard', () => {
  let stage: Stage;
  beforeAll(async () => {
    const latency = { minMs: 2_500, maxMs: 9_000 };
    stage = await openStage(database, { time: 'waited', latency, compared: 'timeless' });
    await (await Rehearsal.of(stage, finishDetails)).play();
  });

  test.each(waySteps(OWN_CARRIER))(
    '$name: an answer lost, a worker killed, and nothing is done twice',
    { timeout: 300_000 },
    async ({ act }) => {
      const rehearsal = await Rehearsal.of(stage, act);
      const quiet = await rehearsal.play();
      const losses: string[] = [];
      for (const cell of [...lostAnswers(quiet.calls), ...killsAroundWrites(quiet.calls)])
        losses.push(...lossesOf(cell, await rehearsal.play(cell), quiet));
      expect(losses).toEqual([]);
      await rehearsal.play();
    },
  );
});

function lostAnswers(calls: readonly WireCall[]): Cell[] {
  const writes = new Set(calls.filter(({ isWrite }) => isWrite).map(({ name }) => name));
  return [...writes].map((operation) => ({
    name: `the answer lost of ${operation}`,
    troubles: [{ operation, kind: 'reset', after: true, nth: 1 }],
    acts: 1,
  }));
}

/** At each write and at the first look after it. */
function killsAroundWrites(calls: readonly WireCall[]): Cell[] {
  return killCells(calls).filter(({ cut }) => {
    const near = cut ? [calls[cut.at], calls[cut.at - 1]] : [];
    return near.some((call) => call?.isWrite);
  });
}

const SOLUTIONS: readonly Solution[] = [PARTNERED, OWN_CARRIER];

describe.each(SOLUTIONS)('a hostile day with %s', (solution) => {
  const acts = [
    finishDetails,
    ...waySteps(solution)
      .filter(({ name }) => name !== 'tracked' || solution === OWN_CARRIER)
      .map(({ act }) => act),
  ];

  test('ends where the quiet day ends', { timeout: 300_000 }, async () => {
    const stage = await openStage(database, { time: 'still', throttle: true, compared: 'exact' });
    const morning = await Rehearsal.of(stage, acts[0] ?? finishDetails);
    const wholeDay = async (troubles: readonly Trouble[]): Promise<Take> => {
      let take = await morning.play({ troubles });
      for (const act of acts.slice(1)) take = await next(stage, act, troubles);
      return take;
    };
    const quiet = await wholeDay([]);
    await fc.assert(
      fc.asyncProperty(fc.array(TROUBLE, { minLength: 1, maxLength: 3 }), async (troubles) => {
        const { ending } = await wholeDay(troubles);
        expect(ending).toEqual(quiet.ending);
      }),
      { numRuns: 3, seed: 2026, endOnFailure: true },
    );
  });
});

async function next(stage: Stage, act: SellersAct, troubles: readonly Trouble[]): Promise<Take> {
  return (await Rehearsal.of(stage, act)).play({ troubles });
}

function trouble(
  kinds: readonly string[],
  max: number,
  after: fc.Arbitrary<boolean> = fc.constant(false),
) {
  return fc.record({
    operation: fc.constant('*'),
    kind: fc.constantFrom(...kinds),
    probability: fc.double({ min: max / 5, max, noNaN: true }),
    after,
  });
}

const TROUBLE = fc.oneof(
  trouble(['http429', 'http503', 'malformed', 'emptyList'], 0.25),
  trouble(['http500', 'reset', 'timeout'], 0.25, fc.boolean()),
  // A token that has just been given out is hardly ever called expired.
  trouble(['tokenExpired'], 0.05),
);
