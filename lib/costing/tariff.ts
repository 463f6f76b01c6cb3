import {
  type Money,
  money,
  ok,
  problem,
  refuse,
  type Result,
  type Weight,
  tenthsOfNanogram,
} from '#lib/kernel';
import { divideHalfUp } from './first-leg.ts';
import { chargeableWeight, type ShippedBox } from './shipped.ts';

/** What a forwarder charges by weight. */
export type Tariff = {
  readonly currency: string;
  /** cubic centimetres that are billed as a kilogram: 5000 and 6000 by air, more by sea */
  readonly cm3PerKg: number;
  /** a box is billed at least as this heavy */
  readonly leastPerBox?: Weight;
  /** the weight of each box is rounded up to a multiple of this */
  readonly roundUpTo?: Weight;
  /** the price of a kilogram from a weight of the whole shipment on, lightest first */
  readonly steps: readonly { readonly from: Weight; readonly perKg: Money }[];
  readonly leastCharge?: Money;
  /** papers, customs, pick-up: once per shipment */
  readonly fixed?: Money;
};

export type TariffQuote = {
  /** in tenths of a nanogram */
  readonly billed: bigint;
  readonly perKg: Money;
  readonly freight: Money;
  /** the weight alone would have been cheaper than the least charge */
  readonly isLeastCharge: boolean;
  readonly total: Money;
};

const TENTHS_PER_KG = 10_000_000_000_000n;

/** What a forwarder asks for these boxes. */
export function quoteTariff(tariff: Tariff, boxes: readonly ShippedBox[]): Result<TariffQuote> {
  const billed = boxes.reduce(
    (sum, box) => sum + billedWeight(tariff, box) * BigInt(box.copies),
    0n,
  );
  const step = tariff.steps.findLast(({ from }) => tenthsOfNanogram(from) <= billed);
  if (!step) return refuse(problem('tariff-from-heavier', { boxes: boxes.length }));
  const { currency, leastCharge, fixed } = tariff;
  const byWeight = divideHalfUp(billed * BigInt(step.perKg.minor), TENTHS_PER_KG);
  const freight = Math.max(byWeight, leastCharge?.minor ?? 0);
  return ok({
    billed,
    perKg: step.perKg,
    freight: money(freight, currency),
    isLeastCharge: freight > byWeight,
    total: money(freight + (fixed?.minor ?? 0), currency),
  });
}

function billedWeight({ cm3PerKg, leastPerBox, roundUpTo }: Tariff, box: ShippedBox): bigint {
  const least = leastPerBox ? tenthsOfNanogram(leastPerBox) : 0n;
  const weight = chargeableWeight(box, cm3PerKg);
  const atLeast = weight > least ? weight : least;
  if (!roundUpTo) return atLeast;
  const step = tenthsOfNanogram(roundUpTo);
  return ((atLeast + step - 1n) / step) * step;
}
