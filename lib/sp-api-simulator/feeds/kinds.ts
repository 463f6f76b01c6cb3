import { listingsFeed } from './listings-feed.ts';
import { adjustments, cancellations, confirmations, type Processor } from './order-files.ts';
import { xmlAcknowledgements, xmlAdjustments, xmlConfirmations } from './order-xml.ts';

/** The feeds that Amazon still takes and a merchant's orders and listings need (checked 2026-11-23). */
export const PROCESSORS: ReadonlyMap<string, Processor> = new Map([
  ['POST_FLAT_FILE_FULFILLMENT_DATA', confirmations],
  ['POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA', cancellations],
  ['POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA', adjustments],
  ['POST_ORDER_FULFILLMENT_DATA', xmlConfirmations],
  ['POST_ORDER_ACKNOWLEDGEMENT_DATA', xmlAcknowledgements],
  ['POST_PAYMENT_ADJUSTMENT_DATA', xmlAdjustments],
  ['JSON_LISTINGS_FEED', listingsFeed],
]);
