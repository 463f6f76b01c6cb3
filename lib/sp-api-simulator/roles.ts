import type { Operation } from '#lib/sp-api-contract';

import type { Turn } from './turn.ts';

const FULFILMENT = 'Amazon Fulfillment';
const LISTING = 'Product Listing';
const TRACKING = 'Inventory and Order Tracking';
const PRICING = 'Pricing';
const SHIPPING = 'Direct-to-Consumer Shipping (Restricted)';

/** The roles that an application can be given (SP-API documentation, checked 2026-11-23). */
export const ROLES = [FULFILMENT, LISTING, TRACKING, PRICING, SHIPPING] as const;

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  inbound: [FULFILMENT],
  'inbound-v0': [FULFILMENT],
  eligibility: [FULFILMENT],
  inventory: [FULFILMENT, TRACKING],
  listings: [LISTING],
  restrictions: [LISTING],
  definitions: [LISTING],
  catalog: [LISTING],
  orders: [TRACKING, SHIPPING],
  'orders-v0': [TRACKING, SHIPPING],
  'merchant-fulfillment': [SHIPPING],
  fees: [PRICING, LISTING],
};

/** Whether the application may call this at all; any one of the roles suffices. */
export function mayCall(turn: Turn, operation: Operation): boolean {
  const needed = NEEDED[operation.api];
  return needed === undefined || needed.some((role) => hasRole(turn, role));
}

/** Names, addresses and telephone numbers are for those who ship to them. */
export function mayReadPersonal(turn: Turn): boolean {
  return hasRole(turn, SHIPPING);
}

function hasRole(turn: Turn, role: string): boolean {
  return turn.world.read('permissions', 'roles')?.roles.includes(role) ?? true;
}
