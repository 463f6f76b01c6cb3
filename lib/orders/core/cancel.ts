import { blocking, type Findings, problem, warning } from '#lib/kernel';
import { isCancelAsked, isOpen, isPending, type Order } from './order.ts';
import { type Rate, rateOf, TARGETS } from './rates.ts';

/** The reasons that the file and the page both take (Seller Central, 2026-11-23). */
export const CANCEL_REASONS = [
  'NoInventory',
  'BuyerCanceled',
  'GeneralAdjustment',
  'PricingError',
  'ShippingAddressUndeliverable',
  'CustomerExchange',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export function isCancelReason(text: string): text is CancelReason {
  return CANCEL_REASONS.some((reason) => reason === text);
}

export type CancelInput = {
  readonly reason: string;
  /** The items to cancel; all of the order when absent. */
  readonly orderItemIds?: readonly string[];
};

/** Whether an order, or some of its items, may be canceled for this reason. */
export function checkCancel(order: Order, { reason, orderItemIds }: CancelInput): Findings {
  const { orderId } = order;
  if (isPending(order)) return blocking(problem('order-pending', { orderId }));
  if (!isOpen(order)) return blocking(problem('order-not-cancelable', { orderId }));
  if (!isCancelReason(reason)) return blocking(problem('cancel-reason-unknown', { reason }));
  const wanted = order.items.filter(
    (item) => orderItemIds?.includes(item.orderItemId) ?? item.ordered > item.cancelled,
  );
  if (wanted.length === 0 || (orderItemIds && wanted.length < new Set(orderItemIds).size))
    return blocking(problem('cancel-item-unknown', { orderId }));
  // What was confirmed is refunded, never canceled (Seller Central, 2026-11-23).
  if (wanted.some((item) => item.shipped > 0))
    return blocking(problem('cancel-item-confirmed', { orderId }));
  return warning(
    reason === 'BuyerCanceled' && !isCancelAsked(order)
      ? problem('cancel-not-asked-for', { orderId })
      : undefined,
    order.status === 'PARTIALLY_SHIPPED'
      ? problem('cancel-part-stays-late', { orderId })
      : undefined,
  );
}

/**
 * Whether the cancellation counts against the seller: it does, unless the buyer asked for it in the
 * official way; a free message does not suffice (Seller Central, 2026-11-23).
 */
export function isCancelCounted(order: Pick<Order, 'items'>, reason: string): boolean {
  return !(reason === 'BuyerCanceled' && isCancelAsked(order));
}

export type CancelEffect = {
  readonly before: Rate;
  readonly after: Rate;
  /** How many of the cancellations count. */
  readonly counted: number;
  /** Two seller cancellations in a row can take an offer off the page. */
  readonly mayHideOffer: boolean;
};

/** R33: what canceling these orders does to the cancellation rate of the last seven days. */
export function effectOfCancel(
  counts: { readonly canceled: number; readonly orders: number },
  cancellations: readonly { readonly isCounted: boolean }[],
  { target = TARGETS.cancellation, lastWasCounted = false } = {},
): CancelEffect {
  const counted = cancellations.filter(({ isCounted }) => isCounted).length;
  return {
    before: rateOf(counts.canceled, counts.orders, target),
    after: rateOf(counts.canceled + counted, counts.orders, target),
    counted,
    mayHideOffer: counted > 1 || (counted === 1 && lastWasCounted),
  };
}
