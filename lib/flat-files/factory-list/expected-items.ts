import { itemKey } from './factory-choices.ts';

/** A line of the plan: one SKU with one expiry date, and by which names a factory may call it. */
export type ExpectedItem = {
  readonly sku: string;
  /** yyyy-mm-dd */
  readonly expiry?: string;
  readonly quantity: number;
  readonly fnsku?: string;
  readonly asin?: string;
  readonly title?: string;
};

/** Looks a factory's words for an item up among the plan's SKUs. */
export type ItemLookup = (names: readonly string[]) => string | undefined;

/** By SKU, FNSKU or ASIN, whatever the case and the punctuation; a name of two SKUs is of none. */
export function itemLookup(
  expected: readonly ExpectedItem[],
  aliases: Readonly<Record<string, string>> = {},
): ItemLookup {
  const exact = new Map<string, string>();
  const tidy = new Map<string, Set<string>>();
  const skus = new Set(expected.map(({ sku }) => sku));
  for (const { sku, fnsku, asin, title } of expected) {
    exact.set(sku, sku);
    for (const name of [sku, fnsku, asin, title]) {
      const key = itemKey(name ?? '');
      if (key !== '') tidy.set(key, (tidy.get(key) ?? new Set()).add(sku));
    }
  }
  return (names) => {
    for (const name of names) {
      const alias = aliases[itemKey(name)];
      if (alias !== undefined && skus.has(alias)) return alias;
    }
    for (const name of names) {
      const known = exact.get(name) ?? only(tidy.get(itemKey(name)));
      if (known !== undefined) return known;
    }
    return undefined;
  };
}

function only(found: ReadonlySet<string> | undefined): string | undefined {
  return found?.size === 1 ? [...found][0] : undefined;
}
