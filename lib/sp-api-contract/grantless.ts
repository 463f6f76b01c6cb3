import type { Operation } from './operations.ts';

const GRANTLESS = new Set([
  'createDestination',
  'getDestinations',
  'getDestination',
  'deleteDestination',
  'getSubscriptionById',
  'deleteSubscriptionById',
  'sendTestNotification',
]);

/** Operations that belong to the application and not to a seller (notifications v1, 2026-11-23). */
export function isGrantless({ api, id }: Operation): boolean {
  return api === 'notifications' && GRANTLESS.has(id);
}
