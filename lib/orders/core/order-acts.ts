import {
  type AdjustmentField,
  type AdjustmentRow,
  type CancellationRow,
  orderIdMeant,
  type OrderActFile,
} from '#lib/flat-files';
import { moneyFromDecimal, optional, type Problem, readDecimal } from '#lib/kernel';
import { ADJUST_REASONS, type Adjustment, checkAdjustments } from './adjust.ts';
import { CANCEL_REASONS, checkCancel } from './cancel.ts';
import type { Order } from './order.ts';

/** What is to be said of one cell of a file, before anything of it is sent. */
export type ActFinding = {
  readonly line: number;
  /** The column's name as the file writes it, or Amazon's where the file leaves it out. */
  readonly column: string;
  readonly code: string;
  readonly facts: Problem['facts'];
  readonly severity: 'error' | 'warning';
  /** What to write into the cell instead, where that can be told. */
  readonly suggestion?: string;
};

/** What a good row asks of Amazon. */
export type OrderAct =
  | { readonly kind: 'cancel'; readonly orderItemId?: string; readonly reason: string }
  | {
      readonly kind: 'adjust';
      readonly adjustment: Adjustment;
      /** The row as it is written; it goes to Amazon so. */
      readonly cells: Readonly<Record<string, string>>;
    };

export type CheckedActs = {
  readonly rows: number;
  readonly ready: readonly {
    readonly line: number;
    readonly order: Order;
    readonly act: OrderAct;
  }[];
  /** By line, then by the order of the rules. */
  readonly problems: readonly ActFinding[];
};

type Fault = Omit<ActFinding, 'line' | 'severity' | 'facts'> & {
  readonly facts?: Problem['facts'];
};
type Judged = {
  readonly errors: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly act?: OrderAct;
};

/** Holds the rows of a cancellation or adjustment file against Amazon's rules and the orders. */
export function checkOrderActs(
  file: OrderActFile,
  orders: ReadonlyMap<string, Order>,
): CheckedActs {
  const seen = new Set<string>();
  const judged =
    file.kind === 'cancellation'
      ? file.rows.map((row) => ({ row, ...judgeCancellation(row, orders, seen) }))
      : file.rows.map((row) => ({ row, ...judgeAdjustment(row, orders, seen) }));
  const names = file.names as ReadonlyMap<string, string>;
  const finding = (line: number, severity: ActFinding['severity']) => (fault: Fault) => ({
    ...fault,
    line,
    severity,
    facts: fault.facts ?? {},
    column: names.get(fault.column) ?? fault.column,
  });
  return {
    rows: file.rows.length,
    ready: judged.flatMap(({ row, act, errors }) => {
      const order = orders.get(row.cells.get('order-id') ?? '');
      return order && act && errors.length === 0 ? [{ line: row.line, order, act }] : [];
    }),
    problems: judged.flatMap(({ row, errors, warnings }) => [
      ...errors.map(finding(row.line, 'error')),
      ...warnings.map(finding(row.line, 'warning')),
    ]),
  };
}

const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/;

/** R1, R2: the order, or why the row names none. */
function orderOf(text: string, orders: ReadonlyMap<string, Order>): Order | Fault {
  const column = 'order-id';
  if (text === '') return cellFault(column, 'order-id-missing');
  if (!ORDER_ID.test(text)) return cellFault(column, 'order-id-unreadable', orderIdMeant(text));
  return orders.get(text) ?? { column, code: 'order-not-found', facts: { orderId: text } };
}

/** What is wrong with a cell by itself; its sentence needs no facts. */
function cellFault(column: string, code: string, suggestion?: string): Fault {
  return { column, code, ...optional('suggestion', suggestion) };
}

function isFault(found: Order | Fault): found is Fault {
  return 'column' in found;
}

/** The file takes two reasons that the page does not offer (public samples, 2026-11-23). */
const FILE_REASONS = [...CANCEL_REASONS, 'CustomerReturn', 'MerchandiseNotReceived'] as const;
/** Stands for the missing reason of a whole order, for the rules that are not about reasons. */
const ANY_REASON = 'GeneralAdjustment';

function judgeCancellation(
  { cells }: CancellationRow,
  orders: ReadonlyMap<string, Order>,
  seen: Set<string>,
): Judged {
  const found = orderOf(cells.get('order-id') ?? '', orders);
  const reason = cells.get('cancellation-reason-code') ?? '';
  const itemId = cells.get('amazon-order-item-code') ?? '';
  const errors = [...reasonFaults(reason, itemId)];
  if (isFault(found)) return { errors: [found, ...errors], warnings: [] };
  if (isRepeated(seen, found.orderId, itemId)) errors.push(cellFault('order-id', 'row-repeated'));
  const known = CANCEL_REASONS.find((one) => one === reason) ?? ANY_REASON;
  const { blocking, warnings } = checkCancel(found, {
    reason: known,
    ...(itemId === '' ? {} : { orderItemIds: [itemId] }),
  });
  return {
    errors: [...errors, ...blocking.map((one) => faultOf(one, 'amazon-order-item-code', found))],
    warnings: warnings.map((one) => faultOf(one, 'amazon-order-item-code', found)),
    act: { kind: 'cancel', reason, ...(itemId === '' ? {} : { orderItemId: itemId }) },
  };
}

