import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pack } from './pack.ts';
import { layersOf, letterOf, pictureOf } from './picture.ts';
import type { Placement } from './types.ts';

const ROOM = { length: 40, width: 30, height: 20 };

function unit(sku: string, at: readonly number[], sides: readonly number[]): Placement {
  const [x = 0, y = 0, z = 0] = at;
  const [length = 0, width = 0, height = 0] = sides;
  return { sku, units: 1, x, y, z, length, width, height };
}

/** The place of each unit in the order of drawing. */
function drawn(placements: readonly Placement[], turn: number): readonly number[] {
  return [
    ...new Set(pictureOf(ROOM, placements, { turn, tilt: 30 }).faces.map(({ index }) => index)),
  ];
}

describe('the picture of a box', () => {
  it('draws what stands behind before what hides it, from wherever one looks', () => {
    const [near, far] = [unit('A', [0, 20, 0], [40, 10, 20]), unit('B', [0, 0, 0], [40, 20, 20])];
    expect(drawn([near, far], 0)).toEqual([1, 0]);
    expect(drawn([near, far], 180)).toEqual([0, 1]);
    const [low, high] = [unit('A', [0, 0, 10], [40, 30, 10]), unit('B', [0, 0, 0], [40, 30, 10])];
    for (const turn of [0, 90, 215]) expect(drawn([low, high], turn)).toEqual([1, 0]);
  });

  it('shows three sides of every unit and keeps them within the box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 5, max: 85 }),
        (turn, tilt) => {
          const placements = [
            unit('A', [0, 0, 0], [40, 15, 20]),
            unit('B', [0, 15, 0], [40, 15, 20]),
          ];
          const { faces, left, top, width, height } = pictureOf(ROOM, placements, { turn, tilt });
          expect(faces).toHaveLength(6);
          for (const [x, y] of faces.flatMap(({ points }) => points)) {
            expect(x).toBeGreaterThanOrEqual(left - 1e-6);
            expect(x).toBeLessThanOrEqual(left + width + 1e-6);
            expect(y).toBeGreaterThanOrEqual(top - 1e-6);
            expect(y).toBeLessThanOrEqual(top + height + 1e-6);
          }
        },
      ),
    );
  });

  it('has a left side left of the right side', () => {
    for (const turn of [20, 110, 200, 290]) {
      const { faces } = pictureOf(ROOM, [unit('A', [0, 0, 0], [40, 30, 20])], { turn, tilt: 30 });
      const middle = (side: string) => {
        const points = faces.find((face) => face.side === side)?.points ?? [];
        return points.reduce((sum, [x]) => sum + x, 0) / points.length;
      };
      expect(middle('left')).toBeLessThan(middle('right'));
    }
  });

  it('parts the edges of the box into three behind its goods and nine before', () => {
    for (const turn of [0, 45, 135, 300]) {
      const { back, front } = pictureOf(ROOM, [], { turn, tilt: 30 });
      expect([back.length, front.length]).toEqual([3, 9]);
    }
  });

  it('never draws a unit before one that it hides, in boxes that the engine packed', () => {
    const sides = fc.integer({ min: 3, max: 9 });
    const goods = fc.array(
      fc.record({
        length: sides,
        width: sides,
        height: sides,
        quantity: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(goods, fc.constantFrom(30, 120, 210, 300), (list, turn) => {
        const { boxes } = pack(
          {
            goods: list.map((each, at) => ({ sku: `G${at}`, weight: 1, ...each })),
            cartons: [{ name: 'box', ...ROOM, tareWeight: 0, maxWeight: 999, cost: 1 }],
            tariff: { handlingPerBox: 0, freightPerPound: 0, dimensionalDivisor: 1 },
            objective: 'boxes',
          },
          { seed: 1, iterations: 0 },
        );
        const [first] = boxes;
        const placements = first?.placements ?? [];
        const order = drawn(placements, turn);
        expect(order.toSorted((a, b) => a - b)).toEqual([...placements.keys()]);
        // Straight above one another is where a wrong order would show first.
        for (const [at, below] of order.entries()) {
          for (const above of order.slice(0, at)) {
            const [low, high] = [placements[below], placements[above]];
            if (!low || !high) continue;
            const isOver =
              high.z >= low.z + low.height &&
              high.x < low.x + low.length &&
              low.x < high.x + high.length &&
              high.y < low.y + low.width &&
              low.y < high.y + high.width;
            expect(isOver).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the letters of the goods', () => {
  it('go on after Z', () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});

describe('the layers of a box', () => {
  it('are what stands at the same height, from the floor up', () => {
    const placements = [
      unit('TOP', [0, 0, 10], [20, 15, 5]),
      unit('LEFT', [0, 0, 0], [20, 15, 10]),
      unit('RIGHT', [20, 0, 0], [20, 15, 10]),
    ];
    expect(layersOf(placements)).toEqual([
      { z: 0, indices: [1, 2] },
      { z: 10, indices: [0] },
    ]);
  });
});
