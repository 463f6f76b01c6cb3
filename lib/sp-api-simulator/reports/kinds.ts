import type { ReportRecord } from '../entities.ts';
import type { Turn } from '../turn.ts';
import { listingsReport } from './listings-report.ts';

type Writer = (turn: Turn, report: ReportRecord) => string | undefined;

const listings: Writer = (turn, report) =>
  listingsReport(turn, report.sellerId, report.marketplaceIds);

/** The reports that can be asked for; undefined from a writer means that there is no data. */
export const REPORTS: ReadonlyMap<string, Writer> = new Map([
  ['GET_MERCHANT_LISTINGS_ALL_DATA', listings],
]);
