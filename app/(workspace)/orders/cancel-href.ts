import type { Order } from '#lib/orders';

/** Where an order is canceled, alone or with others. */
export function cancelHref({ orderId, marketplaceId }: Order): string {
  return `/orders/cancel?${new URLSearchParams({ store: marketplaceId, id: orderId })}`;
}