/** R29, R30: a reason of Amazon's list, with an item; or neither, for the whole order. */
function reasonFaults(reason: string, itemId: string): readonly Fault[] {
  if (reason === '' && itemId === '') return [];
  if (reason === '') return [cellFault('cancellation-reason-code', 'cancel-row-incomplete')];
  if (itemId === '') return [cellFault('amazon-order-item-code', 'cancel-row-incomplete')];
  return unknownReason('cancellation-reason-code', reason, FILE_REASONS);
}

function unknownReason(column: string, reason: string, known: readonly string[]): readonly Fault[] {
  if (known.includes(reason)) return [];
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const meant = known.find((one) => plain(one) === plain(reason));
  return [
    { column, code: 'cancel-reason-unknown', facts: { reason }, ...optional('suggestion', meant) },
  ];
}

/** An order canceled as a whole is named by no other row; an item by one only. */
function isRepeated(seen: Set<string>, orderId: string, itemId: string): boolean {
  const whole = `${orderId} `;
  const key = `${orderId} ${itemId}`;
  const isThere = seen.has(key) || seen.has(whole) || (itemId === '' && seen.has(orderId));
  seen.add(key).add(orderId);
  return isThere;
}

/** The column that a rule about an order or its item speaks of. */
function faultOf({ code, facts }: Problem, itemColumn: string, order: Order): Fault {
  const isOfItem = code === 'cancel-item-unknown' || code === 'cancel-item-confirmed';
  const [only, another] = order.items;
  const meant = code === 'cancel-item-unknown' && !another ? only?.orderItemId : undefined;
  const column = isOfItem ? itemColumn : 'order-id';
  return { column, code, facts, ...optional('suggestion', meant) };
}

const AMOUNTS = [
  'item-price-adj',
  'item-tax-adj',
  'shipping-price-adj',
  'shipping-tax-adj',
  'gift-wrap-price-adj',
  'gift-wrap-tax-adj',
  'item-promotion-adj',
  'ship-promotion-adj',
] as const satisfies readonly AdjustmentField[];

const PLACES: Readonly<Record<string, AdjustmentField>> = {
  itemPrice: 'item-price-adj',
  quantityCancelled: 'quantity-cancelled',
  reason: 'adjustment-reason-code',
};

function judgeAdjustment(
  { cells }: AdjustmentRow,
  orders: ReadonlyMap<string, Order>,
  seen: Set<string>,
): Judged {
  const text = (field: AdjustmentField) => cells.get(field) ?? '';
  const found = orderOf(text('order-id'), orders);
  const reason = text('adjustment-reason-code');
  const errors: Fault[] = [
    ...unknownReason('adjustment-reason-code', reason, ADJUST_REASONS),
    ...AMOUNTS.flatMap((field) => amountFaults(field, text(field))),
    ...countFaults(text('quantity-cancelled')),
  ];
  if (isFault(found)) return { errors: [found, ...errors], warnings: [] };
  const itemId = text('order-item-id');
  const told = found.total?.currency ?? found.items[0]?.unitPrice?.currency;
  const currency = text('currency') || told;
  if (currency === undefined || (told !== undefined && currency !== told))
    errors.push(cellFault('currency', 'adjust-currency', told));
  if (itemId !== '' && isRepeated(seen, found.orderId, itemId))
    errors.push(cellFault('order-item-id', 'row-repeated'));
  if (errors.length > 0 || currency === undefined) return { errors, warnings: [] };
  const money = (field: AdjustmentField) => moneyFromDecimal(Number(text(field) || '0'), currency);
  const adjustment: Adjustment = {
    orderItemId: itemId,
    reason,
    itemPrice: money('item-price-adj'),
    shippingPrice: money('shipping-price-adj'),
    ...(text('quantity-cancelled') === ''
      ? {}
      : { quantityCancelled: Number(text('quantity-cancelled')) }),
  };
  const { blocking } = checkAdjustments(found, [adjustment]);
  return {
    errors: blocking.map((one) => {
      const field = PLACES[one.at?.split('.').at(-1) ?? ''];
      const fault = faultOf(one, 'order-item-id', found);
      return field === undefined ? fault : { ...fault, column: field };
    }),
    warnings: [],
    act: { kind: 'adjust', adjustment, cells: Object.fromEntries(cells) },
  };
}

/** Amazon reads amounts with a point; what is written with a comma is proposed with one. */
function amountFaults(column: AdjustmentField, text: string): readonly Fault[] {
  if (text === '' || /^\d{1,9}(?:\.\d{1,3})?$/.test(text)) return [];
  const read = readDecimal(text, 2);
  const meant = read.ok ? String(read.value / 100) : undefined;
  return [cellFault(column, 'amount-unreadable', meant)];
}

function countFaults(text: string): readonly Fault[] {
  if (text === '' || /^[1-9]\d{0,5}$/.test(text)) return [];
  return [cellFault('quantity-cancelled', 'quantity-not-whole')];
}
