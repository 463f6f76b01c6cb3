import { ok, problem, refuse, type Result } from '#lib/kernel';
import { cellReader } from '../cells.ts';
import { type ColumnNames, findTable, type Header } from '../columns.ts';
import type { FlatFileProblem } from '../problem.ts';
import type { Row } from '../rows.ts';
import { openFile, type OpenFile, whatItIs } from '../source.ts';

/** What Amazon says to one record of a feed; a warning was applied all the same. */
export type RecordMessage = {
  /** As Amazon counts, which is not the line of the file; orders are told apart by their number. */
  readonly record: string;
  readonly orderId: string;
  readonly orderItemId: string;
  readonly code: string;
  readonly isError: boolean;
  readonly message: string;
};

export type ProcessingReport = {
  readonly processed: number;
  readonly successful: number;
  readonly messages: readonly RecordMessage[];
};

type Field = 'record' | 'order' | 'item' | 'code' | 'type' | 'message';

const COLUMNS: ColumnNames<Field> = {
  record: ['original-record-number'],
  order: ['order-id'],
  item: ['order-item-id'],
  code: ['error-code'],
  type: ['error-type'],
  message: ['error-message'],
};

const EXPECTED = ['Feed Processing Summary', 'original-record-number', 'error-message'];

/**
 * Reads the processing report of an order feed. Its summary comes in the seller's language, so the
 * counts are the first two lines above the table that end in a number (samples seen 2026-11-23).
 */
export function readProcessingReport(bytes: Uint8Array): Result<ProcessingReport, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, COLUMNS, isMessageHeader);
  const counts = readCounts(opened.value, table?.header.line);
  const [processed, successful] = counts;
  if (processed === undefined || successful === undefined)
    return refuse(table ? problem('counts-not-found') : whatItIs(opened.value, EXPECTED));
  const messages = table ? [...table.rows].map((row) => readMessage(row, table.header)) : [];
  return ok({ processed, successful, messages });
}

function isMessageHeader({ positions }: Header<Field>): boolean {
  return positions.has('record') && positions.has('message');
}

function readCounts({ sources }: OpenFile, headerLine = Infinity): readonly number[] {
  const counts: number[] = [];
  for (const { line, cells } of sources[0]?.rows ?? []) {
    if (line >= headerLine || counts.length === 2) break;
    const last = cells.findLast((cell) => cell.trim() !== '') ?? '';
    if (cells.length > 1 && /^\s*\d+\s*$/.test(last)) counts.push(Number(last));
  }
  return counts;
}

function readMessage(row: Row, header: Header<Field>): RecordMessage {
  const { text } = cellReader(row, header);
  return {
    record: text('record'),
    orderId: text('order'),
    orderItemId: text('item'),
    code: text('code'),
    isError: !/^warning$/i.test(text('type')),
    message: text('message'),
  };
}
