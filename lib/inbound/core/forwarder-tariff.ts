import {
  exchangeMoney,
  quoteTariff,
  type ShippedBox,
  type Tariff,
  type TariffQuote,
} from '#lib/costing';
import {
  compareWeights,
  minorPlaces,
  type Money,
  ok,
  optional,
  problem,
  type Problem,
  readWeight,
  refuse,
  type Result,
  type Weight,
  writeDecimal,
  writeTicks,
} from '#lib/kernel';
import {
  type FreightWay,
  type RateOfDay,
  readAmount,
  readForwarder,
  readRate,
  readWhole,
} from './first-leg-bill.ts';

/** What a forwarder charges for one way of going. */
export type ForwarderTariff = {
  readonly name: string;
  readonly way: FreightWay;
  readonly days?: number;
  readonly tariff: Tariff;
  /** into the store's currency, where the tariff is in another */
  readonly rate?: RateOfDay & { readonly to: string };
};

export const TARIFF_FIELDS = [
  'name',
  'days',
  'divisor',
  'leastPerBox',
  'roundUpTo',
  'steps',
  'leastCharge',
  'fixed',
  'rate',
  'rateDay',
] as const;
export type TypedTariff = Readonly<Record<(typeof TARIFF_FIELDS)[number], string>> & {
  readonly way: FreightWay;
  readonly currency: string;
};

const LONGEST_WAY_DAYS = 365;
const LARGEST_DIVISOR = 100_000;

/** Reads a tariff, each refusal at its own field; what may be missing is left empty. */
export function readTariff(typed: TypedTariff, storeCurrency: string): Result<ForwarderTariff> {
  const problems: Problem[] = [];
  const { currency, way } = typed;
  const keep = <Value>(read: Result<Value>): Value | undefined => {
    if (!read.ok) problems.push(...read.problems);
    return read.ok ? read.value : undefined;
  };
  const maybe = <Value>(text: string, read: () => Result<Value>): Value | undefined =>
    text.trim() === '' ? undefined : keep(read());
  const name = keep(readForwarder(typed.name, 'name'));
  const cm3PerKg = keep(readWhole(typed.divisor, 'divisor', LARGEST_DIVISOR));
  const steps = keep(readSteps(typed.steps, currency));
  const days = maybe(typed.days, () => readWhole(typed.days, 'days', LONGEST_WAY_DAYS));
  const parts = {
    ...optional(
      'leastPerBox',
      maybe(typed.leastPerBox, () => kilograms(typed, 'leastPerBox')),
    ),
    ...optional(
      'roundUpTo',
      maybe(typed.roundUpTo, () => kilograms(typed, 'roundUpTo')),
    ),
    ...optional(
      'leastCharge',
      maybe(typed.leastCharge, () => amountAt(typed, 'leastCharge')),
    ),
    ...optional(
      'fixed',
      maybe(typed.fixed, () => amountAt(typed, 'fixed')),
    ),
  };
  const rate =
    currency === storeCurrency ? undefined : maybe(typed.rate, () => readRate(typed, '', currency));
  if (name === undefined || cm3PerKg === undefined || !steps || problems.length > 0) {
    return refuse(...problems);
  }
  return ok({
    name,
    way,
    ...optional('days', days),
    tariff: { currency, cm3PerKg, steps, ...parts },
    ...optional('rate', rate && { ...rate, to: storeCurrency }),
  });
}

function amountAt(typed: TypedTariff, field: 'leastCharge' | 'fixed'): Result<Money> {
  return readAmount(typed[field], typed.currency, field);
}

function kilograms(typed: TypedTariff, at: 'leastPerBox' | 'roundUpTo'): Result<Weight> {
  const read = readWeight(typed[at], 'KG');
  if (!read.ok) return refuse(...read.problems.map((one) => ({ ...one, at })));
  return read.value.amount === 0
    ? refuse(problem('assumption-out-of-range', { least: 0, most: 1_000 }, at))
    : read;
}

/** One step per line: from how many kilograms on, and the price of each. */
function readSteps(text: string, currency: string): Result<Tariff['steps']> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return refuse(problem('tariff-steps-needed', {}, 'steps'));
  const steps = lines.map((line, index) => {
    const [from = '', perKg = '', ...more] = line.trim().split(/\s+/);
    const weight = readWeight(from, 'KG');
    const price = readAmount(perKg, currency, 'steps');
    return weight.ok && price.ok && more.length === 0
      ? ok({ from: weight.value, perKg: price.value })
      : refuse(problem('tariff-step-unreadable', { line: index + 1, text: line.trim() }, 'steps'));
  });
  const problems = steps.flatMap((step) => (step.ok ? [] : step.problems));
  if (problems.length > 0) return refuse(...problems);
  return ok(
    steps
      .flatMap((step) => (step.ok ? [step.value] : []))
      .toSorted((a, b) => compareWeights(a.from, b.from)),
  );
}

export function typeTariff({ name, way, days, tariff, rate }: ForwarderTariff): TypedTariff {
  const amount = (value: Money | undefined) =>
    value ? writeDecimal(value.minor, minorPlaces(value.currency)) : '';
  const weight = (value: Weight | undefined) => (value ? writeTicks(value.amount) : '');
  return {
    name,
    way,
    days: days === undefined ? '' : String(days),
    currency: tariff.currency,
    divisor: String(tariff.cm3PerKg),
    leastPerBox: weight(tariff.leastPerBox),
    roundUpTo: weight(tariff.roundUpTo),
    steps: tariff.steps.map(({ from, perKg }) => `${weight(from)} ${amount(perKg)}`).join('\n'),
    leastCharge: amount(tariff.leastCharge),
    fixed: amount(tariff.fixed),
    rate: rate ? writeDecimal(rate.value, rate.places) : '',
    rateDay: rate?.day ?? '',
  };
}

export type ForwarderQuote = {
  readonly forwarder: ForwarderTariff;
  readonly quote: Result<TariffQuote>;
  /** in the store's currency, where the rate is known */
  readonly total?: Money;
};

/** What each forwarder asks for the same boxes, the cheapest first; what cannot be compared last. */
export function quotesFor(
  forwarders: readonly ForwarderTariff[],
  boxes: readonly ShippedBox[],
  currency: string,
): readonly ForwarderQuote[] {
  const quotes = forwarders.map((forwarder): ForwarderQuote => {
    const quote = quoteTariff(forwarder.tariff, boxes);
    return {
      forwarder,
      quote,
      ...optional(
        'total',
        quote.ok ? inCurrency(quote.value.total, forwarder, currency) : undefined,
      ),
    };
  });
  const rank = ({ total }: ForwarderQuote) => total?.minor ?? Number.POSITIVE_INFINITY;
  return quotes.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function inCurrency(total: Money, { rate }: ForwarderTariff, currency: string): Money | undefined {
  if (total.currency === currency) return total;
  if (rate?.to !== currency) return undefined;
  return exchangeMoney(total, { currency: total.currency, ...rate }, currency);
}
