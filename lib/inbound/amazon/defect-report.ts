import { createHash } from 'node:crypto';
import { decode, readTsv } from '#lib/flat-files';
import { type Instant, type Money, moneyFromDecimal, optional } from '#lib/kernel';
import { readInstant } from './answers.ts';

/** A line of the report on what was wrong with what arrived. */
export type Defect = {
  /** tells a line from every other, however often the report is read */
  readonly key: string;
  readonly shipment: string;
  readonly boxId: string;
  readonly warehouseId: string;
  readonly sku: string;
  /** Amazon's words */
  readonly kind: string;
  readonly status: string;
  readonly coaching: string;
  readonly units: number;
  readonly expected?: number;
  readonly received?: number;
  readonly feeKind: string;
  readonly fee?: Money;
  readonly reportedAt?: Instant;
};

/** GET_FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA: tab-separated, columns by name (2026-11-23). */
export function readDefectReport(bytes: Uint8Array): Defect[] {
  const [head, ...rows] = readTsv(decode(bytes).text);
  const columns = new Map(head?.cells.map((name, index) => [name.trim().toLowerCase(), index]));
  return rows.flatMap(({ cells }) => {
    const cell = (name: string) => cells[columns.get(name) ?? -1]?.trim() ?? '';
    const shipment = cell('fba-shipment-id');
    const kind = cell('problem-type');
    return shipment === '' || kind === '' ? [] : [defectOf(cell)];
  });
}

function defectOf(cell: (name: string) => string): Defect {
  const text = {
    shipment: cell('fba-shipment-id'),
    boxId: cell('fba-carton-id'),
    warehouseId: cell('fulfillment-center-id'),
    sku: cell('sku'),
    kind: cell('problem-type'),
    feeKind: cell('fee-type'),
  };
  const amount = Number(cell('fee-total'));
  const currency = cell('currency');
  const isFee = cell('fee-total') !== '' && Number.isFinite(amount) && /^[A-Z]{3}$/.test(currency);
  return {
    ...text,
    // Status, coaching and quantities of a line may change from one report to the next.
    key: createHash('sha256')
      .update(JSON.stringify([cell('issue-reported-date'), ...Object.values(text)]))
      .digest('hex'),
    status: cell('alert-status'),
    coaching: cell('coaching-level'),
    units: whole(cell('problem-quantity')) ?? 0,
    ...optional('expected', whole(cell('expected-quantity'))),
    ...optional('received', whole(cell('received-quantity'))),
    ...optional('fee', isFee ? moneyFromDecimal(amount, currency) : undefined),
    ...optional('reportedAt', readInstant(cell('issue-reported-date'))),
  };
}

function whole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
