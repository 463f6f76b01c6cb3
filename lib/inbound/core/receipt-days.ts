import type { Instant } from '#lib/kernel';

type Counted = {
  readonly warehouseId: string;
  readonly sku: string;
  readonly units: number;
  readonly at: Instant;
};

/** What a centre counted on a day of the store's calendar. */
export type ReceiptDay = {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly warehouseId: string;
  readonly units: number;
  readonly skus: readonly { readonly sku: string; readonly units: number }[];
};

/** Receipts by day and centre, the latest first. */
export function receiptDays(receipts: readonly Counted[], timeZone: string): ReceiptDay[] {
  // The Swedish way of writing a date is ISO's.
  const dayIn = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const days = new Map<string, { day: string; warehouseId: string; skus: Map<string, number> }>();
  for (const { warehouseId, sku, units, at } of receipts) {
    const day = dayIn.format(at);
    const key = `${day} ${warehouseId}`;
    const known = days.get(key) ?? { day, warehouseId, skus: new Map<string, number>() };
    known.skus.set(sku, (known.skus.get(sku) ?? 0) + units);
    days.set(key, known);
  }
  return [...days.entries()]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([, { day, warehouseId, skus }]) => ({
      day,
      warehouseId,
      units: [...skus.values()].reduce((sum, units) => sum + units, 0),
      skus: [...skus].map(([sku, units]) => ({ sku, units })),
    }));
}
