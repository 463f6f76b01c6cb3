import {
  addMoney,
  minorPlaces,
  type Money,
  money,
  ok,
  problem,
  refuse,
  type Result,
} from '#lib/kernel';
import { type CostBasis, sharesOf, unitsOf } from './shares.ts';
import type { Shipped } from './shipped.ts';
import { splitMoney } from './split-money.ts';

/** Something that was paid for a shipment on its first leg. */
export type FirstLegCharge = {
  readonly id: string;
  readonly kind: 'freight' | 'duty' | 'fees';
  readonly amount: Money;
  readonly basis: CostBasis;
  /** the SKUs it was paid for; all of them unless told */
  readonly skus?: readonly string[];
  /** the rate it was exchanged at; that of the sheet for its currency unless told */
  readonly rate?: ExchangeRate;
};

/** What one unit of a currency is worth in the currency of the sheet: 7.1234 is 71234 at 4 places. */
export type ExchangeRate = {
  readonly currency: string;
  readonly value: number;
  readonly places: number;
};

export type CostTerms = {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  /** cubic centimetres that are billed as a kilogram */
  readonly cm3PerKg: number;
};

export type CostLine = {
  readonly sku: string;
  readonly units: number;
  /** in the order of the charges */
  readonly parts: readonly Money[];
  readonly total: Money;
  /** in ten-thousandths of the minor unit, rounded; undefined for a SKU of which nothing was shipped */
  readonly perUnit: number | undefined;
};

export type CostSheet = {
  readonly lines: readonly CostLine[];
  /** the charges in the currency of the sheet, each rounded once */
  readonly charges: readonly Money[];
  readonly total: Money;
};

/**
 * Splits what was paid for a shipment to its SKUs. A charge in another currency is exchanged as a
 * whole and then split, so that the lines add up to what was paid, to the minor unit.
 */
export function firstLegCosts(
  shipped: Shipped,
  charges: readonly FirstLegCharge[],
  terms: CostTerms,
): Result<CostSheet> {
  const named = new Set(shipped.skus.map(({ sku }) => sku));
  const packed = shipped.boxes.flatMap(({ items }) => items.map(({ sku }) => sku));
  const unnamed = [...new Set(packed)].filter((sku) => !named.has(sku));
  if (unnamed.length > 0)
    return refuse(...unnamed.map((sku) => problem('cost-sku-unknown', { sku })));
  const split = charges.map((charge) => splitCharge(shipped, charge, terms));
  const problems = split.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return refuse(...problems);
  const done = split.flatMap((one) => (one.ok ? [one.value] : []));
  const nothing = money(0, terms.currency);
  const lines = shipped.skus.map(({ sku }, index): CostLine => {
    const parts = done.map((one) => one.parts[index] ?? nothing);
    const total = parts.reduce(addMoney, nothing);
    const units = Number(unitsOf(shipped, sku));
    const perUnit = units === 0 ? undefined : Math.round((total.minor * 10_000) / units);
    return { sku, units, parts, total, perUnit };
  });
  const amounts = done.map(({ amount }) => amount);
  return ok({ lines, charges: amounts, total: amounts.reduce(addMoney, nothing) });
}

type SplitCharge = { readonly amount: Money; readonly parts: readonly Money[] };

function splitCharge(
  shipped: Shipped,
  charge: FirstLegCharge,
  terms: CostTerms,
): Result<SplitCharge> {
  const amount = exchange(charge, terms);
  if (!amount) return refuse(problem('cost-rate-missing', { currency: charge.amount.currency }));
  const shares = sharesOf(shipped, charge.basis, terms.cm3PerKg);
  if (!shares.ok) return shares;
  const only = charge.skus && new Set(charge.skus);
  const own = shares.value.map((share, index) => {
    const sku = shipped.skus[index]?.sku;
    return only === undefined || (sku !== undefined && only.has(sku)) ? share : 0n;
  });
  const parts = splitMoney(amount, own);
  return parts
    ? ok({ amount, parts })
    : refuse(problem('cost-without-goods', { charge: charge.id }));
}

function exchange({ amount, rate }: FirstLegCharge, terms: CostTerms): Money | undefined {
  const { currency, rates } = terms;
  if (amount.currency === currency) return amount;
  const found = rate ?? rates.find((one) => one.currency === amount.currency);
  return found && exchangeMoney(amount, found, currency);
}

/** An amount in another currency, rounded once, half away from zero, to its minor unit. */
export function exchangeMoney(amount: Money, rate: ExchangeRate, currency: string): Money {
  const shift = minorPlaces(currency) - minorPlaces(amount.currency) - rate.places;
  const scaled = BigInt(amount.minor) * BigInt(rate.value) * 10n ** BigInt(Math.max(0, shift));
  return money(divideHalfUp(scaled, 10n ** BigInt(Math.max(0, -shift))), currency);
}

/** Rounds half away from zero. */
export function divideHalfUp(value: bigint, by: bigint): number {
  const sign = value < 0n ? -1n : 1n;
  return Number(((value * sign * 2n + by) / (by * 2n)) * sign);
}
