export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One operation of the Selling Partner API. `rate` is in calls per second and `burst` in calls,
 * both defaults per seller and application that the answer's header may correct; `success` is the
 * HTTP status of an accepted call; `restricted` operations want a restricted data token.
 */
export type Operation = {
  readonly api: string;
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly rate: number;
  readonly burst: number;
  readonly success: number;
  readonly restricted: boolean;
};

// Facts from Amazon's published models (commit 34dc93f of 2026-08-05): name, method, path,
// rate/burst, success status. Rates raised to five per second by the changelog of 2025-06-25; the
// official SDK's rates where a model names none (self-ship, prep details, inventory writes).
const TABLE = `
[inbound]
listInboundPlans GET /inbound/fba/2024-03-20/inboundPlans 2/6 200
createInboundPlan POST /inbound/fba/2024-03-20/inboundPlans 2/2 202
getInboundPlan GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId} 2/6 200
listInboundPlanBoxes GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/boxes 2/6 200
cancelInboundPlan PUT /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/cancellation 2/2 202
listInboundPlanItems GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/items 2/6 200
updateInboundPlanName PUT /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/name 2/30 204
listPackingGroupBoxes GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/packingGroups/{packingGroupId}/boxes 2/30 200
listPackingGroupItems GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/packingGroups/{packingGroupId}/items 2/30 200
setPackingInformation POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/packingInformation 2/2 202
listPackingOptions GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/packingOptions 2/6 200
generatePackingOptions POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/packingOptions 2/2 202
confirmPackingOption POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/packingOptions/{packingOptionId}/confirmation 2/2 202
listInboundPlanPallets GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/pallets 2/6 200
listPlacementOptions GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/placementOptions 2/6 200
generatePlacementOptions POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/placementOptions 2/2 202
confirmPlacementOption POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/placementOptions/{placementOptionId}/confirmation 2/2 202
getShipment GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId} 5/6 200
listShipmentBoxes GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/boxes 5/30 200
listShipmentContentUpdatePreviews GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/contentUpdatePreviews 2/30 200
generateShipmentContentUpdatePreviews POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/contentUpdatePreviews 2/30 202
getShipmentContentUpdatePreview GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/contentUpdatePreviews/{contentUpdatePreviewId} 2/30 200
confirmShipmentContentUpdatePreview POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/contentUpdatePreviews/{contentUpdatePreviewId}/confirmation 2/30 202
getDeliveryChallanDocument GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/deliveryChallanDocument 2/6 200
listDeliveryWindowOptions GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/deliveryWindowOptions 5/30 200
generateDeliveryWindowOptions POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/deliveryWindowOptions 2/30 202
confirmDeliveryWindowOptions POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/deliveryWindowOptions/{deliveryWindowOptionId}/confirmation 2/30 202
listShipmentItems GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/items 2/30 200
updateShipmentName PUT /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/name 2/30 204
listShipmentPallets GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/pallets 2/30 200
cancelSelfShipAppointment PUT /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/selfShipAppointmentCancellation 2/30 202
getSelfShipAppointmentSlots GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/selfShipAppointmentSlots 2/6 200
generateSelfShipAppointmentSlots POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/selfShipAppointmentSlots 2/2 201
scheduleSelfShipAppointment POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/selfShipAppointmentSlots/{slotId}/schedule 2/2 200
updateShipmentSourceAddress PUT /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/sourceAddress 2/30 202
updateShipmentTrackingDetails PUT /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/shipments/{shipmentId}/trackingDetails 2/2 202
listTransportationOptions GET /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/transportationOptions 5/6 200
generateTransportationOptions POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/transportationOptions 2/2 202
confirmTransportationOptions POST /inbound/fba/2024-03-20/inboundPlans/{inboundPlanId}/transportationOptions/confirmation 2/2 202
listItemComplianceDetails GET /inbound/fba/2024-03-20/items/compliance 2/6 200
updateItemComplianceDetails PUT /inbound/fba/2024-03-20/items/compliance 2/6 202
createMarketplaceItemLabels POST /inbound/fba/2024-03-20/items/labels 2/30 200
listPrepDetails GET /inbound/fba/2024-03-20/items/prepDetails 2/30 200
setPrepDetails POST /inbound/fba/2024-03-20/items/prepDetails 2/30 202
getInboundOperationStatus GET /inbound/fba/2024-03-20/operations/{operationId} 5/6 200

[inbound-v0]
getPrepInstructions GET /fba/inbound/v0/prepInstructions 2/30 200
getLabels GET /fba/inbound/v0/shipments/{shipmentId}/labels 5/30 200
getBillOfLading GET /fba/inbound/v0/shipments/{shipmentId}/billOfLading 2/30 200
getShipments GET /fba/inbound/v0/shipments 2/30 200
getShipmentItemsByShipmentId GET /fba/inbound/v0/shipments/{shipmentId}/items 2/30 200
getShipmentItems GET /fba/inbound/v0/shipmentItems 2/30 200

[listings]
deleteListingsItem DELETE /listings/2021-08-01/items/{sellerId}/{sku} 5/5 200
getListingsItem GET /listings/2021-08-01/items/{sellerId}/{sku} 5/10 200
patchListingsItem PATCH /listings/2021-08-01/items/{sellerId}/{sku} 5/5 200
putListingsItem PUT /listings/2021-08-01/items/{sellerId}/{sku} 5/10 200
searchListingsItems GET /listings/2021-08-01/items/{sellerId} 5/5 200

[restrictions]
getListingsRestrictions GET /listings/2021-08-01/restrictions 5/10 200

[definitions]
searchDefinitionsProductTypes GET /definitions/2020-09-01/productTypes 5/10 200
getDefinitionsProductType GET /definitions/2020-09-01/productTypes/{productType} 5/10 200

[catalog]
searchCatalogItems GET /catalog/2022-04-01/items 2/2 200
getCatalogItem GET /catalog/2022-04-01/items/{asin} 2/2 200

[inventory]
getInventorySummaries GET /fba/inventory/v1/summaries 2/2 200
createInventoryItem POST /fba/inventory/v1/items 2/2 200
deleteInventoryItem DELETE /fba/inventory/v1/items/{sellerSku} 2/2 200
addInventory POST /fba/inventory/v1/items/inventory 2/2 200

[eligibility]
getItemEligibilityPreview GET /fba/inbound/v1/eligibility/itemPreview 1/1 200

[orders]
searchOrders GET /orders/2026-01-01/orders 0.0056/20 200
getOrder GET /orders/2026-01-01/orders/{orderId} 0.5/30 200

[orders-v0]
getOrders GET /orders/v0/orders 0.0167/20 200 restricted
getOrder GET /orders/v0/orders/{orderId} 0.5/30 200 restricted
getOrderBuyerInfo GET /orders/v0/orders/{orderId}/buyerInfo 0.5/30 200 restricted
getOrderAddress GET /orders/v0/orders/{orderId}/address 0.5/30 200 restricted
getOrderItems GET /orders/v0/orders/{orderId}/orderItems 0.5/30 200 restricted
getOrderItemsBuyerInfo GET /orders/v0/orders/{orderId}/orderItems/buyerInfo 0.5/30 200 restricted
updateShipmentStatus POST /orders/v0/orders/{orderId}/shipment 5/15 204
getOrderRegulatedInfo GET /orders/v0/orders/{orderId}/regulatedInfo 0.5/30 200 restricted
updateVerificationStatus PATCH /orders/v0/orders/{orderId}/regulatedInfo 0.5/30 204
confirmShipment POST /orders/v0/orders/{orderId}/shipmentConfirmation 2/10 204

[feeds]
getFeeds GET /feeds/2021-06-30/feeds 0.0222/10 200
createFeed POST /feeds/2021-06-30/feeds 0.0083/15 202
cancelFeed DELETE /feeds/2021-06-30/feeds/{feedId} 2/15 200
getFeed GET /feeds/2021-06-30/feeds/{feedId} 2/15 200
createFeedDocument POST /feeds/2021-06-30/documents 0.5/15 201
getFeedDocument GET /feeds/2021-06-30/documents/{feedDocumentId} 0.0222/10 200

[reports]
getReports GET /reports/2021-06-30/reports 0.0222/10 200
createReport POST /reports/2021-06-30/reports 0.0167/15 202
cancelReport DELETE /reports/2021-06-30/reports/{reportId} 0.0222/10 200
getReport GET /reports/2021-06-30/reports/{reportId} 2/15 200
getReportSchedules GET /reports/2021-06-30/schedules 0.0222/10 200
createReportSchedule POST /reports/2021-06-30/schedules 0.0222/10 201
cancelReportSchedule DELETE /reports/2021-06-30/schedules/{reportScheduleId} 0.0222/10 200
getReportSchedule GET /reports/2021-06-30/schedules/{reportScheduleId} 0.0222/10 200
getReportDocument GET /reports/2021-06-30/documents/{reportDocumentId} 0.0167/15 200 restricted

[tokens]
createRestrictedDataToken POST /tokens/2021-03-01/restrictedDataToken 1/10 200

[sellers]
getMarketplaceParticipations GET /sellers/v1/marketplaceParticipations 0.016/15 200
getAccount GET /sellers/v1/account 0.016/15 200

[merchant-fulfillment]
getEligibleShipmentServices POST /mfn/v0/eligibleShippingServices 6/12 200
getShipment GET /mfn/v0/shipments/{shipmentId} 1/1 200 restricted
cancelShipment DELETE /mfn/v0/shipments/{shipmentId} 1/1 200 restricted
createShipment POST /mfn/v0/shipments 2/2 200 restricted
getAdditionalSellerInputs POST /mfn/v0/additionalSellerInputs 1/1 200

[fees]
getMyFeesEstimateForSKU POST /products/fees/v0/listings/{SellerSKU}/feesEstimate 1/2 200
getMyFeesEstimateForASIN POST /products/fees/v0/items/{Asin}/feesEstimate 1/2 200
getMyFeesEstimates POST /products/fees/v0/feesEstimate 0.5/1 200

[notifications]
getSubscriptions GET /notifications/v1/subscriptions 1/5 200
getSubscription GET /notifications/v1/subscriptions/{notificationType} 1/5 200
createSubscription POST /notifications/v1/subscriptions/{notificationType} 1/5 200
getSubscriptionById GET /notifications/v1/subscriptions/{notificationType}/{subscriptionId} 1/5 200
deleteSubscriptionById DELETE /notifications/v1/subscriptions/{notificationType}/{subscriptionId} 1/5 200
sendTestNotification POST /notifications/v1/subscriptions/{notificationType}/testNotification 1/5 200
getDestinations GET /notifications/v1/destinations 1/5 200
createDestination POST /notifications/v1/destinations 1/5 200
getDestination GET /notifications/v1/destinations/{destinationId} 1/5 200
deleteDestination DELETE /notifications/v1/destinations/{destinationId} 1/5 200
`;

export const OPERATIONS: readonly Operation[] = read(TABLE);

function read(table: string): Operation[] {
  const operations: Operation[] = [];
  let api = '';
  for (const line of table.split('\n')) {
    const section = /^\[(.+)\]$/.exec(line);
    if (section) api = section[1] ?? '';
    else if (line !== '') operations.push(readLine(api, line));
  }
  return operations;
}

function readLine(api: string, line: string): Operation {
  const [id = '', method = 'GET', path = '', limits = '', success, flag] = line.split(' ');
  const [rate, burst] = limits.split('/').map(Number);
  return {
    api,
    id,
    method: method as Method,
    path,
    rate: rate ?? 1,
    burst: burst ?? 1,
    success: Number(success),
    restricted: flag === 'restricted',
  };
}
