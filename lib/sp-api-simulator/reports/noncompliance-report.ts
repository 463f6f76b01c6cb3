import type { ReportRecord } from '../entities.ts';
import type { Shipment } from '../inbound/entities.ts';
import { boxesOf, boxIdAt, currencyOf } from '../inbound/wire.ts';
import { listingId } from '../listings/add.ts';
import type { Listing } from '../listings/entities.ts';
import type { Turn } from '../turn.ts';
import { type Columns, offsetTime, tableOf } from './table.ts';

type Problem = {
  readonly shipment: Shipment;
  readonly msku: string;
  readonly listing: Listing | undefined;
  readonly type: 'Shortage' | 'Overage' | 'Damaged in transit' | 'Barcode label missing';
  /** the box it was found in, where it was found in one */
  readonly carton?: string | undefined;
  readonly feeMinor?: number;
  readonly quantity: number;
  readonly expected: number;
  readonly received: number;
};

const COLUMNS: Columns<Problem> = [
  ['issue-reported-date', ({ shipment }) => offsetTime(shipment.updatedAt)],
  ['shipment-creation-date', ({ shipment }) => offsetTime(shipment.createdAt)],
  ['fba-shipment-id', ({ shipment }) => shipment.confirmationId ?? ''],
  ['fba-carton-id', ({ carton }) => carton ?? ''],
  ['fulfillment-center-id', ({ shipment }) => shipment.centre],
  ['sku', ({ msku }) => msku],
  ['fnsku', ({ listing }) => listing?.fnsku ?? ''],
  ['asin', ({ listing }) => listing?.asin ?? ''],
  ['product-name', ({ listing }) => listing?.title ?? ''],
  ['problem-type', ({ type }) => type],
  ['problem-quantity', ({ quantity }) => String(quantity)],
  ['expected-quantity', ({ expected }) => String(expected)],
  ['received-quantity', ({ received }) => String(received)],
  ['performance-measurement-unit', () => 'Unit'],
  ['coaching-level', ({ feeMinor }) => (feeMinor === undefined ? '' : 'Standard')],
  ['fee-type', ({ feeMinor }) => (feeMinor === undefined ? '' : 'Unplanned Services')],
  [
    'currency',
    ({ shipment, feeMinor }) => (feeMinor === undefined ? '' : currencyOf(shipment.marketplaceId)),
  ],
  ['fee-total', ({ feeMinor }) => (feeMinor === undefined ? '' : (feeMinor / 100).toFixed(2))],
  ['problem-level', ({ carton }) => (carton === undefined ? 'Item' : 'Carton')],
  ['alert-status', () => 'Open'],
];

/** GET_FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA: where closed shipments differ from their plans. */
export function noncomplianceReport(turn: Turn, report: ReportRecord): string | undefined {
  const problems = turn.world
    .having('shipment', `seller ${report.sellerId}`)
    .flatMap((id) => turn.world.read('shipment', id) ?? [])
    .filter(
      ({ status, marketplaceId }) =>
        status === 'CLOSED' && report.marketplaceIds.includes(marketplaceId),
    )
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1))
    .flatMap((shipment) => problemsOf(turn, shipment));
  return tableOf(COLUMNS, problems);
}

function problemsOf(turn: Turn, shipment: Shipment): Problem[] {
  const items = turn.world.read('shipment-content', shipment.id)?.items ?? [];
  return [...new Set(items.map(({ msku }) => msku))].flatMap((msku): Problem[] => {
    const expected = items
      .filter((item) => item.msku === msku)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const receipts = shipment.receipts.filter((receipt) => receipt.msku === msku);
    const received = receipts.reduce((sum, receipt) => sum + receipt.received, 0);
    const damaged = receipts.reduce((sum, receipt) => sum + receipt.damaged, 0);
    const id = listingId(shipment.sellerId, shipment.marketplaceId, msku);
    const known = { shipment, msku, listing: turn.world.read('listing', id), expected, received };
    const missing = expected - received - damaged;
    return [
      ...(missing > 0 ? [{ ...known, type: 'Shortage' as const, quantity: missing }] : []),
      ...(missing < 0 ? [{ ...known, type: 'Overage' as const, quantity: -missing }] : []),
      ...(damaged > 0
        ? [
            {
              ...known,
              type: 'Damaged in transit' as const,
              quantity: damaged,
              carton: cartonOf(turn, shipment, msku),
            },
          ]
        : []),
      ...(turn.quirks.has('miscounts') && items[0]?.msku === msku
        ? [
            {
              ...known,
              type: 'Barcode label missing' as const,
              quantity: 2,
              carton: cartonOf(turn, shipment, msku),
              feeMinor: 2 * FEE_PER_UNIT_MINOR,
            },
          ]
        : []),
    ];
  });
}

// A figure for practice: the sources on what Amazon takes contradict each other (2026-11-23).
const FEE_PER_UNIT_MINOR = 30;

/** The first box with the SKU in it. */
function cartonOf(turn: Turn, shipment: Shipment, msku: string): string | undefined {
  const content = turn.world.read('shipment-content', shipment.id);
  const index = content
    ? boxesOf(content.runs).findIndex(({ run }) =>
        run.box.items?.some((item) => item.msku === msku),
      )
    : -1;
  return content && index >= 0 ? boxIdAt(shipment, content, index) : undefined;
}
