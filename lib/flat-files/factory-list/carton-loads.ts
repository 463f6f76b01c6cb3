import { problem, type Problem } from '#lib/kernel';
import type { Numbering, Scope } from './factory-choices.ts';
import type { FactoryLine } from './read-lines.ts';

/** How many cartons a line speaks of, and how many of its units lie in each. */
export type LineLoad = {
  readonly line: FactoryLine;
  /** The line that opened the cartons; a mixed carton has several lines. */
  readonly head: FactoryLine;
  readonly cartons: number;
  readonly perCarton: number;
};

export type Loads = {
  readonly loads: readonly LineLoad[];
  readonly problems: readonly Problem[];
  /** Lines whose carton cell was blank and which were taken into the carton above. */
  readonly continued: number;
};

/** What a plain quantity stands for, once that is settled. */
export function loadsOf(lines: readonly FactoryLine[], quantity: Scope): Loads {
  const problems: Problem[] = [];
  const loads: LineLoad[] = [];
  const isNumbered = lines.some(({ cartonText }) => cartonText !== '');
  let head: FactoryLine | undefined;
  let continued = 0;
  for (const line of lines) {
    const follows = head?.sheet === line.sheet && !(line.cartons ?? 0);
    const isBlank = isNumbered && line.cartonText === '' && follows;
    if (!head || !(line.isBelow || isBlank)) head = line;
    else if (isBlank && !line.isBelow) continued += 1;
    const cartons = cartonsAt(head, problems);
    const perCarton = unitsAt(line, cartons, { quantity, problems });
    if (perCarton !== undefined) loads.push({ line, head, cartons, perCarton });
  }
  return { loads, problems: distinct(problems), continued };
}

function cartonsAt(head: FactoryLine, problems: Problem[]): number {
  const { line, numbers, cartons, cartonText } = head;
  const at = `rows.${line - 1}`;
  if (numbers && cartons && numbers.numbers.length !== cartons) {
    const numbered = numbers.numbers.length;
    problems.push(problem('carton-count-differs', { line, numbered, counted: cartons }, at));
  }
  if (numbers) return numbers.numbers.length;
  if (cartons) return cartons;
  if (cartonText !== '')
    problems.push(problem('carton-numbers-unreadable', { line, text: cartonText }, at));
  const { inAll, perCarton } = head;
  const isWhole = inAll && perCarton && inAll % perCarton === 0;
  return isWhole ? inAll / perCarton : 1;
}

type UnitContext = { readonly quantity: Scope; readonly problems: Problem[] };

function unitsAt(
  line: FactoryLine,
  cartons: number,
  { quantity, problems }: UnitContext,
): number | undefined {
  const at = `rows.${line.line - 1}`;
  const perCarton = line.perCarton ?? (quantity === 'per-carton' ? line.units : undefined);
  const inAll = line.inAll ?? (quantity === 'in-all' ? line.units : undefined);
  if (perCarton !== undefined) {
    if (inAll !== undefined && inAll !== perCarton * cartons) {
      const facts = { line: line.line, perCarton, cartons, total: inAll };
      problems.push(problem('carton-units-differ', facts, at));
      return undefined;
    }
    return perCarton;
  }
  if (inAll === undefined) {
    const text = line.quantityText.slice(0, 60);
    problems.push(problem('quantity-unreadable', { text }, at));
    return undefined;
  }
  if (inAll % cartons === 0) return inAll / cartons;
  const facts = { line: line.line, total: inAll, cartons };
  problems.push(problem('carton-units-do-not-divide', facts, at));
  return undefined;
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [JSON.stringify(found), found])).values()];
}

/** One carton with the loads that lie in it. */
export type CartonLoad = {
  readonly label: string;
  readonly loads: readonly LineLoad[];
};

/** Every single carton; numbers met again are the same carton unless the count began anew. */
export function cartonLoads(loads: readonly LineLoad[], numbering: Numbering): CartonLoad[] {
  const cartons = new Map<string, { label: string; loads: LineLoad[] }>();
  for (const load of loads) {
    const { head } = load;
    const series = numbering === 'anew' ? `${head.sheet}/${head.line}` : String(head.sheet);
    for (let at = 0; at < load.cartons; at += 1) {
      const number = head.numbers?.numbers[at];
      const label = number === undefined ? '' : `${head.numbers?.prefix.toUpperCase()}${number}`;
      const key = label === '' ? `${head.sheet}/${head.line}/${at}` : `${series}:${label}`;
      const carton = cartons.get(key) ?? { label, loads: [] };
      carton.loads.push(load);
      cartons.set(key, carton);
    }
  }
  return [...cartons.values()];
}

/** Whether two lines that open cartons name the same number. */
export function overlaps(loads: readonly LineLoad[]): readonly FactoryLine[] {
  const heads = [...new Set(loads.map(({ head }) => head))];
  const seen = new Set<string>();
  return heads.filter((head) => {
    const keys = (head.numbers?.numbers ?? []).map(
      (number) => `${head.sheet}:${head.numbers?.prefix}${number}`,
    );
    const isMet = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isMet;
  });
}
