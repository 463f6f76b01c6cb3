import type { ReportRecord } from '../entities.ts';
import type { Turn } from '../turn.ts';
import { listingsReport } from './listings-report.ts';
import { unshippedReport } from './unshipped-report.ts';

/** Reports with personal data, for which an ordinary token does not suffice. */
export const RESTRICTED_REPORTS = new Set(['GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING']);

type Writer = (turn: Turn, report: ReportRecord) => string | undefined;

const listings: Writer = (turn, report) =>
  listingsReport(turn, report.sellerId, report.marketplaceIds);

const unshipped: Writer = (turn, report) =>
  unshippedReport(turn, report.sellerId, report.marketplaceIds);

/** The reports that can be asked for; undefined from a writer means that there is no data. */
export const REPORTS: ReadonlyMap<string, Writer> = new Map([
  ['GET_MERCHANT_LISTINGS_ALL_DATA', listings],
  ['GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING', unshipped],
]);
