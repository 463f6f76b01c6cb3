import { blocking, type Findings, type Money, problem } from '#lib/kernel';
import { isPending, type Order, sumOf } from './order.ts';

/** Reasons seen in Amazon's pages and files (2026-11-23). */
export const ADJUST_REASONS = [
  'NoInventory',
  'CustomerReturn',
  'GeneralAdjustment',
  'CouldNotShip',
  'DifferentItem',
  'CustomerCancel',
  'PricingError',
  'ShippingAddressUndeliverable',
] as const;
export type AdjustReason = (typeof ADJUST_REASONS)[number];

/** What is given back for one item: amounts of the whole line, and the units that never left. */
export type Adjustment = {
  readonly orderItemId: string;
  readonly reason: string;
  readonly itemPrice: Money;
  readonly shippingPrice?: Money;
  readonly quantityCancelled?: number;
};

/** Whether these refunds may be asked for; money goes back only for what was confirmed. */
export function checkAdjustments(order: Order, adjustments: readonly Adjustment[]): Findings {
  const { orderId } = order;
  if (isPending(order)) return blocking(problem('order-pending', { orderId }));
  if (!order.packages.length && order.status !== 'SHIPPED')
    return blocking(problem('adjust-before-confirm', { orderId }));
  if (adjustments.length === 0) return blocking(problem('adjust-nothing', { orderId }));
  return blocking(
    ...adjustments.map((adjustment, at) => {
      const item = order.items.find(({ orderItemId }) => orderItemId === adjustment.orderItemId);
      if (!item) return problem('cancel-item-unknown', { orderId });
      const place = `adjustments.${at}`;
      if (!ADJUST_REASONS.some((reason) => reason === adjustment.reason))
        return problem('cancel-reason-unknown', { reason: adjustment.reason }, `${place}.reason`);
      const most = (item.unitPrice?.minor ?? Infinity) * item.ordered;
      const { minor } = adjustment.itemPrice;
      if (minor < 0 || minor > most || minor + (adjustment.shippingPrice?.minor ?? 0) <= 0)
        return problem('adjust-amount', { orderId }, `${place}.itemPrice`);
      return (adjustment.quantityCancelled ?? 0) > item.ordered
        ? problem('adjust-quantity', { orderId }, `${place}.quantityCancelled`)
        : undefined;
    }),
  );
}

/**
 * R35: part of an order cannot be canceled unit by unit: everything is confirmed, and what was not
 * sent is given back (Seller Central, 2026-11-23).
 */
export function adjustmentsForMissing(
  order: Order,
  missing: readonly { readonly orderItemId: string; readonly quantity: number }[],
): readonly Adjustment[] {
  return missing.flatMap(({ orderItemId, quantity }) => {
    const item = order.items.find((candidate) => candidate.orderItemId === orderItemId);
    if (!item?.unitPrice || quantity <= 0) return [];
    const { minor, currency } = item.unitPrice;
    return [
      {
        orderItemId,
        reason: 'NoInventory',
        itemPrice: { minor: minor * quantity, currency },
        quantityCancelled: quantity,
      },
    ];
  });
}

export function totalOf(adjustments: readonly Adjustment[]): number {
  return sumOf(
    adjustments,
    ({ itemPrice, shippingPrice }) => itemPrice.minor + (shippingPrice?.minor ?? 0),
  );
}
