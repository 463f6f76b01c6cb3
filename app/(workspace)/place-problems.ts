import type { Problem } from '#lib/kernel';

type Names = {
  /** what the room calls the list: `lines` in `lines.SKU-1.quantity` */
  readonly list: string;
  /** what the form calls each row, and its SKU */
  readonly keys: readonly (readonly [key: string, sku: string])[];
  /** what the form calls a row's field, where the room calls it otherwise */
  readonly fields?: Readonly<Record<string, string>>;
  /** what the form calls the list, where the room calls it otherwise */
  readonly rows?: string;
};

/** Rooms name a row by its SKU, forms in their own way: the same problems where the form has them. */
export function placeProblems(problems: readonly Problem[], names: Names): readonly Problem[] {
  const { list, keys, fields = {}, rows = list } = names;
  // The longest first: a SKU may have dots, and begin with another one.
  const byLength = keys.toSorted(([, a], [, b]) => b.length - a.length);
  return problems.map((problem) => {
    const { at } = problem;
    if (at === undefined) return problem;
    const row = byLength.find(
      ([, sku]) => at === `${list}.${sku}` || at.startsWith(`${list}.${sku}.`),
    );
    if (!row) return problem;
    const [key, sku] = row;
    const field = at.slice(list.length + sku.length + 2);
    const tail = field === '' ? '' : `.${fields[field] ?? field}`;
    return { ...problem, at: `${rows}.${key}${tail}` };
  });
}
