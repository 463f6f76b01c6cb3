import type { FeedRecord } from '../entities.ts';
import { confirmPackage } from '../orders/confirm.ts';
import { cancelOrder, isOpen } from '../orders/life.ts';
import type { Turn } from '../turn.ts';

/** Works a file off and writes its processing report; undefined when it cannot be read at all. */
type Processor = (turn: Turn, feed: FeedRecord, text: string) => string | undefined;

type Row = ReadonlyMap<string, string>;
type Complaint = {
  readonly number: number;
  readonly row: Row;
  readonly code: string;
  readonly text: string;
};

const confirmations: Processor = (turn, feed, text) => {
  const rows = readTable(text, ['order-id', 'ship-date', 'carrier-code']);
  return rows && work(rows, (row) => confirm(turn, feed, row));
};

const cancellations: Processor = (turn, feed, text) => {
  const rows = readTable(text, ['order-id', 'cancellation-reason-code']);
  return rows && work(rows, (row) => cancel(turn, feed, row));
};

/** The order files that Amazon still takes (checked 2026-11-23). */
export const PROCESSORS: ReadonlyMap<string, Processor> = new Map([
  ['POST_FLAT_FILE_FULFILLMENT_DATA', confirmations],
  ['POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA', cancellations],
]);

// Amazon's numbers for these files are not public; the simulator's own begin with 99.
const UNKNOWN_ORDER = ['99001', 'Invalid OrderID or AmazonOrderID.'] as const;
const REFUSED = '99002';
const MISFORMED = '99003';

type Outcome = readonly [code: string, text: string] | undefined;

function confirm(turn: Turn, feed: FeedRecord, row: Row): Outcome {
  const order = turn.world.read('order', row.get('order-id') ?? '');
  if (order?.sellerId !== feed.sellerId) return UNKNOWN_ORDER;
  const shippedAt = Date.parse(row.get('ship-date') ?? '');
  if (Number.isNaN(shippedAt)) return [MISFORMED, 'The ship-date is not a date.'];
  const tracking = row.get('tracking-number') ?? '';
  if (tracking === '') return [MISFORMED, 'The tracking-number is missing.'];
  const itemId = row.get('order-item-id') ?? '';
  const quantity = Number(row.get('quantity') ?? '');
  const lines = order.lines.filter((line) => itemId === '' || line.itemId === itemId);
  if (lines.length === 0) return [REFUSED, 'The order-item-id does not belong to the order.'];
  const orderItems = lines.flatMap((line) => {
    const open = line.ordered - line.fulfilled - line.cancelled;
    const wanted = itemId !== '' && quantity > 0 ? quantity : open;
    return wanted > 0 ? [{ orderItemId: line.itemId, quantity: wanted }] : [];
  });
  // The same row a second time changes nothing.
  const same = order.packages.some(
    (each) => each.tracking === tracking && each.shippedAt === shippedAt,
  );
  if (same) return undefined;
  const name = row.get('carrier-name') ?? '';
  const method = row.get('ship-method') ?? '';
  const refusal = confirmPackage(turn, order, {
    packageReferenceId: String(order.packages.length + 1),
    carrierCode: row.get('carrier-code') ?? '',
    ...(name ? { carrierName: name } : {}),
    ...(method ? { shippingMethod: method } : {}),
    trackingNumber: tracking,
    shipDate: shippedAt,
    orderItems,
  });
  return refusal === undefined ? undefined : [REFUSED, refusal];
}

function cancel(turn: Turn, feed: FeedRecord, row: Row): Outcome {
  const order = turn.world.read('order', row.get('order-id') ?? '');
  if (order?.sellerId !== feed.sellerId) return UNKNOWN_ORDER;
  if (!isOpen(order)) return [REFUSED, 'The order cannot be cancelled in its state.'];
  cancelOrder(turn, order, 'MERCHANT');
  return undefined;
}

/** The rows under the header, wherever it stands: some templates have lines above it. */
function readTable(text: string, required: readonly string[]): Row[] | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const at = lines.findIndex((cells) => required.every((name) => cells.includes(name)));
  const header = lines[at];
  if (!header) return undefined;
  return lines
    .slice(at + 1)
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => new Map(header.map((name, index) => [name, cells[index] ?? ''])));
}

function work(rows: readonly Row[], act: (row: Row) => Outcome): string {
  const complaints: Complaint[] = [];
  rows.forEach((row, index) => {
    const outcome = act(row);
    if (outcome) complaints.push({ number: index + 1, row, code: outcome[0], text: outcome[1] });
  });
  const summary = [
    'Feed Processing Summary:',
    `\tNumber of records processed\t\t${rows.length}`,
    `\tNumber of records successful\t\t${rows.length - complaints.length}`,
    '',
  ];
  if (complaints.length === 0) return summary.join('\n');
  const table = complaints.map(({ number, row, code, text }) =>
    [number, row.get('order-id') ?? '', row.get('order-item-id') ?? '', code, 'Error', text].join(
      '\t',
    ),
  );
  const header =
    'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message';
  return [...summary, header, ...table, ''].join('\n');
}
