import type { Carriers } from './carriers.ts';
import { checkCells, type Fault, ORDER_ID } from './check-cells.ts';
import type { ConfirmationField } from './confirmation-columns.ts';
import { CONFIRMATION_PROBLEMS, type ConfirmationProblem } from './confirmation-problem.ts';
import type { ConfirmationFile, ConfirmationRow } from './read-confirmation.ts';
import type { OpenItem } from './read-unshipped.ts';

export type ConfirmationFinding = {
  readonly line: number;
  /** The column's name as the file writes it, or Amazon's where the file leaves it out. */
  readonly column: string;
  readonly code: ConfirmationProblem;
  readonly severity: 'error' | 'warning';
  readonly suggestion?: string;
};

export type ConfirmationCheck = {
  readonly rows: number;
  /** Rows without an error; a warning does not keep a row back. */
  readonly ready: number;
  /** By line, then by the order of the columns. */
  readonly problems: readonly ConfirmationFinding[];
};

export type CheckAgainst = {
  readonly open: readonly OpenItem[];
  readonly carriers: Carriers;
  /** yyyy-mm-dd in the store's time zone; without it no date can be too far ahead. */
  readonly today?: string;
};

/** Holds every cell of a confirmation file against Amazon's rules and the orders that are open. */
export function checkConfirmation(
  file: ConfirmationFile,
  against: CheckAgainst,
): ConfirmationCheck {
  const orders = groupBy(against.open, ({ orderId }) => orderId);
  const { split, repeated } = seenOverAll(file.rows);
  const packed = new Map<string, number>();
  const problems: ConfirmationFinding[] = [];
  let ready = 0;
  for (const row of file.rows) {
    const orderId = cell(row, 'order-id');
    const ofCells = checkCells(row, against.carriers);
    const isDated = !ofCells.some(({ field }) => field === 'ship-date');
    const faults = [
      ...ofCells,
      ...checkOrder(row, orders.get(orderId), { isSplit: split.has(orderId), packed }),
      ...(isDated ? checkDates(row, orders.get(orderId), against.today) : []),
      ...checkRepeated(row, repeated),
    ];
    const findings = faults.map((fault) => findingOf(file, row, fault));
    problems.push(...findings);
    if (findings.every(({ severity }) => severity === 'warning')) ready += 1;
  }
  return { rows: file.rows.length, ready, problems };
}

function cell(row: ConfirmationRow, field: ConfirmationField): string {
  return row.cells.get(field) ?? '';
}

function findingOf(
  file: ConfirmationFile,
  row: ConfirmationRow,
  fault: Fault,
): ConfirmationFinding {
  const { field, ...rest } = fault;
  return {
    line: row.line,
    column: file.names.get(field) ?? field,
    severity: CONFIRMATION_PROBLEMS[fault.code],
    ...rest,
  };
}

type OrderContext = {
  /** Whether the file has several rows for this order. */
  readonly isSplit: boolean;
  /** Units confirmed so far by this file, by item. */
  readonly packed: Map<string, number>;
};

function checkOrder(
  row: ConfirmationRow,
  items: readonly OpenItem[] | undefined,
  { isSplit, packed }: OrderContext,
): readonly Fault[] {
  if (!ORDER_ID.test(cell(row, 'order-id'))) return [];
  if (!items) return [{ field: 'order-id', code: 'order-not-open' }];
  const faults: Fault[] = [];
  if (items.some(({ isCancellationAsked }) => isCancellationAsked))
    faults.push({ field: 'order-id', code: 'cancellation-asked' });
  const itemId = cell(row, 'order-item-id');
  if (isSplit) {
    for (const field of ['order-item-id', 'quantity'] as const)
      if (cell(row, field) === '') faults.push({ field, code: 'split-row-incomplete' });
  }
  const item = items.find(({ orderItemId }) => orderItemId === itemId);
  if (itemId !== '' && !item) {
    const meant = itemMeant(itemId, items);
    const wrong: Fault = { field: 'order-item-id', code: 'order-item-not-in-order' };
    faults.push(meant === undefined ? wrong : { ...wrong, suggestion: meant });
  }
  const confirmed = itemId === '' ? items : items.filter((candidate) => candidate === item);
  faults.push(...checkUnits(row, confirmed, packed));
  if (confirmed.some((open) => open.isTransparency) && cell(row, 'transparency_code') === '')
    faults.push({ field: 'transparency_code', code: 'transparency-code-missing' });
  return faults;
}

/** The item whose number a spreadsheet cut the zeros off, or the only one there is. */
function itemMeant(itemId: string, items: readonly OpenItem[]): string | undefined {
  const key = itemId.replace(/^0+/, '');
  const alike = items.find(({ orderItemId }) => orderItemId.replace(/^0+/, '') === key);
  return alike?.orderItemId ?? (items.length === 1 ? items[0]?.orderItemId : undefined);
}

function checkUnits(
  row: ConfirmationRow,
  items: readonly OpenItem[],
  packed: Map<string, number>,
): readonly Fault[] {
  const text = cell(row, 'quantity');
  const quantity = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
  if (text !== '' && quantity === undefined) return [];
  // Without an item the row confirms all that is open, unless there is only one item to mean.
  const isOneItem = items.length === 1 && quantity !== undefined;
  const isWhole = cell(row, 'order-item-id') === '' && !isOneItem;
  let most = Infinity;
  for (const item of items) {
    const key = `${item.orderId} ${item.orderItemId}`;
    const before = packed.get(key) ?? 0;
    const left = Math.max(0, item.toShip - before);
    const units = isWhole ? Math.max(1, left) : (quantity ?? Math.max(1, left));
    packed.set(key, before + units);
    if (units > left) most = Math.min(most, left);
  }
  if (most === Infinity) return [];
  const beyond: Fault = { field: 'quantity', code: 'quantity-beyond-open' };
  return [most > 0 ? { ...beyond, suggestion: String(most) } : beyond];
}

function checkDates(
  row: ConfirmationRow,
  items: readonly OpenItem[] | undefined,
  today: string | undefined,
): readonly Fault[] {
  const date = cell(row, 'ship-date').slice(0, 10);
  const ordered = items?.[0]?.purchaseDate ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(ordered) && date < ordered)
    return [{ field: 'ship-date', code: 'ship-date-before-order' }];
  return today !== undefined && date > today
    ? [{ field: 'ship-date', code: 'ship-date-ahead' }]
    : [];
}

type Overall = {
  /** Orders that have more than one row. */
  readonly split: ReadonlySet<string>;
  /** Tracking numbers that more than one order has. */
  readonly repeated: ReadonlySet<string>;
};

/** What can be seen only over all rows of a file. */
function seenOverAll(rows: readonly ConfirmationRow[]): Overall {
  const orders = new Set<string>();
  const split = new Set<string>();
  const orderOf = new Map<string, string>();
  const repeated = new Set<string>();
  for (const row of rows) {
    const orderId = cell(row, 'order-id');
    if (orders.has(orderId)) split.add(orderId);
    orders.add(orderId);
    const number = trackingOf(row);
    const before = orderOf.get(number);
    if (before === undefined) orderOf.set(number, orderId);
    else if (before !== orderId) repeated.add(number);
  }
  return { split, repeated };
}

function trackingOf(row: ConfirmationRow): string {
  return cell(row, 'tracking-number').toUpperCase();
}

function checkRepeated(row: ConfirmationRow, repeated: Overall['repeated']): readonly Fault[] {
  const number = trackingOf(row);
  return number !== '' && number !== 'NULL' && repeated.has(number)
    ? [{ field: 'tracking-number', code: 'tracking-repeated' }]
    : [];
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
