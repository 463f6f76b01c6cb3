import {
  minorPlaces,
  ok,
  problem,
  type Problem,
  readDecimal,
  refuse,
  type Result,
  writeDecimal,
} from '#lib/kernel';
import type { Assumptions } from './landed-cost.ts';
import type { LeadTimes } from './lead-days.ts';

/** What a workspace is asked once: what its own work, freight and money cost. */
export type Costs = Omit<Assumptions, 'partneredDays' | 'ownDays' | 'receivingDays'>;

export type AssumptionField = (typeof ASSUMPTION_FIELDS)[number];
export const ASSUMPTION_FIELDS = [
  'perBox',
  'perExtraShipment',
  'perKilogram',
  'minimum',
  'divisor',
  'unitValue',
  'yearlyPercent',
  'partneredDays',
  'ownDays',
  'receivingDays',
] as const;

/** As they stand in the fields; an empty rate means that no forwarder has been asked. */
export type TypedAssumptions = Readonly<Record<AssumptionField, string>>;

const AMOUNTS = new Set<AssumptionField>([
  'perBox',
  'perExtraShipment',
  'perKilogram',
  'minimum',
  'unitValue',
]);
const LARGEST: Readonly<Partial<Record<AssumptionField, number>>> = {
  divisor: 100_000,
  yearlyPercent: 1_000,
  partneredDays: 365,
  ownDays: 365,
  receivingDays: 365,
};
const LARGEST_AMOUNT = 10_000_000;

/** Forwarders in China count 6,000 cm³ as a kilogram by air and parcel; open to change. */
const USUAL_DIVISOR = 6_000;

/** Nothing is known of a seller's costs, so nothing is assumed of them. */
export const NO_COSTS: Costs = {
  perBox: 0,
  perExtraShipment: 0,
  unitValue: 0,
  yearlyPercent: 0,
};

export function assumptionsFor(costs: Costs, leads: LeadTimes): Assumptions {
  return {
    ...costs,
    partneredDays: leads.partnered.days,
    ownDays: leads.own.days,
    receivingDays: leads.receiving.days,
  };
}

export function typeAssumptions(assumptions: Assumptions, currency: string): TypedAssumptions {
  const amount = (minor: number) => writeDecimal(minor, minorPlaces(currency));
  const { tariff } = assumptions;
  return {
    perBox: amount(assumptions.perBox),
    perExtraShipment: amount(assumptions.perExtraShipment),
    perKilogram: tariff ? amount(tariff.perKilogram) : '',
    minimum: amount(tariff?.minimum ?? 0),
    divisor: String(tariff?.divisor ?? USUAL_DIVISOR),
    unitValue: amount(assumptions.unitValue),
    yearlyPercent: String(assumptions.yearlyPercent),
    partneredDays: String(assumptions.partneredDays),
    ownDays: String(assumptions.ownDays),
    receivingDays: String(assumptions.receivingDays),
  };
}

/** Reads the fields exactly, each refused at its own name. */
export function readAssumptions(typed: TypedAssumptions, currency: string): Result<Assumptions> {
  const read = new Map<AssumptionField, number>();
  const problems: Problem[] = [];
  for (const field of ASSUMPTION_FIELDS) {
    if (field === 'perKilogram' && typed.perKilogram.trim() === '') continue;
    const places = AMOUNTS.has(field) ? minorPlaces(currency) : 0;
    const found = readDecimal(typed[field], places);
    if (!found.ok) {
      problems.push(...found.problems.map((one) => ({ ...one, at: field })));
      continue;
    }
    const most = LARGEST[field] ?? LARGEST_AMOUNT;
    const least = field === 'divisor' ? 1 : 0;
    if (found.value < least || found.value > most) {
      problems.push(problem('assumption-out-of-range', { least, most }, field));
    }
    read.set(field, found.value);
  }
  if (problems.length > 0) return refuse(...problems);
  const value = (field: AssumptionField) => read.get(field) ?? 0;
  const tariff = {
    perKilogram: value('perKilogram'),
    minimum: value('minimum'),
    divisor: value('divisor'),
  };
  return ok({
    perBox: value('perBox'),
    perExtraShipment: value('perExtraShipment'),
    ...(read.has('perKilogram') ? { tariff } : {}),
    unitValue: value('unitValue'),
    yearlyPercent: value('yearlyPercent'),
    partneredDays: value('partneredDays'),
    ownDays: value('ownDays'),
    receivingDays: value('receivingDays'),
  });
}
