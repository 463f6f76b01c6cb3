import type { Carton, Goods, Orientation, PackRequest, Sides, Tariff } from './types.ts';

/** One way to put a unit down: its extent along the box's length, width and height. */
export type Turn = { readonly l: number; readonly w: number; readonly h: number };

/** What is placed as one piece: a unit, or a closed case. Lengths are in the model's grid. */
export type Kind = {
  readonly index: number;
  readonly goods: Goods;
  readonly pieces: number;
  readonly unitsPerPiece: number;
  readonly turns: readonly Turn[];
  readonly weight: number;
  readonly volume: number;
  /** How much of a box a piece uses up, in volume or weight, whichever is scarcer here. */
  readonly bulk: number;
  readonly carries: 'anything' | 'fragile' | 'nothing';
};

/** A box of the library, in the model's grid. */
export type Bin = {
  readonly index: number;
  readonly carton: Carton;
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly volume: number;
  readonly capacity: number;
};

/** The goods of one group and the boxes they may go into. */
export type Model = {
  readonly kinds: readonly Kind[];
  readonly bins: readonly Bin[];
  /** Grid lengths times this are the request's lengths. */
  readonly grid: number;
  readonly support: number;
  readonly tariff: Tariff;
  /** Whether some kind may not carry everything. */
  readonly isDelicate: boolean;
};

/** Kernel measures count hundred-thousandths. */
const TICKS = 100_000;
export const USUAL_SUPPORT = 0.7;

export function billedCost(carton: Carton, grossWeight: number, tariff: Tariff): number {
  const sides = (carton.length / TICKS) * (carton.width / TICKS) * (carton.height / TICKS);
  const billed = Math.max(grossWeight / TICKS, sides / tariff.dimensionalDivisor);
  return carton.cost + tariff.handlingPerBox + tariff.freightPerPound * billed;
}

/** Every distinct way the orientation allows. */
export function turnsOf(sides: Sides, orientation: Orientation = 'any'): readonly Turn[] {
  const { length: a, width: b, height: c } = sides;
  if (orientation === 'fixed') return [{ l: a, w: b, h: c }];
  const lowest = Math.min(a, b, c);
  const turns: Turn[] = [];
  for (const [l, w, h] of [
    [a, b, c],
    [b, a, c],
    [a, c, b],
    [c, a, b],
    [b, c, a],
    [c, b, a],
  ] as const) {
    if (orientation === 'upright' && h !== c) continue;
    if (orientation === 'flat' && h !== lowest) continue;
    if (turns.some((turn) => turn.l === l && turn.w === w && turn.h === h)) continue;
    turns.push({ l, w, h });
  }
  return turns;
}

export function fits({ l, w, h }: Turn, bin: Sides): boolean {
  return l <= bin.length && w <= bin.width && h <= bin.height;
}

/** The group's goods that some box can hold, on the coarsest grid that keeps all lengths exact. */
export function modelOf(goods: readonly Goods[], request: PackRequest): Model {
  const { cartons, tariff, support = USUAL_SUPPORT } = request;
  const pieces = goods.map((each) => ({ each, piece: each.casePack ?? each }));
  let grid = 0;
  for (const { length, width, height } of [...cartons, ...pieces.map(({ piece }) => piece)]) {
    grid = commonDivisor(commonDivisor(grid, length), commonDivisor(width, height));
  }
  const bins = cartons.map((carton, index): Bin => {
    const [length, width, height] = [carton.length, carton.width, carton.height].map(
      (side) => side / grid,
    ) as [number, number, number];
    const capacity = carton.maxWeight - carton.tareWeight;
    return { index, carton, length, width, height, volume: length * width * height, capacity };
  });
  const kinds = pieces.map(({ each, piece }, index): Kind => {
    const [length, width, height] = [piece.length, piece.width, piece.height].map(
      (side) => side / grid,
    ) as [number, number, number];
    const turns = turnsOf({ length, width, height }, each.orientation).filter((turn) =>
      bins.some((bin) => bin.capacity >= piece.weight && fits(turn, bin)),
    );
    const unitsPerPiece = each.casePack?.quantity ?? 1;
    return {
      index,
      goods: each,
      pieces: Math.floor(each.quantity / unitsPerPiece),
      unitsPerPiece,
      turns,
      weight: piece.weight,
      volume: length * width * height,
      bulk: 0,
      carries:
        each.isStackable === false ? 'nothing' : each.isFragile === true ? 'fragile' : 'anything',
    };
  });
  return {
    kinds: withBulk(kinds, bins),
    bins,
    grid,
    support,
    tariff,
    isDelicate: kinds.some(({ carries }) => carries !== 'anything'),
  };
}

/** Where weight decides how many boxes there are, a heavy piece is a bulky one. */
function withBulk(kinds: readonly Kind[], bins: readonly Bin[]): readonly Kind[] {
  const room = Math.max(...bins.map(({ volume }) => volume));
  const strength = Math.max(...bins.map(({ capacity }) => capacity), 1);
  const loads = kinds.map(({ pieces, volume, weight }) => ({
    volume: (pieces * volume) / room,
    weight: (pieces * weight) / strength,
  }));
  const byVolume = loads.reduce((sum, load) => sum + load.volume, 0);
  const byWeight = loads.reduce((sum, load) => sum + load.weight, 0);
  // Volume is harder to use up than weight: of boxes packed well about a tenth stays empty.
  const share = byVolume * 1.1 >= byWeight ? 1 : 0.35;
  return kinds.map((kind) => ({
    ...kind,
    bulk: (share * kind.volume) / room + ((1 - share) * kind.weight) / strength,
  }));
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
