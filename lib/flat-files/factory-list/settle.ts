import type { Column } from './assign-columns.ts';
import type { ExpectedItem } from './expected-items.ts';
import { cartonLoads, type Loads, loadsOf, overlaps } from './carton-loads.ts';
import {
  type EvidenceKind,
  type FactoryChoices,
  type Certainty,
  type Inference,
  type InferenceAbout,
  NUMBERINGS,
  type Numbering,
  type Scope,
  SCOPES,
} from './factory-choices.ts';
import type { FactoryLine, Totals } from './read-lines.ts';

/** What was settled, and why; no inference where the list leaves nothing open. */
export type Settled<Value> = { readonly value: Value; readonly inference?: Inference };

export type SettleInput = {
  readonly lines: readonly FactoryLine[];
  readonly columns: readonly Column[];
  readonly totals: readonly Totals[];
  readonly expected: readonly ExpectedItem[];
  readonly chosen: FactoryChoices;
  readonly remembered: FactoryChoices;
  /** What stands above the table. */
  readonly title: string;
};

export type Reason = {
  readonly certainty: Certainty;
  readonly kind: EvidenceKind;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export function settled<Value extends string>(
  about: InferenceAbout,
  options: readonly Value[],
  value: Value,
  { certainty, kind, facts = {} }: Reason,
): Settled<Value> {
  return { value, inference: { about, value, options, certainty, evidence: { kind, facts } } };
}

export const CHOSEN: Reason = { certainty: 'chosen', kind: 'chosen' };
export const REMEMBERED: Reason = { certainty: 'remembered', kind: 'remembered' };

/** What a quantity stands for that does not say: tried both ways against the plan and the totals. */
export function settleQuantity(input: SettleInput): Settled<Scope> {
  const isOpen = input.lines.some(
    ({ units, perCarton, inAll }) =>
      units !== undefined && perCarton === undefined && inAll === undefined,
  );
  if (!isOpen) return { value: 'in-all' };
  const perCarton = weigh(input, 'per-carton');
  const inAll = weigh(input, 'in-all');
  // Where every line is of one carton, both come to the same.
  if (input.lines.length > 0 && perCarton.units === inAll.units && perCarton.problems === 0)
    return { value: 'per-carton' };
  const say = (value: Scope, reason: Reason) => settled('quantity', SCOPES, value, reason);
  if (input.chosen.quantity) return say(input.chosen.quantity, CHOSEN);
  const [better, worse] = isBetter(perCarton, inAll) ? [perCarton, inAll] : [inAll, perCarton];
  const facts = { units: better.units, otherwise: worse.units };
  if (better.difference === 0 && worse.difference > 0)
    return say(better.scope, { certainty: 'proved', kind: 'balances', facts });
  if (better.meetsTotal && !worse.meetsTotal)
    return say(better.scope, { certainty: 'proved', kind: 'total-row', facts });
  if (input.remembered.quantity) return say(input.remembered.quantity, REMEMBERED);
  if (worse.problems > better.problems)
    return say(better.scope, { certainty: 'likely', kind: 'divides', facts });
  return say('in-all', { certainty: 'guess', kind: 'usual', facts });
}

type Hypothesis = {
  readonly scope: Scope;
  readonly units: number;
  readonly difference: number;
  readonly meetsTotal: boolean;
  readonly problems: number;
};

function weigh({ lines, expected, totals }: SettleInput, scope: Scope): Hypothesis {
  const { loads, problems } = loadsOf(lines, scope);
  const units = loads.reduce((sum, { perCarton, cartons }) => sum + perCarton * cartons, 0);
  return {
    scope,
    units,
    difference: differenceTo(expected, loads),
    meetsTotal: totals.some((total) => total.units === units || total['units-in-all'] === units),
    problems: problems.length,
  };
}

function isBetter(a: Hypothesis, b: Hypothesis): boolean {
  if (a.difference === 0 || b.difference === 0) return a.difference < b.difference;
  if (a.meetsTotal !== b.meetsTotal) return a.meetsTotal;
  return a.problems < b.problems;
}

/** How many units lie between the plan and the list, over all SKUs that are known. */
export function differenceTo(expected: readonly ExpectedItem[], loads: Loads['loads']): number {
  const left = new Map<string, number>();
  for (const { sku, quantity } of expected) left.set(sku, (left.get(sku) ?? 0) + quantity);
  let unknown = 0;
  for (const { line, perCarton, cartons } of loads) {
    if (line.sku === undefined) unknown += perCarton * cartons;
    else left.set(line.sku, (left.get(line.sku) ?? 0) - perCarton * cartons);
  }
  return [...left.values()].reduce((sum, rest) => sum + Math.abs(rest), unknown);
}

/** Whether a carton number met again is a mixed carton or a new count for another SKU. */
export function settleNumbering(input: SettleInput, loads: Loads['loads']): Settled<Numbering> {
  const again = overlaps(loads);
  if (again.length === 0) return { value: 'shared' };
  const say = (value: Numbering, reason: Reason) => settled('numbering', NUMBERINGS, value, reason);
  if (input.chosen.numbering) return say(input.chosen.numbering, CHOSEN);
  const shared = cartonLoads(loads, 'shared').length;
  const anew = cartonLoads(loads, 'anew').length;
  const facts = { shared, anew };
  for (const { cartons } of input.totals) {
    if (cartons === shared) return say('shared', { certainty: 'proved', kind: 'total-row', facts });
    if (cartons === anew) return say('anew', { certainty: 'proved', kind: 'total-row', facts });
  }
  if (input.remembered.numbering) return say(input.remembered.numbering, REMEMBERED);
  const isCounted = again.every(({ cartons, grossText }) => cartons || grossText !== '');
  const isOnlyRange = again.every(({ numbers }) => {
    const [first, second] = numbers?.numbers ?? [];
    return first === 1 && second !== undefined;
  });
  if (isCounted && isOnlyRange)
    return say('anew', { certainty: 'likely', kind: 'own-figures', facts });
  return say('shared', { certainty: 'likely', kind: 'usual', facts });
}
