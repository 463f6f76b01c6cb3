import type { PackRequest } from '#lib/cartonization';

import type { BinPackingCase } from './martello-pisinger-vigo.ts';

/** A packing task of equal boxes, as every peer understands it. */
export type Load = {
  readonly name: string;
  readonly box: Sides & { readonly maxWeight: number };
  readonly goods: readonly (Sides & { readonly weight: number; readonly quantity: number })[];
  readonly mayTurn: boolean;
  /** What a unit has to rest on; the peers know nothing of it and let units float. */
  readonly support: number;
};

type Sides = { readonly length: number; readonly width: number; readonly height: number };

export function unitsOf({ goods }: Load): number {
  return goods.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function loadOfCase({ name, side, items }: BinPackingCase): Load {
  return {
    name,
    box: { length: side, width: side, height: side, maxWeight: 1_000_000 },
    goods: items.map(([length, width, height]) => {
      return { length, width, height, weight: 1, quantity: 1 };
    }),
    mayTurn: false,
    support: 0,
  };
}

/** Whole numbers throughout: a load's units are the engine's. */
export function requestOf({ box, goods, mayTurn, support }: Load): PackRequest {
  return {
    objective: 'boxes',
    support,
    tariff: { handlingPerBox: 0, freightPerPound: 0, dimensionalDivisor: 1 },
    cartons: [{ name: 'box', ...box, tareWeight: 0, cost: 1 }],
    goods: goods.map((each, index) => {
      return { sku: `G${index}`, ...each, orientation: mayTurn ? 'any' : 'fixed' };
    }),
  };
}

/** A unit where a peer has put it. */
export type Placed = {
  readonly goods: number;
  readonly at: readonly [number, number, number];
  readonly sides: readonly [number, number, number];
};

/** How many boxes a peer really needs, or what is wrong with its answer. */
export function judge(load: Load, boxes: readonly (readonly Placed[])[]): number | string {
  const counts = load.goods.map(() => 0);
  const room = [load.box.length, load.box.width, load.box.height];
  for (const placed of boxes) {
    let weight = 0;
    for (const [index, unit] of placed.entries()) {
      counts[unit.goods] = (counts[unit.goods] ?? 0) + 1;
      weight += load.goods[unit.goods]?.weight ?? 0;
      if (unit.at.some((at, axis) => at < 0 || at + (unit.sides[axis] ?? 0) > (room[axis] ?? 0))) {
        return 'sticks out';
      }
      if (placed.slice(index + 1).some((other) => overlaps(unit, other))) return 'overlaps';
    }
    if (weight > load.box.maxWeight) return 'too heavy';
  }
  const isComplete = load.goods.every(({ quantity }, index) => counts[index] === quantity);
  return isComplete ? boxes.length : 'loses goods';
}

function overlaps(one: Placed, other: Placed): boolean {
  return one.at.every((at, axis) => {
    const otherAt = other.at[axis] ?? 0;
    return at < otherAt + (other.sides[axis] ?? 0) && otherAt < at + (one.sides[axis] ?? 0);
  });
}
