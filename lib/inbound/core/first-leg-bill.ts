import {
  COST_BASES,
  type CostBasis,
  type CostSheet,
  firstLegCosts,
  type Shipped,
  type ShippedBox,
} from '#lib/costing';
import {
  dimensionsOf,
  grams,
  MARKETPLACES,
  minorPlaces,
  type Money,
  money,
  ok,
  optional,
  problem,
  type Problem,
  readDecimal,
  readEpochDay,
  refuse,
  type Result,
  weightOf,
  writeDecimal,
} from '#lib/kernel';
import type { InboundPlan, PlanShipment } from './inbound-plan.ts';

export const CHARGE_KINDS = ['freight', 'duty', 'fees'] as const;
export const FREIGHT_WAYS = ['ocean', 'air', 'express', 'ground'] as const;
export type FreightWay = (typeof FREIGHT_WAYS)[number];

/** What a first leg may be paid in: the stores' currencies and those of where goods are made. */
export const BILL_CURRENCIES: readonly string[] = [
  ...new Set(['USD', 'CNY', 'HKD', ...MARKETPLACES.map(({ currency }) => currency)]),
];

/** What one unit of a currency was worth in that of the sheet, and on which day. */
export type RateOfDay = { readonly value: number; readonly places: number; readonly day: string };

export type BillCharge = {
  readonly kind: (typeof CHARGE_KINDS)[number];
  readonly amount: Money;
  readonly basis: CostBasis;
  readonly rate?: RateOfDay;
};

/** What was paid to bring one shipment to Amazon. */
export type FirstLegBill = {
  readonly forwarder: string;
  readonly way: FreightWay;
  readonly cm3PerKg: number;
  readonly charges: readonly BillCharge[];
};

export type TypedCharge = {
  readonly kind: (typeof CHARGE_KINDS)[number];
  readonly amount: string;
  readonly currency: string;
  readonly rate: string;
  readonly rateDay: string;
  readonly basis: CostBasis;
};
export type TypedBill = {
  readonly forwarder: string;
  readonly way: FreightWay;
  readonly divisor: string;
  readonly charges: readonly TypedCharge[];
};

export const RATE_PLACES = 8;
const LONGEST_FORWARDER = 60;
const LARGEST_AMOUNT = 100_000_000;
const LARGEST_RATE = 100_000;
const LARGEST_DIVISOR = 100_000;
/** What forwarders count as a kilogram by air and parcel; open to change. */
export const USUAL_DIVISOR = '6000';

/** Reads a bill exactly, each refusal at its own field; lines without an amount are left out. */
export function readBill(typed: TypedBill, currency: string): Result<FirstLegBill> {
  const problems: Problem[] = [];
  const keep = <Value>(read: Result<Value>): Value | undefined => {
    if (!read.ok) problems.push(...read.problems);
    return read.ok ? read.value : undefined;
  };
  const forwarder = keep(readForwarder(typed.forwarder, 'forwarder'));
  const cm3PerKg = keep(readWhole(typed.divisor, 'divisor', LARGEST_DIVISOR));
  const charges = typed.charges.flatMap((charge, index) =>
    charge.amount.trim() === ''
      ? []
      : (keep(readCharge(charge, `charges.${index}`, currency)) ?? []),
  );
  if (forwarder === undefined || cm3PerKg === undefined || problems.length > 0) {
    return refuse(...problems);
  }
  return ok({ forwarder, way: typed.way, cm3PerKg, charges });
}

export function readForwarder(text: string, at: string): Result<string> {
  const name = text.trim();
  return name === '' || name.length > LONGEST_FORWARDER
    ? refuse(problem('forwarder-name', { longest: LONGEST_FORWARDER }, at))
    : ok(name);
}

function readCharge(typed: TypedCharge, at: string, currency: string): Result<BillCharge> {
  const amount = readAmount(typed.amount, typed.currency, `${at}.amount`);
  const rate =
    typed.currency === currency ? ok(undefined) : readRate(typed, `${at}.`, typed.currency);
  if (!amount.ok || !rate.ok) {
    return refuse(...(amount.ok ? [] : amount.problems), ...(rate.ok ? [] : rate.problems));
  }
  const { kind, basis } = typed;
  return ok({ kind, amount: amount.value, basis, ...optional('rate', rate.value) });
}

/** An amount of money in a currency of the list, exact to its minor unit. */
export function readAmount(text: string, currency: string, at: string): Result<Money> {
  const places = minorPlaces(currency);
  const read = readDecimal(text, places);
  if (!read.ok) return refuse(...read.problems.map((one) => ({ ...one, at })));
  return read.value > LARGEST_AMOUNT * 10 ** places
    ? refuse(problem('assumption-out-of-range', { least: 0, most: LARGEST_AMOUNT }, at))
    : ok(money(read.value, currency));
}

