import { dimensionsOf, weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBox } from '../testing/plans.ts';
import type { PlannedBox } from './inbound-plan.ts';
import { boxesUnlike, type FoundBox } from './read-back.ts';

/** What Amazon lists of boxes that it took as they are. */
const listed = (boxes: readonly PlannedBox[]): FoundBox[] =>
  boxes.flatMap(({ copies, groupId: _, ...box }) => Array.from({ length: copies }, () => box));
const said = (sent: readonly PlannedBox[], found: readonly FoundBox[]) =>
  boxesUnlike(sent, found).map(({ code, at }) => `${code} ${at}`);

const PENS = aBox({ copies: 3, items: [{ sku: 'PEN', quantity: 9 }] });

describe('boxes read back from Amazon', () => {
  it('are as they were sent, in whatever order and unit they come', () => {
    const sent = [aBox(), PENS];
    expect(boxesUnlike(sent, listed(sent).toReversed())).toEqual([]);
    const metric = { dimensions: dimensionsOf([30, 20, 10], 'CM'), weight: weightOf(5, 'KG') };
    const turned = { ...PENS, ...metric, copies: 1, dimensions: dimensionsOf([10, 30, 20], 'CM') };
    expect(boxesUnlike([{ ...PENS, ...metric, copies: 1 }], listed([turned]))).toEqual([]);
  });

  it('are told where one is missing, and how many', () => {
    const sent = [aBox(), PENS];
    expect(boxesUnlike(sent, listed([aBox(), { ...PENS, copies: 1 }]))).toEqual([
      { code: 'box-not-at-amazon', facts: { box: 2, count: 2 }, at: 'boxes.1' },
    ]);
    expect(said(sent, [])).toEqual(['box-not-at-amazon boxes.0', 'box-not-at-amazon boxes.1']);
  });

  it('are told at the figure that differs', () => {
    const heavier = { ...PENS, weight: weightOf(15, 'LB') };
    expect(said([PENS], listed([heavier]))).toEqual(['box-weight-unlike boxes.0.weight']);
    const larger = { ...PENS, dimensions: dimensionsOf([21, 16, 12], 'IN') };
    expect(said([PENS], listed([larger]))).toEqual(['box-size-unlike boxes.0.dimensions']);
    const { weight: _, dimensions: __, ...unmeasured } = PENS;
    expect(said([PENS], listed([unmeasured]))).toEqual([
      'box-size-unlike boxes.0.dimensions',
      'box-weight-unlike boxes.0.weight',
    ]);
  });

  it('are told with the SKU whose units differ', () => {
    const fewer = {
      ...PENS,
      items: [
        { sku: 'PEN', quantity: 8 },
        { sku: 'CAP', quantity: 1 },
      ],
    };
    expect(boxesUnlike([PENS], listed([fewer]))).toEqual([
      {
        code: 'box-content-unlike',
        facts: { box: 1, count: 3, sku: 'PEN', sent: 9, found: 8 },
        at: 'boxes.0',
      },
      {
        code: 'box-content-unlike',
        facts: { box: 1, count: 3, sku: 'CAP', sent: 0, found: 1 },
        at: 'boxes.0',
      },
    ]);
  });

  it('never go unnoticed when one of them changed', () => {
    const box = fc
      .record({ copies: fc.integer({ min: 1, max: 4 }), units: fc.integer({ min: 1, max: 3 }) })
      .map(({ copies, units }) => aBox({ copies, items: [{ sku: 'PEN', quantity: units }] }));
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 5 }), fc.nat(), (sent, pick) => {
        const found = listed(sent);
        expect(boxesUnlike(sent, found)).toEqual([]);
        const at = pick % found.length;
        expect(boxesUnlike(sent, found.toSpliced(at, 1))).not.toEqual([]);
        const changed = { items: [{ sku: 'PEN', quantity: 99 }] };
        expect(boxesUnlike(sent, found.with(at, { ...found[at], ...changed }))).not.toEqual([]);
      }),
    );
  });
});
