import { BUY_SHIPPING_HANDLERS, refundLabel } from './buy-shipping/handlers.ts';
import type { Handler } from './call.ts';
import type { DueEvent } from './entities.ts';
import { completeFeed, FEEDS_HANDLERS } from './feeds/handlers.ts';
import { FEES_HANDLERS } from './fees/handlers.ts';
import { CANCEL_HANDLERS, cancelEffect } from './inbound/cancel.ts';
import {
  confirmPreviewEffect,
  CONTENT_UPDATE_HANDLERS,
  generatePreviewsEffect,
} from './inbound/content-updates.ts';
import { ITEM_HANDLERS, setPrepEffect } from './inbound/item-labels.ts';
import { stepShipment } from './inbound/journey.ts';
import { PACK_HANDLERS, setPackingEffect } from './inbound/pack.ts';
import {
  confirmPackingEffect,
  generatePackingEffect,
  PACKING_HANDLERS,
} from './inbound/packing.ts';
import {
  confirmPlacementEffect,
  generatePlacementEffect,
  PLACEMENT_HANDLERS,
} from './inbound/placement.ts';
import { createPlanEffect, PLAN_HANDLERS } from './inbound/plans.ts';
import { SHIPMENT_CHANGE_HANDLERS, sourceAddressEffect } from './inbound/shipment-changes.ts';
import { SHIPMENT_HANDLERS } from './inbound/shipments.ts';
import { trackingEffect, TRACKING_HANDLERS, validateTracking } from './inbound/tracking.ts';
import { confirmTransportEffect, TRANSPORT_CONFIRM_HANDLERS } from './inbound/transport-confirm.ts';
import { generateTransportEffect, TRANSPORT_HANDLERS } from './inbound/transport.ts';
import { V0_LABEL_HANDLERS } from './inbound/v0-labels.ts';
import { V0_SHIPMENT_HANDLERS } from './inbound/v0-shipments.ts';
import { V0_PREP_HANDLERS } from './inbound/v0-prep.ts';
import { confirmWindowEffect, generateWindowsEffect, WINDOW_HANDLERS } from './inbound/windows.ts';
import { CATALOG_HANDLERS } from './listings/catalog.ts';
import { DEFINITION_HANDLERS } from './listings/definitions.ts';
import { ELIGIBILITY_HANDLERS } from './listings/eligibility.ts';
import { assignFnsku, LISTINGS_HANDLERS } from './listings/handlers.ts';
import { INVENTORY_HANDLERS } from './listings/inventory.ts';
import { SANDBOX_STOCK_HANDLERS } from './listings/sandbox-stock.ts';
import { NOTIFICATION_HANDLERS } from './notifications/handlers.ts';
import { completeOperation, type Effects, voidPlan } from './operations.ts';
import { orderArrives } from './orders/arrive.ts';
import { CONFIRM_HANDLERS } from './orders/confirm.ts';
import { stepOrder } from './orders/life.ts';
import { REGULATED_HANDLERS } from './orders/regulated.ts';
import { ORDERS_HANDLERS } from './orders/search.ts';
import { ORDERS_V0_HANDLERS } from './orders/v0.ts';
import { completeReport, REPORTS_HANDLERS } from './reports/handlers.ts';
import { runSchedule, SCHEDULE_HANDLERS } from './reports/schedules.ts';
import { SELLERS_HANDLERS } from './sellers/handlers.ts';
import { TOKENS_HANDLERS } from './tokens/handlers.ts';
import type { Turn } from './turn.ts';

/** Every operation that the simulator answers. */
export const HANDLERS: readonly Handler[] = [
  ...SELLERS_HANDLERS,
  ...LISTINGS_HANDLERS,
  ...ELIGIBILITY_HANDLERS,
  ...CATALOG_HANDLERS,
  ...INVENTORY_HANDLERS,
  ...DEFINITION_HANDLERS,
  ...SANDBOX_STOCK_HANDLERS,
  ...REPORTS_HANDLERS,
  ...SCHEDULE_HANDLERS,
  ...PLAN_HANDLERS,
  ...PACKING_HANDLERS,
  ...PACK_HANDLERS,
  ...PLACEMENT_HANDLERS,
  ...TRANSPORT_HANDLERS,
  ...TRANSPORT_CONFIRM_HANDLERS,
  ...WINDOW_HANDLERS,
  ...SHIPMENT_HANDLERS,
  ...SHIPMENT_CHANGE_HANDLERS,
  ...CONTENT_UPDATE_HANDLERS,
  ...TRACKING_HANDLERS,
  ...CANCEL_HANDLERS,
  ...ITEM_HANDLERS,
  ...ORDERS_HANDLERS,
  ...FEEDS_HANDLERS,
  ...ORDERS_V0_HANDLERS,
  ...CONFIRM_HANDLERS,
  ...REGULATED_HANDLERS,
  ...BUY_SHIPPING_HANDLERS,
  ...FEES_HANDLERS,
  ...NOTIFICATION_HANDLERS,
  ...V0_LABEL_HANDLERS,
  ...V0_PREP_HANDLERS,
  ...TOKENS_HANDLERS,
  ...V0_SHIPMENT_HANDLERS,
];

const EFFECTS: Effects = {
  createInboundPlan: createPlanEffect,
  generatePackingOptions: generatePackingEffect,
  confirmPackingOption: confirmPackingEffect,
  setPackingInformation: setPackingEffect,
  generatePlacementOptions: generatePlacementEffect,
  confirmPlacementOption: confirmPlacementEffect,
  generateTransportationOptions: generateTransportEffect,
  confirmTransportationOptions: confirmTransportEffect,
  generateDeliveryWindowOptions: generateWindowsEffect,
  confirmDeliveryWindowOptions: confirmWindowEffect,
  updateShipmentTrackingDetails: trackingEffect,
  cancelInboundPlan: cancelEffect,
  updateShipmentSourceAddress: sourceAddressEffect,
  generateShipmentContentUpdatePreviews: generatePreviewsEffect,
  confirmShipmentContentUpdatePreview: confirmPreviewEffect,
  setPrepDetails: setPrepEffect,
};

/** What falls due happens. */
export function happen(turn: Turn, event: DueEvent): void {
  switch (event.kind) {
    case 'operation':
      return completeOperation(turn, EFFECTS, event.ref);
    case 'fnsku':
      return assignFnsku(turn, event.ref);
    case 'shipment':
      return stepShipment(turn, event.ref, event.step);
    case 'tracking':
      return validateTracking(turn, event.ref);
    case 'feed':
      return completeFeed(turn, event.ref);
    case 'refund':
      return refundLabel(turn, event.ref);
    case 'arrival':
      return orderArrives(turn, event.ref, event.step);
    case 'order':
      return stepOrder(turn, event.ref, event.step);
    case 'void':
      return voidPlan(turn, event.ref);
    case 'schedule':
      return runSchedule(turn, event.ref, event.step);
    case 'report':
      return completeReport(turn, event.ref);
  }
}
