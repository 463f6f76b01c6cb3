import type { PracticeListing } from '#lib/context/server';
import type { ListingRow } from '#lib/flat-files';
import { marketplaceById, moneyFromDecimal, optional } from '#lib/kernel';

/** A row of a dropped file as the practice Amazon is told of it, so that it can be worked with there. */
export function practiceListing(row: ListingRow, marketplaceId: string): PracticeListing {
  const marketplace = marketplaceById(marketplaceId);
  const currency = marketplace?.currency ?? 'USD';
  const condition = conditionOf(row.condition);
  return {
    sku: row.sku,
    marketplaceId,
    title: row.title,
    channel: row.channel === 'amazon' ? (marketplace?.channel ?? row.channelCode) : 'DEFAULT',
    active: row.status === 'active',
    ...optional('asin', row.asin === '' ? undefined : row.asin),
    ...optional('listingId', row.listingId),
    ...optional('condition', condition),
    ...optional('quantity', row.quantity),
    ...optional('productId', row.productId?.value),
    ...optional(
      'priceMinor',
      row.price === undefined ? undefined : moneyFromDecimal(Number(row.price), currency).minor,
    ),
  };
}

function conditionOf(condition: ListingRow['condition']): string | undefined {
  if (condition === 'unknown') return undefined;
  if (condition === 'new') return 'new_new';
  return condition === 'refurbished' ? 'refurbished_refurbished' : condition.replaceAll('-', '_');
}
