import type { ReportRecord } from '../entities.ts';
import type { Turn } from '../turn.ts';
import { availableInventoryReport, managedInventoryReport } from './inventory-reports.ts';
import { listingsReport } from './listings-report.ts';
import { noncomplianceReport } from './noncompliance-report.ts';
import { orderReport, trackingReport, unshippedReport } from './order-reports.ts';
import { performanceReport } from './performance-report.ts';

/** Reports with personal data, for which an ordinary token does not suffice. */
export const RESTRICTED_REPORTS = new Set([
  'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING',
  'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING',
]);

type Writer = (turn: Turn, report: ReportRecord) => string | undefined;

/** The reports that can be asked for; undefined from a writer means that there is no data. */
export const REPORTS: ReadonlyMap<string, Writer> = new Map([
  ['GET_MERCHANT_LISTINGS_ALL_DATA', listingsReport],
  ['GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING', unshippedReport],
  ['GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING', orderReport],
  ['GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL', trackingReport('updatedAt')],
  ['GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL', trackingReport('placedAt')],
  ['GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA', managedInventoryReport],
  ['GET_AFN_INVENTORY_DATA', availableInventoryReport],
  ['GET_FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA', noncomplianceReport],
  ['GET_V2_SELLER_PERFORMANCE_REPORT', performanceReport],
]);
