import { type Dimensions, optional, problem, type Problem, type Weight } from '#lib/kernel';
import type { CartonLoad, LineLoad } from './carton-loads.ts';
import type { FactoryLengthUnit, FactoryWeightUnit, Scope } from './factory-choices.ts';
import { dimensionsFrom, weightFrom } from './figures.ts';
import type { FactoryLine } from './read-lines.ts';

export type FactoryItem = {
  readonly sku: string;
  readonly expiry?: string;
  readonly quantity: number;
};

/** Identical cartons of the list. Items that are none of the plan's are not among them. */
export type FactoryCarton = {
  /** The factory's numbers, "1-12, 20"; empty where it gives none. */
  readonly numbers: string;
  readonly copies: number;
  readonly items: readonly FactoryItem[];
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  /** The row that opens them. */
  readonly line: number;
};

export type Measuring = {
  readonly lengthUnit: FactoryLengthUnit;
  readonly weightUnit: FactoryWeightUnit;
  readonly gross: Scope;
  readonly expiryOf: (line: FactoryLine) => string | undefined;
};

/** Groups single cartons that are alike, in the order in which their first stands in the list. */
export function factoryCartons(
  cartons: readonly CartonLoad[],
  measuring: Measuring,
): { readonly cartons: readonly FactoryCarton[]; readonly warnings: readonly Problem[] } {
  const warnings = new Map<string, Problem>();
  const warn = (found: Problem) => warnings.set(JSON.stringify(found), found);
  const alike = new Map<string, { carton: FactoryCarton; labels: string[] }>();
  const measuredOnce = new Map<string, Measures>();
  for (const { label, loads } of cartons) {
    const key = loads.map(({ line, head }) => `${line.sheet}/${line.line}/${head.line}`).join();
    const measures = measuredOnce.get(key) ?? measured(loads, measuring, warn);
    measuredOnce.set(key, measures);
    const items = itemsOf(loads, measuring);
    const signature = JSON.stringify([items, measures]);
    const group = alike.get(signature);
    const line = loads[0]?.head.line ?? 0;
    if (group) {
      group.labels.push(label);
      group.carton = { ...group.carton, copies: group.carton.copies + 1 };
    } else {
      const carton = { numbers: '', copies: 1, items, ...measures, line };
      alike.set(signature, { carton, labels: [label] });
    }
  }
  return {
    cartons: [...alike.values()].map(({ carton, labels }) => ({
      ...carton,
      numbers: rangesOf(labels),
    })),
    warnings: [...warnings.values()],
  };
}

function itemsOf(
  loads: readonly LineLoad[],
  { expiryOf }: Pick<Measuring, 'expiryOf'>,
): readonly FactoryItem[] {
  const items = new Map<string, FactoryItem>();
  for (const { line, perCarton } of loads) {
    if (line.sku === undefined || perCarton === 0) continue;
    const expiry = expiryOf(line);
    const key = `${line.sku}\u0000${expiry ?? ''}`;
    const quantity = (items.get(key)?.quantity ?? 0) + perCarton;
    items.set(key, { sku: line.sku, ...optional('expiry', expiry), quantity });
  }
  return [...items.values()];
}

type Measures = Pick<FactoryCarton, 'dimensions' | 'weight'>;

function measured(
  loads: readonly LineLoad[],
  measuring: Measuring,
  warn: (found: Problem) => void,
): Measures {
  return {
    ...optional('dimensions', sizeOf(loads, measuring, warn)),
    ...optional('weight', weightOf(loads, measuring, warn)),
  };
}

function sizeOf(
  loads: readonly LineLoad[],
  { lengthUnit }: Measuring,
  warn: (found: Problem) => void,
): Dimensions | undefined {
  const sizes = new Map<string, Dimensions>();
  for (const { line } of loads) {
    if (line.sizeText === '') continue;
    const size = line.size && dimensionsFrom(line.size.sides, line.size.unit ?? lengthUnit);
    if (size) sizes.set(JSON.stringify(size), size);
    else
      warn(
        problem(
          'measure-unreadable',
          { text: line.sizeText.slice(0, 60) },
          `rows.${line.line - 1}`,
        ),
      );
  }
  return onlyOne([...sizes.values()], loads, warn);
}

function weightOf(
  loads: readonly LineLoad[],
  { weightUnit, gross }: Measuring,
  warn: (found: Problem) => void,
): Weight | undefined {
  const weights = new Map<string, Weight>();
  for (const { line, head, cartons } of loads) {
    if (line.grossText === '') continue;
    const whole = weightFrom(line.grossText, weightUnit);
    if (!whole) {
      const text = line.grossText.slice(0, 60);
      warn(problem('measure-unreadable', { text }, `rows.${line.line - 1}`));
      continue;
    }
    const weight = gross === 'in-all' ? shared(whole, head === line ? cartons : 1) : whole;
    weights.set(JSON.stringify(weight), weight);
  }
  return onlyOne([...weights.values()], loads, warn);
}

const HUNDREDTH = 1_000;

/** A weight of several cartons in equal parts, to a hundredth and never below. */
function shared(whole: Weight, cartons: number): Weight {
  if (cartons <= 1) return whole;
  return { ...whole, amount: Math.ceil(whole.amount / cartons / HUNDREDTH) * HUNDREDTH };
}

/** Lines of one carton that tell different measures tell none. */
function onlyOne<Measure>(
  measures: readonly Measure[],
  loads: readonly LineLoad[],
  warn: (found: Problem) => void,
): Measure | undefined {
  if (measures.length > 1) {
    const line = loads[0]?.head.line ?? 0;
    warn(problem('carton-measured-twice', { line }, `rows.${line - 1}`));
    return undefined;
  }
  return measures[0];
}

/** "1-12, 20" for the labels 1 to 12 and 20. */
function rangesOf(labels: readonly string[]): string {
  const ranges: { prefix: string; from: number; to: number }[] = [];
  for (const label of labels) {
    const match = /^(.*?)(\d+)$/.exec(label);
    if (!match) continue;
    const prefix = match[1] ?? '';
    const number = Number(match[2]);
    const last = ranges.at(-1);
    if (last && last.prefix === prefix && number === last.to + 1) last.to = number;
    else ranges.push({ prefix, from: number, to: number });
  }
  return ranges
    .map(({ prefix, from, to }) =>
      from === to ? `${prefix}${from}` : `${prefix}${from}-${prefix}${to}`,
    )
    .join(', ');
}
