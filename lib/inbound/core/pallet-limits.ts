import {
  type Length,
  lengthOf,
  type LengthUnit,
  marketplaceById,
  type Weight,
  weightOf,
} from '#lib/kernel';

/** What a pallet for a marketplace may be, the wood included. */
export type PalletLimits = {
  readonly unit: LengthUnit;
  /** long side and short side of the deck, in `unit` */
  readonly deck: readonly [number, number];
  readonly maxHeight: Length;
  readonly maxWeight: Weight;
  /** of the empty pallet */
  readonly woodHeight: Length;
  readonly woodWeight: Weight;
};

// R118: pallets of the United States and its neighbours, help of LTL deliveries (2026-11-23).
const NORTH_AMERICA: PalletLimits = {
  unit: 'IN',
  deck: [48, 40],
  maxHeight: lengthOf(72, 'IN'),
  maxWeight: weightOf(1_500, 'LB'),
  woodHeight: lengthOf(6, 'IN'),
  woodWeight: weightOf(45, 'LB'),
};
const BRITAIN: PalletLimits = {
  unit: 'CM',
  deck: [120, 100],
  maxHeight: lengthOf(180, 'CM'),
  maxWeight: weightOf(1_000, 'KG'),
  woodHeight: lengthOf(15, 'CM'),
  woodWeight: weightOf(25, 'KG'),
};
const EUROPE: PalletLimits = { ...BRITAIN, deck: [120, 80], maxWeight: weightOf(500, 'KG') };
const AUSTRALIA: PalletLimits = {
  ...BRITAIN,
  deck: [116.5, 116.5],
  maxWeight: weightOf(680.4, 'KG'),
};

const BY_COUNTRY: Readonly<Record<string, PalletLimits>> = { GB: BRITAIN, AU: AUSTRALIA };

export function palletLimits(marketplaceId: string): PalletLimits {
  const marketplace = marketplaceById(marketplaceId);
  const own = BY_COUNTRY[marketplace?.country ?? ''];
  return own ?? (marketplace?.region === 'NA' ? NORTH_AMERICA : EUROPE);
}
