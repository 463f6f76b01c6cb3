import type { OrderRow } from '#lib/flat-files';
import { type Instant, type Money, moneyFromDecimal, optional } from '#lib/kernel';
import type { Buyer } from '../core/buyer.ts';
import type { Order, OrderItem } from '../core/order.ts';
import { instantOf, type OrderReading } from './read-order.ts';

/**
 * The orders of a report, one reading for the rows of each. A report knows no packages, no prices of
 * units and not all dates, so what is new through it is known in part.
 */
export function readingsOfRows(
  rows: readonly OrderRow[],
  { marketplaceId, reportedAt }: { readonly marketplaceId: string; readonly reportedAt: Instant },
): readonly OrderReading[] {
  const orders = new Map<string, OrderRow[]>();
  for (const row of rows) {
    const known = orders.get(row.orderId);
    if (known) known.push(row);
    else orders.set(row.orderId, [row]);
  }
  return [...orders.values()].flatMap((of) => readingOf(of, { marketplaceId, reportedAt }) ?? []);
}

function readingOf(
  rows: readonly OrderRow[],
  { marketplaceId, reportedAt }: { readonly marketplaceId: string; readonly reportedAt: Instant },
): OrderReading | undefined {
  const [first] = rows;
  const purchasedAt = instantOf(first?.purchasedAt);
  if (!first || purchasedAt === undefined) return undefined;
  const items = rows.map(itemOf);
  const isPart = items.some(({ shipped }) => shipped > 0);
  const shipBy = instantOf(first.shipBy);
  const deliverBy = instantOf(first.deliverBy);
  const order: Order = {
    orderId: first.orderId,
    marketplaceId,
    fulfilledBy: 'MERCHANT',
    status: isPart ? 'PARTIALLY_SHIPPED' : 'UNSHIPPED',
    purchasedAt,
    updatedAt: Math.min(reportedAt, purchasedAt),
    programs: [
      ...(first.isPrime ? ['PRIME'] : []),
      ...(first.isBusiness ? ['AMAZON_BUSINESS'] : []),
    ],
    ...optional('serviceLevel', first.serviceLevel?.toUpperCase()),
    ...optional('shipBy', shipBy === undefined ? undefined : { latest: shipBy }),
    ...optional('deliverBy', deliverBy === undefined ? undefined : { latest: deliverBy }),
    ...optional('originalOrderId', first.originalOrderId),
    items,
    packages: [],
  };
  const buyer = buyerOf(first);
  return {
    order,
    buyer,
    buyerState: buyer.address ? 'sealed' : 'role-missing',
    isPartial: true,
  };
}

function itemOf(row: OrderRow): OrderItem {
  return {
    orderItemId: row.orderItemId,
    sku: row.sku,
    asin: '',
    title: row.title,
    ordered: row.ordered,
    shipped: row.shipped,
    cancelled: 0,
    ...optional('unitPrice', unitPriceOf(row)),
    ...(row.isTransparency ? { isTransparency: true } : {}),
    ...(row.isCancelAsked ? { cancelRequest: { reason: row.cancelReason ?? '' } } : {}),
    ...optional('iossNumber', row.iossNumber),
  };
}

function unitPriceOf({ currency, itemPrice, ordered }: OrderRow): Money | undefined {
  const amount = Number(itemPrice);
  if (currency === undefined || itemPrice === undefined || !Number.isFinite(amount))
    return undefined;
  return ordered > 0 ? moneyFromDecimal(amount / ordered, currency) : undefined;
}

function buyerOf({ buyer }: OrderRow): Buyer {
  const hasAddress = buyer.lines.length > 0 || buyer.postalCode !== undefined;
  return {
    ...optional('name', buyer.name),
    ...optional('email', buyer.email),
    ...optional('companyName', buyer.companyName),
    ...optional('purchaseOrderNumber', buyer.purchaseOrderNumber),
    ...optional('giftMessages', buyer.giftMessage === undefined ? undefined : [buyer.giftMessage]),
    ...(hasAddress
      ? {
          address: {
            lines: buyer.lines,
            ...optional('name', buyer.recipient ?? buyer.name),
            ...optional('city', buyer.city),
            ...optional('stateOrRegion', buyer.state),
            ...optional('postalCode', buyer.postalCode),
            ...optional('countryCode', buyer.country),
            ...optional('phone', buyer.phone),
          },
        }
      : {}),
  };
}
