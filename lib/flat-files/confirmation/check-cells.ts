import { readDate } from '../calendar-date.ts';
import { type Carriers, isOther, listedCarrier } from './carriers.ts';
import type { ConfirmationField } from './confirmation-columns.ts';
import type { ConfirmationProblem } from './confirmation-problem.ts';
import { oneDate } from './one-date.ts';
import type { ConfirmationRow } from './read-confirmation.ts';
import { carriersFitting, fitsCarrier } from './tracking-formats.ts';

export type Fault = {
  readonly field: ConfirmationField;
  readonly code: ConfirmationProblem;
  /** What to write into the cell instead, where that can be told. */
  readonly suggestion?: string;
};

/** The rules a row can be held to without knowing the orders. */
export function checkCells(row: ConfirmationRow, carriers: Carriers): readonly Fault[] {
  const text = (field: ConfirmationField) => row.cells.get(field) ?? '';
  return [
    ...checkOrderId(text('order-id')),
    ...checkQuantity(text('quantity')),
    ...checkShipDate(text('ship-date')),
    ...checkCarrier(text('carrier-code'), text('carrier-name'), carriers),
    ...checkTracking(text('tracking-number'), text('carrier-code'), carriers),
    ...checkTransparency(text('transparency_code')),
    ...checkCod(text('cod-collection-method')),
    ...checkLengths(row),
  ];
}

export const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/;

function checkOrderId(text: string): readonly Fault[] {
  if (text === '') return [{ field: 'order-id', code: 'order-id-missing' }];
  if (ORDER_ID.test(text)) return [];
  return [fault('order-id', 'order-id-unreadable', orderIdMeant(text))];
}

/** The order number that a text with other dashes, or with none, can only mean. */
export function orderIdMeant(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s'\u2010-\u2015-]/g, '');
  return /^(\d{3})(\d{7})(\d{7})$/.exec(digits)?.slice(1).join('-');
}

function checkQuantity(text: string): readonly Fault[] {
  if (text === '' || /^[1-9]\d{0,5}$/.test(text)) return [];
  const whole = /^0*([1-9]\d{0,5})(?:[.,]0+)?$/.exec(text.normalize('NFKC'))?.[1];
  return [fault('quantity', 'quantity-not-whole', whole)];
}

function checkShipDate(text: string): readonly Fault[] {
  if (text === '' || text === 'NULL') return [{ field: 'ship-date', code: 'ship-date-missing' }];
  if (/^\d{4}-\d{2}-\d{2}(?:T.*)?$/.test(text) && readDate(text, 'month-first')) return [];
  return [fault('ship-date', 'ship-date-unreadable', oneDate(text))];
}

function checkCarrier(code: string, name: string, carriers: Carriers): readonly Fault[] {
  if (code === '' || code === 'NULL')
    return [fault('carrier-code', 'carrier-missing', listedCarrier(carriers, name))];
  const listed = listedCarrier(carriers, code);
  if (listed !== undefined && listed !== code)
    return [fault('carrier-code', 'carrier-misspelt', listed)];
  if (listed === undefined) {
    const isWrong = carriers.isComplete;
    return [
      fault(
        'carrier-code',
        isWrong ? 'carrier-not-listed' : 'carrier-not-known',
        isWrong ? 'Other' : undefined,
      ),
    ];
  }
  if (!isOther(code)) return [];
  if (name === '') return [{ field: 'carrier-name', code: 'carrier-name-missing' }];
  // A listed carrier written as Other counts as invalid tracking (help page on on-time delivery).
  const named = listedCarrier(carriers, name);
  return named === undefined || isOther(named)
    ? []
    : [fault('carrier-name', 'carrier-name-listed', named)];
}

function checkTracking(text: string, code: string, carriers: Carriers): readonly Fault[] {
  const field = 'tracking-number';
  if (text === '' || text === 'NULL') return [{ field, code: 'tracking-missing' }];
  if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(text))
    return [{ field, code: 'tracking-damaged-by-spreadsheet' }];
  const carrier = listedCarrier(carriers, code) ?? code;
  if (fitsCarrier(carrier, text) !== false) return [];
  const fitting = carriersFitting(text).filter((other) => carriers.codes.includes(other));
  return [
    fault(field, 'tracking-not-of-carrier', fitting.length > 0 ? fitting.join(', ') : undefined),
  ];
}

// Amazon's Transparency codes: AZ or ZA with 26 characters, an SGTIN of 38, or a serial number.
const TRANSPARENCY = /^(?:(?:AZ|ZA):?[A-Z0-9]{26}|[A-Za-z0-9().:-]{38}|(?!SN)[A-Za-z0-9]{7,20})$/;

function checkTransparency(text: string): readonly Fault[] {
  const codes = text.split(/[,;\s]+/).filter((code) => code !== '');
  return codes.every((code) => TRANSPARENCY.test(code))
    ? []
    : [{ field: 'transparency_code', code: 'transparency-code-unreadable' }];
}

function checkCod(text: string): readonly Fault[] {
  return text === '' || text === 'DirectPayment'
    ? []
    : [fault('cod-collection-method', 'cod-method-unknown', 'DirectPayment')];
}

const LONGEST: readonly (readonly [ConfirmationField, number])[] = [
  ['carrier-name', 50],
  ['tracking-number', 50],
  ['ship-method', 50],
  ['ship-from-address-name', 50],
  ['ship-from-address-line1', 60],
  ['ship-from-address-line2', 60],
  ['ship-from-address-line3', 60],
  ['ship-from-address-city', 50],
  ['ship-from-address-county', 50],
  ['ship-from-address-state-or-region', 50],
  ['ship-from-postalcode', 50],
];

function checkLengths(row: ConfirmationRow): readonly Fault[] {
  return LONGEST.filter(([field, longest]) => (row.cells.get(field) ?? '').length > longest).map(
    ([field]) => ({ field, code: 'cell-too-long' }),
  );
}

function fault(
  field: ConfirmationField,
  code: ConfirmationProblem,
  suggestion: string | undefined,
): Fault {
  return suggestion === undefined ? { field, code } : { field, code, suggestion };
}
