import { intAt } from './cells.ts';
import type { Model } from './model.ts';

/** Beyond this many steps of the grid a table costs more than it brings. */
const LONGEST_TABLE = 40_000;

/**
 * For each axis, how much of a gap can be filled with sides of the goods laid end to end: a gap of
 * which nothing can be used is better left beside a large block than beside a small one.
 */
export type Reach = {
  readonly along: (gap: number) => number;
  readonly across: (gap: number) => number;
  readonly up: (gap: number) => number;
};

export function reachOf({ kinds, bins }: Model): Reach {
  const turns = kinds.flatMap((kind) => kind.turns);
  const table = (sides: readonly number[], longest: number) =>
    reachTable(new Set(sides), Math.max(longest, 0));
  return {
    along: table(
      turns.map(({ l }) => l),
      Math.max(...bins.map(({ length }) => length)),
    ),
    across: table(
      turns.map(({ w }) => w),
      Math.max(...bins.map(({ width }) => width)),
    ),
    up: table(
      turns.map(({ h }) => h),
      Math.max(...bins.map(({ height }) => height)),
    ),
  };
}

function reachTable(sides: ReadonlySet<number>, longest: number): (gap: number) => number {
  const least = Math.min(...sides);
  if (longest > LONGEST_TABLE) return (gap) => (gap < least ? 0 : gap);
  const reached = new Int32Array(longest + 1);
  for (let gap = 1; gap <= longest; gap++) {
    let most = intAt(reached, gap - 1);
    for (const side of sides) {
      // The remainder is exact only if it is itself reached.
      const rest = gap - side;
      if (rest >= 0 && reached[rest] === rest && side + rest > most) most = side + rest;
    }
    reached[gap] = most;
  }
  return (gap) => intAt(reached, gap);
}
