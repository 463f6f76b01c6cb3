import type { Operation } from '#lib/sp-api-contract';

/**
 * What a repeated call does at Amazon: `read` changes nothing, `repeatable` ends in the same state
 * however often it is sent (it replaces or generates anew), `once` must never be sent again while
 * it is unknown whether the first was carried out.
 */
export type Effect = 'read' | 'repeatable' | 'once';

// Every operation that is not a GET. What is missing here is `once`.
const EFFECTS: Readonly<Record<string, Effect>> = {
  'inbound.createInboundPlan': 'once',
  'inbound.cancelInboundPlan': 'once',
  'inbound.updateInboundPlanName': 'repeatable',
  'inbound.setPackingInformation': 'repeatable',
  'inbound.generatePackingOptions': 'repeatable',
  'inbound.confirmPackingOption': 'once',
  'inbound.generatePlacementOptions': 'repeatable',
  'inbound.confirmPlacementOption': 'once',
  'inbound.generateShipmentContentUpdatePreviews': 'repeatable',
  'inbound.confirmShipmentContentUpdatePreview': 'once',
  'inbound.generateDeliveryWindowOptions': 'repeatable',
  'inbound.confirmDeliveryWindowOptions': 'once',
  'inbound.updateShipmentName': 'repeatable',
  'inbound.cancelSelfShipAppointment': 'once',
  'inbound.generateSelfShipAppointmentSlots': 'repeatable',
  'inbound.scheduleSelfShipAppointment': 'once',
  'inbound.updateShipmentSourceAddress': 'repeatable',
  'inbound.updateShipmentTrackingDetails': 'repeatable',
  'inbound.generateTransportationOptions': 'repeatable',
  'inbound.confirmTransportationOptions': 'once',
  'inbound.updateItemComplianceDetails': 'repeatable',
  'inbound.createMarketplaceItemLabels': 'read',
  'inbound.setPrepDetails': 'repeatable',
  'listings.deleteListingsItem': 'once',
  'listings.patchListingsItem': 'repeatable',
  'listings.putListingsItem': 'repeatable',
  'inventory.createInventoryItem': 'once',
  'inventory.deleteInventoryItem': 'once',
  // Carries an idempotency token (fbaInventory model, checked 2026-11-23).
  'inventory.addInventory': 'repeatable',
  'orders-v0.updateShipmentStatus': 'once',
  'orders-v0.updateVerificationStatus': 'once',
  'orders-v0.confirmShipment': 'once',
  'feeds.createFeed': 'once',
  'feeds.cancelFeed': 'once',
  // A document nobody names in a feed costs nothing and expires.
  'feeds.createFeedDocument': 'repeatable',
  'reports.createReport': 'once',
  'reports.cancelReport': 'once',
  'reports.createReportSchedule': 'once',
  'reports.cancelReportSchedule': 'once',
  'tokens.createRestrictedDataToken': 'read',
  'merchant-fulfillment.getEligibleShipmentServices': 'read',
  'merchant-fulfillment.getAdditionalSellerInputs': 'read',
  'merchant-fulfillment.createShipment': 'once',
  'merchant-fulfillment.cancelShipment': 'once',
  'fees.getMyFeesEstimateForSKU': 'read',
  'fees.getMyFeesEstimateForASIN': 'read',
  'fees.getMyFeesEstimates': 'read',
  'notifications.createSubscription': 'once',
  'notifications.deleteSubscriptionById': 'once',
  'notifications.sendTestNotification': 'once',
  'notifications.createDestination': 'once',
  'notifications.deleteDestination': 'once',
};

export function nameOf(operation: Operation): string {
  return `${operation.api}.${operation.id}`;
}

export function effectOf(operation: Operation): Effect {
  return operation.method === 'GET' ? 'read' : (EFFECTS[nameOf(operation)] ?? 'once');
}

/** Whether the same call may be sent again although the first may have been carried out. */
export function safeToRepeat(operation: Operation): boolean {
  return effectOf(operation) !== 'once';
}

/** For tests: the table must name every write of the contract. */
export const NAMED_EFFECTS: readonly string[] = Object.keys(EFFECTS);
