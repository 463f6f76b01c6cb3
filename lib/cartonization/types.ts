/**
 * Lengths and weights are whole numbers of the kernel's hundred-thousandths, all in one unit of
 * length and one of weight; money is a plain number of the currency's main unit.
 */
export type Sides = { readonly length: number; readonly width: number; readonly height: number };

/**
 * `any` may lie on every face, `upright` keeps its height vertical, `flat` lies on its largest
 * face, `fixed` is not turned at all.
 */
export type Orientation = 'any' | 'upright' | 'flat' | 'fixed';

export type Goods = Sides & {
  readonly sku: string;
  readonly quantity: number;
  readonly weight: number;
  readonly orientation?: Orientation;
  /** False: nothing may rest on a unit. */
  readonly isStackable?: boolean;
  /** Carries only fragile units that weigh no more than itself. */
  readonly isFragile?: boolean;
  /** Units of different groups never share a box. */
  readonly group?: string;
  /** Fills boxes of its own as long as they get full; only the rest is mixed. */
  readonly prefersOwnBoxes?: boolean;
  /** The units come in closed cases of this size, and nothing but whole cases is packed. */
  readonly casePack?: Sides & { readonly quantity: number; readonly weight: number };
};

export type Carton = Sides & {
  readonly name: string;
  /** Weight of the empty box. */
  readonly tareWeight: number;
  /** The box and what is in it may weigh this much together. */
  readonly maxWeight: number;
  readonly cost: number;
  /** How many there are; any number when it is not said. */
  readonly stock?: number;
};

/** Freight is paid for the larger of gross weight and volume / divisor, in the request's units. */
export type Tariff = {
  readonly handlingPerBox: number;
  readonly freightPerPound: number;
  readonly dimensionalDivisor: number;
};

export type Objective = 'boxes' | 'cost';

export type PackRequest = {
  readonly goods: readonly Goods[];
  readonly cartons: readonly Carton[];
  readonly tariff: Tariff;
  readonly objective: Objective;
  /** The part of its base on which a unit has to rest, 0 to 1; 0.7 when it is not said. */
  readonly support?: number;
};

/** A unit, or a closed case of `units`; (x, y, z) is the corner nearest to the box's origin. */
export type Placement = Sides & {
  readonly sku: string;
  readonly units: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
};

/** Why nothing more went into a box: none was left that may, its weight, its volume, its shape. */
export type BoxLimit = 'goods' | 'weight' | 'volume' | 'shape';

/** `quantity` boxes packed alike; placements stand in the order of loading, bottom-up. */
export type PackedCarton = {
  readonly carton: Carton;
  readonly quantity: number;
  readonly weight: number;
  readonly cost: number;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly placements: readonly Placement[];
  readonly limit: BoxLimit;
};

export const UNPACKED_REASONS = [
  'larger-than-every-box',
  'heavier-than-every-box-allows',
  'no-full-case',
  'boxes-out-of-stock',
] as const;
export type UnpackedReason = (typeof UNPACKED_REASONS)[number];

export type Unpacked = {
  readonly sku: string;
  readonly quantity: number;
  readonly reason: UnpackedReason;
};

export type Packing = {
  readonly boxes: readonly PackedCarton[];
  readonly unpacked: readonly Unpacked[];
  readonly summary: {
    readonly boxes: number;
    readonly cost: number;
    /** Volume of the goods over volume of the boxes. */
    readonly fill: number;
    /** No packing of these goods into these boxes has fewer boxes. */
    readonly lowerBound: number;
  };
};

/**
 * With `iterations` alone the same request and seed give the same packing everywhere. With a clock
 * the search ends when the time is used up, and a faster machine may find a better packing.
 */
export type PackBudget = {
  readonly seed: number;
  readonly iterations?: number;
  readonly clock?: { readonly now: () => number; readonly milliseconds: number };
};

export type PackProgress = {
  readonly boxes: number;
  readonly cost: number;
  readonly lowerBound: number;
  /** 0 to 1: how much of the budget is used. */
  readonly share: number;
};