/** A rate and the day it is of, at the fields `rate` and `rateDay`. */
export function readRate(
  { rate, rateDay }: { readonly rate: string; readonly rateDay: string },
  prefix: string,
  currency: string,
): Result<RateOfDay> {
  const at = `${prefix}rate`;
  if (rate.trim() === '') return refuse(problem('cost-rate-missing', { currency }, at));
  const read = readDecimal(rate, RATE_PLACES);
  if (!read.ok) return refuse(...read.problems.map((one) => ({ ...one, at })));
  if (read.value === 0 || read.value > LARGEST_RATE * 10 ** RATE_PLACES) {
    return refuse(problem('assumption-out-of-range', { least: 0, most: LARGEST_RATE }, at));
  }
  return readEpochDay(rateDay) === undefined
    ? refuse(problem('rate-day-needed', { currency }, `${prefix}rateDay`))
    : ok({ value: read.value, places: RATE_PLACES, day: rateDay });
}

/** A whole number from one up. */
export function readWhole(text: string, at: string, most: number): Result<number> {
  const read = readDecimal(text, 0);
  if (!read.ok) return refuse(...read.problems.map((one) => ({ ...one, at })));
  return read.value < 1 || read.value > most
    ? refuse(problem('assumption-out-of-range', { least: 1, most }, at))
    : ok(read.value);
}

/** A bill as it stands in its fields. */
export function typeBill(bill: FirstLegBill): TypedBill {
  return {
    forwarder: bill.forwarder,
    way: bill.way,
    divisor: String(bill.cm3PerKg),
    charges: bill.charges.map(({ kind, amount, basis, rate }) => ({
      kind,
      amount: writeDecimal(amount.minor, minorPlaces(amount.currency)),
      currency: amount.currency,
      rate: rate ? writeDecimal(rate.value, rate.places) : '',
      rateDay: rate?.day ?? '',
      basis,
    })),
  };
}

const BY_MEASURE: ReadonlySet<CostBasis> = new Set(
  COST_BASES.filter((basis) => !['units', 'boxes', 'amount'].includes(basis)),
);

/** The boxes of a shipment as they are priced; those without measures weigh nothing. */
export function boxesToPrice(boxes: PlanShipment['boxes']): ShippedBox[] {
  return boxes.map(({ dimensions, weight, items }) => ({
    copies: 1,
    dimensions: dimensions ?? dimensionsOf([0, 0, 0], 'CM'),
    weight: weight ?? weightOf(0, 'KG'),
    items,
  }));
}

export function gramsOfBoxes(boxes: readonly ShippedBox[]): number {
  return Math.round(boxes.reduce((sum, { weight, copies }) => sum + grams(weight) * copies, 0));
}

/**
 * What each SKU of a shipment bears of its bill. `values` are what units are worth, for charges that
 * are split by it.
 */
export function sheetOfBill(
  bill: FirstLegBill,
  { plan, shipment }: { readonly plan: InboundPlan; readonly shipment: PlanShipment },
  { currency, values }: { readonly currency: string; readonly values: ReadonlyMap<string, Money> },
): Result<CostSheet> {
  const unmeasured = shipment.boxes.filter((box) => !box.dimensions || !box.weight).length;
  if (unmeasured > 0 && bill.charges.some(({ basis }) => BY_MEASURE.has(basis))) {
    return refuse(problem('cost-boxes-unmeasured', { boxes: unmeasured }));
  }
  return firstLegCosts(
    shippedOf(plan, shipment, values),
    bill.charges.map(({ kind, amount, basis, rate }, index) => ({
      id: `${index + 1}`,
      kind,
      amount,
      basis,
      ...optional('rate', rate && { currency: amount.currency, ...rate }),
    })),
    { currency, rates: [], cm3PerKg: bill.cm3PerKg },
  );
}

function shippedOf(
  plan: InboundPlan,
  shipment: PlanShipment,
  values: ReadonlyMap<string, Money>,
): Shipped {
  const lines = new Map(plan.lines.map((line) => [line.sku, line]));
  const skus = new Set(shipment.boxes.flatMap(({ items }) => items.map(({ sku }) => sku)));
  return {
    skus: [...skus].toSorted().map((sku) => ({
      sku,
      ...optional('dimensions', lines.get(sku)?.unitDimensions),
      ...optional('weight', lines.get(sku)?.unitWeight),
      ...optional('value', values.get(sku)),
    })),
    boxes: boxesToPrice(shipment.boxes),
  };
}
