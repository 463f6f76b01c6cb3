import type { Operation } from '#lib/sp-api-contract';

import { nameOf } from './effects.ts';
import { isRecord } from './error-body.ts';

// What an answer must hold to be of use, a part of what Amazon's models require: "[]" a list, "{}"
// an object, otherwise text or a number. The rest may be missing, and unknown values may appear.
const SHAPES: Readonly<Record<string, string>> = {
  'inbound.createInboundPlan': 'inboundPlanId operationId',
  'inbound.getInboundPlan': 'inboundPlanId status',
  'inbound.getShipment': 'shipmentId',
  'inbound.getInboundOperationStatus': 'operationStatus',
  'inbound.listInboundPlanBoxes': 'boxes[]',
  'inbound.listInboundPlanItems': 'items[]',
  'inbound.listInboundPlanPallets': 'pallets[]',
  'inbound.listPackingGroupBoxes': 'boxes[]',
  'inbound.listPackingGroupItems': 'items[]',
  'inbound.listPackingOptions': 'packingOptions[]',
  'inbound.listPlacementOptions': 'placementOptions[]',
  'inbound.listShipmentBoxes': 'boxes[]',
  'inbound.listShipmentItems': 'items[]',
  'inbound.listShipmentPallets': 'pallets[]',
  'inbound.listShipmentContentUpdatePreviews': 'contentUpdatePreviews[]',
  'inbound.getShipmentContentUpdatePreview': 'contentUpdatePreviewId',
  'inbound.listDeliveryWindowOptions': 'deliveryWindowOptions[]',
  'inbound.listTransportationOptions': 'transportationOptions[]',
  'inbound.getSelfShipAppointmentSlots': 'selfShipAppointmentSlotsAvailability{}',
  'inbound.scheduleSelfShipAppointment': 'selfShipAppointmentDetails{}',
  'inbound.getDeliveryChallanDocument': 'documentDownload{}',
  'inbound.createMarketplaceItemLabels': 'documentDownloads[]',
  'inbound.listPrepDetails': 'mskuPrepDetails[]',
  'inbound-v0.getPrepInstructions': 'payload{}',
  'inbound-v0.getLabels': 'payload{}',
  'inbound-v0.getBillOfLading': 'payload{}',
  'inbound-v0.getShipments': 'payload{}',
  'inbound-v0.getShipmentItemsByShipmentId': 'payload{}',
  'inbound-v0.getShipmentItems': 'payload{}',
  'listings.deleteListingsItem': 'sku status',
  'listings.getListingsItem': 'sku',
  'listings.patchListingsItem': 'sku status',
  'listings.putListingsItem': 'sku status',
  'listings.searchListingsItems': 'items[]',
  'catalog.searchCatalogItems': 'items[]',
  'catalog.getCatalogItem': 'asin',
  'inventory.getInventorySummaries': 'payload{}',
  'eligibility.getItemEligibilityPreview': 'payload{}',
  'reports.getReports': 'reports[]',
  'reports.createReport': 'reportId',
  'reports.getReport': 'reportId processingStatus',
  'reports.getReportSchedules': 'reportSchedules[]',
  'reports.createReportSchedule': 'reportScheduleId',
  'reports.getReportSchedule': 'reportScheduleId',
  'reports.getReportDocument': 'reportDocumentId url',
  'orders.searchOrders': 'orders[]',
  'orders.getOrder': 'order{}',
  'fees.getMyFeesEstimateForSKU': 'payload{}',
  'feeds.createFeed': 'feedId',
  'feeds.createFeedDocument': 'feedDocumentId url',
  'feeds.getFeed': 'feedId processingStatus',
  'feeds.getFeedDocument': 'feedDocumentId url',
  'notifications.getDestinations': 'payload[]',
  'notifications.createDestination': 'payload{}',
  'notifications.getSubscription': 'payload{}',
  'notifications.createSubscription': 'payload{}',
  'sellers.getMarketplaceParticipations': 'payload[]',
  'sellers.getAccount': 'payload{}',
};

/** The first field that the answer lacks, or undefined when it can be used. */
export function missingIn(operation: Operation, body: unknown): string | undefined {
  const shape = SHAPES[nameOf(operation)] ?? (isCarriedOutLater(operation) ? 'operationId' : '');
  return shape.split(' ').find((field) => field !== '' && !holds(body, field));
}

function isCarriedOutLater(operation: Operation): boolean {
  return operation.api === 'inbound' && (operation.success === 202 || operation.success === 201);
}

/** For tests: the fields asked of each operation. */
export const NAMED_SHAPES: Readonly<Record<string, string>> = SHAPES;

function holds(body: unknown, field: string): boolean {
  const value = isRecord(body) ? body[field.replace(/\[\]|\{\}/, '')] : undefined;
  if (field.endsWith('[]')) return Array.isArray(value);
  if (field.endsWith('{}')) return isRecord(value);
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
