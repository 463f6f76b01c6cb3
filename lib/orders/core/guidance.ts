import { hasProgram, isPending, type Order } from './order.ts';

/** What the seller can be told at the moment it matters; the sentences are in the catalogues. */
export type Guidance =
  | 'pending-do-not-ship'
  | 'pending-ask-customer-service'
  | 'canceled-invite-again'
  | 'ship-to-address-as-it-is'
  | 'redirect-cancel-and-reorder'
  | 'redirect-prime-customer-service'
  | 'redirect-intercept'
  | 'redirect-refuse-or-forward'
  | 'refund-is-yours'
  | 'insure-next-time'
  | 'request-must-be-official'
  | 'amazon-ships-it'
  | 'business-slip-with-order-number'
  | 'replacement-is-free';

/** S14, S17, S28 to S32: the advice that fits an order as it stands. */
export function guidanceFor(order: Order): readonly Guidance[] {
  if (order.fulfilledBy === 'AMAZON') return ['amazon-ships-it'];
  if (isPending(order)) return ['pending-do-not-ship', 'pending-ask-customer-service'];
  if (order.status === 'CANCELLED') return ['canceled-invite-again'];
  const extras: readonly Guidance[] = [
    ...(hasProgram(order, 'AMAZON_BUSINESS') ? (['business-slip-with-order-number'] as const) : []),
    ...(order.originalOrderId === undefined ? [] : (['replacement-is-free'] as const)),
  ];
  if (order.status === 'UNSHIPPED')
    return [
      'ship-to-address-as-it-is',
      hasProgram(order, 'PRIME')
        ? 'redirect-prime-customer-service'
        : 'redirect-cancel-and-reorder',
      'request-must-be-official',
      ...extras,
    ];
  return [
    'redirect-intercept',
    'redirect-refuse-or-forward',
    'refund-is-yours',
    'insure-next-time',
    ...extras,
  ];
}
