import type { PlanLine } from '#lib/inbound';
import type { CasePack } from '#lib/listings/server';

/** Stands for the case that the line has, where its case pack has been changed or taken away since. */
export const KEPT_CASE = 'kept';

export type PackingChoice = {
  readonly value: string;
  readonly name: string;
  readonly unitsPerCase: number;
};

/** The ways a line may be packed, and the one it has; an empty value is individual units. */
export function packingChoices(
  line: PlanLine,
  packs: readonly CasePack[],
): { readonly choices: readonly PackingChoice[]; readonly chosen: string } {
  const mine = packs.filter(({ sku }) => sku === line.sku);
  const choices = mine.map(({ id, name, unitsPerCase }) => ({ value: id, name, unitsPerCase }));
  const now = line.case;
  if (!now) return { choices, chosen: '' };
  const same = mine.find(
    ({ name, unitsPerCase, dimensions, weight }) =>
      JSON.stringify({ name, unitsPerCase, dimensions, weight }) ===
      JSON.stringify({
        name: now.name,
        unitsPerCase: now.unitsPerCase,
        dimensions: now.dimensions,
        weight: now.weight,
      }),
  );
  if (same) return { choices, chosen: same.id };
  const kept = { value: KEPT_CASE, name: now.name, unitsPerCase: now.unitsPerCase };
  return { choices: [...choices, kept], chosen: KEPT_CASE };
}
