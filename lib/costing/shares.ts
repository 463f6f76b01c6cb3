import { ok, problem, refuse, type Result, tenthsOfNanogram } from '#lib/kernel';
import {
  chargeableWeight,
  type Shipped,
  type ShippedBox,
  type ShippedSku,
  volumeOf,
} from './shipped.ts';

/** By what a charge is split to the SKUs that a shipment carried. */
export const COST_BASES = [
  'units',
  'boxes',
  'actual-weight',
  'volume',
  'chargeable-weight',
  'amount',
] as const;
export type CostBasis = (typeof COST_BASES)[number];

/** Fine enough that a unit's part of a large box is not lost. */
const SCALE = 1_000_000_000n;

/** How much of a shipment each SKU is, in the order of `skus`. */
export function sharesOf(
  shipped: Shipped,
  basis: CostBasis,
  cm3PerKg: number,
): Result<readonly bigint[]> {
  const facts = new Map(shipped.skus.map((sku) => [sku.sku, sku]));
  if (basis === 'units') return ok(shipped.skus.map(({ sku }) => unitsOf(shipped, sku)));
  if (basis === 'amount') return sharesByAmount(shipped);
  const shares = new Map<string, bigint>();
  for (const box of shipped.boxes) {
    const whole = sizeOfBox(box, basis, cm3PerKg) * BigInt(box.copies) * SCALE;
    const parts = partsOf(box, basis, facts);
    const sum = parts.reduce((all, { part }) => all + part, 0n);
    if (sum === 0n) continue;
    for (const { sku, part } of parts) {
      shares.set(sku, (shares.get(sku) ?? 0n) + (whole * part) / sum);
    }
  }
  return ok(shipped.skus.map(({ sku }) => shares.get(sku) ?? 0n));
}

/** Units of a SKU in all boxes. */
export function unitsOf({ boxes }: Shipped, sku: string): bigint {
  let sum = 0n;
  for (const box of boxes)
    for (const item of box.items)
      if (item.sku === sku) sum += BigInt(item.quantity) * BigInt(box.copies);
  return sum;
}

function sharesByAmount(shipped: Shipped): Result<readonly bigint[]> {
  const unknown = shipped.skus.filter(
    ({ sku, value }) => value === undefined && unitsOf(shipped, sku) > 0n,
  );
  if (unknown.length > 0)
    return refuse(...unknown.map(({ sku }) => problem('cost-value-unknown', { sku })));
  return ok(
    shipped.skus.map(({ sku, value }) => unitsOf(shipped, sku) * BigInt(value?.minor ?? 0)),
  );
}

type BoxBasis = Exclude<CostBasis, 'units' | 'amount'>;

function sizeOfBox(box: ShippedBox, basis: BoxBasis, cm3PerKg: number): bigint {
  if (basis === 'boxes') return 1n;
  if (basis === 'volume') return volumeOf(box.dimensions);
  if (basis === 'actual-weight') return tenthsOfNanogram(box.weight);
  return chargeableWeight(box, cm3PerKg);
}

/**
 * What each item is of its box: by the measures of its units, as long as those of all are known; or
 * else by their number, which is right for alike units and said to be an assumption for others.
 */
function partsOf(
  box: ShippedBox,
  basis: BoxBasis,
  facts: ReadonlyMap<string, ShippedSku>,
): readonly Part[] {
  const known = box.items.flatMap(({ sku, quantity }) => {
    const measure = measureOf(facts.get(sku), basis);
    return measure === undefined ? [] : [{ sku, part: measure * BigInt(quantity) }];
  });
  if (known.length === box.items.length) return known;
  return box.items.map(({ sku, quantity }) => ({ sku, part: BigInt(quantity) }));
}

type Part = { readonly sku: string; readonly part: bigint };

function measureOf(sku: ShippedSku | undefined, basis: BoxBasis): bigint | undefined {
  if (basis === 'actual-weight') return sku?.weight && tenthsOfNanogram(sku.weight);
  return sku?.dimensions && volumeOf(sku.dimensions);
}
