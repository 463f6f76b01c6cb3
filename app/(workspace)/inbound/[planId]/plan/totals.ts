import { readDecimal } from '#lib/kernel';
import type { PackingChoice } from './packing-choice.ts';

/** The quantity as typed; undefined where it cannot be read. */
export function quantityOf(text: string): number | undefined {
  if (text.trim() === '') return 0;
  const read = readDecimal(text, 0);
  return read.ok ? read.value : undefined;
}

export type PlanTotals = {
  readonly units: number;
  /** full cases, which are boxes already */
  readonly cases: number;
  /** units that are boxed in the packing step */
  readonly loose: number;
};

/** What the rows come to as they are typed. */
export function totalsOf(
  rows: readonly { readonly choices: readonly PackingChoice[] }[],
  quantities: readonly string[],
  packings: readonly string[],
): PlanTotals {
  const totals = { units: 0, cases: 0, loose: 0 };
  for (const [index, row] of rows.entries()) {
    const quantity = quantityOf(quantities[index] ?? '') ?? 0;
    const pack = row.choices.find(({ value }) => value === packings[index]);
    totals.units += quantity;
    if (pack) totals.cases += Math.floor(quantity / pack.unitsPerCase);
    else totals.loose += quantity;
  }
  return totals;
}
