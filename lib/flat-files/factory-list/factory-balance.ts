import { optional, problem, type Problem } from '#lib/kernel';
import type { ExpectedItem } from './expected-items.ts';
import type { LineLoad } from './carton-loads.ts';
import { type FactoryChoices, type Inference, itemKey } from './factory-choices.ts';
import type { FactoryLine, Totals } from './read-lines.ts';

/** One SKU (with one expiry date) of the plan against the list. */
export type FactoryBalance = {
  readonly sku: string;
  readonly expiry?: string;
  readonly expected: number;
  readonly listed: number;
};

/** Something in the list that is no SKU of the plan, as far as its names tell. */
export type UnknownItem = {
  readonly key: string;
  readonly name: string;
  readonly units: number;
  readonly lines: readonly number[];
};

type ExpiryOf = (line: FactoryLine) => string | undefined;

/** The date a line names, and where it names none the only one its SKU has in the plan. */
export function expiryReader(expected: readonly ExpectedItem[]): ExpiryOf {
  const dates = new Map<string, Set<string | undefined>>();
  for (const { sku, expiry } of expected)
    dates.set(sku, (dates.get(sku) ?? new Set<string | undefined>()).add(expiry));
  return ({ sku, expiryText }) => {
    const planned = dates.get(sku ?? '');
    const [only] = planned ?? [];
    if (planned?.size === 1 && (only === undefined || expiryText === '')) return only;
    return readExpiry(expiryText);
  };
}

const DATES: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})$/, [1, 2, 3]],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, [3, 1, 2]],
];

function readExpiry(text: string): string | undefined {
  for (const [pattern, [year, month, day]] of DATES) {
    const match = pattern.exec(text.trim());
    const part = (at: number) => (match?.[at] ?? '').padStart(2, '0');
    if (match) return `${part(year)}-${part(month)}-${part(day)}`;
  }
  return undefined;
}

export function factoryBalance(
  expected: readonly ExpectedItem[],
  loads: readonly LineLoad[],
  expiryOf: ExpiryOf,
): { readonly balance: readonly FactoryBalance[]; readonly unknown: readonly UnknownItem[] } {
  const rows = new Map<string, FactoryBalance>();
  for (const { sku, expiry, quantity } of expected) {
    const key = `${sku}\u0000${expiry ?? ''}`;
    const before = rows.get(key)?.expected ?? 0;
    rows.set(key, { sku, ...optional('expiry', expiry), expected: before + quantity, listed: 0 });
  }
  const unknown = new Map<string, UnknownItem>();
  for (const { line, perCarton, cartons } of loads) {
    const units = perCarton * cartons;
    if (line.sku === undefined) addUnknown(unknown, line, units);
    else {
      const expiry = expiryOf(line);
      const key = `${line.sku}\u0000${expiry ?? ''}`;
      const { expected: planned = 0, listed = 0 } = rows.get(key) ?? {};
      rows.set(key, {
        sku: line.sku,
        ...optional('expiry', expiry),
        expected: planned,
        listed: listed + units,
      });
    }
  }
  return { balance: [...rows.values()], unknown: [...unknown.values()] };
}

function addUnknown(unknown: Map<string, UnknownItem>, line: FactoryLine, units: number): void {
  const name = line.names[0] ?? '';
  const key = itemKey(name);
  const before = unknown.get(key) ?? { key, name, units: 0, lines: [] };
  unknown.set(key, {
    ...before,
    units: before.units + units,
    lines: [...before.lines, line.line],
  });
}

/** What stands in the way of taking the list in: every unit of the plan, no more and no fewer. */
export function imbalances(
  balance: readonly FactoryBalance[],
  unknown: readonly UnknownItem[],
): readonly Problem[] {
  const differing = balance.filter(({ expected, listed }) => expected !== listed);
  return [
    ...differing.map(({ sku, expected, listed }) => {
      const difference = Math.abs(expected - listed);
      const facts = { sku, expected, listed, difference };
      return listed < expected
        ? problem('factory-list-short', facts, `skus.${sku}`)
        : problem('factory-list-over', facts, `skus.${sku}`);
    }),
    ...unknown.map(({ key, name, units }) =>
      problem('factory-item-unknown', { item: name, units }, `items.${key}`),
    ),
  ];
}

/** Sums that the list gives itself and does not keep. */
export function totalWarnings(
  totals: readonly Totals[],
  loads: readonly LineLoad[],
  cartons: number,
): readonly Problem[] {
  const units = loads.reduce((sum, load) => sum + load.perCarton * load.cartons, 0);
  return [
    ...misses(totals, 'units-in-all', units).map(({ told }) =>
      problem('factory-total-differs', { kind: 'units', told, counted: units }),
    ),
    ...misses(totals, 'cartons', cartons).map(({ told }) =>
      problem('factory-total-differs', { kind: 'cartons', told, counted: cartons }),
    ),
  ];
}

function misses(
  totals: readonly Totals[],
  field: 'units-in-all' | 'cartons',
  counted: number,
): readonly { readonly told: number }[] {
  const told = totals.flatMap((total) => total[field] ?? []);
  const sum = told.reduce((all, one) => all + one, 0);
  if (told.length === 0 || told.includes(counted) || sum === counted) return [];
  return [{ told: told.at(-1) ?? 0 }];
}

type Choices = { readonly chosen?: FactoryChoices; readonly remembered?: FactoryChoices };

/** What was chosen for items of this list, now or for an earlier one: shown, to be changed again. */
export function settledItems(
  expected: readonly ExpectedItem[],
  lines: readonly FactoryLine[],
  { chosen = {}, remembered = {} }: Choices,
): readonly Inference[] {
  const skus = [...new Set(expected.map(({ sku }) => sku))];
  const keys = new Set(lines.flatMap(({ names }) => names.map(itemKey)));
  return [...keys].flatMap((key): readonly Inference[] => {
    const kind = chosen.items?.[key] === undefined ? 'remembered' : 'chosen';
    const value = chosen.items?.[key] ?? remembered.items?.[key];
    if (value === undefined || !skus.includes(value)) return [];
    const evidence = { kind, facts: {} } as const;
    return [{ about: 'item', subject: key, value, options: skus, certainty: kind, evidence }];
  });
}

/**
 * What an unknown item may be: the SKU that lacks just as many units, or whose name holds the
 * other. Only ever a proposal, which a person takes up.
 */
export function itemProposals(
  balance: readonly FactoryBalance[],
  unknown: readonly UnknownItem[],
): readonly Inference[] {
  const lacking = balance.filter(({ expected, listed }) => listed < expected);
  const skus = [...new Set(balance.map(({ sku }) => sku))];
  return unknown.map(({ key, units }) => {
    const alike = lacking.filter(({ expected, listed }) => expected - listed === units);
    const isOnlyOne = unknown.filter((other) => other.units === units).length === 1;
    const named = skus.filter((sku) => {
      const known = itemKey(sku);
      return known.length > 2 && key.length > 2 && (key.includes(known) || known.includes(key));
    });
    const byName = named.length === 1 ? named[0] : undefined;
    const byUnits = isOnlyOne && alike.length === 1 ? alike[0]?.sku : undefined;
    const proposed = byName ?? byUnits;
    return {
      about: 'item',
      subject: key,
      value: '',
      options:
        proposed === undefined ? skus : [proposed, ...skus.filter((sku) => sku !== proposed)],
      certainty: 'guess',
      evidence: {
        kind: byName ? 'similar-name' : byUnits ? 'same-quantity' : 'usual',
        facts: { units },
      },
    };
  });
}
