/** Labels of one print, by what the goods are told apart by: their SKU, or their line in a list. */
export type PrintCounts = Readonly<Record<string, number>>;

/** How many labels of each all prints together were of. */
export function printedSoFar(prints: readonly { readonly counts?: PrintCounts }[]): PrintCounts {
  const sum: Record<string, number> = {};
  for (const { counts = {} } of prints) {
    for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
  }
  return sum;
}

/** A print is a reprint when, with what was printed before, there are more labels than wanted. */
export function isReprint(needed: PrintCounts, before: PrintCounts, counts: PrintCounts): boolean {
  return Object.entries(counts).some(([key, count]) => {
    const printed = before[key] ?? 0;
    return printed > 0 && printed + count > (needed[key] ?? 0);
  });
}
