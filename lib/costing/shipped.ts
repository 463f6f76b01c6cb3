import {
  type Dimensions,
  type Money,
  sortedSides,
  tenthsOfNanogram,
  type Weight,
} from '#lib/kernel';

/** What one unit of a SKU is, as far as it is known. */
export type ShippedSku = {
  readonly sku: string;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  /** what one unit cost, in the currency of the sheet */
  readonly value?: Money;
};

/** `copies` identical boxes; quantities are per box. */
export type ShippedBox = {
  readonly copies: number;
  readonly dimensions: Dimensions;
  readonly weight: Weight;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
};

export type Shipped = {
  readonly skus: readonly ShippedSku[];
  readonly boxes: readonly ShippedBox[];
};

/** In cubic nanometres. */
export function volumeOf(dimensions: Dimensions): bigint {
  return sortedSides(dimensions).reduce((product, side) => product * BigInt(side), 1n);
}

// 1 cm³ is 10^21 nm³ and 1 kg is 10^13 tenths of a nanogram.
const NM3_PER_TENTH_AT_DIVISOR_1 = 100_000_000n;

/** The weight that a box of this size is billed at least, in tenths of a nanogram. */
export function volumetricWeight(dimensions: Dimensions, cm3PerKg: number): bigint {
  return volumeOf(dimensions) / (NM3_PER_TENTH_AT_DIVISOR_1 * BigInt(cm3PerKg));
}

/** The larger of what a box weighs and what its size is billed as, in tenths of a nanogram. */
export function chargeableWeight(box: ShippedBox, cm3PerKg: number): bigint {
  const actual = tenthsOfNanogram(box.weight);
  const volumetric = volumetricWeight(box.dimensions, cm3PerKg);
  return actual > volumetric ? actual : volumetric;
}
