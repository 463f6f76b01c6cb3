import { problem } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLine, anEmptyPlan, aPlacedPlan, aPlanWithGroups, NOW } from '../testing/plans.ts';
import {
  MOST_CULPRITS,
  mostTries,
  searchState,
  type SearchState,
  standingSearch,
  tellsOf,
} from './culprit-search.ts';
import type { CulpritSearch, SearchTry } from './inbound-plan.ts';

type Amazon = (shown: readonly string[]) => Omit<SearchTry, 'size'>;

function search(skus: readonly string[], amazon: Amazon): SearchState & { tries: SearchTry[] } {
  const tries: SearchTry[] = [];
  for (;;) {
    const state = searchState({ skus, tries });
    if (!state.next) return { ...state, tries };
    if (state.next.length === 0) throw new Error('nothing is shown to Amazon');
    tries.push({ size: state.next.length, ...amazon(state.next) });
    if (tries.length > 5_000) throw new Error('the search does not end');
  }
}

const stumblingOver =
  (culprits: readonly string[]): Amazon =>
  (shown) => ({ outcome: shown.some((sku) => culprits.includes(sku)) ? 'stumbled' : 'passed' });

const names = (count: number) => Array.from({ length: count }, (_, at) => `SKU-${at + 1}`);

const hidden = fc
  .integer({ min: 2, max: 400 })
  .chain((count) =>
    fc.tuple(
      fc.constant(names(count)),
      fc.subarray(names(count), { minLength: 1, maxLength: Math.min(count, 12) }),
    ),
  );

describe('the search for the SKU that Amazon stumbles over', () => {
  it('finds exactly the culprits of any plan, within the tries it announced', () => {
    fc.assert(
      fc.property(hidden, ([skus, culprits]) => {
        const end = search(skus, stumblingOver(culprits));
        expect(culprits).toEqual(expect.arrayContaining([...end.culprits]));
        const announced = mostTries(skus.length, end.culprits.length);
        expect(end.tries.length).toBeLessThanOrEqual(announced);
        if (end.verdict === 'found') expect([...end.culprits].sort()).toEqual(culprits.toSorted());
        else if (end.verdict === 'too-many') expect(end.culprits).toHaveLength(MOST_CULPRITS);
        else
          expect([end.verdict, end.culprits.length >= Math.min(3, skus.length)]).toEqual([
            'nothing-passes',
            true,
          ]);
      }),
      { numRuns: 120 },
    );
  });

  it('never takes more tries than it says are left', () => {
    fc.assert(
      fc.property(hidden, ([skus, [culprit = '']]) => {
        const { tries } = search(skus, stumblingOver([culprit]));
        tries.forEach((_, at) => {
          const { triesLeft } = searchState({ skus, tries: tries.slice(0, at) });
          expect(tries.length - at).toBeLessThanOrEqual(triesLeft);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('names nobody for one bad moment of Amazon', () => {
    fc.assert(
      fc.property(hidden, fc.nat(40), ([skus, culprits], moment) => {
        let call = 0;
        const honest = stumblingOver(culprits.slice(0, 2));
        const end = search(skus, (shown) => {
          call += 1;
          return call === moment + 1 ? { outcome: 'stumbled' } : honest(shown);
        });
        const innocent = end.culprits.filter((sku) => !culprits.slice(0, 2).includes(sku));
        expect(innocent).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('takes the word of Amazon where it names a SKU on the smaller plan', () => {
    const end = search(names(16), (shown) =>
      shown.includes('SKU-3')
        ? shown.length <= 8
          ? { outcome: 'named', named: ['SKU-3'] }
          : { outcome: 'stumbled' }
        : { outcome: 'passed' },
    );
    expect(end).toMatchObject({ culprits: ['SKU-3'], verdict: 'found' });
    expect(end.tries).toHaveLength(2);
  });

  it('gives up on an Amazon that stumbles over everything', () => {
    const end = search(names(1_000), () => ({ outcome: 'stumbled' }));
    expect(end.verdict).toBe('nothing-passes');
    expect(end.tries.length).toBeLessThanOrEqual(mostTries(1_000, 3));
  });

  it('says so when all pass alone and the whole does not', () => {
    const end = search(names(8), (shown) => ({
      outcome: shown.length > 4 ? 'stumbled' : 'passed',
    }));
    expect(end).toMatchObject({ culprits: [], verdict: 'unclear' });
  });

  it('finds nobody when Amazon takes the whole by now', () => {
    const end = search(names(8), () => ({ outcome: 'passed' }));
    expect(end).toMatchObject({ culprits: [], verdict: 'found' });
  });
});

describe('a refusal', () => {
  const refused = (amazonCode: string, subject?: string) =>
    problem('amazon-refused', {
      amazonCode,
      amazonMessage: 'Something went wrong.',
      ...(subject === undefined ? {} : { subject }),
    });

  it('that names no SKU and gives no reason is opaque', () => {
    for (const found of [
      refused('InternalServerError'),
      refused('FBA_INB_0115'),
      problem('amazon-unavailable', {
        operation: 'inbound.createInboundPlan',
        codes: ['InternalFailure'],
      }),
      problem('plan-voided-by-amazon'),
    ])
      expect(tellsOf([found], ['A', 'B'])).toBe('opaque');
  });

  it('that names a SKU tells it', () => {
    const found = [refused('FBA_INB_0049', 'B'), refused('InternalServerError')];
    expect(tellsOf(found, ['A', 'B'])).toEqual({ named: ['B'] });
  });

  it('that says something else is no reason to search', () => {
    for (const found of [
      [],
      [refused('FBA_INB_0182', 'C')],
      [refused('FBA_INB_0078')],
      [problem('amazon-unavailable', { operation: 'x', codes: ['timeout'] })],
      [problem('amazon-unavailable', { operation: 'x' })],
      [problem('amazon-throttled', { operation: 'x', codes: ['QuotaExceeded'] })],
    ])
      expect(tellsOf(found, ['A', 'B'])).toBeUndefined();
  });
});

describe('what a search found', () => {
  const lines = [aLine({ sku: 'A' }), aLine({ sku: 'B' })];
  const found: CulpritSearch = {
    tag: '0a1b2c3d',
    stage: 'create',
    startedAt: NOW,
    skus: ['A', 'B'],
    tries: [],
    open: [],
  };

  it('holds as long as the plan has the same SKUs and has come no further', () => {
    expect(standingSearch(anEmptyPlan({ lines, search: found }))).toEqual(found);
    expect(standingSearch(anEmptyPlan({ lines }))).toBeUndefined();
    const less = anEmptyPlan({ lines: lines.slice(1), search: found });
    expect(standingSearch(less)).toBeUndefined();
    const others = [aLine({ sku: 'A' }), aLine({ sku: 'C' })];
    expect(standingSearch(anEmptyPlan({ lines: others, search: found }))).toBeUndefined();
  });

  it('is past once Amazon has made the plan, confirmed the placement or the plan is cancelled', () => {
    expect(standingSearch(aPlanWithGroups({ lines, search: found }))).toBeUndefined();
    const packing = { ...found, stage: 'packing' } as const;
    expect(standingSearch(aPlanWithGroups({ lines, search: packing }))).toEqual(packing);
    expect(standingSearch(aPlacedPlan({ lines, search: packing }))).toBeUndefined();
    const cancelled = anEmptyPlan({ lines, search: found, cancelledAt: NOW });
    expect(standingSearch(cancelled)).toBeUndefined();
  });
});
