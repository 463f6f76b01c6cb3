import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aBox,
  aDraft,
  aLine,
  anEmptyPlan,
  aPackedPlan,
  aPlacedPlan,
  aShippedPlan,
  NOW,
} from '../testing/plans.ts';
import { changesBetween } from './changes.ts';

describe('what the history keeps of a change', () => {
  it('is nothing between equal plans, whatever the order of their properties', () => {
    const plans = fc.constantFrom(
      anEmptyPlan(),
      aDraft(),
      aPackedPlan(),
      aPlacedPlan(),
      aShippedPlan(),
    );
    fc.assert(
      fc.property(plans, fc.boolean(), (plan, turned) => {
        const twin = turned ? backwards(plan) : structuredClone(plan);
        expect(twin).toEqual(plan);
        expect(changesBetween(plan, twin)).toEqual({ before: {}, after: {} });
      }),
    );
  });

  it('is the value before and after', () => {
    expect(changesBetween(aDraft({ name: 'A' }), aDraft({ name: 'B' }))).toEqual({
      before: { name: 'A' },
      after: { name: 'B' },
    });
    expect(changesBetween(aDraft(), { ...aDraft(), cancelledAt: NOW })).toEqual({
      before: { cancelledAt: undefined },
      after: { cancelledAt: NOW },
    });
  });

  it('is one line of a thousand where one was edited', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => aLine({ sku: `S${index}` }));
    const edited = lines.map((line) => (line.sku === 'S7' ? { ...line, quantity: 3 } : line));
    expect(changesBetween(aDraft({ lines }), aDraft({ lines: edited }))).toEqual({
      before: { lines: [lines[7]] },
      after: { lines: [edited[7]] },
    });
  });

  it('is a second box just like the first, and its going', () => {
    const [one, two] = [aPackedPlan(), aPackedPlan({ boxes: [aBox(), aBox()] })];
    expect(changesBetween(one, two)).toEqual({ before: { boxes: [] }, after: { boxes: [aBox()] } });
    expect(changesBetween(two, one)).toEqual({ before: { boxes: [aBox()] }, after: { boxes: [] } });
  });
});

function backwards<Value>(value: Value): Value {
  const turn = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turn);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .toReversed()
        .map(([key, inner]) => [key, turn(inner)]),
    );
  };
  return turn(value) as Value;
}
