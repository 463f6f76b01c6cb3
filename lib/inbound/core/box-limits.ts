import { type Dimensions, dimensionsOf, marketplaceById, type Weight, weightOf } from '#lib/kernel';

/**
 * What a marketplace allows a carton to be; a carton with exactly one oversize unit is exempt from
 * weight and size. `markAbove` is the weight from which a carton carries a warning sheet.
 */
export type BoxLimits = {
  readonly maxWeight: Weight;
  /** where jewelry or watches are in the box */
  readonly maxWeightOfJewelry?: Weight;
  readonly maxSides?: Dimensions;
  readonly marks: readonly { readonly above: Weight; readonly mark: BoxMark }[];
};
export type BoxMark = 'team-lift' | 'mech-lift' | 'heavy-package' | 'overweight';

// US: 50 lb and 36 x 25 x 25 in since 2025-06-20, Team Lift above 50 lb, Mech Lift above 100 lb.
const NORTH_AMERICA: BoxLimits = {
  maxWeight: weightOf(50, 'LB'),
  // Shipping and routing requirements, boxes of jewelry and watches (checked 2026-11-23).
  maxWeightOfJewelry: weightOf(40, 'LB'),
  maxSides: dimensionsOf([36, 25, 25], 'IN'),
  marks: [
    { above: weightOf(100, 'LB'), mark: 'mech-lift' },
    { above: weightOf(50, 'LB'), mark: 'team-lift' },
  ],
};

// UK and EU help 200141510 (checked 2026-11-23): 23 kg, 63.5 cm on any side, marked above 15 kg.
const EUROPE: BoxLimits = {
  maxWeight: weightOf(23, 'KG'),
  maxWeightOfJewelry: weightOf(15, 'KG'),
  maxSides: dimensionsOf([63.5, 63.5, 63.5], 'CM'),
  marks: [{ above: weightOf(15, 'KG'), mark: 'heavy-package' }],
};

// JP help 200280260 (checked 2026-11-23): 40 kg, overweight mark above 15 kg; no firm side limit.
const FAR_EAST: BoxLimits = {
  maxWeight: weightOf(40, 'KG'),
  marks: [{ above: weightOf(15, 'KG'), mark: 'overweight' }],
};

const LIMITS = { NA: NORTH_AMERICA, EU: EUROPE, FE: FAR_EAST } as const;

export function boxLimits(marketplaceId: string): BoxLimits {
  return LIMITS[marketplaceById(marketplaceId)?.region ?? 'NA'];
}
